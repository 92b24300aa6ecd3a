import { type System, systems } from '../connectors/connector.ts'
import type { RunRow } from '../sql/schema.ts'
import { tryLock } from '../sql/lock.ts'
import { newestBackup } from './keeping/backups.ts'
import { type Day, defaultAsOf } from './day.ts'
import { countKinds, listDiscrepancies, isOpen } from './discrepancy-list.ts'
import type { Office } from './office.ts'
import { type GoodNight, lastGoodNight, lastLine } from './ledger.ts'
import { laterNight } from './open-office.ts'
import { monthNext, monthOf, type Period } from './period.ts'
import type { Kind } from './rules/rule.ts'

/** Where the ward stands, on one screen. */
export type Status = {
  readonly asOf: Day
  readonly systems: readonly { readonly system: System; readonly reaches: Day | null; readonly came: Day | null }[]
  readonly laterNight: Day | null // a night after `asOf` that was run before it
  readonly lastNight: GoodNight | null
  readonly missedDays: number // working days that ended since the last good night, and none was run for
  readonly lastRun: {
    readonly asOf: Day
    readonly started: string
    readonly state: string
    readonly detail: string
  } | null
  readonly open: readonly { readonly kind: Kind; readonly count: number }[]
  readonly backup: string | null // the copy of the last night that was copied
  readonly period: Period
  readonly nextPeriod: Period
}

/** `now` is the machine's: it alone knows that no night was started. */
export async function statusOf(office: Office, now: Date): Promise<Status> {
  const { store, unit, config, asOf } = office
  const known = new Map(
    store
      .ask<{ system: System; reaches: Day; came: Day | null }>('freshness-of-systems', { unit })
      .map((each) => [each.system, each]),
  )
  const lastNight = await lastGoodNight(office)
  const open = listDiscrepancies(office, asOf, null).filter(isOpen)
  const period = monthOf(asOf, config.periods)
  return {
    asOf,
    systems: systems.map((system) => known.get(system) ?? { system, reaches: null, came: null }),
    laterNight: laterNight(office),
    lastNight,
    missedDays: lastNight === null ? 0 : missedSince(office, lastNight.asOf, now),
    lastRun: runNow(await lastLine(office), config.database),
    open: countKinds(open).map(({ kind, count }) => ({ kind, count })),
    backup: newestBackup(config),
    period,
    nextPeriod: monthNext(period.id, config.periods),
  }
}

/** Working days that ended since a night, up to `now`, which is the machine's. */
export function missedSince({ calendar }: Pick<Office, 'calendar'>, last: Day, now: Date): number {
  const today = defaultAsOf(now)
  return today <= last ? 0 : calendar.workingDaysBetween(last, today)
}

/** The last line of the ledger, as it stands now; null where there is none. */
export function runNow(last: RunRow | undefined, database: string): Status['lastRun'] {
  if (last === undefined) return null
  const { as_of: asOf, started_at: started, detail } = last
  return { asOf, started, state: stateNow(last.state, database), detail }
}

/** A run that the ledger has as running, and whose lock is free, was killed. */
function stateNow(state: string, database: string): string {
  if (state !== 'running') return state
  const lock = tryLock(`${database}.lock`)
  lock?.release()
  return lock === null ? 'running' : 'interrupted'
}
