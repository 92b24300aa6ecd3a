import type { System } from '../connectors/connector.ts'
import type { DiscrepancyState } from '../sql/schema.ts'
import { addDays, type Day, daysBetween } from './day.ts'
import type { Office } from './office.ts'
import { contains, type Period, type Span } from './period.ts'
import { type Detail, type Kind, kinds } from './rules/rule.ts'
import { compare } from './compare.ts'

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
  readonly detail: Detail
  readonly sources: readonly { readonly file: string; readonly line: number }[]
}

/**
 * The discrepancies known on a day. With a period: those of dossiers that it counts (either basis), those of files and
 * payments that fall in it, and those of uncounted rows of exports whose window is in it.
 */
export function listDiscrepancies({ store, unit }: Office, asOf: Day, period: Period | null): Listed[] {
  const rows = store
    .ask<Answer>('discrepancies-as-of', { unit, as_of: asOf })
    .filter((row) => period === null || fallsIn(row, period))
  const lines = store.ask<{ discrepancy: number; file: string; line: number }>('sources-of-discrepancies', { unit })
  const sources = Map.groupBy(lines, (each) => each.discrepancy)
  return inOrder(rows).map((row) => ({
    key: row.key,
    kind: row.kind,
    code: row.code,
    system: row.system,
    state: row.state === 'open' && row.since === asOf ? 'new' : row.state,
    verified: row.verified === 1,
    since: row.since,
    lastSeen: row.last_seen,
    detail: JSON.parse(row.detail) as Detail,
    sources: (sources.get(row.discrepancy) ?? []).map(({ file, line }) => ({ file, line })),
  }))
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

/** By kind, then by key: the order in which files came does not show. */
function inOrder(rows: readonly Answer[]): Answer[] {
  const place = new Map(kinds.map((kind, index) => [kind, index]))
  return rows.toSorted((a, b) => place.get(a.kind)! - place.get(b.kind)! || compare(a.key, b.key))
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
