import type { Form, Reason } from './reading.ts'
import type { LineEnds } from './line-ends.ts'
import type { Layout } from './survey-layout.ts'
import { filledIn } from './survey-lines.ts'
import type { Part, Placed } from './survey-parts.ts'
import type { Row } from './survey-rows.ts'
import type { Text } from './survey-text.ts'
import type { Marks } from './table.ts'

type Counts<Name extends string> = Readonly<{ [name in Name]: number }>

/** A table while it is read: the names of its columns, its rows as they come, and at their end what was found in it. */
export type Surveying = {
  readonly header: readonly string[] | null
  readonly rows: Generator<readonly string[], Survey | { readonly reason: Reason }, void>
}

/** What stands in a table that no connector is asked about: its signs, its parts, what is odd about its rows. */
export type Survey = {
  readonly encoding: Form | null
  readonly sheet: string | null // which one was read; null where there are none
  readonly otherSheets: readonly string[]
  readonly delimiter: string | null // null where the table has one column
  readonly quote: '"' | "'" | null
  readonly escape: 'doubled' | 'backslash' | null
  readonly lineEnd: 'crlf' | 'lf' | 'cr' | 'mixed' | null
  readonly headerRows: number
  readonly width: number
  readonly lines: Counts<'physical' | 'preamble' | 'header' | 'blank' | 'data' | 'footer'>
  readonly ragged: readonly { readonly line: number; readonly cells: number }[]
  readonly mended: readonly { readonly line: number; readonly how: NonNullable<Row['mended']> }[]
  readonly sections: readonly number[] // lines that head or sum up others, and stand among the rows
  readonly rejects: readonly { readonly line: number; readonly reason: 'swallowed_lines' }[]
  readonly nextTable: number | null // the line on which another table begins; its lines count as footer
  readonly columns: readonly string[] | null // as the header names them; null where there is none
  readonly rows: Counts<'read' | 'ragged' | 'mended' | 'rejected'>
  readonly leftOut?: Counts<'ragged' | 'mended' | 'sections' | 'rejects'> // of these lists, where they grew too long
}

/** What a table is written with. */
export type Signs = Pick<Survey, 'encoding' | 'sheet' | 'otherSheets' | 'delimiter' | 'quote' | 'escape' | 'lineEnd'>

/** What is known of a table before its rows are counted. */
export type Known = {
  readonly signs: Signs
  readonly physical: number // lines
  readonly width: number
  readonly names: readonly string[] | null
  readonly skipped: number // lines above, which say how to read the others
  readonly isTrimmed: boolean // each row ends with a delimiter that the header does not have
  readonly mostListed: number
}

/** The signs of a text, where its table has so many columns. */
export function signsOf({ encoding, quotes, ends }: Text, marks: Marks, width: number): Signs {
  const isQuoted = marks.quote !== null && quotes.has(marks.quote)
  return {
    encoding,
    sheet: null,
    otherSheets: [],
    delimiter: width > 1 ? marks.delimiter : null,
    quote: isQuoted ? marks.quote : null,
    escape: isQuoted ? marks.escape : null,
    lineEnd: lineEndOf(ends),
  }
}

/** Gives the rows of the table as they come, and at their end the account of every line. */
export function* accountedFor(placed: Iterable<Placed>, known: Known): Generator<readonly string[], Survey, void> {
  const { width, names, isTrimmed, mostListed } = known
  const wide = isTrimmed ? names!.length : width
  const tally = newTally(mostListed)
  for (const { row, part } of placed) {
    tally.lines[part] += row.lines
    if (part === 'header') tally.headerRows++
    if (part === 'next') tally.nextTable ??= row.line
    if (part !== 'data') continue
    const cells =
      isTrimmed && row.cells.length === wide + 1 && row.cells.at(-1) === '' ? row.cells.slice(0, -1) : row.cells
    noteRow(tally, row, cells, wide, width)
    yield cells
  }
  return surveyOf(tally, known, wide)
}

/** Each row ends with a delimiter, and the header does not: a cell of nothing. */
export function hasTrailingDelimiter({ names, body }: Layout): boolean {
  if (!names || body.length < 2) return false
  return (
    body.every(
      ({ cells }) => cells.length <= names.length || (cells.length === names.length + 1 && cells.at(-1) === ''),
    ) && body.filter(({ cells }) => cells.length === names.length + 1).length > body.length / 2
  )
}

/** A list that grows no longer than it may, and knows how long it would be. */
type List<One> = { readonly some: One[]; readonly most: number; count: number }

type Tally = {
  readonly lines: { [part in Part]: number }
  headerRows: number
  nextTable: number | null
  read: number
  readonly ragged: List<Survey['ragged'][number]>
  readonly mended: List<Survey['mended'][number]>
  readonly sections: List<number>
  readonly rejects: List<Survey['rejects'][number]>
}

function newTally(most: number): Tally {
  const list = <One>(): List<One> => ({ some: [], most, count: 0 })
  return {
    lines: { preamble: 0, header: 0, blank: 0, data: 0, footer: 0, next: 0 },
    headerRows: 0,
    nextTable: null,
    read: 0,
    ragged: list(),
    mended: list(),
    sections: list(),
    rejects: list(),
  }
}

function noteRow(tally: Tally, row: Row, cells: readonly string[], wide: number, width: number): void {
  const { line, mended, isOpen } = row
  tally.read++
  if (cells.length !== wide) add(tally.ragged, { line, cells: cells.length })
  if (mended !== null) add(tally.mended, { line, how: mended })
  if (width > 2 && filledIn(row.cells).length === 1) add(tally.sections, line)
  if (isOpen) add(tally.rejects, { line, reason: 'swallowed_lines' })
}

function add<One>(list: List<One>, one: One): void {
  if (list.some.length < list.most) list.some.push(one)
  list.count++
}

function surveyOf(tally: Tally, { signs, physical, names, skipped }: Known, wide: number): Survey {
  const { lines, ragged, mended, sections, rejects } = tally
  const left = leftOutOf(tally)
  return {
    ...signs,
    headerRows: tally.headerRows,
    width: wide,
    lines: {
      physical,
      preamble: lines.preamble + skipped,
      header: lines.header,
      blank: lines.blank,
      data: lines.data,
      footer: lines.footer + lines.next,
    },
    ragged: ragged.some,
    mended: mended.some,
    sections: sections.some,
    rejects: rejects.some,
    nextTable: tally.nextTable,
    columns: names,
    rows: { read: tally.read, ragged: ragged.count, mended: mended.count, rejected: rejects.count },
    ...(Object.values(left).some((count) => count > 0) ? { leftOut: left } : {}),
  }
}

function leftOutOf({ ragged, mended, sections, rejects }: Tally): NonNullable<Survey['leftOut']> {
  const left = ({ some, count }: List<unknown>): number => count - some.length
  return { ragged: left(ragged), mended: left(mended), sections: left(sections), rejects: left(rejects) }
}

function lineEndOf({ crlf, lf, cr }: LineEnds): Survey['lineEnd'] {
  const all = crlf + lf + cr
  if (all === 0) return null
  return crlf === all ? 'crlf' : lf === all ? 'lf' : cr === all ? 'cr' : 'mixed'
}
