import type { RunRow } from '../sql/schema.ts'
import type { Day } from './day.ts'
import type { Office } from './office.ts'

/** A night that came to its end: all of its documents stand. */
export type GoodNight = { readonly asOf: Day; readonly finished: string | null; readonly state: RunRow['state'] }

/** The last night of the ledger that came to its end, whole or with files that were not taken; null before the first. */
export async function lastGoodNight({ store, unit }: Pick<Office, 'store' | 'unit'>): Promise<GoodNight | null> {
  const good = store.db
    .selectFrom('run')
    .select(['as_of', 'finished_at', 'state'])
    .where('unit', '=', unit)
    .where('command', '=', 'nightly')
    .where('state', 'in', ['done', 'incomplete'])
  const run = await good.orderBy('run', 'desc').limit(1).executeTakeFirst()
  return run === undefined ? null : { asOf: run.as_of, finished: run.finished_at, state: run.state }
}
