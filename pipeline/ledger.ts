import type { RunRow } from '../sql/schema.ts'
import { type Day, instantOf } from './day.ts'
import type { Night } from './night.ts'
import type { Office } from './office.ts'
import type { Desk } from './world.ts'

/**
 * Opens a line in the ledger. A line that is still open then belongs to a run that was killed: the lock is ours.
 * `kept`: the run before was of the same command, brought its rows into the database and broke off after that.
 */
export async function openLine(
  { store, unit }: Office,
  { command, asOf }: { readonly command: string; readonly asOf: Day },
  started: string,
): Promise<{ run: number; kept: boolean }> {
  return store.transaction(async () => {
    const killed = store.db
      .updateTable('run')
      .set({ state: 'interrupted' })
      .where('unit', '=', unit)
      .where('state', '=', 'running')
    await killed.execute()
    const last = lastLine({ store, unit })
    const run = (last?.run ?? 0) + 1
    const begun = {
      as_of: asOf,
      started_at: started,
      finished_at: null,
      state: 'running',
      detail: '',
      kept: 0,
    } as const
    store.insert('run', [{ unit, run, command, ...begun }])
    return { run, kept: last?.command === command && brokeOff(last) }
  })
}

/** Says, in the transaction of the rows, that they are kept. */
export async function keepLine(night: Night): Promise<void> {
  await lineOf(night).set({ kept: 1 }).execute()
}

/** Says how a run ended, and when; in a transaction of its own. */
export async function closeLine(
  { world }: Desk,
  night: Night,
  state: 'done' | 'incomplete' | 'failed' | 'interrupted',
  detail: string,
): Promise<void> {
  const line = lineOf(night).set({ state, detail, finished_at: instantOf(world.now()) })
  await night.store.transaction(() => line.execute())
}

/** The last line of the ledger, of whatever command. */
export function lastLine({ store, unit }: Pick<Office, 'store' | 'unit'>): RunRow | undefined {
  return store.ask<RunRow>('last-run', { unit, command: null, ended: 0 })[0]
}

/** The last line that came to its end, of one command, or of whatever command (null). */
export function lastGoodLine(
  { store, unit }: Pick<Office, 'store' | 'unit'>,
  command: string | null,
): RunRow | undefined {
  return store.ask<RunRow>('last-run', { unit, command, ended: 1 })[0]
}

/** A night that came to its end: all of its documents stand. */
export type GoodNight = { readonly asOf: Day; readonly finished: string | null; readonly state: RunRow['state'] }

/** The last night of the ledger that came to its end, whole or with files that were not taken; null before the first. */
export function lastGoodNight(office: Pick<Office, 'store' | 'unit'>): GoodNight | null {
  const run = lastGoodLine(office, 'nightly')
  return run === undefined ? null : { asOf: run.as_of, finished: run.finished_at, state: run.state }
}

function brokeOff({ state, kept }: Pick<RunRow, 'state' | 'kept'>): boolean {
  return kept === 1 && (state === 'interrupted' || state === 'failed')
}

function lineOf({ store, unit, run }: Night) {
  return store.db.updateTable('run').where('unit', '=', unit).where('run', '=', run)
}
