import type { System } from '../../connectors/connector.ts'
import type { Office } from '../office.ts'

/** A file as it was met, with the account of its lines and rows. */
export type SeenFile = {
  readonly file: string
  readonly sha256: string | null
  readonly system: System | null
  readonly encoding: string | null
  readonly delimiter: string | null
  readonly lines: {
    readonly physical: number
    readonly preamble: number
    readonly header: number
    readonly blank: number
    readonly data: number
    readonly footer: number
  }
  readonly rows: {
    readonly read: number
    readonly loaded: number
    readonly repeated: number
    readonly rejected: number
  }
  readonly statedTotal: number | null
  readonly state: 'loaded' | 'seen_before' | 'refused' | 'unclaimed' | 'not_ready' | 'retracted' | 'purged'
  readonly reason: ({ readonly id: string } & Readonly<Record<string, string | number | readonly string[]>>) | null
}

/** Every file that was ever met, in the order in which it was. */
export function filesSeen({ store, unit }: Pick<Office, 'store' | 'unit'>): SeenFile[] {
  return store.ask<Answer>('files-seen', { unit }).map((row) => ({
    file: row.path,
    sha256: row.sha256,
    system: row.system,
    encoding: row.encoding,
    delimiter: row.delimiter,
    lines: {
      physical: row.physical_lines ?? 0,
      preamble: row.preamble_lines ?? 0,
      header: row.header_lines ?? 0,
      blank: row.blank_lines ?? 0,
      data: row.data_lines ?? 0,
      footer: row.footer_lines ?? 0,
    },
    rows: {
      read: row.rows_read ?? 0,
      loaded: row.rows_loaded ?? 0,
      repeated: row.rows_repeated ?? 0,
      rejected: row.rows_rejected ?? 0,
    },
    statedTotal: row.stated_total,
    state: row.state === 'retracted' || row.state === 'purged' ? row.state : row.sighted,
    reason: row.reason === null ? null : (JSON.parse(row.reason) as SeenFile['reason']),
  }))
}

type Counts =
  | 'physical_lines'
  | 'preamble_lines'
  | 'header_lines'
  | 'blank_lines'
  | 'data_lines'
  | 'footer_lines'
  | 'rows_read'
  | 'rows_loaded'
  | 'rows_repeated'
  | 'rows_rejected'
type Answer = Readonly<Record<Counts | 'stated_total', number | null>> & {
  readonly path: string
  readonly sighted: Exclude<SeenFile['state'], 'retracted' | 'purged'>
  readonly sha256: string | null
  readonly system: System | null
  readonly encoding: string | null
  readonly delimiter: string | null
  readonly state: SeenFile['state'] | null
  readonly reason: string | null
}
