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
    const isAfterBlank = wide.length > 1 && isBlankRow(rows[at - 1]!.cells)
    if (isAfterBlank && isTitleOfAnother(cells, (far) => rows[at + far]?.cells ?? null, wide[0]!, wide.at(-1)!))
      return at
    if (filledIn(cells).length >= FEWEST_NAMES) wide.push(cells)
  }
  return -1
}

/** Whether a row below an empty one is the title of another table, by the rows below it, its own names, and its last row. */
export function isTitleOfAnother(
  title: readonly string[],
  below: (far: number) => readonly string[] | null,
  names: readonly string[],
  last: readonly string[],
): boolean {
  if (!isTitle(title)) return false
  for (let far = 1; far <= MOST_TITLES; far++) {
    const cells = below(far)
    if (cells === null) return false
    if (!isBlankRow(cells) && !isTitle(cells)) return isHeaderFor(cells, below(far + 1) ?? [], names, last)
  }
  return false
}

/** One cell of words, which is no total. */
function isTitle(cells: readonly string[]): boolean {
  const filled = filledIn(cells)
  return filled.length === 1 && isName(filled[0]!) && totalIn(cells) === null
}

/**
 * Names without a gap between them; and proof, since signatures look the same: the table above calls a column the same,
 * or what follows has numbers, days or codes below them. Over pages a table goes on below its own names.
 */
function isHeaderFor(
  names: readonly string[],
  next: readonly string[],
  first: readonly string[],
  before: readonly string[],
): boolean {
  const filled = filledIn(names)
  const last = names.findLastIndex((name) => name.trim() !== '')
  if (filled.length < FEWEST_NAMES || last + 1 > filled.length || !filled.every(isName)) return false
  if (filledIn(next).length < 2) return false
  if (isSame(names, first) && Number(next[0]) === Number(before[0]) + 1) return false
  const isShared = names.some((name, c) => name.trim() !== '' && name.trim() === first[c]?.trim())
  return isShared || next.some((cell, c) => isTyped(kindOf(cell)) && names[c]?.trim() !== '')
}

function isName(cell: string): boolean {
  return !isTyped(kindOf(cell))
}
