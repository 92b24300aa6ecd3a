import { type Column, columnsOf, isTyped, kindOf } from './cell-kind.ts'
import { isNarrowest, MOST_COLUMNS, mostCommon } from './dialect-score.ts'
import { namesEvenedOut } from './mend-empty.ts'
import { type Entry, firstClosed, isBlankRow, linesCut, type Patience, type Stretch } from './survey-lines.ts'
import { EFFORT, looksLikeRow, type Other, otherReading, others } from './survey-reread.ts'
import { type Window, windowsOf } from './survey-window.ts'
import { cut, delimiters, type Marks } from './table.ts'

/** A row as it was read, and whether its signs had to be read otherwise than they stand. */
export type Row = Entry & { readonly mended: Other['how'] | null }

/** How wide a table is, and what its columns hold. */
export type Shape = { readonly width: number; readonly columns: readonly Column[] }

export type Rows = Shape & { readonly rows: readonly Row[] }

const PATIENCE = 500
const AGAIN = 100_000 // lines: after so many, a text that is mostly sound deserves some effort again

/** By a first look at lines, each by itself. */
export function shapeOf(lines: readonly string[], marks: Marks): Shape {
  const first = linesCut(lines, marks)
  const width = widthOf(first, marks)
  return { width, columns: columnsOf(evenRows(first, width), width) }
}

/** Lines that nothing divides, because every one of them would have more cells than any table has columns. */
export function isTooWide(lines: readonly string[], { width }: Shape): boolean {
  const written = lines.filter((line) => line !== '')
  const isWide = (line: string) => delimiters.some((delimiter) => line.split(delimiter).length > MOST_COLUMNS)
  return width === 1 && written.length > 0 && written.every((line) => line.length > MOST_COLUMNS && isWide(line))
}

/** The rows of a text as it is read: those that are not as wide as the table are looked at with an eye on the others. */
export function* rowsOf(stretches: Iterable<Stretch>, marks: Marks, columns: readonly Column[]): Generator<Row> {
  const windows = windowsOf(stretches, marks)
  const reading = { marks, columns, patience: { left: PATIENCE }, effort: { left: EFFORT } }
  let since = 0
  for (let window = windows.next(); window !== null; window = windows.next()) {
    if (window.first - since > AGAIN) {
      since = window.first
      reading.patience.left = PATIENCE
      reading.effort.left = EFFORT / 10
    }
    for (let at = 0; at < window.lines.length;) {
      if (window.singles[at]!.isOpen) {
        const moved = windows.from(window, at)
        if (moved !== window) [window, at] = [moved, 0]
      }
      const row = rowAt(window, at, reading)
      yield row
      at += row.lines
    }
  }
}

type Reading = {
  readonly marks: Marks
  readonly columns: readonly Column[]
  readonly patience: Patience
  readonly effort: Patience
}

/** Names with another delimiter than the rows have: as many as there are columns, right above the first row. */
export function namesCutIn(
  rows: readonly Row[],
  lines: readonly string[],
  marks: Marks,
  { columns }: Shape,
): Row | null {
  const at = rows.findIndex(({ cells }) => !isBlankRow(cells))
  const [first, next] = [rows[at], rows[at + 1]]
  const isHeadless = next && next.cells.length === columns.length && looksLikeRow(next.cells, columns)
  if (!first || !isHeadless || first.lines > 1) return null
  const even = namesEvenedOut(first.cells, columns.length)
  if (even) return { ...first, cells: even, mended: 'delimiter' }
  if (Math.abs(first.cells.length - columns.length) < 2) return null
  for (const delimiter of others) {
    const { rows: parsed, isOpen } = cut(lines[first.line - 1]!, { ...marks, delimiter })
    const names = parsed[0] ?? []
    const areNames = names.length === columns.length && names.every((name) => name !== '' && !isTyped(kindOf(name)))
    if (!isOpen && areNames) return { ...first, cells: names, isOpen, isBroken: false, mended: 'delimiter' }
  }
  return null
}

/** As wide as the first table of some length: another one may follow it. Blanks divide words too: there, its header says. */
function widthOf(records: readonly Entry[], { delimiter }: Marks): number {
  const widths = records.filter(({ cells }) => !isBlankRow(cells)).map(({ cells }) => cells.length)
  if (delimiter === ' ' && isNarrowest(widths)) return widths[0]!
  const usual = mostCommon(widths.filter((width) => width > 1 && width <= MOST_COLUMNS)) ?? 1
  const share = (width: number) => widths.filter((each) => each === width).length / widths.length
  const at = widths.findIndex((width, i) => width > 1 && widths[i + 1] === width && widths[i + 2] === width)
  if (at < 0 || widths.length < 8) return usual
  const early = widths[at]!
  const end = widths.findIndex((width, i) => i > at && width !== early)
  const isLong = (end < 0 ? widths.length : end) - at >= LONG
  return isLong || share(early) >= 0.15 ? early : usual
}

const LONG = 8 // rows of one width, one after the other, are a table whatever follows

function evenRows(records: readonly Entry[], width: number): readonly (readonly string[])[] {
  const even = records.filter(({ cells }) => cells.length === width && !isBlankRow(cells)).map(({ cells }) => cells)
  return even.length > 1 ? even.slice(1) : even
}

function rowAt({ first, lines, singles }: Window, at: number, reading: Reading): Row {
  const { marks, columns, patience, effort } = reading
  const single = singles[at]!
  if (isClean(single, columns.length, marks) || isBlankRow(single.cells)) return { ...single, mended: null }
  if (single.isOpen) {
    const whole = firstClosed(lines, at, marks, patience)
    if (whole && isOneRow(whole, singles, at, columns)) return { ...whole, line: first + at, mended: null }
  }
  const other = otherReading(lines[at]!, single, marks, columns, effort)
  return other
    ? { ...single, cells: other.cells, isOpen: false, isBroken: false, mended: other.how }
    : { ...single, mended: null }
}

function isClean({ cells, isOpen, isBroken }: Entry, width: number, marks: Marks): boolean {
  if (isOpen || isBroken || cells.length !== width) return false
  return marks.quote === null || !cells.some((cell) => cell.includes(marks.quote!))
}

/** Lines that a quotation mark joins are one row, unless one of them is a whole row by itself: that was swallowed. */
function isOneRow(whole: Entry, singles: readonly Entry[], at: number, columns: readonly Column[]): boolean {
  if (whole.cells.length > columns.length || (whole.isBroken && whole.cells.length !== columns.length)) return false
  const within = singles.slice(at + 1, at + whole.lines)
  return !within.some(({ cells, isOpen }) => {
    return !isOpen && cells.length === columns.length && columns.length > 1 && looksLikeRow(cells, columns)
  })
}
