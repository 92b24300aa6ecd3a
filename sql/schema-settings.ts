/** Rows of the tables of what was stated, of what rows were made from and with, and of what other settings moved. */
/** What the rows of a stage were worked out from. */
export type MadeOfRow = { unit: number; as_of: string; document: string }

export type MadeWithRow = {
  unit: number
  stage: 'reconcile' | 'summarize'
  as_of: string
  settings: string
  links: number
}

export type SettingsChangeRow = { unit: number; as_of: string; change: number; settings: string }

export type MovedDiscrepancyRow = {
  unit: number
  as_of: string
  change: number
  discrepancy: number
  how: 'raised' | 'over' | 'retold'
}

export type MovedFigureRow = {
  unit: number
  as_of: string
  change: number
  period: string
  basis: string
  figure: string
  before: number | null
  after: number | null
}

export type SummaryRow = {
  unit: number
  period: string
  basis: string
  from_day: string
  to_day: string
  as_of: string
  document: string
}
