import type { Column } from './cell-kind.ts'
import { headerAt } from './survey-header.ts'
import { filledIn, isBlankRow } from './survey-lines.ts'
import { type Frame, type Part, partsOf } from './survey-parts.ts'
import type { Row, Rows } from './survey-rows.ts'

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
export function frameOf({ rows, width, columns }: Rows): Frame {
  const { from, to, names } = headerAt(rows, startOf(rows, columns), columns)
  const [first, last] = [rows[from]?.line ?? Infinity, rows[to - 1]]
  return {
    width,
    columns,
    usual: usuallyFilled(rows, width),
    names,
    headerRows: to - from,
    from: first,
    to: from === to ? first : last!.line + last!.lines,
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
