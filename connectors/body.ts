import type { Account, Read } from './reading.ts'
import { codeIn } from './code.ts'
import { isWholeFooter, mayBeFooter, totalIn } from './footer.ts'
import { isBlank } from './candidate.ts'
import type { Identified } from './identify.ts'
import { type Plan, readableCode, rowOf } from './rows.ts'
import type { Broken, End, Line } from './table.ts'

type Lines = Iterator<Line, End | Broken, void>
type Tally = { blank: number; data: number; read: number; rejected: number }

/** No export has a longer block of totals and signatures: what is longer is rows that could not be read. */
const LONGEST_FOOTER = 20

/**
 * The rows below the header, in the order of their lines, and the account of every line. What may be a footer is
 * held back until it is known whether rows follow: if they do, it was meant as a row, and is a reject.
 */
export function* readBody(lines: Lines, found: Identified, plan: Plan): Generator<Read, Account | Broken, void> {
  const tally: Tally = { blank: found.blank, data: 0, read: 0, rejected: 0 }
  const held: Line[] = []
  let last: Line | null = null
  let next = lines.next()
  for (; !next.done; next = lines.next()) {
    last = next.value
    if (isBlank(last)) tally.blank += last.lines
    else if (isFooter(last, plan)) held.push(last)
    else {
      for (const line of held.splice(0)) yield counted(line, plan, tally)
      yield counted(last, plan, tally)
    }
    if (held.length > LONGEST_FOOTER) yield counted(held.shift()!, plan, tally)
  }
  if ('reason' in next.value) return next.value
  const { physical, isEnded, isCut } = next.value
  const torn = isCut || (!isEnded && last !== null && isTorn(last, held, tally, plan))
  if (torn && last !== null && held.at(-1) === last && totalIn(last.cells) === null) {
    yield counted(held.pop()!, plan, tally)
  }
  return accountOf(found, tally, held, physical, torn)
}

function counted(line: Line, plan: Plan, tally: Tally): Read {
  const read = rowOf(line, plan)
  tally.data += line.lines
  tally.read++
  if (read.is === 'reject') tally.rejected++
  return read
}

/** A row with its code in place is one, whatever else it says: nearly all are told by this alone. */
function isFooter(line: Line, plan: Plan): boolean {
  if (line.isOpen || hasCode(line, plan)) return false
  return mayBeFooter(line.cells) && readableCode(line, plan) === null
}

function hasCode({ cells }: Line, { code }: Plan): boolean {
  const cell = cells[code]
  return cell !== undefined && codeIn(cell) !== null
}

/** A last line without its line end is whole when it has all its cells, ends a footer, or says what footers say. */
function isTorn(last: Line, held: readonly Line[], tally: Tally, plan: Plan): boolean {
  if (!last.isOpen && last.cells.length >= plan.width) return false
  if (held.at(-1) !== last || isCutTotal(totalIn(last.cells), tally.read)) return true
  return held.length === 1 && !isWholeFooter(last.cells)
}

/** `Tổng số: 107`, cut off before the last digit of 1071. */
function isCutTotal(stated: number | null, read: number): boolean {
  return stated !== null && stated !== read && `${read}`.startsWith(`${stated}`)
}

function accountOf(
  found: Identified,
  { blank, data, read, rejected }: Tally,
  footer: readonly Line[],
  physical: number,
  torn: boolean,
): Account {
  return {
    physical,
    preamble: found.preamble,
    header: found.header,
    blank,
    data,
    footer: footer.reduce((sum, { lines }) => sum + lines, 0),
    read,
    rejected,
    statedTotal: footer.map(({ cells }) => totalIn(cells)).find((total) => total !== null) ?? null,
    torn,
  }
}
