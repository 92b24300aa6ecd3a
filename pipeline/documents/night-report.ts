import { type System, systems } from '../../connectors/connector.ts'
import { countsOf, type DeskList } from '../../reports/desk/desk.ts'
import type {
  MovedDue,
  NightChanges,
  NightFile,
  NightKind,
  NightReport,
  NightSystem,
} from '../../reports/night-report.ts'
import { type Change, changesOf } from '../nights/changes.ts'
import type { Day } from '../day.ts'
import { type Found, isWorseNow, wasOpen } from '../desk/desk-list.ts'
import type { Basis } from '../figures.ts'
import type { Office } from '../office.ts'
import { laterNight } from '../open-office.ts'
import { outrankedOn } from '../loading/outranked.ts'
import type { PeriodFigures } from '../period-figures.ts'
import { kinds } from '../rules/rule.ts'
import { settingsChangesOf } from '../settings/settings-change.ts'

/** What a page can hold: a night in which more due days moved is not read dossier by dossier. */
const MOST_DUES = 500

/**
 * The office's night at a glance. `stated` is the current month's; `found` and `list` are the discrepancies of the night
 * and the desk's list of them. The same night gives the same value, however often and by whichever run it is asked for.
 */
export function nightReport(
  office: Office,
  stated: Readonly<Record<Basis, PeriodFigures>>,
  found: readonly Found[],
  list: DeskList,
): NightReport {
  const { config, asOf } = office
  const changes = changesOf(office, asOf)
  const dues = movedDues(changes)
  const files = filesOf(office)
  return {
    centre: config.unit.centre,
    asOf,
    before: list.before,
    laterNight: laterNight(office),
    period: stated.all.period,
    stated,
    systems: systemsOf(office, stated.all, files),
    kinds: kindsTonight(found, asOf),
    desk: countsOf(list),
    settingsChanges: settingsChangesOf(office),
    changes: changesBySystem(changes),
    dues: dues.slice(0, MOST_DUES),
    duesLeftOut: Math.max(0, dues.length - MOST_DUES),
    files,
    outranked: outrankedOn(office),
  }
}

/** What a night did to the discrepancies of each kind; kinds that are neither open nor were resolved tonight are left out. */
export function kindsTonight(found: readonly Found[], asOf: Day): NightKind[] {
  const open = found.filter(({ state }) => state !== 'resolved')
  const onList = new Set(found.filter(wasOpen).map(({ code }) => code))
  const byKind = Map.groupBy(found, ({ kind }) => kind)
  return kinds.flatMap((kind): NightKind[] => {
    const these = byKind.get(kind) ?? []
    const turned = these.filter((each) => each.changed === asOf && !wasOpen(each) && each.state !== 'resolved')
    const over = these.filter((each) => each.changed === asOf && each.state === 'resolved' && !isWorseNow(each, open))
    const standing = these.filter(({ state }) => state !== 'resolved')
    if (standing.length + over.length === 0) return []
    const acknowledged = standing.filter((each) => each.state === 'acknowledged').length
    const again = turned.filter(({ before }) => before === 'resolved').length
    return [
      {
        kind,
        open: standing.length - acknowledged,
        acknowledged,
        fresh: turned.length - again,
        again,
        worse: turned.filter(({ code }) => code !== null && onList.has(code)).length,
        resolved: over.length,
      },
    ]
  })
}

/** In the order of systems; one that told nothing new is left out. */
function changesBySystem(changes: readonly Change[]): NightChanges[] {
  const bySystem = Map.groupBy(changes, ({ system }) => system)
  return systems.flatMap((system): NightChanges[] => {
    const these = bySystem.get(system) ?? []
    if (these.length === 0) return []
    const count = (what: Change['what']): number => these.filter((each) => each.what === what).length
    return [{ system, appeared: count('appeared'), changed: count('changed'), gone: count('gone') }]
  })
}

function movedDues(changes: readonly Change[]): MovedDue[] {
  const moved = changes.filter(({ dueBefore, dueAfter }) => dueBefore !== dueAfter)
  return moved.map(({ code, system, dueBefore: before, dueAfter: after }) => ({ code, system, before, after }))
}

function filesOf({ store, unit, asOf: as_of }: Office): NightFile[] {
  const rows = store.ask<Omit<NightFile, 'reason'> & { reason: string | null }>('files-of-a-night', { unit, as_of })
  return rows.map(({ reason, ...file }) => ({
    ...file,
    reason: reason === null ? null : (JSON.parse(reason) as NightFile['reason']),
  }))
}

function systemsOf(
  { store, unit }: Office,
  { incomplete }: Pick<PeriodFigures, 'incomplete'>,
  files: readonly NightFile[],
): NightSystem[] {
  const rows = store.ask<{ system: System; reaches: Day }>('freshness-of-systems', { unit })
  const reaching = new Map(rows.map(({ system, reaches }) => [system, reaches]))
  const fresh = new Set(files.filter(({ state }) => state === 'loaded').map(({ system }) => system))
  return systems.map((system) => {
    const reaches = reaching.get(system) ?? null
    const isMissing = incomplete.includes(system)
    const known = reaches === null ? (isMissing ? 'silent' : 'none') : isMissing ? 'late' : 'heard'
    return { system, is: fresh.has(system) && !isMissing ? 'new' : known, reaches }
  })
}
