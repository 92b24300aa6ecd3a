import { font, framed, linesIn, solid } from './sheet-look.ts'
import { type CellStyle, type CellValue, literal, momentOf } from './workbook.ts'

/** A cell with its type: text stays text, whatever it begins with; null is empty. */
export type SheetCell = string | number | null | { readonly moment: string }

export type SheetColumn = {
  readonly title: string
  readonly width: number // in letters
  readonly format?: string // of its numbers
  readonly moments?: 'day' | 'instant' // how its moments are shown; a cell has the time of day in any case
  readonly filledIn?: boolean // by hand
  readonly tinted?: boolean // by the row's tint
  readonly aside?: boolean // not printed, one line high; the last columns
  readonly day?: { readonly after: string; readonly prompt: string } // what may be filled in
}

/** A table with a head of its own, as an office prints it. */
export type TableSheet = {
  readonly name: string
  readonly title: string
  readonly notes: readonly string[]
  readonly columns: readonly SheetColumn[]
  readonly frozen: number // columns that stay
  readonly rows: readonly (readonly SheetCell[])[]
  readonly tints: readonly (string | null)[] // of the rows, as RRGGBB
  readonly none: string // what is said where there are no rows
  readonly footer: string
}

type Cells = [string, { value: CellValue; style: CellStyle }][]

/** The values of a sheet, row by row: the title, its notes, a blank row, the header, the body. */
export function valuesOf({ title, notes, columns, rows, none }: TableSheet): CellValue[][] {
  const body = rows.length === 0 ? [[none]] : rows.map((cells) => cells.map(valueOf))
  return [[title], ...notes.map((note) => [note]), [], columns.map((column) => column.title), ...body]
}

function valueOf(cell: SheetCell): CellValue {
  if (typeof cell === 'string') return literal(cell)
  return typeof cell === 'object' && cell !== null ? momentOf(cell.moment) : cell
}

/** What cells of the body look like, column by column: one style for all of them keeps a long list small. */
export function columnStyle(column: SheetColumn): CellStyle {
  const numFmt = column.format ?? (column.moments === undefined ? undefined : momentFormats[column.moments])
  return {
    font: { name: font, size: 11 },
    ...(column.filledIn === true ? { fill: solid('FFFBEB') } : {}),
    ...(numFmt === undefined ? {} : { numFmt }),
    border: frame,
    alignment: {
      vertical: 'top',
      wrapText: column.aside !== true,
      horizontal: numFmt === undefined ? 'left' : 'center',
    },
  }
}

const momentFormats = { day: 'dd/mm/yyyy', instant: 'dd/mm/yyyy hh:mm' } as const

/** The cells that do not look like their column: title, notes, header, what says that there is nothing, and tints. */
export function oddCells(sheet: TableSheet, head: number): Cells {
  return [...titleCells(sheet), ...headCells(sheet, head), ...bodyCells(sheet, head + 1)]
}

function titleCells({ title, notes }: TableSheet): Cells {
  const plain = { font: { name: font, size: 11 } }
  return [
    textCell(0, 0, title, { font: { name: font, size: 16, bold: true } }),
    ...notes.map((note, at) => textCell(at + 1, 0, note, plain)),
  ]
}

function headCells({ columns }: TableSheet, row: number): Cells {
  return columns.map(({ title, filledIn }, at) =>
    textCell(row, at, title, {
      font: { name: font, size: 11, bold: true },
      fill: solid(filledIn === true ? 'FFF2CC' : 'E7E6E6'),
      border: frame,
      alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
    }),
  )
}

function bodyCells({ columns, rows, tints, none }: TableSheet, first: number): Cells {
  if (rows.length === 0) return [textCell(first, 0, none, { font: { name: font, size: 11, italic: true } })]
  return rows.flatMap((cells, row) =>
    cells.flatMap((cell, at): Cells => {
      const style = oddStyle(cell, columns[at]!, tints[row] ?? null)
      return style === null ? [] : [[`${first + row},${at}`, { value: valueOf(cell), style }]]
    }),
  )
}

/** A tinted cell, and a day among instants: it has no time of day to be shown. */
function oddStyle(cell: SheetCell, column: SheetColumn, tint: string | null): CellStyle | null {
  if (column.tinted === true && tint !== null) return { ...columnStyle(column), fill: solid(tint) }
  const isMoment = typeof cell === 'object' && cell !== null
  if (!isMoment || column.moments !== 'instant' || cell.moment.length > 10) return null
  return columnStyle({ ...column, moments: 'day' })
}

function textCell(row: number, column: number, value: string, style: CellStyle): Cells[number] {
  return [`${row},${column}`, { value, style }]
}

const LINE = 15 // points
const BOLD = 0.7 // a header is broken between words, and its letters are wider

/** Each row is given room for its longest cell. */
export function heights({ columns, rows }: TableSheet, head: number): Map<number, { height: number }> {
  const high = (cells: readonly SheetCell[]) => ({
    height: LINE * Math.max(...cells.map((cell, at) => linesOf(cell, columns[at]!))),
  })
  const lines = Math.max(...columns.map(({ title, width }) => linesIn(title, width * BOLD)))
  return new Map([[head, { height: LINE * lines }], ...rows.map((cells, at) => [head + 1 + at, high(cells)] as const)])
}

function linesOf(cell: SheetCell, { width, aside }: SheetColumn): number {
  return typeof cell !== 'string' || aside === true ? 1 : linesIn(cell, width)
}

const frame = framed('A6A6A6')
