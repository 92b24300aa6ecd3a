import { cut, type Marks } from './table.ts'

/** Lines that follow each other in a text; the first of them is numbered `first`. */
export type Stretch = { readonly first: number; readonly lines: readonly string[] }

/** One or more physical lines that make a row, or what there is of one. */
export type Entry = {
  readonly line: number // from 1
  readonly lines: number
  readonly cells: readonly string[]
  readonly isOpen: boolean // a quotation mark opens a cell and nothing closes it
  readonly isBroken: boolean // a quotation mark closes a cell, and more of it follows
}

/** How often a record may still be sought in vain: a text full of open marks must not be read over and over. */
export type Patience = { left: number }

const BLOCK_LINES = 200
export const MOST_LINES = 60 // of a record
export const MOST_LETTERS = 2_000_000 // of a record of several lines
const PATIENCE = 300

/** Cut for a first look: a block at once where no record runs over lines, else line by line. */
export function linesCut(lines: readonly string[], marks: Marks): readonly Entry[] {
  const records: Entry[] = []
  const patience = { left: PATIENCE }
  for (let at = 0; at < lines.length;) {
    const block = lines.slice(at, at + BLOCK_LINES)
    const { rows, isOpen, isBroken } = cut(block.join('\n'), marks)
    const whole = rows.length === block.length && !isOpen && !isBroken
    const met = whole
      ? rows.map((cells, i) => ({ line: at + i + 1, lines: 1, cells, isOpen, isBroken }))
      : oneByOne(lines, at, Math.min(at + BLOCK_LINES, lines.length), marks, patience)
    for (const record of met) records.push(record)
    const last = met.at(-1)
    at = last ? last.line + last.lines - 1 : at + block.length
  }
  return records
}

function oneByOne(lines: readonly string[], from: number, to: number, marks: Marks, patience: Patience): Entry[] {
  const records: Entry[] = []
  for (let at = from; at < to;) {
    const single = alone(lines, at, marks)
    const record = single.isOpen ? (firstClosed(lines, at, marks, patience) ?? single) : single
    records.push(record)
    at += record.lines
  }
  return records
}

function alone(lines: readonly string[], at: number, marks: Marks): Entry {
  const { rows, isOpen, isBroken } = cut(lines[at]!, marks)
  return { line: at + 1, lines: 1, cells: rows[0] ?? [''], isOpen, isBroken }
}

/** The record that begins on a line, up to where its quotation marks close; null where they do not. */
export function firstClosed(lines: readonly string[], at: number, marks: Marks, patience: Patience): Entry | null {
  if (patience.left <= 0) return null
  let raw = lines[at]!
  const end = Math.min(lines.length, at + MOST_LINES)
  for (let next = at + 1; next < end && raw.length < MOST_LETTERS; next++) {
    raw += `\n${lines[next]!}`
    if (marks.quote !== null && !lines[next]!.includes(marks.quote)) continue
    const { rows, isOpen, isBroken } = cut(raw, marks)
    if (isOpen) continue
    if (rows.length > 1) break
    return { line: at + 1, lines: next - at + 1, cells: rows[0] ?? [''], isOpen, isBroken }
  }
  patience.left--
  return null
}

export function isBlankRow(cells: readonly string[]): boolean {
  return !cells.some(isFilled)
}

export function filledIn(cells: readonly string[]): readonly string[] {
  return cells.filter(isFilled)
}

const [FIRST_SIGN, LAST_SIGN] = [0x21, 0x7e]

/** Nearly every cell begins with a plain letter, and needs no trimming to be told from blanks. */
export function isFilled(cell: string): boolean {
  const unit = cell.charCodeAt(0)
  return (unit >= FIRST_SIGN && unit <= LAST_SIGN) || cell.trim() !== ''
}
