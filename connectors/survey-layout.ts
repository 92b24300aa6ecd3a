import { type Column, columnsOf } from './cell-kind.ts'
import { headerAt, isNumbering, isSame } from './survey-header.ts'
import { filledIn, isBlankRow } from './survey-lines.ts'
import type { Frame } from './survey-next.ts'
import { type Part, partsOf } from './survey-parts.ts'
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

/** Of rows that are all there. */
export function layoutOf(rows: Rows, frame: Frame = frameOf(rows)): Layout {
  const placed = Array.from(partsOf(rows.rows, frame))
  const of = (...parts: readonly Part[]) => placed.filter(({ part }) => parts.includes(part)).map(({ row }) => row)
  return {
    names: frame.names,
    body: of('data'),
    preamble: of('preamble'),
    header: of('header'),
    blank: of('blank'),
    footer: of('footer', 'next'),
    nextTable: of('next')[0] ?? null,
  }
}

/** What is to be known of a table before its rows are placed, from rows that speak for all of them. */
export function frameOf(read: Rows): Frame {
  const next = nextTitleIn(inOneGo(read.rows))
  if (next < 0) return frameOfFirst(read, Infinity)
  const rows = read.rows.slice(0, next)
  return frameOfFirst({ ...read, rows, columns: columnsIn(rows, read.width) }, read.rows[next]!.line)
}

/** Rows of a sample up to its first gap: only what stands together says where a table ends. */
function inOneGo(rows: readonly Row[]): readonly Row[] {
  const gap = rows.findIndex(({ line, lines }, at) => at + 1 < rows.length && rows[at + 1]!.line > line + lines)
  return gap < 0 ? rows : rows.slice(0, gap + 1)
}

/** Its columns as they are by itself: those of another table below say nothing of it. */
function columnsIn(rows: readonly Row[], width: number): readonly Column[] {
  const even = rows.filter(({ cells }) => cells.length === width && filledIn(cells).length > 1)
  return columnsOf(
    even.slice(1).map(({ cells }) => cells),
    width,
  )
}

function frameOfFirst({ rows, width, columns }: Rows, next: number): Frame {
  const { from, to, names } = headerAt(rows, startOf(rows, columns), columns)
  const [first, last] = [rows[from]?.line ?? Infinity, rows[to - 1]]
  return {
    width,
    columns,
    usual: usuallyFilled(rows, width),
    names,
    header: distinct(rows.slice(from, to).map(({ cells }) => cells)),
    from: first,
    to: from === to ? first : last!.line + last!.lines,
    next,
  }
}

/** Each row of names once, without the numbers of the columns. */
function distinct(header: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const named = header.filter((cells) => !isBlankRow(cells) && !isNumbering(cells))
  return named.filter((cells, at) => !named.slice(0, at).some((other) => isSame(cells, other)))
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
