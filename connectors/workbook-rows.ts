import { cellText, MOST_COLUMNS, MOST_ROWS, type Row, type Rows } from './sheet.ts'
import { type Handler, LONGEST, readMarkup, type Sink } from './sheet-markup.ts'
import { type Broken, isBroken, type Pieces } from './table.ts'
import { type Legend, shownText } from './workbook-cell.ts'

/** The row of the first of merged cells → its column → the last row, and the last column. */
export type Merges = ReadonlyMap<number, Required<Pick<Row, 'down' | 'across'>>>

const MOST_CELLS = 20_000_000
const MOST_MERGES = 4 * 1024 * 1024 // letters: some hundred thousand of them

/** The rows of a sheet of a workbook, by their numbers; those without a cell may be left out. */
export function workbookRows(pieces: Pieces, legend: Legend, merges: Merges): Rows {
  return readMarkup(pieces, 'xml', (sink: Sink<Row>) => rowHandler(sink, legend, merges))
}

function rowHandler(sink: Sink<Row>, legend: Legend, merges: Merges): Handler {
  let [line, column, count, style] = [0, -1, 0, 0]
  let type: string | undefined
  let cells: string[] = []
  let value = ''
  let isValue = false
  let isPhonetic = false
  return {
    open: (name, attributes) => {
      if (name === 'c') {
        column = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r'])
        type = attributes['t']
        style = Number(attributes['s'] ?? 0)
      } else if (name === 'v' || name === 't') isValue = !isPhonetic
      else if (name === 'rPh') isPhonetic = true
      else if (name === 'row') {
        line = numberedRow(attributes['r'], line)
        ;[cells, column] = [[], -1]
        if (line > MOST_ROWS) sink.broken ??= { id: 'too_large', part: 'rows', limit: MOST_ROWS }
      }
    },
    text: (text) => {
      if (isValue && value.length <= LONGEST) value += text
    },
    close: (name) => {
      if (name === 'v' || name === 't') isValue = false
      else if (name === 'rPh') isPhonetic = false
      else if (name === 'c') {
        const text = shownText(value, type, style, legend)
        value = ''
        if (text === '') return
        if (column >= MOST_COLUMNS) sink.broken ??= { id: 'too_large', part: 'columns', limit: MOST_COLUMNS }
        else if (++count > MOST_CELLS) sink.broken ??= { id: 'too_large', part: 'cells', limit: MOST_CELLS }
        else put(cells, column, type === 's' ? text : cellText(text))
      } else if (name === 'row') {
        sink.items.push({ line, cells, ...merges.get(line) })
      }
    },
  }
}

/** A row without a number of its own follows the one before. */
function numberedRow(reference: string | undefined, last: number): number {
  const line = Number(reference ?? 0)
  return Number.isInteger(line) && line > last ? line : last + 1
}

function put(cells: string[], column: number, text: string): void {
  while (cells.length < column) cells.push('')
  cells[column] = text
}

/** `AB12` is in the 28th column, counted from 0. */
function columnOf(reference: string): number {
  let column = 0
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) & 0xdf // in upper case
    if (letter < 0x41 || letter > 0x5a) break
    column = column * 26 + letter - 0x40
  }
  return column - 1
}

const START = 'mergeCells'
const MERGED = /mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g

/**
 * Which cells are merged stands behind all rows, so the sheet is gone through once before it is read; that also shows
 * that it is whole before its first row is handed out.
 */
export function mergesIn(pieces: Pieces): Merges | Broken {
  let [text, found] = ['', false]
  let next = pieces.next()
  for (; next.done !== true; next = pieces.next()) {
    if (text.length > MOST_MERGES) continue
    text += next.value
    const at = found ? 0 : text.indexOf(START)
    found ||= at >= 0
    text = found ? text.slice(Math.max(at, 0)) : text.slice(-START.length)
  }
  if (isBroken(next.value)) return next.value
  return found ? mergesOf(text) : new Map()
}

function mergesOf(text: string): Merges {
  const merges = new Map<number, { down: Map<number, number>; across: Map<number, number> }>()
  for (const [, left = '', top, right = '', bottom] of text.matchAll(MERGED)) {
    const row = merges.get(Number(top)) ?? { down: new Map<number, number>(), across: new Map<number, number>() }
    const [first, last] = [columnOf(left), columnOf(right)]
    if (Number(bottom) > Number(top)) row.down.set(first, Number(bottom))
    if (last > first) row.across.set(first, last)
    merges.set(Number(top), row)
  }
  return merges
}
