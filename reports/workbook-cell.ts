import type { CellStyle, CellValue, SheetCell, SheetColumn, TableSheet } from './workbook.ts'

type Cells = [string, { value: CellValue; style: CellStyle }][]

/** The values of a sheet, row by row: the title, its notes, a blank row, the header, the body. */
export function valuesOf({ title, notes, columns, rows, none }: TableSheet): CellValue[][] {
  const body = rows.length === 0 ? [[none]] : rows.map((cells) => cells.map(valueOf))
  return [[title], ...notes.map((note) => [note]), [], columns.map((column) => column.title), ...body]
}

/** A cell is text unless it says otherwise, whatever it begins with; no cell may be longer than a workbook allows. */
function valueOf(cell: SheetCell): CellValue {
  if (typeof cell === 'string') return literal(cell.slice(0, LONGEST_CELL))
  return typeof cell === 'object' && cell !== null ? momentOf(cell.moment) : cell
}

const LONGEST_CELL = 32_767

/** In a workbook `_x003D_` stands for an equals sign; where an export has these very letters, they stay letters. */
function literal(text: string): string {
  return text.replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
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

/** Programs that open a workbook do not all measure wrapped text, so each row is given room for its longest cell. */
export function heights({ columns, rows }: TableSheet, head: number): Map<number, { height: number }> {
  const high = (cells: readonly SheetCell[]) => ({
    height: LINE * Math.max(...cells.map((cell, at) => (typeof cell === 'string' ? linesIn(cell, columns[at]!) : 1))),
  })
  const bold = columns.map(({ width, ...column }) => ({ ...column, width: width * BOLD }))
  const lines = Math.max(...bold.map((column) => linesIn(column.title, { ...column, aside: false })))
  return new Map([[head, { height: LINE * lines }], ...rows.map((cells, at) => [head + 1 + at, high(cells)] as const)])
}

const BOLD = 0.7 // a header is broken between words, and its letters are wider
const LETTERS = 1.1 // to a letter's width: most are narrower than a digit
const HIGHEST = 25 // lines; a row can be no higher than 409 points

function linesIn(text: string, { width, aside }: SheetColumn): number {
  if (aside === true) return 1
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (width * LETTERS))), 0)
  return Math.min(lines, HIGHEST)
}

const font = 'Times New Roman'
const thin = { style: 'thin', color: { rgb: 'A6A6A6' } } as const
const frame = { top: thin, right: thin, bottom: thin, left: thin } as const

function solid(rgb: string): NonNullable<CellStyle['fill']> {
  return { type: 'pattern', pattern: 'solid', fgColor: { rgb } }
}

/** A day or an instant as it stands on the office's wall: a workbook knows no zone. */
export function momentOf(instant: string): Date {
  return new Date(instant.length > 10 ? `${instant}Z` : `${instant}T00:00:00Z`)
}
