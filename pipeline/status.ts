import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type System, systems } from '../connectors/connector.ts'
import type { DeskDossier, Mark } from '../reports/desk/desk.ts'
import type { RunRow } from '../sql/schema.ts'
import { type Day, defaultAsOf, instantOf } from './day.ts'
import { deskList } from './desk/desk-list.ts'
import { type FoundTonight, readFound } from './desk/desk-reader.ts'
import { countKinds, isOpen } from './discrepancy-list.ts'
import type { Config } from './config/config.ts'
import { isOnServer } from './config/home.ts'
import { isLocked } from './lock.ts'
import { newestBackup, nightOfBackup } from './keeping/backups.ts'
import type { Office } from './office.ts'
import { type GoodNight, lastGoodNight, lastLine } from './ledger.ts'
import { laterNight } from './open-office.ts'
import { monthNext, monthOf, type Period } from './period.ts'
import type { Kind } from './rules/rule.ts'

/** Where the ward stands, on one screen. */
export type Status = {
  readonly unit: string // its agency code
  readonly name: string
  readonly now: string // an instant, of the machine's clock in Vietnam
  readonly asOf: Day
  readonly systems: readonly { readonly system: System; readonly reaches: Day | null; readonly came: Day | null }[]
  readonly silent: readonly System[] // that the last night should have heard, and did not
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
  readonly urgent: readonly Urgent[] // what the desk has to do, the most urgent first
  readonly list: string | null // the folder of the desk's list; null: it is not there
  readonly store: 'file' | 'server' // where the database is; a server's copies are the business of who keeps it
  readonly backup: string | null // the copy of the last night that was copied
  readonly backedUp: { readonly asOf: Day; readonly nightsSince: number } | null // of what is not backed up yet
  readonly period: Period
  readonly nextPeriod: Period
}

/** How many dossiers of a group of the desk's list are to do, or matters of files, and how many of them turned tonight. */
export type Urgent = {
  readonly group: DeskDossier['group'] | 'files'
  readonly count: number
  readonly fresh: number
}

/** `now` is the machine's: it alone knows that no night was started. */
export function statusOf(office: Office, now: Date): Status {
  const { store, unit, config, asOf } = office
  const known = new Map(
    store
      .ask<{ system: System; reaches: Day; came: Day | null }>('freshness-of-systems', { unit })
      .map((each) => [each.system, each]),
  )
  const lastNight = lastGoodNight(office)
  const tonight = readFound(office)
  const open = tonight.found.filter(isOpen)
  const period = monthOf(asOf, config.periods)
  return {
    unit: config.unit.agencyCode,
    name: config.unit.name,
    now: instantOf(now),
    asOf,
    systems: systems.map((system) => known.get(system) ?? { system, reaches: null, came: null }),
    silent: systems.filter((system) => open.some((each) => each.kind === 'export_missing' && each.system === system)),
    laterNight: laterNight(office),
    lastNight,
    missedDays: lastNight === null ? 0 : missedSince(office, lastNight.asOf, now),
    lastRun: runNow(lastLine(office), config),
    open: countKinds(open).map(({ kind, count }) => ({ kind, count })),
    urgent: urgentOf(office, tonight),
    list: listFolder(office),
    store: isOnServer(config) ? 'server' : 'file',
    backup: newestBackup(config),
    backedUp: backedUp(office),
    period,
    nextPeriod: monthNext(period.id, config.periods),
  }
}

function urgentOf({ config, asOf }: Office, { before, found }: FoundTonight): Urgent[] {
  // what is known of the dossiers does not matter for their number
  const { dossiers, files } = deskList({ unit: config.unit.name, asOf, before }, found, new Map())
  const fresh = (list: readonly { readonly mark: Mark | null }[]): number =>
    list.filter(({ mark }) => mark !== null).length
  const groups = [...Map.groupBy(dossiers, ({ group }) => group)].map(([group, these]) => ({
    group,
    count: these.length,
    fresh: fresh(these),
  }))
  return files.length === 0 ? groups : [...groups, { group: 'files', count: files.length, fresh: fresh(files) }]
}

function listFolder({ config, asOf }: Office): string | null {
  const folder = join(config.out, 'nightly', asOf)
  return existsSync(folder) ? folder : null
}

/** The night of the newest copy, and how many nights of the ledger came to their end after it. */
function backedUp({ store, unit, config }: Office): Status['backedUp'] {
  const file = newestBackup(config)
  if (file === null) return null
  const asOf = nightOfBackup(file)
  return { asOf, nightsSince: store.ask<{ nights: number }>('nights-after', { unit, as_of: asOf })[0]!.nights }
}

/** Working days that ended since a night, up to `now`, which is the machine's. */
export function missedSince({ calendar }: Pick<Office, 'calendar'>, last: Day, now: Date): number {
  const today = defaultAsOf(now)
  return today <= last ? 0 : calendar.workingDaysBetween(last, today)
}

/** The last line of the ledger, as it stands now; null where there is none. */
export function runNow(last: RunRow | undefined, config: Config): Status['lastRun'] {
  if (last === undefined) return null
  const { as_of: asOf, started_at: started, detail } = last
  return { asOf, started, state: stateNow(last.state, config), detail }
}

/** A run that the ledger has as running, and whose lock is free, was killed. */
function stateNow(state: string, config: Config): string {
  if (state !== 'running') return state
  return isLocked(config) ? 'running' : 'interrupted'
}
