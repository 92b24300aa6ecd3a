import type { System } from '../../connectors/connector.ts'
import { compare } from '../compare.ts'
import type { Dossier } from '../dossier.ts'
import type { Facts } from '../facts.ts'
import type { Span } from '../period.ts'
import type { Setting } from '../setting.ts'

/** The kinds of discrepancy, in the order of lists. */
export const kinds = [
  'routed_past_centre',
  'missing_at_centre',
  'missing_in_portal',
  'missing_in_ministry',
  'export_missing',
  'status_conflict',
  'date_conflict',
  'duplicate_code',
  'linked_without_code',
  'ambiguous_match',
  'unlinked_record',
  'impossible_dates',
  'due_date_suspect',
  'unknown_procedure',
  'invalid_identity',
  'not_digitized',
  'fee_unpaid',
  'fee_amount_conflict',
  'payment_duplicate',
  'payment_orphan',
  'overdue_pending',
  'due_soon',
  'overdue_resolved',
  'reception_overdue',
  'foreign_unit',
  'unreadable_row',
  'control_total_mismatch',
  'schema_drift',
  'vanished',
  'carry_over_mismatch',
  'late_change',
] as const

export type Kind = (typeof kinds)[number]

const places = new Map<string, number>(kinds.map((kind, index) => [kind, index]))

/** The order of lists: by kind, then by key; the order in which files came does not show. */
export function byKindAndKey(a: { readonly kind: string; readonly key: string }, b: typeof a): number {
  return places.get(a.kind)! - places.get(b.kind)! || compare(a.key, b.key)
}

/** Where the evidence stands: a row of an export, or a line of a file. */
export type Source =
  | { readonly export: number; readonly row: number }
  | { readonly file: number; readonly line: number }

export type Detail = Readonly<Record<string, string | number | null | readonly (string | number)[]>>

/** One discrepancy as a rule raises it; its identity is the kind, the dossier and `system`. */
export type Finding = {
  readonly system: System | null
  readonly systems: readonly System[] // whose word it takes to say that it is over
  readonly detail: Detail
  readonly sources: readonly Source[]
  readonly place?: Span // where it falls when no counted dossier says so
}

/** A rule about one dossier: pure, and silent when all is well. */
export type Rule = { readonly kind: Kind; readonly raise: (dossier: Dossier, setting: Setting) => readonly Finding[] }

/** A rule about a code that no list of dossiers knows: what is known of it are payments. */
export type OrphanRule = { readonly kind: Kind; readonly raise: (facts: Facts) => readonly Finding[] }

export const nothing: readonly Finding[] = []

/** The rows of the window behind a dossier, as sources. */
export function sourcesOf(dossier: Dossier): Source[] {
  return dossier.rows.map(sourceOf)
}

export function sourceOf(row: { readonly from: { readonly export: number }; readonly row: number }): Source {
  return { export: row.from.export, row: row.row }
}

/** The systems that have a readable row of it. */
export function systemsOf(dossier: Dossier): System[] {
  return dossier.rows.map((row) => row.from.system)
}

/** The account that has the dossier: the ministry system says, else the portal. */
export function accountOf({ ministry, portal }: Pick<Dossier, 'ministry' | 'portal'>): string | null {
  if (ministry.is === 'listed' && ministry.row.account !== null) return ministry.row.account
  return portal.is === 'listed' ? portal.row.account : null
}
