import { type Column, isTyped, kindOf } from './cell-kind.ts'
import type { Merged } from './sheet.ts'
import { filledIn, isBlankRow } from './survey-lines.ts'
import type { Row as TextRow } from './survey-rows.ts'

/** In a sheet it is known what is merged; a text has lost it. */
type Row = TextRow & { readonly merged?: Merged }

/** The rows in which the columns have their names; `from` to `to`, none where the table begins without. */
export type Header = {
  readonly from: number
  readonly to: number // the first row of the table itself
  readonly names: readonly string[] | null
}

const MOST_ROWS = 5

/** Looks at the first row that is as wide and as full as the table, and at those right above and below it. */
export function headerAt(all: readonly Row[], at: number, columns: readonly Column[]): Header {
  const rows = all.map(asWritten)
  const first = rows[at]
  if (!first || !isHeader(first.cells, rows, at, columns)) return { from: at, to: at, names: null }
  let from = at
  while (from > 0 && at - from < MOST_ROWS && isGroupAbove(rows[from - 1]!, columns.length)) from--
  let to = at + 1
  const named = rows.slice(from, to)
  let isNumbered = false
  for (; to < rows.length && to - at < MOST_ROWS; to++) {
    const { cells } = rows[to]!
    if (isBlankRow(cells) && fillsGaps(rows[to + 1]?.cells, first.cells, columns)) continue
    if (isSame(cells, first.cells) || isBelowHeader(cells, first.cells, columns)) named.push(rows[to]!)
    else if (isNumbered || !(isNumbered = isNumbering(cells))) break
  }
  return { from, to, names: namesOf(named, columns) }
}

/** A name that is merged over two rows is one name. */
function asWritten(row: Row): Row {
  return row.merged ? { ...row, cells: row.merged.own } : row
}

/** Each column that is not of words votes: the header has a word there, and a row has what all the others have. */
function isHeader(cells: readonly string[], rows: readonly Row[], at: number, columns: readonly Column[]): boolean {
  const votes = votesOf(cells, columns)
  if (votes !== 0) return votes > 0
  if (filledIn(cells).some((cell) => isTyped(nameKind(cell)))) return false
  const below = rows.slice(at + 1).filter((row) => row.cells.length === cells.length && !isBlankRow(row.cells))
  const isRepeated = (cell: string, c: number) => cell.trim() !== '' && below.some((row) => row.cells[c] === cell)
  return below.length === 0 || !cells.some(isRepeated) || below.some((row) => isSame(row.cells, cells))
}

function votesOf(cells: readonly string[], columns: readonly Column[]): number {
  const isAsWide = cells.length === columns.length
  const votes = columns.map(({ main, filled }, c): number => {
    const kind = nameKind(cells[c] ?? '')
    if (kind === 'empty' || filled === 0) return 0
    if (isTyped(main)) return isTyped(kind) ? -1 : 1
    return isAsWide && isTyped(kind) ? -0.25 : 0
  })
  return votes.reduce((sum, vote) => sum + vote, 0)
}

/** Years are names of columns as often as not. */
function nameKind(cell: string): ReturnType<typeof kindOf> {
  const kind = kindOf(cell)
  return (kind === 'number' && /^(?:19|20)\d{2}$/.test(cell.trim())) || kind === 'code' ? 'word' : kind
}

const WINDOW = /^(?:từ|đến|kỳ|tháng|ngày|số)\s/i

/** A group has its name above its first column; a title stands alone, and a label ends with a colon. */
function isGroupAbove({ cells }: Row, width: number): boolean {
  const filled = filledIn(cells)
  if (cells.length !== width || filled.length < 2 || filled.length === width) return false
  return filled.every((cell) => !isTyped(nameKind(cell)) && !cell.trim().endsWith(':') && !WINDOW.test(cell.trim()))
}

function isBelowHeader(cells: readonly string[], header: readonly string[], columns: readonly Column[]): boolean {
  if (cells.length !== header.length || isBlankRow(cells) || isNumbering(cells)) return false
  const filled = filledIn(cells)
  if (filled.some((cell) => isTyped(nameKind(cell)))) return false
  const hasGap = header.some((name, c) => name.trim() === '' && cells[c]!.trim() !== '')
  return hasGap ? votesOf(cells, columns) >= 0 : filled.length > 1 && votesOf(cells, columns) > 1
}

/** Below an empty row a second row of names stands under the gaps of the first, and under the groups left of them. */
function fillsGaps(
  cells: readonly string[] | undefined,
  header: readonly string[],
  columns: readonly Column[],
): boolean {
  if (!cells || !isBelowHeader(cells, header, columns)) return false
  const isGap = (c: number) => header[c]?.trim() === ''
  return cells.every((cell, c) => cell.trim() === '' || isGap(c) || isGap(c + 1))
}

export function isSame(cells: readonly string[], others: readonly string[]): boolean {
  return cells.length === others.length && cells.every((cell, c) => cell.trim() === others[c]!.trim())
}

/** `(1) (2) (3)=(4)+(5) …`, `A B 1 2=3+4 …`: the numbers of the columns, under their names. Three numbers alone may be a row. */
export function isNumbering(cells: readonly string[]): boolean {
  const written = filledIn(cells).map((cell) => cell.trim())
  const filled = written.map((cell) => cell.replace(/[()[\]]/g, ''))
  if (filled.length < Math.max(3, cells.length * 0.6) || !filled.every(isNumber)) return false
  if (filled.length < 5 && !written.every((cell) => /^[([]/.test(cell))) return false
  const numbers = filled.flatMap((cell) => (/^\d/.test(cell) ? [parseInt(cell, 10)] : []))
  return (
    numbers.length * 2 > filled.length && numbers[0]! < 3 && numbers.every((number, i) => number === i + numbers[0]!)
  )
}

function isNumber(cell: string): boolean {
  return /^(?:\d{1,2}(?:\s?=.*)?|[A-Za-z])$/.test(cell)
}

/** A name over several rows is joined; one that is merged over several columns stands above each of them. */
function namesOf(named: readonly Row[], columns: readonly Column[]): readonly string[] {
  const filled = named.map((row, i) => filledAcross(row, named[i + 1] ?? null, columns))
  if (filled.length === 1) return filled[0]!
  const width = Math.max(...filled.map((cells) => cells.length))
  return Array.from({ length: width }, (_, c) =>
    filled
      .map((cells) => (cells[c] ?? '').trim())
      .filter((name) => name !== '')
      .join(' '),
  )
}

function filledAcross({ cells, merged }: Row, below: Row | null, columns: readonly Column[]): readonly string[] {
  if (!merged || merged.across.size === 0) return below ? mergedFilled(cells, below.cells, columns) : cells
  const filled = [...cells]
  for (const [first, last] of merged.across) filled.fill(cells[first] ?? '', first, last + 1)
  return filled
}

/** A column without a name below and without a value is none of the group's. */
function mergedFilled(
  cells: readonly string[],
  below: readonly string[],
  columns: readonly Column[],
): readonly string[] {
  let last = ''
  return cells.map((cell, c) => {
    if (cell.trim() !== '') last = cell
    const isOfGroup = below[c]?.trim() !== '' || (columns[c]?.filled ?? 0) > 0
    return cell.trim() === '' && isOfGroup ? last : cell
  })
}
