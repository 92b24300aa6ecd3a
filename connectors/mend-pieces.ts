import { type Column, isTyped, kindOf, misfit } from './cell-kind.ts'
import type { Marks } from './table.ts'

/** What may be done to a line beside reading its quotation marks otherwise. */
export type Leave = { readonly splitting: boolean; readonly merging: boolean }

/** From one segment on: one cell, or two that stuck together, up to the next segment. */
export type Piece = { readonly cells: readonly string[]; readonly to: number; readonly marked: number }

export const MOST_JOINED = 160 // where blanks divide, a sentence in quotation marks has many
const STRAY = 2 // a mark that is a letter of its cell
const BOUNDARY = 3 // within a cell, what looks like the end of one and the beginning of the next
const STUCK = 0.5 // two cells without a delimiter between them
const MERGED = 0.1 // a delimiter that is a letter of its cell

/** All that may begin with a segment. */
export function piecesFrom(segments: readonly string[], i: number, marks: Marks, leave: Leave): readonly Piece[] {
  const segment = segments[i]!
  const { quote } = marks
  const at = quote === null ? -1 : segment.indexOf(quote)
  const pieces: Piece[] = [{ cells: [segment], to: i + 1, marked: bareMarks(segment, quote) }]
  if (quote !== null && at >= 0) pieces.push(...quotedFrom(segments, i, at, marks, quote, leave))
  if (leave.merging) pieces.push(...mergedFrom(segments, i, marks))
  return pieces
}

function bareMarks(segment: string, quote: string | null): number {
  if (quote === null || !segment.includes(quote)) return 0
  if (startsWith(segment, quote)) return STRAY
  return segment.split(quote).length % 2 === 0 ? 1 : 0
}

/** Cells that begin with a mark and end with one, some delimiters further on; and what sticks to such a cell. */
function quotedFrom(
  segments: readonly string[],
  i: number,
  at: number,
  marks: Marks,
  quote: string,
  { splitting }: Leave,
): readonly Piece[] {
  const opens = startsWith(segments[i]!, quote)
  if (!opens && !splitting) return []
  const pieces: Piece[] = []
  let raw = ''
  for (let j = i; j < segments.length && j - i < MOST_JOINED; j++) {
    raw = j === i ? segments[j]! : raw + marks.delimiter + segments[j]!
    if (splitting && opens) pieces.push(...stuckAfter(raw, j, quote, marks))
    const text = opens ? raw.trim() : raw.slice(at).trim()
    if (text.length < 2 || !text.endsWith(quote)) continue
    const inner = text.slice(1, -1)
    const quoted = { cell: unescaped(inner, quote, marks), marked: oddIn(inner, quote, marks) }
    if (opens) pieces.push({ cells: [quoted.cell], to: j + 1, marked: quoted.marked })
    else pieces.push({ cells: [raw.slice(0, at), quoted.cell], to: j + 1, marked: STUCK + quoted.marked })
  }
  return pieces
}

/** `"a""b"` may be two cells, and so may `"a"b`. */
function stuckAfter(raw: string, j: number, quote: string, marks: Marks): readonly Piece[] {
  const text = raw.trim()
  const end = text.indexOf(quote, 1)
  const pieces: Piece[] = []
  for (let close = end, tries = 0; close > 0 && close < text.length - 1 && tries < 3; tries++) {
    const [left, right] = [text.slice(1, close), text.slice(close + 1)]
    const isQuoted = right.length > 1 && right.startsWith(quote) && right.endsWith(quote)
    close = text.indexOf(quote, close + 1)
    if (!isQuoted && right.includes(marks.delimiter)) continue
    const other = isQuoted ? right.slice(1, -1) : right
    const odd = oddIn(left, quote, marks) + (isQuoted ? oddIn(other, quote, marks) : right.includes(quote) ? STRAY : 0)
    const twice = other.startsWith(quote) ? 0.1 : 0 // the mark before belongs to the cell before
    const cells = [unescaped(left, quote, marks), isQuoted ? unescaped(other, quote, marks) : right]
    pieces.push({ cells, to: j + 1, marked: STUCK + odd + twice })
  }
  return pieces
}

const MOST_MERGED = 16

function mergedFrom(segments: readonly string[], i: number, { delimiter, quote }: Marks): readonly Piece[] {
  const pieces: Piece[] = []
  let raw = segments[i]!
  if (quote !== null && startsWith(raw, quote)) return []
  for (let j = i + 1; j < segments.length && j - i < MOST_MERGED; j++) {
    if (quote !== null && startsWith(segments[j]!, quote)) break
    raw += delimiter + segments[j]!
    pieces.push({ cells: [raw], to: j + 1, marked: (j - i) * MERGED })
  }
  return pieces
}

const LONGEST_PARTED = 200

/** Where a cell falls apart into one that its column holds, and one that the next column holds: of different kinds. */
export function partedCell(
  cell: string,
  i: number,
  quote: string | null,
  columns: readonly Column[],
  c: number,
): Piece | null {
  const [here, next] = [columns[c]!, columns[c + 1]!]
  if (here.main === next.main || !(isTyped(here.main) || isTyped(next.main))) return null
  if (cell.length > LONGEST_PARTED || (quote !== null && cell.includes(quote))) return null
  let best: { cells: readonly string[]; unfit: number } | null = null
  for (let at = 1; at < cell.length; at++) {
    const [left, right] = [cell.slice(0, at), cell.slice(at)]
    if (/\s$/.test(left) || /^\s/.test(right) || !fits(left, here) || !fits(right, next)) continue
    const unfit = misfit(left, here) + misfit(right, next)
    if (!best || unfit < best.unfit) best = { cells: [left, right], unfit }
  }
  return best && best.unfit <= 0.9 ? { cells: best.cells, to: i + 1, marked: STUCK } : null
}

function fits(cell: string, { main }: Column): boolean {
  return isTyped(main) ? kindOf(cell) === main : !isTyped(kindOf(cell))
}

function startsWith(segment: string, quote: string): boolean {
  return segment.trimStart().startsWith(quote)
}

function unescaped(inner: string, quote: string, { escape }: Marks): string {
  return inner.replaceAll(escape === 'backslash' ? `\\${quote}` : quote + quote, quote)
}

/** Marks within a quoted cell that nothing escapes, and those that look like the border of two cells. */
function oddIn(inner: string, quote: string, { delimiter, escape }: Marks): number {
  const rest = inner.replaceAll(escape === 'backslash' ? `\\${quote}` : quote + quote, '')
  if (!rest.includes(quote)) return 0
  const odd = rest.split(quote).length - 1
  const borders = rest.split(quote + delimiter).length + rest.split(delimiter + quote).length - 2
  return odd * 0.5 + borders * BOUNDARY
}
