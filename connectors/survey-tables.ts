import { isTyped, kindOf } from './cell-kind.ts'
import { totalIn } from './footer.ts'
import { isSame } from './survey-header.ts'
import { filledIn, isBlankRow } from './survey-lines.ts'
import type { Row } from './survey-rows.ts'

const MOST_TITLES = 8
const FEWEST_NAMES = 3

/**
 * Where another table begins below the first, whatever its width: after an empty row, with a title or several, each
 * alone in its row, and then a row of words that is a header for what follows. -1 where there is none.
 */
export function nextTitleIn(rows: readonly Row[]): number {
  const wide: (readonly string[])[] = [] // rows above that are no titles
  for (const [at, { cells }] of rows.entries()) {
    if (wide.length > 1 && isBlankRow(rows[at - 1]!.cells) && isTitle(cells)) {
      const header = headerBelow(rows, at)
      if (header !== null && isHeaderFor(header, rows, wide)) return at
    }
    if (filledIn(cells).length >= FEWEST_NAMES) wide.push(cells)
  }
  return -1
}

/** One cell of words, which is no total. */
function isTitle(cells: readonly string[]): boolean {
  const filled = filledIn(cells)
  return filled.length === 1 && isName(filled[0]!) && totalIn(cells) === null
}

function headerBelow(rows: readonly Row[], at: number): number | null {
  for (let below = at + 1; below < rows.length && below - at <= MOST_TITLES; below++) {
    const { cells } = rows[below]!
    if (!isBlankRow(cells) && !isTitle(cells)) return below
  }
  return null
}

/**
 * Names without a gap between them; and proof, since signatures look the same: the table above calls a column the same,
 * or what follows has numbers, days or codes below them. Over pages a table goes on below its own names.
 */
function isHeaderFor(at: number, rows: readonly Row[], above: readonly (readonly string[])[]): boolean {
  const names = rows[at]!.cells
  const filled = filledIn(names)
  const last = names.findLastIndex((name) => name.trim() !== '')
  if (filled.length < FEWEST_NAMES || last + 1 > filled.length || !filled.every(isName)) return false
  const next = rows[at + 1]?.cells ?? []
  if (filledIn(next).length < 2) return false
  const [first, before] = [above[0]!, above.at(-1)!]
  if (isSame(names, first) && Number(next[0]) === Number(before[0]) + 1) return false
  const isShared = names.some((name, c) => name.trim() !== '' && name.trim() === first[c]?.trim())
  return isShared || next.some((cell, c) => isTyped(kindOf(cell)) && names[c]?.trim() !== '')
}

function isName(cell: string): boolean {
  return !isTyped(kindOf(cell))
}
