import { type Column, columnsOf, isTyped, kindOf } from './cell-kind.ts'
import { type Header, headerAt, isNumbering, isSame } from './survey-header.ts'
import { footerStart } from './survey-footer.ts'
import { filledIn, isBlankRow } from './survey-lines.ts'
import type { Row, Rows } from './survey-rows.ts'
import { nextTitleIn } from './survey-tables.ts'

/** What each row of a text is. */
export type Layout = {
  readonly names: readonly string[] | null
  readonly body: readonly Row[]
  readonly preamble: readonly Row[]
  readonly header: readonly Row[]
  readonly blank: readonly Row[]
  readonly footer: readonly Row[]
  readonly nextTable: Row | null // where another table begins; it is read no further
}

export function layoutOf(read: Rows): Layout {
  const next = nextTitleIn(read.rows)
  if (next < 0) return layoutOfFirst(read, [])
  const rows = read.rows.slice(0, next)
  return layoutOfFirst({ ...read, rows, columns: columnsIn(rows, read.width) }, read.rows.slice(next))
}

/** Its columns as they are by itself: those of another table below say nothing of it. */
function columnsIn(rows: readonly Row[], width: number): readonly Column[] {
  const even = rows.filter(({ cells }) => cells.length === width && filledIn(cells).length > 1)
  return columnsOf(
    even.slice(1).map(({ cells }) => cells),
    width,
  )
}

function layoutOfFirst({ rows, width, columns }: Rows, others: readonly Row[]): Layout {
  const usual = usuallyFilled(rows, width)
  const header = headerAt(rows, startOf(rows, columns), columns)
  const above = rows.slice(0, header.from)
  const below = rows.slice(header.to)
  const { table, repeated, rest: more } = firstTable(below, header, columns)
  const rest = [...more, ...others]
  const end = footerStart(table, width, usual)
  const body = table.slice(0, end)
  const isBlank = ({ cells }: Row) => isBlankRow(cells)
  return {
    names: header.names,
    body: body.filter((row) => !isBlank(row)),
    preamble: above.filter((row) => !isBlank(row)),
    header: [...rows.slice(header.from, header.to).filter((row) => !isBlank(row)), ...repeated],
    blank: [...rows.slice(header.from, header.to), ...above, ...body, ...table.slice(end), ...rest].filter(isBlank),
    footer: [...table.slice(end), ...rest].filter((row) => !isBlank(row)),
    nextTable: rest[0] ?? null,
  }
}

function usuallyFilled(rows: readonly Row[], width: number): number {
  const counts = rows
    .filter(({ cells }) => cells.length === width && !isBlankRow(cells))
    .map(({ cells }) => filledIn(cells).length)
  return counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 1
}

const MOSTLY = 0.6

/** The first row that has something in most of the columns that rows have something in: titles have not. */
function startOf(rows: readonly Row[], columns: readonly Column[]): number {
  const inUse = columns.flatMap(({ filled, empty }, c) => (filled > 0.3 * (filled + empty) ? [c] : []))
  const enough = Math.max(Math.min(2, columns.length), inUse.length * MOSTLY)
  const start = rows.findIndex(({ cells }) => {
    if (Math.abs(cells.length - columns.length) > 1 || filledIn(cells).length < enough) return false
    return (
      cells.length !== columns.length || inUse.filter((c) => cells[c]!.trim() !== '').length >= inUse.length * MOSTLY
    )
  })
  if (start >= 0) return start
  const first = rows.findIndex(({ cells }) => !isBlankRow(cells))
  return first < 0 ? rows.length : first
}

type Tables = { readonly table: readonly Row[]; readonly repeated: readonly Row[]; readonly rest: readonly Row[] }

/** A header that comes again begins another table, unless the rows go on below it as they do over pages. */
function firstTable(rows: readonly Row[], { names, from, to }: Header, columns: readonly Column[]): Tables {
  const repeated: Row[] = []
  const table: Row[] = []
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!
    if (names && to - from === 1 && isLike(row.cells, names)) {
      if (!goesOn(rows, at, table, row.cells.length === names.length)) return { table, repeated, rest: rows.slice(at) }
      repeated.push(row)
    } else if (isOtherHeader(rows, at, columns) || isOtherwiseCut(rows, at, columns.length)) {
      return { table, repeated, rest: rows.slice(at) }
    } else if (repeated.length > 0 && isNumbering(row.cells)) {
      repeated.push(row)
    } else {
      table.push(row)
    }
  }
  return { table, repeated, rest: [] }
}

function isLike(cells: readonly string[], names: readonly string[]): boolean {
  const shared = cells.filter((cell, c) => cell.trim() !== '' && cell.trim() === names[c]?.trim()).length
  return shared >= 2 && shared >= filledIn(names).length * 0.7 && shared >= filledIn(cells).length * 0.7
}

function goesOn(rows: readonly Row[], at: number, table: readonly Row[], isAsWide: boolean): boolean {
  const first = table.find(({ cells }) => !isBlankRow(cells))
  const next = rows.slice(at + 1).find(({ cells }) => !isBlankRow(cells) && !isNumbering(cells))
  if (!isAsWide || !first || !next || isSame(next.cells, first.cells)) return false
  const last = table.findLast(({ cells }) => !isBlankRow(cells))!
  const [start, before, after] = [first, last, next].map(({ cells }) => Number(cells[0]))
  if (Number.isInteger(before) && Number.isInteger(after)) return after === before! + 1 || after !== start
  const blankAbove = isBlankRow(rows[at - 1]?.cells ?? ['x'])
  return !blankAbove
}

const FEWEST_ROWS = 2

/** Another width from here on, under a row of words without gaps: the names of another table. */
function isOtherHeader(rows: readonly Row[], at: number, columns: readonly Column[]): boolean {
  const { cells } = rows[at]!
  const width = cells.length
  const following = rows.slice(at + 1, at + 1 + FEWEST_ROWS)
  if (width < 2 || following.length < FEWEST_ROWS || !cells.every(isName)) return false
  const next = following[0]!.cells
  const isAbove = next.some((cell) => isTyped(kindOf(cell)))
  if (width !== columns.length) return isAbove && following.every((row) => row.cells.length === width)
  const afterBlank = at > 0 && isBlankRow(rows[at - 1]!.cells) && next.length === width
  return afterBlank && isAbove && columns.some(({ main }, c) => isTyped(main) && !isTyped(kindOf(next[c]!)))
}

/** Below an empty row, lines of one cell that another delimiter cuts evenly. */
function isOtherwiseCut(rows: readonly Row[], at: number, width: number): boolean {
  if (width < 2 || at === 0 || !isBlankRow(rows[at - 1]!.cells)) return false
  const lines = rows.slice(at, at + FEWEST_ROWS + 1).map(({ cells }) => (cells.length === 1 ? cells[0]! : null))
  return [',', ';', '\t', '|'].some((delimiter) => {
    const counts = lines.map((line) => line?.split(delimiter).length ?? 0)
    return counts.length > FEWEST_ROWS && counts.every((count) => count > 1 && count === counts[0])
  })
}

function isName(cell: string): boolean {
  const kind = kindOf(cell)
  return kind === 'word' || kind === 'text'
}
