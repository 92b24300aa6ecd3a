import type { System } from '../connectors/connector.ts'
import type { DiscrepancyState } from '../sql/schema.ts'
import { type Acknowledged, acknowledgedOn } from './desk/acknowledged.ts'
import { addDays, type Day, daysBetween } from './day.ts'
import type { Office } from './office.ts'
import { contains, type Period, type Span } from './period.ts'
import { byKindAndKey, type Detail, type Kind, kinds } from './rules/rule.ts'
import { type BySettings, movedBySettings } from './settings/settings-change.ts'

/** A discrepancy as lists and `--json` show it. */
export type Listed = {
  readonly key: string
  readonly kind: Kind
  readonly code: string | null
  readonly system: System | null
  readonly state: DiscrepancyState | 'new'
  readonly verified: boolean
  readonly since: Day
  readonly lastSeen: Day
  readonly acknowledged: Acknowledged | null
  readonly bySettings: BySettings | null // other settings moved it last, and no file
  readonly detail: Detail
  readonly sources: readonly { readonly file: string; readonly line: number }[]
}

/**
 * The discrepancies known on a day. With a period: those of dossiers that it counts (either basis), those of files and
 * payments that fall in it, and those of uncounted rows of exports whose window is in it.
 */
export function listDiscrepancies(office: Office, asOf: Day, period: Period | null): Listed[] {
  return discrepancyLister(office, asOf)(period)
}

/** The same for as many periods as are asked for: the discrepancies are read once. */
export function discrepancyLister({ store, unit }: Office, asOf: Day): (period: Period | null) => Listed[] {
  const at = { unit, as_of: asOf }
  const rows = store.ask<Answer>('discrepancies-as-of', at).toSorted(byKindAndKey)
  const lines = store.ask<{ discrepancy: number; file: string; line: number }>('sources-of-discrepancies', at)
  const sources = Map.groupBy(lines, (each) => each.discrepancy)
  const acknowledged = acknowledgedOn({ store, unit }, asOf)
  const bySettings = movedBySettings({ store, unit }, asOf)
  const listed = (row: Answer): Listed => ({
    key: row.key,
    kind: row.kind,
    code: row.code,
    system: row.system,
    state: stateOf(row, acknowledged.has(row.key), asOf),
    verified: row.verified === 1,
    since: row.since,
    lastSeen: row.last_seen,
    acknowledged: row.state === 'resolved' ? null : (acknowledged.get(row.key) ?? null),
    bySettings: bySettings.get(row.discrepancy) ?? null,
    detail: JSON.parse(row.detail) as Detail,
    sources: (sources.get(row.discrepancy) ?? []).map(({ file, line }) => ({ file, line })),
  })
  return (period) => rows.filter((row) => period === null || fallsIn(row, period)).map(listed)
}

/** The period's discrepancies that are not resolved, as of the office's night. */
export function openIn(office: Office, period: Period): Listed[] {
  return listDiscrepancies(office, office.asOf, period).filter(isOpen)
}

export function isOpen({ state }: Pick<Listed, 'state'>): boolean {
  return state !== 'resolved'
}

/** How many there are of a kind, and how many of them came tonight. */
export type KindCount = { readonly kind: Kind; readonly count: number; readonly fresh: number }

/** The kinds that a list has, in the order of kinds. */
export function countKinds(list: readonly Listed[]): KindCount[] {
  const byKind = Map.groupBy(list, ({ kind }) => kind)
  return kinds.flatMap((kind) => {
    const these = byKind.get(kind) ?? []
    const fresh = these.filter(({ state }) => state === 'new').length
    return these.length === 0 ? [] : [{ kind, count: these.length, fresh }]
  })
}

type Answer = {
  discrepancy: number
  key: string
  kind: Kind
  dossier: number | null
  code: string | null
  system: System | null
  detail: string
  place_from: Day | null
  place_to: Day | null
  verified: number
  since: Day
  last_seen: Day
  state: DiscrepancyState
  own: number | null
  received_day: Day | null
  ended_day: Day | null
}

/** What a person decided stands beside what nights write: it shows until evidence says that it is over. */
function stateOf({ state, since }: Answer, isAcknowledged: boolean, asOf: Day): Listed['state'] {
  if (state === 'resolved') return state
  if (isAcknowledged) return 'acknowledged'
  return state === 'open' && since === asOf ? 'new' : state
}

function fallsIn(row: Answer, period: Period): boolean {
  const counted = row.own === 1 && row.received_day !== null
  if (row.kind === 'overdue_resolved') return row.ended_day !== null && contains(period, row.ended_day)
  if (counted) return row.received_day! <= period.to && (row.ended_day === null || row.ended_day >= period.from)
  return row.place_from !== null && row.place_to !== null && mostly({ from: row.place_from, to: row.place_to }, period)
}

/** A window lies in the period that has its middle day: windows and periods seldom begin and end on the same days. */
function mostly(window: Span, period: Period): boolean {
  return contains(period, addDays(window.from, Math.floor(daysBetween(window.from, window.to) / 2)))
}
