import type { FileRow, ListingRow, PaymentSourceRow, RejectRow, SightingRow, SourceRow } from './schema-files.ts'
import type { PurgeRow, RetractionRow, UnmaskingRow } from './schema-decided.ts'
import type { LinkDecisionRow, LinkRow, RecordRow, UnmatchedRow } from './schema-links.ts'
import type {
  MadeOfRow,
  MadeWithRow,
  MovedDiscrepancyRow,
  MovedFigureRow,
  SettingsChangeRow,
  SummaryRow,
} from './schema-settings.ts'

/** The tables as Kysely sees them: the same names and types as in `migrations/`, held together by a test. */
export type Schema = {
  readonly unit: { unit: number; agency_code: string }
  readonly word: { unit: number; word: number; text: string }
  readonly code: { unit: number; dossier: number; code: string }
  readonly run: RunRow
  readonly file: FileRow
  readonly sighting: SightingRow
  readonly source_row: SourceRow
  readonly payment_row: PaymentSourceRow
  readonly listing: ListingRow
  readonly reject: RejectRow
  readonly export: ExportRow
  readonly export_file: { unit: number; export: number; file: number; reading: number }
  readonly record: RecordRow
  readonly unmatched: UnmatchedRow
  readonly link: LinkRow
  readonly overruled: { unit: number; decision: number; dossier: number }
  readonly link_decision: LinkDecisionRow
  readonly payment: { unit: number; dossier: number; export: number; row: number }
  readonly window_file: { unit: number; export: number; file: number; reading: number }
  readonly once_listed: { unit: number; export: number; dossier: number }
  readonly gone: { unit: number; export: number; dossier: number }
  readonly change: ChangeRow
  readonly dossier: DossierTableRow
  readonly reconciled: MadeOfRow
  readonly moved: { unit: number; from_day: string; to_day: string }
  readonly summarized: MadeOfRow
  readonly discrepancy: DiscrepancyRow
  readonly discrepancy_source: { unit: number; discrepancy: number; file: number; line: number }
  readonly discrepancy_event: DiscrepancyEventRow
  readonly discrepancy_version: DiscrepancyVersionRow
  readonly closing: ClosingRow
  readonly closed_dossier: { unit: number; period: string; closing: number; dossier: number; document: string }
  readonly acknowledgement: AcknowledgementRow
  readonly retraction: RetractionRow
  readonly unmasking: UnmaskingRow
  readonly purge: PurgeRow
  readonly purged_dossier: { unit: number; dossier: number }
  readonly made_with: MadeWithRow
  readonly settings_change: SettingsChangeRow
  readonly moved_discrepancy: MovedDiscrepancyRow
  readonly moved_figure: MovedFigureRow
  readonly summary: SummaryRow
}

export type ClosingRow = {
  unit: number
  period: string
  closing: number
  from_day: string
  to_day: string
  as_of: string
  run: number
  closed_at: string
  closed_by: string
  why: string | null
  state: 'closed' | 'restated' | 'reopened'
  document: string
}

export type RunState = 'running' | 'done' | 'incomplete' | 'failed' | 'interrupted'

export type RunRow = {
  unit: number
  run: number
  command: string
  as_of: string
  started_at: string
  finished_at: string | null
  state: RunState
  detail: string
  kept: number
}

export type ExportRow = {
  unit: number
  export: number
  system: string
  window_from: string
  window_to: string
  window_by: 'preamble' | 'portal' | 'events'
  came: string
  met: string
}

export type ChangeRow = {
  unit: number
  as_of: string
  export: number
  dossier: number
  what: 'appeared' | 'changed' | 'gone'
  due_before: string | null
  due_after: string | null
  system: string | null
  window_from: string | null
}

export type DossierTableRow = {
  unit: number
  dossier: number
  own: number
  received_day: string | null
  ended_day: string | null
  outcome: 'none' | 'open' | 'resolved' | 'refused' | 'withdrawn'
  window_from: string | null
  unheard: string | null
}

export type DiscrepancyState = 'open' | 'acknowledged' | 'resolved' | 'reopened'

export type DiscrepancyRow = {
  unit: number
  discrepancy: number
  key: string
  kind: string
  dossier: number | null
  code: string | null
  system: string | null
  systems: string
  detail: string
  place_from: string | null
  place_to: string | null
  state: DiscrepancyState
  verified: number
  since: string
  last_seen: string
}

export type DiscrepancyEventRow = {
  unit: number
  discrepancy: number
  event: number
  as_of: string
  run: number
  state: DiscrepancyState
}

export type DiscrepancyVersionRow = {
  unit: number
  discrepancy: number
  as_of: string
  verified: number
  last_seen: string
  detail: string
  place_from: string | null
  place_to: string | null
  sources: string | null
}

export type AcknowledgementRow = {
  unit: number
  acknowledgement: number
  key: string
  decision: 'acknowledged' | 'reopened'
  until_day: string | null
  why: string | null
  decided_by: string
  decided_at: string
  as_of: string
  run: number
}
