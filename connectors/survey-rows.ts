import { type Column, columnsOf, isTyped, kindOf } from './cell-kind.ts'
import { isNarrowest, MOST_COLUMNS, mostCommon } from './dialect-score.ts'
import { namesEvenedOut } from './mend-empty.ts'
import { alone, firstClosed, isBlankRow, linesCut, type Patience, type Entry } from './survey-lines.ts'
import { EFFORT, looksLikeRow, type Other, otherReading, others } from './survey-reread.ts'
import { cut, type Marks } from './table.ts'

/** A row as it was read, and whether its signs had to be read otherwise than they stand. */
export type Row = Entry & { readonly mended: Other['how'] | null }

export type Rows = {
  readonly rows: readonly Row[]
  readonly width: number
  readonly columns: readonly Column[]
}

const PATIENCE = 500

/** The rows of a text: first each by itself, then those that are not as wide as the table with an eye on the others. */
export function rowsOf(lines: readonly string[], marks: Marks): Rows {
  const first = linesCut(lines, marks)
  const width = widthOf(first, marks)
  const columns = columnsOf(evenRows(first, width), width)
  const clean = new Map(first.filter((record) => isClean(record, width, marks)).map((record) => [record.line, record]))
  const patience = { left: PATIENCE }
  const effort = { left: EFFORT }
  const rows: Row[] = []
  for (let at = 0; at < lines.length;) {
    const record = clean.get(at + 1)
    const row = record ? { ...record, mended: null } : rowAt(lines, at, marks, columns, patience, effort)
    rows.push(row)
    at += row.lines
  }
  return { rows: withNamesCut(rows, lines, marks, columns), width, columns }
}

/** Names with another delimiter than the rows have: as many as there are columns, right above the first row. */
function withNamesCut(rows: Row[], lines: readonly string[], marks: Marks, columns: readonly Column[]): readonly Row[] {
  const at = rows.findIndex(({ cells }) => !isBlankRow(cells))
  const [first, next] = [rows[at], rows[at + 1]]
  const isHeadless = next && next.cells.length === columns.length && looksLikeRow(next.cells, columns)
  if (!first || !isHeadless || first.lines > 1) return rows
  const even = namesEvenedOut(first.cells, columns.length)
  if (even) return rows.with(at, { ...first, cells: even, mended: 'delimiter' })
  if (Math.abs(first.cells.length - columns.length) < 2) return rows
  for (const delimiter of others) {
    const { rows: parsed, isOpen } = cut(lines[first.line - 1]!, { ...marks, delimiter })
    const names = parsed[0] ?? []
    const areNames = names.length === columns.length && names.every((name) => name !== '' && !isTyped(kindOf(name)))
    if (!isOpen && areNames)
      return rows.with(at, { ...first, cells: names, isOpen, isBroken: false, mended: 'delimiter' })
  }
  return rows
}

/** As wide as the first table of some length: another one may follow it. Blanks divide words too: there, its header says. */
function widthOf(records: readonly Entry[], { delimiter }: Marks): number {
  const widths = records.filter(({ cells }) => !isBlankRow(cells)).map(({ cells }) => cells.length)
  if (delimiter === ' ' && isNarrowest(widths)) return widths[0]!
  const usual = mostCommon(widths.filter((width) => width > 1 && width <= MOST_COLUMNS)) ?? 1
  const share = (width: number) => widths.filter((each) => each === width).length / widths.length
  const early = widths.find((width, i) => width > 1 && widths[i + 1] === width && widths[i + 2] === width)
  return early !== undefined && share(early) >= 0.15 && widths.length >= 8 ? early : usual
}

function evenRows(records: readonly Entry[], width: number): readonly (readonly string[])[] {
  const even = records.filter(({ cells }) => cells.length === width && !isBlankRow(cells)).map(({ cells }) => cells)
  return even.length > 1 ? even.slice(1) : even
}

function isClean({ cells, lines, isOpen, isBroken }: Entry, width: number, marks: Marks): boolean {
  if (lines > 1 || isOpen || isBroken || cells.length !== width) return false
  return marks.quote === null || !cells.some((cell) => cell.includes(marks.quote!))
}

function rowAt(
  lines: readonly string[],
  at: number,
  marks: Marks,
  columns: readonly Column[],
  patience: Patience,
  effort: Patience,
): Row {
  const raw = lines[at]!
  const single = alone(lines, at, marks)
  if (isBlankRow(single.cells)) return { ...single, mended: null }
  if (single.isOpen) {
    const whole = firstClosed(lines, at, marks, patience)
    if (whole && isOneRow(whole, lines, at, marks, columns)) return { ...whole, mended: null }
  }
  const other = otherReading(raw, single, marks, columns, effort)
  return other
    ? { ...single, cells: other.cells, isOpen: false, isBroken: false, mended: other.how }
    : { ...single, mended: null }
}

/** Lines that a quotation mark joins are one row, unless one of them is a whole row by itself: that was swallowed. */
function isOneRow(
  whole: Entry,
  lines: readonly string[],
  at: number,
  marks: Marks,
  columns: readonly Column[],
): boolean {
  if (whole.cells.length > columns.length || (whole.isBroken && whole.cells.length !== columns.length)) return false
  for (let next = at + 1; next < at + whole.lines; next++) {
    const { cells, isOpen } = alone(lines, next, marks)
    if (!isOpen && cells.length === columns.length && columns.length > 1 && looksLikeRow(cells, columns)) return false
  }
  return true
}
