import { type Column, isFault, type Value } from '../../connectors/column.ts'
import type { Connector } from '../../connectors/connector.ts'
import { foldKey } from '../../connectors/fold.ts'
import { connectors } from '../../connectors/index.ts'
import { samplesOf, type SampleTable, written } from '../../pipeline/kit/kit-sample.ts'
import type { Ward } from '../support/ward.ts'

type Row = readonly string[]
type Numbers = () => string

/** How texts become rows: all free columns of a row say it, or each column in a row of its own. */
export type How = { readonly each: 'row' | 'column'; readonly share: number } // a connector gets every `share`th text

/** Fills the inbox: the sample of every connector, and below its rows those in which a text stands. */
export function putEverywhere(ward: Ward, texts: readonly string[], { each, share }: How): void {
  const numbers = codes()
  for (const [place, connector] of connectors.entries()) {
    const table = sampleOf(connector)
    const mine = texts.filter((_, at) => at % share === place % share).map((text) => writable(text, connector))
    const rows = mine.flatMap((text, at) => rowsWith(text, at, connector, table, numbers, each))
    ward.put(`${connector.system}.csv`, fileOf(connector, { ...table, rows: [...table.rows, ...rows] }))
  }
}

function codes(): Numbers {
  let number = 0
  return () => `H24.131-2602${String(1 + Math.floor(++number / 9999)).padStart(2, '0')}-${String(number % 9999).padStart(4, '0')}` // prettier-ignore
}

function sampleOf(connector: Connector): SampleTable {
  const [sample] = samplesOf(connector, connectors)
  if (sample === undefined || 'reason' in sample) throw new Error(`no sample of ${connector.system}`)
  return sample.table
}

/** A row that is read, one without a code, and one with the text in a column that takes none; or a row a column. */
function rowsWith(
  text: string,
  at: number,
  connector: Connector,
  { headers, rows }: SampleTable,
  next: Numbers,
  each: How['each'],
): Row[] {
  const whole = rows.find((row) => row.length >= headers.length)!
  const code = headers.findIndex((header) => isOneOf(header, connector.columns.code?.headers ?? []))
  const columns = headers.map((_, column) => column)
  const numbered = (): Row => whole.with(code, next())
  if (each === 'column') return columns.map((column) => numbered().with(column, text))
  const free = columns.filter((column) => column !== code && isFree(headers[column]!, connector))
  const others = columns.filter((column) => column !== code && !free.includes(column))
  const filled = free.reduce((row, column) => row.with(column, text), numbered())
  return [filled, filled.with(code, text), numbered().with(others[at % others.length]!, text)]
}

function isFree(header: string, { columns, ignored }: Connector): boolean {
  const known: readonly Column<Value>[] = Object.values(columns)
  const column = known.find(({ headers }) => isOneOf(header, headers))
  return isOneOf(header, ignored) || column === undefined || !isFault(column.parse('<b>', header))
}

function isOneOf(header: string, names: readonly string[]): boolean {
  return names.some((name) => foldKey(name) === foldKey(header))
}

/** Where a system has no quotation marks, a cell has neither a delimiter nor a line end. */
function writable(text: string, { quoting }: Connector): string {
  return quoting === false ? text.replaceAll(/[\r\n|;,\t]/g, ' ') : text
}

/** Without its foot, whose total would be another now. */
function fileOf({ quoting }: Connector, table: SampleTable): Buffer {
  const marks = { delimiter: quoting === false ? '|' : ';', quote: quoting === false ? null : '"', escape: 'doubled' } as const // prettier-ignore
  return written({ ...table, footer: [] }, { marks, quoted: quoting === false ? 'needed' : 'all' })
}
