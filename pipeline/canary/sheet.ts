import type { Connector, DossierRow, PaymentRow } from '../../connectors/connector.ts'
import { clean } from '../../connectors/fault.ts'
import { foldKey } from '../../connectors/fold.ts'
import { piecesOf } from '../../connectors/decode.ts'
import { connectors } from '../../connectors/index.ts'
import { openExport } from '../../connectors/read.ts'
import type { Encoding, Read, Reading } from '../../connectors/reading.ts'
import { cut, type Marks, usualMarks } from '../../connectors/table.ts'
import { encode } from '../kit/kit-encode.ts'
import { lineOf } from '../kit/kit-sample.ts'

/** A good export, taken apart so that one thing in it can be changed: its lines, and where each row stands. */
export type Sheet = {
  readonly path: string
  readonly bytes: Uint8Array
  readonly connector: Connector
  readonly encoding: Encoding
  readonly marks: Marks
  readonly lines: readonly string[]
  readonly header: number // the index of its line
  readonly places: ReadonlyMap<string, number> // of each field that the file has
  readonly rows: readonly Place[]
  readonly statedTotal: number | null
  readonly isComplete: boolean // it has as many rows as it states, or states none
}

/** A row of a sheet: the index of its first line, over how many lines it runs, and what it was read as. */
export type Place = {
  readonly at: number
  readonly lines: number
  readonly row: Partial<DossierRow & PaymentRow> & { readonly code: string | null }
}

/** Lines of a sheet that give way to others. */
export type Edit = {
  readonly path: string
  readonly at: number
  readonly lines: number
  readonly put: readonly string[]
}

/** Null for what is no text, has no rows, or does not say which columns it has on one line. */
export function takeApart(path: string, bytes: Uint8Array): Sheet | null {
  const opened = openExport(() => [bytes], connectors)
  if (!('reads' in opened) || ['xlsx', 'html', 'spreadsheetml'].includes(opened.recognised.encoding)) return null
  const { connector, delimiter } = opened.recognised
  const encoding = opened.recognised.encoding as Encoding
  const marks = connector.quoting === false ? { ...usualMarks(delimiter), quote: null } : usualMarks(delimiter)
  const { reads, statedTotal, read } = readWhole(opened)
  const lines = [...piecesOf(() => [bytes], encoding)].join('').replace(/\n$/, '').split('\n')
  const first = reads[0]
  if (first === undefined) return null
  const header = headerAbove(lines, first.line - 1, connector, marks)
  const places = placesIn(cellsOf(lines[header]!, marks), connector)
  const rows = reads.map((read) => placeOf(read, lines, marks))
  return {
    path,
    bytes,
    connector,
    encoding,
    marks,
    lines,
    header,
    places,
    rows,
    statedTotal,
    isComplete: statedTotal === null || statedTotal === read,
  }
}

function readWhole({ reads }: Reading): { reads: Row[]; statedTotal: number | null; read: number } {
  const rows: Row[] = []
  for (;;) {
    const { done, value } = reads.next()
    const end = done === true && 'statedTotal' in value ? value : { statedTotal: null, read: 0 }
    if (done === true) return { reads: rows, statedTotal: end.statedTotal, read: end.read }
    if (value.is === 'row') rows.push(value)
  }
}

type Row = Extract<Read, { is: 'row' }>

/** The bytes of a sheet with other lines (what is put between two of them last); in its own encoding, where that has all the letters. */
export function put(sheet: Sheet, edits: readonly Edit[]): Uint8Array {
  const lines = [...sheet.lines]
  for (const { at, lines: count, put: others } of edits.toSorted((a, b) => b.at - a.at || b.lines - a.lines))
    lines.splice(at, count, ...others)
  return writtenAs(sheet, `${lines.join('\n')}\n`)
}

export function writtenAs({ encoding }: Sheet, text: string): Uint8Array {
  return encode(text, encoding) ?? Buffer.from(text)
}

export function cellsOf(line: string, marks: Marks): string[] {
  return [...(cut(line, marks).rows[0] ?? [])]
}

export function cellsAt({ lines, marks }: Sheet, { at, lines: count }: Place): string[] {
  return cellsOf(lines.slice(at, at + count).join('\n'), marks)
}

/** Cells as lines of the sheet. */
export function linesFor({ marks }: Pick<Sheet, 'marks'>, cells: readonly string[]): string[] {
  return lineOf(cells, { marks, quoted: 'needed', lineEnd: '\n' }).replace(/\n$/, '').split('\n')
}

function placeOf({ line, row }: Row, lines: readonly string[], marks: Marks): Place {
  const at = line - 1
  let count = 1
  while (at + count < lines.length && count < 5 && cut(lines.slice(at, at + count).join('\n'), marks).isOpen) count++
  return { at, lines: count, row }
}

/** Of the lines above the first row, the one that names most columns. */
function headerAbove(lines: readonly string[], first: number, connector: Connector, marks: Marks): number {
  const counts = lines.slice(0, first).map((line) => placesIn(cellsOf(line, marks), connector).size)
  return counts.indexOf(Math.max(...counts))
}

function placesIn(cells: readonly string[], { columns }: Connector): Map<string, number> {
  const names = cells.map((cell) => foldKey(clean(cell)))
  const found = Object.entries(columns).flatMap(([field, column]): [string, number][] => {
    const at = names.findIndex((name) => column.headers.some((header) => foldKey(header) === name))
    return at < 0 ? [] : [[field, at]]
  })
  return new Map(found)
}
