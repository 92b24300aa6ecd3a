import { shown } from '../desk/desk.ts'
import { lineHeight, type Look, looks, wideness } from './paper-look.ts'
import { linesIn } from '../sheet-look.ts'
import { type CellValue, inFooter, literal, momentOf, onA4, type PrintedSheet, type WriteSheet } from '../workbook.ts'

/** A cell of a sheet that is laid out as on paper; what is text stays text. */
export type PaperCell = {
  readonly look: Look
  readonly value: string | number | null | { readonly day: string }
  readonly formula?: string // that gives the value, without its equals sign
  readonly across?: number // columns that are one cell
  readonly down?: number // rows that are one cell
}

/** Cells from left to right; a number leaves out so many columns. */
export type PaperRow = { readonly cells: readonly (PaperCell | number)[]; readonly height?: number }

export type PaperSheet = {
  readonly name: string
  readonly orientation: 'landscape' | 'portrait'
  readonly widths: readonly number[] // of the columns, in letters
  readonly head: readonly [first: number, last: number] // rows on every page, counted from 1; they stay, too
  readonly frozen: number // columns that stay
  readonly rows: readonly PaperRow[]
  readonly footer: { readonly left: string; readonly right: string } // `&P` and `&N` are page and pages
}

/** The sheet as it is written: without a grid, each row as high as its longest text, printed from its first cell to its last. */
export function paperSheet({ name, orientation, widths, head, frozen, rows, footer }: PaperSheet): PrintedSheet {
  const placed = rows.flatMap(placedIn)
  return {
    sheet: {
      name,
      columns: widths.map((width) => ({ width })),
      rows: [],
      cells: new Map(placed.flatMap(cellsOf)),
      merges: placed.flatMap(mergeOf),
      rowDefs: new Map(rows.map((row, at) => [at, { height: row.height ?? heightOf(placedIn(row, at), widths) }])),
      freezePane: { rows: head[1], columns: frozen },
      view: { showGridLines: false },
      pageSetup: { ...onA4(orientation), horizontalCentered: true },
      headerFooter: { oddFooter: `&L&9${inFooter(shown(footer.left).slice(0, LONGEST_FOOTER))}&R&9${footer.right}` },
    },
    titles: head,
    area: { columns: widths.length, rows: rows.length },
  }
}

const LONGEST_FOOTER = 100 // letters: with its commands a footer may have 255

type Placed = PaperCell & {
  readonly row: number
  readonly column: number
  readonly across: number
  readonly down: number
}

function placedIn({ cells }: PaperRow, row: number): Placed[] {
  let column = 0
  return cells.flatMap((cell): Placed[] => {
    const from = column
    column += typeof cell === 'number' ? cell : (cell.across ?? 1)
    return typeof cell === 'number' ? [] : [{ across: 1, down: 1, ...cell, row, column: from }]
  })
}

type Cells = NonNullable<WriteSheet['cells']>
type Written = Cells extends Map<string, infer Cell> ? Cell : never

/** All cells of a merged one have its frame; the first has the value. */
function cellsOf(cell: Placed): [string, Written][] {
  const { row, column, across, down, look, formula } = cell
  const style = looks[look]
  const value = valueOf(cell)
  const first = formula === undefined ? { value, style } : { value, style, formula, formulaResult: value }
  return Array.from({ length: across * down }, (_, at): [string, Written] => [
    `${row + Math.floor(at / across)},${column + (at % across)}`,
    at === 0 ? first : { value: null, style },
  ])
}

function valueOf({ value }: Placed): CellValue {
  if (value === '') return null
  if (typeof value === 'string') return literal(shown(value))
  return typeof value === 'object' && value !== null ? momentOf(value.day) : value
}

function mergeOf({ row, column, across, down }: Placed): NonNullable<WriteSheet['merges']> {
  if (across === 1 && down === 1) return []
  return [{ startRow: row, startCol: column, endRow: row + down - 1, endCol: column + across - 1 }]
}

function heightOf(cells: readonly Placed[], widths: readonly number[]): number {
  const heights = cells.map((cell) => {
    if (typeof cell.value !== 'string' || cell.down > 1) return lineHeight(cell.look)
    const width = widths.slice(cell.column, cell.column + cell.across).reduce((sum, each) => sum + each, 0)
    return lineHeight(cell.look) * linesIn(shown(cell.value), width / wideness(cell.look))
  })
  return Math.min(HIGHEST, Math.max(LOWEST, ...heights))
}

const LOWEST = 18 // points: room for a pen
const HIGHEST = 409
