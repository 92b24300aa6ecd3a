import { LONGEST } from './sheet-markup.ts'
import { type Broken, damaged, type End, type Line, type Whole } from './table.ts'

/** A row of a sheet: its number there, its cells, and which of them are merged, down to which row, up to which column. */
export type Row = {
  readonly line: number
  readonly cells: string[]
  readonly down?: ReadonlyMap<number, number>
  readonly across?: ReadonlyMap<number, number>
}

/** A row as a line of a table; what is merged is known where anything is. */
export type SheetLine = Line & { readonly merged?: Merged }

/** The cells without those that are filled in from above, and which of them go on to the right, up to which column. */
export type Merged = { readonly own: readonly string[]; readonly across: ReadonlyMap<number, number> }

export type Rows = Generator<Row, Broken | Whole, void>
export type Lines = Generator<SheetLine, End | Broken, void>

/** A sheet is read from its first row at every call. */
export type Sheet = { readonly name: string; readonly lines: () => Lines }

export const MOST_COLUMNS = 1024
export const MOST_ROWS = 10_000_000
export const MOST_SHEETS = 100

type Upper = { readonly text: string; readonly until: number }

/**
 * The rows of a sheet as the lines of a table. Rows that are left out, or have nothing of their own, are blank; those
 * at the end are no rows at all: programs write a million of them for a colour. What is merged downwards is filled in.
 */
export function* linesOfRows(rows: Rows): Lines {
  const uppers = new Map<number, Upper>()
  let last = 0
  try {
    let next = rows.next()
    for (; next.done !== true; next = rows.next()) {
      const { line, cells } = next.value
      if (cells.every((cell) => cell.trim() === '')) continue
      if (line <= last) return damaged
      if (cells.some((cell) => cell.includes('\ufffd'))) return undecodable(line)
      if (line > last + 1) yield blank(last + 1, line - last - 1)
      const merged = mergedIn(next.value, uppers)
      fillDown(next.value, uppers)
      if (lettersIn(cells) > LONGEST) return tooLong
      const row = { line, lines: 1, cells, raw: cells.join('\t'), isOpen: false }
      yield merged ? { ...row, merged } : row
      last = line
    }
    return 'reason' in next.value ? next.value : { ...next.value, physical: last, isEnded: true }
  } finally {
    rows.return({ isCut: false }) // whoever stops early leaves no file open
  }
}

/** A row, and what is merged in it, if anything is: columns → the last row, and the last column. */
export function mergedRow(
  row: Pick<Row, 'line' | 'cells'>,
  down: ReadonlyMap<number, number>,
  across: ReadonlyMap<number, number>,
): Row {
  return { ...row, ...(down.size > 0 ? { down } : {}), ...(across.size > 0 ? { across } : {}) }
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

/** As the row stands before it is filled in; null where nothing is merged. */
function mergedIn({ cells, across }: Row, uppers: ReadonlyMap<number, Upper>): Merged | null {
  return across || uppers.size > 0 ? { own: [...cells], across: across ?? new Map() } : null
}

function fillDown({ line, cells, down }: Row, uppers: Map<number, Upper>): void {
  for (const [column, { text, until }] of uppers) {
    if (until < line) uppers.delete(column)
    else {
      while (cells.length <= column) cells.push('')
      if (cells[column] === '') cells[column] = text
    }
  }
  for (const [column, until] of down ?? []) {
    const text = cells[column] ?? ''
    if (text !== '') uppers.set(column, { text, until })
  }
}
