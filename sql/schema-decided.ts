/** Rows of the tables of what people did with data: shown names, files taken back, persons taken away. */
export type UnmaskingRow = {
  unit: number
  unmasking: number
  as_of: string
  unmasked_by: string
  unmasked_at: string
  why: string
  keys: string
}

export type RetractionRow = {
  unit: number
  retraction: number
  file: number
  decision: 'retracted' | 'restored'
  why: string
  decided_by: string
  decided_at: string
  as_of: string
}

export type PurgeRow = {
  unit: number
  purge: number
  before_day: string | null
  as_of: string
  purged_by: string
  purged_at: string
  why: string | null
  counts: string
}
