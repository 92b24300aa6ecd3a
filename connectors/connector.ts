import type { Column, Value } from './column.ts'

/** Every system that hands over an export. The order is the order of lists and reports. */
export const systems = [
  'dvcqg',
  'dvcqg-thanhtoan',
  'trungtam',
  'botuphap-hotich',
  'botuphap-chungthuc',
  'botaichinh-hkd',
  'boyte-btxh',
  'bonoivu-ncc',
  'bonnmt-datdai',
  'boxaydung-gpxd',
  'bocongthuong',
  'bogddt',
  'bocongan-cutru',
  'bovhttdl',
] as const

export type System = (typeof systems)[number]

/** Where a dossier stands, in the words of the national portal's status codes 1 to 10. */
export type Status =
  | 'submitted'
  | 'not_accepted'
  | 'received'
  | 'processing'
  | 'supplement'
  | 'financial'
  | 'completed'
  | 'returned'
  | 'refused'
  | 'stopped'
  | 'withdrawn'

export type Channel = 'online' | 'counter' | 'post'

/**
 * One line of a list of dossiers, typed. Days are `2026-02-13`, instants `2026-02-13T08:05:00`, both in
 * Asia/Ho_Chi_Minh; money is whole dong; text is NFC, trimmed, never empty. Null: the export does not say.
 */
export type DossierRow = {
  readonly code: string | null // the portal's code, cleaned: upper case, no spaces, plain dashes, organisation first
  readonly ownNumber: string | null // the ministry's own number
  readonly procedure: string | null // as exported: may have a suffix or have lost zeros
  readonly procedureName: string | null
  readonly field: string | null
  readonly agency: string | null
  readonly person: string | null
  readonly identity: string | null // canonical when it is one; else as it stands
  readonly identityIsValid: boolean | null // null when there is no identity
  readonly channel: Channel | null
  readonly submitted: string | null
  readonly received: string | null
  readonly due: string | null
  readonly ended: string | null // the result, the refusal or the withdrawal
  readonly handed: string | null // the result was handed over
  readonly status: Status | null // null where the export has no status (the Centre's book)
  readonly handledBy: string | null // the portal's words for the system that works on it
  readonly account: string | null
  readonly officer: string | null
  readonly components: number | null
  readonly digitized: number | null
  readonly reused: number | null
  readonly electronicResult: boolean | null
  readonly fee_dong: number | null
  readonly note: string | null
}

/** One transaction of the portal's payment list. */
export type PaymentRow = {
  readonly transaction: string
  readonly code: string | null
  readonly purpose: string | null
  readonly amount_dong: number
  readonly paid: string // an instant
  readonly outcome: 'succeeded' | 'failed' | 'refunded'
  readonly intermediary: string | null
}

/** What one system's export looks like: reading a connector is reading the format. */
export type Connector = {
  readonly system: System
  readonly label: string // as people call it, in Vietnamese
  readonly lists: 'dossiers' | 'payments'
  readonly columns: { readonly [field in keyof DossierRow | keyof PaymentRow]?: Column<Value> }
  readonly ignored: readonly string[] // headers (alternates too) that are known and not needed
  readonly multiline?: boolean // cells may run over several lines
  readonly quoting?: false // a quotation mark is a letter like any other
}
