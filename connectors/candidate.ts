import type { Connector } from './connector.ts'
import { hasKnownName, headersAt, isNearly, type Match, matchHeaders } from './header.ts'
import { MOST_COLUMNS } from './sheet.ts'
import { evidentMarks, likelyMarks } from './dialect.ts'
import { type Dialect, type Line, linesOf, type Marks, type Pieces } from './table.ts'

/** A row that may be the header, under one way of cutting the text into cells. */
export type Candidate = {
  readonly records: readonly Line[]
  readonly at: number
  readonly headers: readonly string[]
  readonly marks: Marks
  readonly matches: readonly Match[]
}

const HEADER_WITHIN = 60
const FEWEST_COLUMNS = 3

/** Headers may run over lines; but a title's stray quotation mark may swallow them, so they are tried alone as well. */
const waysOfLines: readonly Dialect['multiline'][] = [
  { lines: HEADER_WITHIN, width: Infinity, isWholeRow: () => false, holdsCode: () => false },
  false,
]

/** Cut by the usual signs; by what the evidence says only where those give no header that is nearly one. */
export function* candidatesIn(head: string, known: readonly Connector[]): Generator<Candidate> {
  let isNear = false
  for (const marks of likelyMarks(head)) {
    for (const candidate of candidatesCutBy(marks, head, known)) {
      yield candidate
      isNear ||= candidate.matches.some(isNearly)
    }
  }
  if (!isNear) yield* candidatesCutBy(evidentMarks(head), head, known)
}

function* candidatesCutBy(marks: Marks, head: string, known: readonly Connector[]): Generator<Candidate> {
  for (const multiline of waysOfLines) {
    const lines = linesOf(onePiece(head), 1, { marks, multiline })
    yield* candidatesAmong(firstRecords(lines), marks, known)
  }
}

export function* candidatesAmong(
  records: readonly Line[],
  marks: Marks,
  known: readonly Connector[],
): Generator<Candidate> {
  for (const [at, record] of records.entries()) {
    const filled = filledCells(record)
    if (filled < FEWEST_COLUMNS || filled > MOST_COLUMNS) continue
    const headers = headersAt(records, at)
    const matches = hasKnownName(headers, known) ? known.map((one) => matchHeaders(headers, one)) : []
    yield { records, at, headers, marks, matches }
  }
}

export function isBlank(record: Line): boolean {
  return record.cells.every((cell) => cell.trim() === '')
}

function filledCells({ cells }: Line): number {
  return cells.filter((cell) => cell.trim() !== '').length
}

/** So many that the header is among them. */
export function firstRecords(lines: Iterable<Line>): readonly Line[] {
  const records: Line[] = []
  for (const record of lines) {
    records.push(record)
    if (records.length >= HEADER_WITHIN) break
  }
  return records
}

function* onePiece(text: string): Pieces {
  yield text
  return { isCut: false }
}
