import { footerStart, mayEnd, rowsAbove } from './survey-footer.ts'
import { isNumbering } from './survey-header.ts'
import { isBlankRow } from './survey-lines.ts'
import { type Frame, type Near, nearAll, type Table, whatComes } from './survey-next.ts'
import type { Row } from './survey-rows.ts'

/** `next`: what stands in another table; it is read no further. */
export type Part = 'preamble' | 'header' | 'blank' | 'data' | 'footer' | 'next'

export type Placed = { readonly row: Row; readonly part: Part }

/** No table has a longer block of totals, notes and signatures: what is longer is rows that are hardly filled. */
const LONGEST_FOOTER = 1000
const MOST_LETTERS = 4_000_000

/** Places rows as they come. What may be a footer is held back until it is known whether rows of the table follow it. */
export function* partsOf(rows: Iterable<Row>, frame: Frame): Generator<Placed, void, void> {
  const held: Row[] = []
  const above = rowsAbove()
  const letters = { held: 0 }
  const letGo = (row: Row): Placed => {
    above.note(row)
    letters.held -= lettersIn(row)
    return { row, part: isBlankRow(row.cells) ? 'blank' : 'data' }
  }
  for (const { row, part } of placedIn(rows, frame)) {
    if (part === 'footer') {
      held.push(row)
      letters.held += lettersIn(row)
    } else {
      if (part === 'data') {
        for (const each of held.splice(0)) yield letGo(each)
        above.note(row)
      }
      yield { row, part }
    }
    while (held.length > LONGEST_FOOTER || letters.held > MOST_LETTERS) yield letGo(held.shift()!)
  }
  const end = footerStart(held, above, frame)
  for (const row of held.splice(0, end)) yield letGo(row)
  for (const row of held) yield { row, part: isBlankRow(row.cells) ? 'blank' : 'footer' }
}

function lettersIn({ cells }: Row): number {
  return cells.reduce((sum, cell) => sum + cell.length, 0)
}

/** Each row by itself: a footer is what could be one, and what is blank below the header may stand in it. */
function* placedIn(source: Iterable<Row>, frame: Frame): Generator<Placed, void, void> {
  const rows = source[Symbol.iterator]()
  let next = rows.next()
  for (; next.done !== true && next.value.line < frame.to; next = rows.next()) {
    yield { row: next.value, part: aboveOrIn(next.value, frame) }
  }
  if (next.done !== true) yield* placedBelow(next.value, rows, frame)
}

function aboveOrIn({ line, cells }: Row, { from }: Frame): Part {
  if (isBlankRow(cells)) return 'blank'
  return line < from ? 'preamble' : 'header'
}

function* placedBelow(first: Row, rest: Iterator<Row>, frame: Frame): Generator<Placed, void, void> {
  const table: Table = { frame, first: null, last: null, isRepeated: false, isOver: false }
  for (const near of nearAll(first, rest)) yield { row: near.row, part: belowHeader(near, table) }
}

function belowHeader(near: Near, table: Table): Part {
  const { cells } = near.row
  if (near.row.line >= table.frame.next) table.isOver = true
  if (isBlankRow(cells)) return table.isOver ? 'blank' : 'footer'
  if (table.isOver) return 'next'
  const comes = whatComes(near, table)
  if (comes === 'table') table.isOver = true
  if (comes === 'header') table.isRepeated = true
  if (comes !== null) return comes === 'table' ? 'next' : 'header'
  if (table.isRepeated && isNumbering(cells)) return 'header'
  table.first ??= near.row
  table.last = near.row
  return mayEnd(cells, table.frame) ? 'footer' : 'data'
}
