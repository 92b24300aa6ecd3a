import { isDeepStrictEqual } from 'node:util'
import { delimiters, type Marks, usualMarks } from '../../connectors/table.ts'
import { encode, encodings } from './kit-encode.ts'
import type { Trial } from './kit-columns.ts'
import { type Outcome, rowsOf } from './kit-reading.ts'
import { type Sample, type Style, textOf, written } from './kit-sample.ts'

const lineEnds = { LF: '\n', CRLF: '\r\n', CR: '\r' } as const
const otherDelimiters = [', ', '; ', '||', '::', '^', '~']

/** Every delimiter and line end; a delimiter that the first line names. */
export function* signs({ table, read, want }: Sample): Iterable<Trial> {
  for (const delimiter of [...delimiters, ...otherDelimiters]) {
    for (const [name, lineEnd] of Object.entries(lineEnds)) {
      const outcome = read(written(table, { marks: usualMarks(delimiter), lineEnd }))
      yield { what: `${JSON.stringify(delimiter)} ${name}`, holds: isCutBy(outcome, delimiter, want) }
    }
  }
  for (const delimiter of [';', '||']) {
    const text = `sep=${delimiter}\n${textOf(table, { marks: usualMarks(delimiter) })}`
    yield { what: `sep=${delimiter}`, holds: isCutBy(read(Buffer.from(text)), delimiter, want) }
  }
}

function isCutBy(outcome: Outcome, delimiter: string, want: readonly unknown[]): boolean {
  return outcome.recognised.delimiter === delimiter && isDeepStrictEqual(rowsOf(outcome), want)
}

/** Every cell in quotation marks, of either kind; and marks within cells, doubled or behind a backslash. */
export function* quotes(sample: Sample): Iterable<Trial> {
  const { table, read, want } = sample
  for (const delimiter of [',', ';']) {
    for (const quote of ['"', "'"] as const) {
      const style = { marks: { delimiter, quote, escape: 'doubled' }, quoted: 'all' } as const
      yield { what: `${quote} ${delimiter}`, holds: isDeepStrictEqual(rowsOf(read(written(table, style))), want) }
    }
  }
  for (const escape of ['doubled', 'backslash'] as const) {
    for (const quoted of ['all', 'needed'] as const) {
      const marks: Marks = { delimiter: ',', quote: '"', escape }
      yield { what: `${escape} ${quoted}`, holds: keepsText(sample, 'Hộ "A", tầng 2', { marks, quoted }) }
    }
  }
}

/** Whatever encoding can hold the text: its own, old alphabets, one saved as another, with each line end. */
export function* inEncodings({ table, read, want }: Sample): Iterable<Trial> {
  for (const encoding of encodings) {
    for (const [name, lineEnd] of Object.entries(lineEnds)) {
      const bytes = encode(textOf(table, { lineEnd }), encoding)
      if (!bytes) continue
      const outcome = read(bytes)
      const holds = outcome.recognised.encoding === encoding && isDeepStrictEqual(rowsOf(outcome), want)
      yield { what: `${encoding} ${name}`, holds }
    }
  }
  const apart = Buffer.from(textOf(table).normalize('NFD'))
  yield { what: 'NFD', holds: isDeepStrictEqual(rowsOf(read(apart)), want) }
}

const MOST_BYTES = 40

/** However its bytes come: one by one, and in pieces that end within letters and line ends. */
export function* chunks({ bytes, read, want }: Sample): Iterable<Trial> {
  for (let size = 1; size < MOST_BYTES; size++) {
    yield { what: `${size} bytes`, holds: isDeepStrictEqual(rowsOf(read(bytes, size)), want) }
  }
}

/** A text keeps its zeros; an identity that lost its own gets it back. */
export function* leadingZeros(sample: Sample): Iterable<Trial> {
  const { connector, table, read, want } = sample
  yield { what: 'text', holds: keepsText(sample, '00123', {}) }
  const at = table.headers.findIndex((name) => connector.columns.identity?.headers.includes(name))
  if (at < 0) return
  const bare = table.rows.map((row) => row.with(at, row[at]!.replace(/^0(?=\d{11}$)/, '')))
  yield { what: 'identity', holds: isDeepStrictEqual(rowsOf(read(written({ ...table, rows: bare }))), want) }
}

const ANY_TEXT = 'Hộ A'

/** Whether every column that takes any text gives this one, sign for sign, when all its cells say it. */
function keepsText({ connector, table, read }: Sample, text: string, style: Partial<Style>): boolean {
  const free = Object.entries(connector.columns).filter(([, { parse }]) => parse(ANY_TEXT) === ANY_TEXT)
  const fields = table.headers.map((name) => free.find(([, { headers }]) => headers.includes(name))?.[0])
  const rows = table.rows.map((row) => row.map((cell, i) => (fields[i] === undefined ? cell : text)))
  const got = rowsOf(read(written({ ...table, rows }, style))) as readonly Readonly<Record<string, unknown>>[]
  const isKept = (row: (typeof got)[number]) => fields.every((field) => field === undefined || row[field] === text)
  return got.length === table.rows.length && got.every(isKept)
}
