/** Rows of the tables that keep what was read: files, where they were met, and what stands in them. */
export type FileRow = {
  unit: number
  file: number
  sha256: string
  bytes: number
  reading: number
  system: string | null
  encoding: string | null
  delimiter: string | null
  physical_lines: number
  preamble_lines: number
  header_lines: number
  blank_lines: number
  data_lines: number
  footer_lines: number
  rows_read: number
  rows_loaded: number
  rows_repeated: number
  rows_rejected: number
  stated_total: number | null
  stated_from: string | null
  stated_to: string | null
  latest_event: string | null
  drift: string
  state: 'loaded' | 'refused' | 'unclaimed' | 'retracted' | 'purged'
  reason: string | null
}

export type SightingRow = {
  unit: number
  sighting: number
  file: number | null
  path: string
  folder: string
  name_day: string | null
  as_of: string
  run: number
  state: 'loaded' | 'seen_before' | 'refused' | 'unclaimed' | 'not_ready'
  reason: string | null
  met: string
}

export type SourceRow = {
  unit: number
  row: number
  code: number | null
  own_number: string | null
  own_code: number | null
  procedure: number | null
  procedure_name: number | null
  field: number | null
  agency: number | null
  person: string | null
  identity: string | null
  identity_valid: number | null
  channel: string | null
  submitted: string | null
  received: string | null
  due: string | null
  ended: string | null
  handed: string | null
  status: string | null
  handled_by: number | null
  account: number | null
  components: number | null
  digitized: number | null
  reused: number | null
  electronic_result: number | null
  fee_dong: number | null
  fingerprint: number
  written_code: string | null
}

export type PaymentSourceRow = {
  unit: number
  row: number
  code: number | null
  transaction_number: string
  amount_dong: number
  paid: string
  outcome: string
  purpose: number | null
  intermediary: number | null
  fingerprint: number
}

export type ListingRow = {
  unit: number
  file: number
  row_first: number
  row_last: number
  line_first: number
  line_step: number
}

export type RejectRow = {
  unit: number
  file: number
  line: number
  code: number | null
  column_name: string | null
  reason: string
  value: string | null
  raw: string
}
