import Papa from 'papaparse'
import type { Reason } from './reading.ts'

/** One record of a table: where it starts, how many physical lines it takes, its cells, and its text as it came. */
export type Line = {
  readonly line: number
  readonly lines: number
  readonly cells: readonly string[]
  readonly raw: string
  readonly isOpen: boolean // a quotation mark opens a cell and nothing closes it
}

/** The signs that divide a text: its quotation mark may be another than `"`, or none, its escape a backslash. */
export type Marks = {
  readonly delimiter: string
  readonly quote: '"' | "'" | null
  readonly escape: 'doubled' | 'backslash'
}

export type Dialect = { readonly marks: Marks; readonly multiline: false | Multiline }

/** Cells may run over so many lines; not over a whole row with its code, nor into more cells: those were swallowed. */
type Multiline = {
  readonly lines: number
  readonly width: number
  readonly isWholeRow: (cells: readonly string[]) => boolean
  readonly holdsCode: (cell: string) => boolean
}

/** How the text ended: its physical lines, and whether the last of them has its line end. */
export type End = Whole & { readonly physical: number; readonly isEnded: boolean }

/** Why a text could not be read to its end. */
export type Broken = { readonly reason: Reason }

/** What its own rules say cannot be: it was cut, or some of its bytes were changed. */
export const damaged: Broken = { reason: { id: 'damaged' } }

export function isBroken(value: object): value is Broken {
  return 'reason' in value
}

/** The text was read to its end; cut, when the bytes end within a letter. */
export type Whole = { readonly isCut: boolean }

export type Pieces = Generator<string, Broken | Whole, void>

export const delimiters: readonly string[] = [',', ';', '\t', '|']

/** What nearly every file is written with. */
export function usualMarks(delimiter: string): Marks {
  return { delimiter, quote: '"', escape: 'doubled' }
}

/** The records of a text whose first line is numbered `first`, or the reason why it ends too early. */
export function* linesOf(pieces: Pieces, first: number, dialect: Dialect): Generator<Line, End | Broken, void> {
  let [line, isEnded] = [first, true]
  const queue: string[] = []
  let next = pieces.next()
  for (; !next.done; next = pieces.next()) {
    isEnded = next.value.endsWith('\n')
    const text = isEnded ? next.value.slice(0, -1) : next.value
    if (dialect.multiline) queue.push(...text.split('\n'))
    line = dialect.multiline
      ? yield* joinedRecords(queue, line, dialect, dialect.multiline.lines)
      : yield* recordsIn(text, line, dialect)
  }
  if ('reason' in next.value) return next.value
  line = yield* joinedRecords(queue, line, dialect, 0)
  return { ...next.value, physical: line - 1, isEnded }
}

/** A piece at once where no record runs over lines, which is nearly always; else line by line. */
function* recordsIn(text: string, first: number, dialect: Dialect): Generator<Line, number, void> {
  const { rows, isOpen } = cut(text, dialect.marks)
  const raws = text.split('\n')
  const whole = rows.length === raws.length && !isOpen
  for (const [i, raw] of raws.entries()) {
    yield whole ? { line: first + i, lines: 1, cells: rows[i]!, raw, isOpen: false } : alone(raw, first + i, dialect)
  }
  return first + raws.length
}

/** Takes records from the front of the queue, as long as it holds enough lines for the longest of them. */
function* joinedRecords(queue: string[], first: number, dialect: Dialect, keep: number): Generator<Line, number, void> {
  let at = 0
  while (queue.length - at > keep) {
    const record = joined(queue, at, first + at, dialect)
    at += record.lines
    yield record
  }
  queue.splice(0, at)
  return first + at
}

/**
 * A record from its first line on. A quotation mark that closes too late joins rows that have nothing to do with each
 * other: a line that is a whole row by itself, and whose code the record then has within a cell of several lines, was
 * swallowed. An address over two lines may look like a row too, but has no code in it.
 */
function joined(queue: readonly string[], at: number, line: number, dialect: Dialect): Line {
  const start = alone(queue[at]!, line, dialect)
  if (!start.isOpen || !dialect.multiline) return start
  const { lines: longest, width, isWholeRow, holdsCode } = dialect.multiline
  let [raw, hasWholeRow] = [start.raw, false]
  for (let lines = 2; lines <= longest && at + lines <= queue.length; lines++) {
    const next = queue[at + lines - 1]!
    raw += `\n${next}`
    hasWholeRow ||= isWholeRow(alone(next, line, dialect).cells)
    const { rows, isOpen } = cut(raw, dialect.marks)
    if (isOpen || rows.length > 1) continue
    const cells = rows[0]!
    const swallowed = hasWholeRow && cells.some((cell) => cell.includes('\n') && holdsCode(cell))
    return swallowed || cells.length > width ? start : { line, lines, cells, raw, isOpen }
  }
  return start
}

function alone(raw: string, line: number, dialect: Dialect): Line {
  const { rows, isOpen } = cut(raw, dialect.marks)
  return { line, lines: 1, cells: rows[0] ?? [''], raw, isOpen }
}

type Cut = {
  readonly rows: readonly (readonly string[])[]
  readonly isOpen: boolean
  readonly isBroken: boolean // a mark closes a cell, and more of it follows
}

/** A text of lines, cut as the marks say. */
export function cut(text: string, { delimiter, quote, escape }: Marks): Cut {
  const marks = quote === null ? { fastMode: true } : { quoteChar: quote }
  const parser = new Papa.Parser({
    delimiter,
    newline: '\n',
    ...marks,
    ...(escape === 'backslash' ? { escapeChar: '\\' } : {}),
  })
  const { data, errors }: Papa.ParseResult<string[]> = parser.parse(text, 0, false)
  return {
    rows: data,
    isOpen: errors.some((error) => error.code === 'MissingQuotes'),
    isBroken: errors.some((error) => error.code === 'InvalidQuotes'),
  }
}

/** A small table of our own making (the catalogue, the calendar), whole: its header first, blank lines left out. */
export function smallTable(text: string): string[][] {
  return Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter: ',', skipEmptyLines: true }).data
}
