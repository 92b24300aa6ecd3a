import type { CellStyle, CellValue, SheetCell, SheetColumn, TableSheet } from './workbook.ts'

type Cells = [string, { value: CellValue; type: 'string' | 'number' | 'date' | 'empty'; style: CellStyle }][]

export function titleCells({ title, notes }: TableSheet): Cells {
  const line = (row: number, value: string, style: CellStyle): Cells[number] => [
    `${row},0`,
    { value, type: 'string', style },
  ]
  return [
    line(0, title, { font: { name: font, size: 16, bold: true } }),
    ...notes.map((note, at) => line(at + 1, note, { font: { name: font, size: 11 } })),
  ]
}

export function headCells({ columns }: TableSheet, row: number): Cells {
  return columns.map(({ title, filledIn }, at) => [
    `${row},${at}`,
    {
      value: title,
      type: 'string',
      style: {
        font: { name: font, size: 11, bold: true },
        fill: solid(filledIn === true ? 'FFF2CC' : 'E7E6E6'),
        border: frame,
        alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
      },
    },
  ])
}

export function bodyCells({ columns, rows, tints, none }: TableSheet, first: number): Cells {
  if (rows.length === 0)
    return [[`${first},0`, { value: none, type: 'string', style: { font: { name: font, size: 11, italic: true } } }]]
  return rows.flatMap((cells, row) =>
    cells.map((cell, at): Cells[number] => [
      `${first + row},${at}`,
      { ...typed(cell), style: styleOf(cell, columns[at]!, at < TINTED ? (tints[row] ?? null) : null) },
    ]),
  )
}

const TINTED = 4
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

function typed(cell: SheetCell): { value: CellValue; type: 'string' | 'number' | 'date' | 'empty' } {
  if (cell === null) return { value: null, type: 'empty' }
  if (typeof cell === 'string') return { value: cell, type: 'string' }
  return typeof cell === 'number' ? { value: cell, type: 'number' } : { value: momentOf(cell.moment), type: 'date' }
}

function styleOf(cell: SheetCell, column: SheetColumn, tint: string | null): CellStyle {
  const isMoment = typeof cell === 'object' && cell !== null
  const numFmt = isMoment ? momentFormat(cell.moment, column) : column.day === undefined ? column.format : DAY
  const fill = column.filledIn === true ? 'FFFBEB' : tint
  return {
    font: { name: font, size: 11 },
    ...(fill === null ? {} : { fill: solid(fill) }),
    ...(numFmt === undefined ? {} : { numFmt }),
    border: frame,
    alignment: {
      vertical: 'top',
      wrapText: column.aside !== true,
      horizontal: typeof cell === 'number' || isMoment ? 'center' : 'left',
    },
  }
}

const DAY = 'dd/mm/yyyy'

/** The time of day where the column has room for it; the cell has it in any case. */
function momentFormat(moment: string, { width }: SheetColumn): string {
  return moment.length > 10 && width > 15 ? `${DAY} hh:mm` : DAY
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
