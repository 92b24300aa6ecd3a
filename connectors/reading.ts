import type { Connector, DossierRow, PaymentRow } from './connector.ts'
import type { Legacy } from './legacy.ts'

/** A file's bytes, in chunks of any size, from the beginning at every call (a file is looked at more than once). */
export type Bytes = () => Iterable<Uint8Array>

export type Unicode = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be'

/**
 * How letters became bytes. `tcvn3 in utf-8`: bytes of TCVN3 were taken for Western European letters, and those saved
 * as UTF-8, in all of the text or in some of it; `utf-8 in utf-8`: UTF-8 was, in all of it.
 */
export type Encoding = Unicode | 'windows-1252' | Legacy | `${Legacy | 'utf-8' | 'utf-8 in utf-8'} in ${Unicode}`

/** How a file says what it says: text in an encoding, or sheets. */
export type Form = Encoding | 'xlsx' | 'html' | 'spreadsheetml'

/** What a file turned out to be, known once its header has been found. */
export type Recognised = {
  readonly is: 'export'
  readonly connector: Connector
  readonly encoding: Form
  readonly delimiter: string // none in sheets
  readonly window: { readonly from: string; readonly to: string } | null // days, as the preamble states them
  readonly drift: readonly string[] // headers that nobody asked for
  readonly above: readonly string[] // the lines of the preamble, as they stand
}

/** A file that is not read: `unclaimed` (nobody knows it) or `refused` (known, but not readable as it is). */
export type Turned = {
  readonly is: 'unclaimed' | 'refused'
  readonly reason: Reason
  readonly system: Connector['system'] | null
  readonly encoding: Form | null
  readonly delimiter: string | null
}

/** Why, as a stable id and what the sentence needs: what was found, what was sought, the nearest header … */
export type Reason = { readonly id: string; readonly [detail: string]: string | number | readonly string[] }

export type RejectReason =
  | 'missing_columns'
  | 'extra_columns'
  | 'missing_value'
  | 'missing_code'
  | 'invalid_code'
  | 'invalid_date'
  | 'invalid_number'
  | 'invalid_word'
  | 'unknown_status'
  | 'spreadsheet_damage'
  | 'swallowed_lines'

/** A row that was read, or one that could not be; `line` is the physical line, from 1, on which it starts. */
export type Read =
  | {
      readonly is: 'row'
      readonly line: number
      readonly row: DossierRow | PaymentRow
      readonly sameness: string
      readonly writtenCode?: string // the code's cell, where it had to be cleaned or holds no code
    }
  | {
      readonly is: 'reject'
      readonly line: number
      readonly code: string | null // the dossier's code, where it can still be read
      readonly column: string | null // the header as it stands in the file
      readonly reason: RejectReason
      readonly value: string | null // the offending cell, verbatim
      readonly raw: string // the row as it came, verbatim
    }

/** physical = preamble + header + blank + data + footer; read = rows + rejects. */
export type Account = {
  readonly physical: number
  readonly preamble: number
  readonly header: number
  readonly blank: number
  readonly data: number
  readonly footer: number
  readonly read: number
  readonly rejected: number
  readonly statedTotal: number | null
  readonly torn: boolean // the last line is cut short: no line end, and too few cells or an open quote
}

/**
 * A reading in progress. `reads` yields the rows and rejects in the order of their lines and ends with the
 * account; `decoding fails` or a broken file surface there as a `Turned`.
 */
export type Reading = {
  readonly recognised: Recognised
  readonly reads: Generator<Read, Account | Turned, void>
}
