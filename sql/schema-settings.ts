/** Rows of the tables that say with which settings rows were made, and what other settings moved. */
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
