import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Connector } from '../../connectors/connector.ts'
import { piecesOf } from '../../connectors/decode.ts'
import type { Account, Encoding, Recognised } from '../../connectors/reading.ts'
import { cut, type Marks, usualMarks } from '../../connectors/table.ts'
import { accountIn, type Outcome, readAll, rowsOf } from './kit-reading.ts'

/** A sample as a table: what it says, apart from how it is written. */
export type SampleTable = {
  readonly preamble: readonly Cells[]
  readonly headers: Cells
  readonly rows: readonly Cells[]
  readonly footer: readonly Cells[]
}

export type Cells = readonly string[]

/** One sample of a connector, and what every other way of writing it must be read as. */
export type Sample = {
  readonly connector: Connector
  readonly bytes: Buffer
  readonly expected: unknown // what stands beside it
  readonly table: SampleTable
  readonly want: readonly unknown[]
  readonly read: (bytes: Uint8Array, chunkBytes?: number) => Outcome
}

/** How a table is written. */
export type Style = {
  readonly marks: Marks
  readonly quoted: 'all' | 'needed'
  readonly lineEnd: '\n' | '\r\n' | '\r'
}

export const plain: Style = { marks: usualMarks(','), quoted: 'needed', lineEnd: '\n' }

const folder = join(import.meta.dirname, '..', '..', 'fixtures', 'connectors')

/** A sample that its connector does not read, and what became of it. */
export type Unread = { readonly file: string; readonly reason: string }

export function samplesOf(connector: Connector, known: readonly Connector[]): readonly (Sample | Unread)[] {
  const own = join(folder, connector.system)
  const names = existsSync(own) ? readdirSync(own) : []
  const files = names.filter((name) => name.startsWith('sample.') && !name.endsWith('.json'))
  return files.map((file) => {
    const beside = join(own, file.replace(/\.[^.]+$/, '.expected.json'))
    if (!existsSync(beside)) return { file, reason: 'expected.json' }
    const expected: unknown = JSON.parse(readFileSync(beside, 'utf8'))
    return sampleOf(connector, known, { file, bytes: readFileSync(join(own, file)), expected })
  })
}

/** A sample of text, whose connector is one of the known ones. */
export function sampleOf(
  connector: Connector,
  known: readonly Connector[],
  { file, bytes, expected }: { readonly file: string; readonly bytes: Buffer; readonly expected: unknown },
): Sample | Unread {
  const read = (some: Uint8Array, chunkBytes?: number) => readAll(some, chunkBytes, known)
  const outcome = read(bytes)
  const { recognised } = outcome
  if (!('connector' in recognised)) return { file, reason: recognised.reason.id }
  if (recognised.connector !== connector) return { file, reason: recognised.connector.system }
  const account = accountIn(outcome)
  if (!account) return { file, reason: 'damaged' }
  return { connector, bytes, expected, read, table: tableOf(account, recognised, bytes), want: rowsOf(outcome) }
}

function tableOf(account: Account, { encoding, delimiter }: Recognised, bytes: Buffer): SampleTable {
  const { preamble, header, blank, read } = account
  const text = [...piecesOf(() => [bytes], encoding as Encoding)].join('')
  const records = cut(text.replace(/\n$/, ''), usualMarks(delimiter)).rows
  const above = preamble + header + blank
  return {
    preamble: records.slice(0, above - header),
    headers: records[above - 1]!,
    rows: records.slice(above, above + read),
    footer: records.slice(above + read),
  }
}

export function written(table: SampleTable, style: Partial<Style> = {}): Buffer {
  return Buffer.from(textOf(table, style))
}

/** The whole table as text; `style` says what is other than plain. */
export function textOf({ preamble, headers, rows, footer }: SampleTable, style: Partial<Style> = {}): string {
  const whole = { ...plain, ...style }
  const around = { ...whole, quoted: 'needed' } as const
  return [
    ...preamble.map((cells) => lineOf(cells, around)),
    ...[headers, ...rows].map((cells) => lineOf(cells, whole)),
    ...footer.map((cells) => lineOf(cells, around)),
  ].join('')
}

export function lineOf(cells: Cells, style: Style): string {
  return cells.map((cell) => cellWritten(cell, style)).join(style.marks.delimiter) + style.lineEnd
}

function cellWritten(cell: string, { marks: { delimiter, quote, escape }, quoted }: Style): string {
  if (quote === null) return cell
  const must = cell.includes('\n') || cell.includes(quote) || Array.from(delimiter).some((sign) => cell.includes(sign))
  if (!must && quoted === 'needed') return cell
  return quote + cell.replaceAll(quote, (escape === 'doubled' ? quote : '\\') + quote) + quote
}
