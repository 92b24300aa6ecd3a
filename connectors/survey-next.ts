import { type Column, isTyped, kindOf } from './cell-kind.ts'
import { isNumbering, isSame } from './survey-header.ts'
import { filledIn, isBlankRow, isFilled } from './survey-lines.ts'
import type { Row } from './survey-rows.ts'
import { isTitleOfAnother } from './survey-tables.ts'

/** What is known of a table before its rows are placed. */
export type Frame = {
  readonly width: number
  readonly columns: readonly Column[]
  readonly usual: number // cells of a row that have something in them, usually
  readonly names: readonly string[] | null
  readonly header: readonly (readonly string[])[] // its rows of names, as they stand
  readonly from: number // the line on which the header begins
  readonly to: number // the first one below it
  readonly next: number // the one on which another table begins below a title; infinite where there is none
}

/** A row with those next to it: the one above, and as many below as are asked for, from 1 on. */
export type Near = {
  readonly row: Row
  readonly above: Row | null
  readonly below: (far: number) => Row | null
}

/** A table while its rows are placed. */
export type Table = {
  readonly frame: Frame
  first: Row | null // of its rows that are not blank
  last: Row | null
  isRepeated: boolean // its header has come again
  isOver: boolean
}

export function* nearAll(first: Row, rest: Iterator<Row>): Generator<Near, void, void> {
  const waiting: Row[] = []
  const below = (far: number): Row | null => {
    while (waiting.length < far) {
      const next = rest.next()
      if (next.done === true) return null
      waiting.push(next.value)
    }
    return waiting[far - 1]!
  }
  let above: Row | null = null
  for (let row: Row | null = first; row !== null;) {
    yield { row, above, below }
    above = row
    row = below(1)
    waiting.shift()
  }
}

/** Whether the header comes again, as it does on every page, or another table begins; null for a row like others. */
export function whatComes(near: Near, table: Table): 'header' | 'table' | null {
  const { names, header, columns } = table.frame
  const { cells } = near.row
  if (isHeaderAgain(near, table.frame)) return 'header'
  if (isTitled(near, table)) return 'table'
  if (names && header.length === 1 && isLike(cells, header[0]!)) {
    return goesOn(near, table, cells.length === names.length) ? 'header' : 'table'
  }
  return isOtherHeader(near, columns) || isOtherwiseCut(near, columns.length) ? 'table' : null
}

/** A header of several rows comes again whole: any of its rows, where those beside it are the others. */
function isHeaderAgain({ row, above, below }: Near, { header }: Frame): boolean {
  if (header.length < 2) return false
  const is = (cells: readonly string[] | undefined, which: number) =>
    cells !== undefined && isSame(cells, header[which]!)
  return header.some((_, at) => {
    if (!is(row.cells, at)) return false
    return at === 0 ? is(below(1)?.cells, 1) : is(above?.cells, at - 1)
  })
}

/** Below an empty row a title, and then the names of another table. */
function isTitled({ row, above, below }: Near, { frame, first, last }: Table): boolean {
  if (above === null || !isBlankRow(above.cells) || first === null || last === null) return false
  return isTitleOfAnother(row.cells, (far) => below(far)?.cells ?? null, frame.names ?? first.cells, last.cells)
}

function isLike(cells: readonly string[], names: readonly string[]): boolean {
  const shared = cells.filter((cell, c) => isFilled(cell) && cell.trim() === names[c]?.trim()).length
  return shared >= 2 && shared >= filledIn(names).length * 0.7 && shared >= filledIn(cells).length * 0.7
}

/** A header that comes again begins another table, unless the rows go on below it as they do over pages. */
function goesOn({ above, below }: Near, { first, last }: Table, isAsWide: boolean): boolean {
  const next = nextRow(below)
  if (!isAsWide || !first || !last || !next || isSame(next.cells, first.cells)) return false
  const [start, before, after] = [first, last, next].map(({ cells }) => Number(cells[0]))
  if (Number.isInteger(before) && Number.isInteger(after)) return after === before! + 1 || after !== start
  return above === null || !isBlankRow(above.cells)
}

const FAR = 1000 // rows: no gap between two pages is wider

function nextRow(below: Near['below']): Row | null {
  for (let far = 1; far <= FAR; far++) {
    const row = below(far)
    if (row === null || (!isBlankRow(row.cells) && !isNumbering(row.cells))) return row
  }
  return null
}

/** Another width from here on, under a row of words without gaps: the names of another table. */
function isOtherHeader({ row: { cells }, above, below }: Near, columns: readonly Column[]): boolean {
  const width = cells.length
  if (width < 2 || !cells.every(isName)) return false
  const [next, second] = [below(1), below(2)]
  if (!next || !second || !next.cells.some((cell) => isTyped(kindOf(cell)))) return false
  if (width !== columns.length) return next.cells.length === width && second.cells.length === width
  const isAfterBlank = above !== null && isBlankRow(above.cells) && next.cells.length === width
  return isAfterBlank && columns.some(({ main }, c) => isTyped(main) && !isTyped(kindOf(next.cells[c]!)))
}

function isName(cell: string): boolean {
  const kind = kindOf(cell)
  return kind === 'word' || kind === 'text'
}

/** Below an empty row, and perhaps a title, lines of one cell that another delimiter cuts evenly. */
function isOtherwiseCut({ row, above, below }: Near, width: number): boolean {
  if (width < 2 || above === null || !isBlankRow(above.cells) || row.cells.length !== 1) return false
  const lines = [row, below(1), below(2), below(3)].map((each) => (each?.cells.length === 1 ? each.cells[0]! : null))
  return [',', ';', '\t', '|'].some((delimiter) => {
    const counts = lines.map((line) => line?.split(delimiter).length ?? 0)
    const even = counts[0] === 1 ? counts.slice(1) : counts.slice(0, 3) // a title has none
    return even.every((count) => count > 1 && count === even[0])
  })
}
