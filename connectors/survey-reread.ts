import { type Column, isTyped, kindOf, misfit } from './cell-kind.ts'
import { mend, type Mended } from './mend.ts'
import { withEmpty, withoutEmpty } from './mend-empty.ts'
import { MOST_JOINED } from './mend-pieces.ts'
import { withOtherQuote } from './mend-quoted.ts'
import type { Entry, Patience } from './survey-lines.ts'
import type { Marks } from './table.ts'

export const others = [';', '\t', '|', ',', ' ', '^', '~']

/** Another reading of a line, and by what it differs. */
export type Other = { readonly cells: readonly string[]; readonly how: 'quotes' | 'delimiter' | 'split' }

/** Work that a whole text may cost: one that is nothing but trouble is read as it stands from there on. */
export const EFFORT = 3e8

/** Another reading of a line is taken only where it gives a whole row, and a likelier one than the line as it stands. */
export function otherReading(
  raw: string,
  single: Entry,
  marks: Marks,
  columns: readonly Column[],
  effort: Patience,
): Other | null {
  const [width, count] = [columns.length, single.cells.length]
  if (width < 2 || effort.left <= 0) return null
  const isTorn = single.isOpen || single.isBroken
  const isSuspect = isTorn || hasMarkWithin(raw, marks)
  const asIs = unfitOf(single.cells, columns) + (isSuspect ? oddMarks(single.cells, marks) : 0)
  if (!isTorn && count === width && asIs <= 1) return null
  const segments = raw.split(marks.delimiter).length
  effort.left -= raw.length * segments * Math.min(segments, MOST_JOINED)
  const quoted = isTorn ? null : withOtherQuote(single.cells, width, marks)
  if (quoted && unfitOf(quoted, columns) < asIs) return { cells: quoted, how: 'quotes' }
  const fewer = isTorn ? null : withoutEmpty(single.cells, columns)
  if (fewer) return { cells: fewer, how: 'delimiter' }
  const merging = marks.delimiter === ' ' && count > width
  const mended = isSuspect || merging ? mend(raw, marks, columns, { splitting: false, merging }) : null
  if (mended && isLikelier(mended, single, asIs, width)) {
    return otherThan(single, mended.cells, merging ? 'delimiter' : 'quotes')
  }
  const mayBeStuck = isSuspect || count === width - 1
  const split = mayBeStuck ? mend(raw, marks, columns, { splitting: true, merging: false }) : null
  if (split && split.marked < 2 && split.unfit <= width * 0.35 && split.unfit + split.marked < asIs - 0.2) {
    return otherThan(single, split.cells, 'split')
  }
  const more = isTorn ? null : withEmpty(single.cells, columns)
  if (more) return { cells: more, how: 'delimiter' }
  return asIs > width * 0.3 ? otherDelimiter(raw, asIs, marks, columns) : null
}

function otherThan({ cells }: Entry, others: readonly string[], how: Other['how']): Other | null {
  return cells.length === others.length && cells.every((cell, c) => cell === others[c]) ? null : { cells: others, how }
}

/** Cells in which a quotation mark opens or closes something that is not there. */
function oddMarks(cells: readonly string[], { quote }: Marks): number {
  return quote === null ? 0 : cells.filter((cell) => cell.split(quote).length % 2 === 0).length
}

function hasMarkWithin(raw: string, { quote, delimiter }: Marks): boolean {
  if (quote === null) return false
  for (let at = raw.indexOf(quote, 1); at > 0 && at < raw.length - 1; at = raw.indexOf(quote, at + 1)) {
    if (!raw.startsWith(delimiter, at + 1) && !raw.startsWith(delimiter, at - delimiter.length)) return true
  }
  return false
}

/** A line whose marks do not close has no reading of its own; one that is as wide as the table has a good one. */
function isLikelier(mended: Mended, { isOpen, isBroken, cells }: Entry, asIs: number, width: number): boolean {
  if (isOpen || (isBroken && cells.length !== width)) return mended.marked <= 6
  const total = mended.marked + mended.unfit
  return cells.length === width ? total < asIs - 1 : total < asIs - 0.2 && mended.marked < 2
}

/** One row may have another delimiter. Blanks prove nothing by themselves: there, typed columns must have their kinds. */
function otherDelimiter(raw: string, asIs: number, marks: Marks, columns: readonly Column[]): Other | null {
  let best: Mended | null = null
  for (const delimiter of others) {
    if (delimiter === marks.delimiter || !raw.includes(delimiter)) continue
    const merging = delimiter === ' '
    const mended = mend(raw, { ...marks, delimiter }, columns, { splitting: false, merging })
    if (!mended || mended.unfit > columns.length * 0.3 || (merging && !hasKinds(mended.cells, columns))) continue
    if (!best || mended.unfit + mended.marked < best.unfit + best.marked) best = mended
  }
  return best && best.unfit + best.marked + 0.5 < asIs ? { cells: best.cells, how: 'delimiter' } : null
}

function hasKinds(cells: readonly string[], columns: readonly Column[]): boolean {
  const typed = columns.flatMap(({ main }, c) => (isTyped(main) ? [kindOf(cells[c]!) === main] : []))
  return typed.filter(Boolean).length >= Math.max(2, typed.length * 0.6)
}

export function looksLikeRow(cells: readonly string[], columns: readonly Column[]): boolean {
  return columns.some(({ main }) => isTyped(main)) ? unfitOf(cells, columns) < columns.length * 0.4 : columns.length > 2
}

function unfitOf(cells: readonly string[], columns: readonly Column[]): number {
  const surplus = Math.max(0, cells.length - columns.length)
  return columns.reduce((sum, column, c) => sum + misfit(cells[c] ?? '', column), surplus)
}
