import { isTyped, kindOf } from '../../connectors/cell-kind.ts'
import { connectors } from '../../connectors/index.ts'
import type { Bytes, Form, Reason } from '../../connectors/reading.ts'
import { surveyTable } from '../../connectors/survey.ts'
import { entriesOf } from '../../connectors/zip-entries.ts'
import { isBroken } from '../../connectors/table.ts'
import { drain } from '../kit/connector-try.ts'
import { masked } from '../mask.ts'
import { Trouble } from '../trouble.ts'

/** A table that no connector reads yet, and how it is written. */
export type ExportTable = {
  readonly headings: readonly string[] // on one line each
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
  const headings = (surveying.header ?? []).map((heading) =>
    heading
      .normalize('NFC')
      .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
      .trim(),
  )
  if (!isHeader(headings) || rows.length === 0) throw new Trouble('connector_headless', { file })
  const isText =
    end.sheet === null && end.encoding !== null && !['xlsx', 'html', 'spreadsheetml'].includes(end.encoding)
  return {
    headings,
    rows,
    encoding: isText ? end.encoding : 'utf-8',
    delimiter: isText ? (end.delimiter ?? ',') : ',',
    lineEnd: isText && end.lineEnd === 'crlf' ? '\r\n' : '\n',
    multiline: rows.some((cells) => cells.some((cell) => /[\r\n]/.test(cell.trim()))),
  }
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
