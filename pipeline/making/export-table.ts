import { isTyped, kindOf } from '../../connectors/cell-kind.ts'
import { candidatesIn } from '../../connectors/candidate.ts'
import { decodedHead, headOf } from '../../connectors/decode.ts'
import { connectors } from '../../connectors/index.ts'
import type { Bytes, Encoding, Form, Reason } from '../../connectors/reading.ts'
import { surveyTable } from '../../connectors/survey.ts'
import { entriesOf } from '../../connectors/zip-entries.ts'
import { isBroken } from '../../connectors/table.ts'
import { drain } from '../kit/connector-try.ts'
import { masked } from '../mask.ts'
import { Trouble } from '../trouble.ts'

/** A table that no connector reads yet, and how it is written. */
export type ExportTable = {
  readonly headings: readonly string[] // on one line each, as exports are read
  readonly spoken: readonly string[] // the same with the names of groups above them
  readonly rows: readonly (readonly string[])[] // the first twenty thousand
  readonly encoding: Form
  readonly delimiter: string
  readonly lineEnd: '\n' | '\r\n' | '\r'
  readonly multiline: boolean // some cell runs over lines
}

const MOST_ROWS = 20_000
const FEWEST_COLUMNS = 3

/** Throws Trouble `connector_unreadable` or `connector_headless`. */
export function tableIn(file: string, bytes: Bytes): ExportTable {
  const surveying = surveyTable(bytes, connectors)
  if ('reason' in surveying) throw unreadable(file, surveying.reason)
  const rows: (readonly string[])[] = []
  const end = drain(surveying.rows, (cells) => rows.length < MOST_ROWS && rows.push(cells))
  if ('reason' in end) throw unreadable(file, end.reason)
  const { encoding, sheet, headerRows } = end
  const isText = sheet === null && encoding !== null && !['xlsx', 'html', 'spreadsheetml'].includes(encoding)
  const joined = (surveying.header ?? []).map(onOneLine)
  const headings = isText && headerRows > 1 ? asReaderHas(joined, bytes, encoding as Encoding) : joined
  if (!isHeader(headings) || rows.length === 0) throw new Trouble('connector_headless', { file })
  return {
    headings,
    spoken: joined,
    rows,
    encoding: isText ? encoding : 'utf-8',
    delimiter: isText ? (end.delimiter ?? ',') : ',',
    lineEnd: isText && end.lineEnd === 'crlf' ? '\r\n' : '\n',
    multiline: rows.some((cells) => cells.some((cell) => /[\r\n]/.test(cell.trim()))),
  }
}

function onOneLine(heading: string): string {
  return heading
    .normalize('NFC')
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
}

/** A name over several rows as exports are read: by its last row, or by the one above where that is empty. */
function asReaderHas(joined: readonly string[], bytes: Bytes, encoding: Encoding): readonly string[] {
  for (const { headers } of candidatesIn(decodedHead(headOf(bytes), encoding), [])) {
    const names = headers.map(onOneLine)
    const isSame = names.length === joined.length && joined.every((name, i) => name.endsWith(names[i]!))
    if (isSame && names.filter((name) => name !== '').length >= FEWEST_COLUMNS) return names
  }
  return joined
}

/** Names of columns, and no row of a table that has none: nobody is named there, and nothing is a day or a number. */
function isHeader(headings: readonly string[]): boolean {
  const named = headings.filter((heading) => heading !== '')
  const isOfData = (heading: string) =>
    masked(heading) !== heading || (isTyped(kindOf(heading)) && /\d{3}/.test(heading))
  return named.length >= FEWEST_COLUMNS && !named.some(isOfData)
}

/** The file itself, or the only one in a zip. Throws Trouble `connector_unreadable` where several are in it. */
export function onlyFileIn(file: string, bytes: Bytes): Bytes {
  const files = entriesOf(bytes)
  if (files === null || isBroken(files)) return bytes
  if (files.length === 1) return files[0]!.bytes
  throw unreadable(file, { id: 'several_files', files: files.map(({ path }) => path) })
}

function unreadable(file: string, reason: Reason): Trouble {
  return new Trouble('connector_unreadable', { file, reason })
}
