import { LONGEST } from './sheet-markup.ts'
import { type Broken, damaged, type End, type Line, type Whole } from './table.ts'

/** A row of a sheet: its number there, its cells, and which of them are merged with cells below, down to which row. */
export type Row = {
  readonly line: number
  readonly cells: string[]
  readonly down?: ReadonlyMap<number, number>
}

export type Rows = Generator<Row, Broken | Whole, void>
export type Lines = Generator<Line, End | Broken, void>

/** A sheet is read from its first row at every call. */
export type Sheet = { readonly name: string; readonly lines: () => Lines }

export const MOST_COLUMNS = 1024
export const MOST_ROWS = 10_000_000
export const MOST_SHEETS = 100

type Merged = { readonly text: string; readonly until: number }

/**
 * The rows of a sheet as the lines of a table. Rows that are left out, or have nothing of their own, are blank; those
 * at the end are no rows at all: programs write a million of them for a colour. What is merged downwards is filled in.
 */
export function* linesOfRows(rows: Rows): Lines {
  const merged = new Map<number, Merged>()
  let last = 0
  try {
    let next = rows.next()
    for (; next.done !== true; next = rows.next()) {
      const { line, cells } = next.value
      if (cells.every((cell) => cell.trim() === '')) continue
      if (line <= last) return damaged
      if (cells.some((cell) => cell.includes('\ufffd'))) return undecodable(line)
      if (line > last + 1) yield blank(last + 1, line - last - 1)
      fillDown(next.value, merged)
      if (lettersIn(cells) > LONGEST) return tooLong
      yield { line, lines: 1, cells, raw: cells.join('\t'), isOpen: false }
      last = line
    }
    return 'reason' in next.value ? next.value : { ...next.value, physical: last, isEnded: true }
  } finally {
    rows.return({ isCut: false }) // whoever stops early leaves no file open
  }
}

/** A cell's text: composed letters, and one kind of line end. */
export function cellText(text: string): string {
  const fed = text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text
  return MAY_BE_APART.test(fed) ? fed.normalize('NFC') : fed
}

const MAY_BE_APART = /[\u02ff-\uffff]/

const tooLong: Broken = { reason: { id: 'too_large', part: 'row', limit: LONGEST } }

/** A thousand cells can name the same long text. */
function lettersIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.length, 0)
}

function undecodable(line: number): Broken {
  return { reason: { id: 'wrong_encoding', line } }
}

function blank(line: number, lines: number): Line {
  return { line, lines, cells: [''], raw: '', isOpen: false }
}

function fillDown({ line, cells, down }: Row, merged: Map<number, Merged>): void {
  for (const [column, { text, until }] of merged) {
    if (until < line) merged.delete(column)
    else {
      while (cells.length <= column) cells.push('')
      if (cells[column] === '') cells[column] = text
    }
  }
  for (const [column, until] of down ?? []) {
    const text = cells[column] ?? ''
    if (text !== '') merged.set(column, { text, until })
  }
}
