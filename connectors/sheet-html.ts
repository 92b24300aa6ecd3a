import { cellText, mergedRow, MOST_COLUMNS, type Row, type Rows } from './sheet.ts'
import { type Attributes, type Handler, LONGEST, readMarkup, type Sink } from './sheet-markup.ts'
import type { Pieces } from './table.ts'

/** A table that is open, and what is known of its row and cell; tables stand within cells of others. */
type Table = {
  row: Cell[] | null
  cell: Cell | null
  readonly taken: Map<number, number> // column → for how many more rows a cell from above stands in it
}

type Cell = { text: string; readonly column: number; readonly rows: number; readonly columns: number }

/** Where text ends when it stands outside of tables: a spreadsheet that opens the page begins a new row there. */
const blocks = new Set(['p', 'div', 'br', 'h1', 'h2', 'h3', 'h4', 'center', 'li', 'caption', 'form', 'body', 'table'])
const unseen = new Set(['script', 'style', 'title', 'template'])

/** The rows of all tables of a page, one below the other, and the text between them: what a spreadsheet would show. */
export function htmlRows(pieces: Pieces): Rows {
  return readMarkup(pieces, 'html', pageHandler)
}

function pageHandler(sink: Sink<Row>): Handler {
  const tables: Table[] = []
  let [line, loose, hidden] = [0, '', 0]
  const emit = (row: readonly Cell[]): void => {
    line++
    if (row.some(({ column }) => column >= MOST_COLUMNS)) tooLarge(sink, 'columns', MOST_COLUMNS)
    else sink.items.push(rowOf(row, line))
  }
  const flush = (): void => {
    if (loose.trim() !== '') emit([{ text: loose, column: 0, rows: 1, columns: 1 }])
    loose = ''
  }
  return {
    open: (name, attributes) => {
      const table = tables.at(-1)
      if (unseen.has(name)) hidden++
      if (table?.cell && name !== 'td' && name !== 'th') table.cell.text += blocks.has(name) ? ' ' : ''
      else if (blocks.has(name)) flush()
      if (name === 'table') tables.push({ row: null, cell: null, taken: new Map() })
      else if (table && name === 'tr') beginRow(table)
      else if (table && (name === 'td' || name === 'th')) table.cell = beginCell(table, attributes)
    },
    text: (text) => {
      if (hidden > 0) return
      const cell = tables.at(-1)?.cell
      if (cell) cell.text += text
      else if (loose !== '' || text.trim() !== '') loose += text
      if ((cell?.text ?? loose).length > LONGEST) tooLarge(sink, '<td>', LONGEST)
    },
    close: (name) => {
      const table = tables.at(-1)
      if (unseen.has(name)) hidden--
      if (!table?.cell && blocks.has(name)) flush()
      if (table && (name === 'td' || name === 'th')) table.cell = null
      else if (table?.row && (name === 'tr' || name === 'table')) {
        emit(table.row)
        ;[table.row, table.cell] = [null, null]
      }
      if (name === 'table') tables.pop()
    },
  }
}

const MOST_SPANNED = 65_534

function beginRow(table: Table): Cell[] {
  for (const [column, rows] of table.taken) {
    if (rows > 1) table.taken.set(column, rows - 1)
    else table.taken.delete(column)
  }
  return (table.row = [])
}

/** A cell goes to the first column that no cell from above stands in, and takes as many as it spans. */
function beginCell(table: Table, attributes: Attributes): Cell {
  const row = table.row ?? beginRow(table)
  const [columns, rows] = [spanOf(attributes['colspan'], MOST_COLUMNS), spanOf(attributes['rowspan'], MOST_SPANNED)]
  let column = endOf(row)
  while (table.taken.has(column)) column++
  for (let i = column; i < column + columns; i++) {
    row.push({ text: '', column: i, rows: i === column ? rows : 1, columns: i === column ? columns : 1 })
    if (rows > 1) table.taken.set(i, rows)
  }
  return row[row.length - columns]!
}

function endOf(row: readonly Cell[]): number {
  return (row.at(-1)?.column ?? -1) + 1
}

function spanOf(text: string | undefined, most: number): number {
  const span = Number.parseInt(text ?? '1', 10)
  return span >= 1 ? Math.min(span, most) : 1
}

/** A cell over several columns has its text in the first of them, as when a spreadsheet saves it as CSV. */
function rowOf(row: readonly Cell[], line: number): Row {
  const cells = Array.from({ length: endOf(row) }, () => '')
  const [down, across] = [new Map<number, number>(), new Map<number, number>()]
  for (const { text, column, rows, columns } of row) {
    cells[column] = shownText(text)
    if (rows > 1) down.set(column, line + rows - 1)
    if (columns > 1) across.set(column, column + columns - 1)
  }
  return mergedRow({ line, cells }, down, across)
}

/** A line break in a page's source is a space to whoever sees the page; `&nbsp;` is what fills empty cells. */
function shownText(text: string): string {
  return cellText(text)
    .replaceAll('\u00a0', ' ')
    .replace(/\s+/g, (blanks) => (blanks.includes('\n') ? ' ' : blanks))
    .trim()
}

function tooLarge(sink: Sink<Row>, part: string, limit: number): void {
  sink.broken ??= { id: 'too_large', part, limit }
}
