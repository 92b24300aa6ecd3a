import type { Connector } from './connector.ts'
import type { Bytes, Form, Reason } from './reading.ts'
import { headOf } from './decode.ts'
import { delimiterSaid, dialectOf } from './dialect.ts'
import { formOf, notATable } from './signature.ts'
import { type Layout, layoutOf } from './survey-layout.ts'
import { type Row, rowsOf } from './survey-rows.ts'
import { surveySheets } from './survey-sheet.ts'
import { tableOf } from './survey-table.ts'
import { type LineEnds, type Text, textOf } from './survey-text.ts'
import type { Marks } from './table.ts'

/** What stands in a table that no connector is asked about: its signs, its parts, its cells as they came. */
export type Survey = {
  readonly encoding: Form | null
  readonly sheet: string | null // which one was read; null where there are none
  readonly otherSheets: readonly string[]
  readonly delimiter: string | null // null where the table has one column
  readonly quote: '"' | "'" | null
  readonly escape: 'doubled' | 'backslash' | null
  readonly lineEnd: 'crlf' | 'lf' | 'cr' | 'mixed' | null
  readonly header: readonly string[] | null
  readonly headerRows: number
  readonly rows: readonly (readonly string[])[]
  readonly width: number
  readonly lines: Readonly<{ [part in 'physical' | 'preamble' | 'header' | 'blank' | 'data' | 'footer']: number }>
  readonly ragged: readonly { readonly line: number; readonly cells: number }[]
  readonly mended: readonly { readonly line: number; readonly how: NonNullable<Row['mended']> }[]
  readonly sections: readonly number[] // lines that head or sum up others, and stand among the rows
  readonly rejects: readonly { readonly line: number; readonly reason: 'swallowed_lines' }[]
  readonly nextTable: number | null // the line on which another table begins; its lines count as footer
}

/**
 * Of a whole file, or why there is no table in it. An empty file is a table of nothing. The connectors are asked which
 * of several sheets is meant, and nothing else.
 */
export function surveyTable(bytes: Bytes, known: readonly Connector[] = []): Survey | { readonly reason: Reason } {
  const head = headOf(bytes)
  const form = formOf(head)
  if (form) return surveySheets(bytes, head, form, known)
  const reason = notATable(head)
  if (reason && reason.id !== 'empty') return { reason }
  const text = textOf(bytes)
  return 'reason' in text ? text : surveyText(text)
}

function surveyText(text: Text): Survey {
  const said = delimiterSaid(text.lines[0])
  const skipped = said === null ? 0 : 1
  const marks = dialectOf(text.lines.slice(skipped), said)
  const read = rowsOf(text.lines.slice(skipped), marks)
  const layout = layoutOf({
    ...read,
    rows: skipped === 0 ? read.rows : read.rows.map((row) => ({ ...row, line: row.line + skipped })),
  })
  return survey(text, marks, read.width, layout, skipped)
}

function survey({ encoding, lines, ends }: Text, marks: Marks, width: number, layout: Layout, skipped: number): Survey {
  const { body, names } = layout
  const trimmed = hasTrailingDelimiter(layout)
  const cellsOf = ({ cells }: Row) => (trimmed && cells.length === names!.length + 1 ? cells.slice(0, -1) : cells)
  const isQuoted = marks.quote !== null && lines.some((line) => line.includes(marks.quote!))
  const rows = body.map((row) => ({ ...row, cells: cellsOf(row) }))
  const table = tableOf({ ...layout, body: rows }, trimmed ? names!.length : width, lines.length)
  return {
    encoding,
    sheet: null,
    otherSheets: [],
    delimiter: width > 1 ? marks.delimiter : null,
    quote: isQuoted ? marks.quote : null,
    escape: isQuoted ? marks.escape : null,
    lineEnd: lineEndOf(ends),
    ...table,
    lines: { ...table.lines, preamble: table.lines.preamble + skipped },
  }
}

/** Each row ends with a delimiter, and the header does not: a cell of nothing. */
function hasTrailingDelimiter({ names, body }: Layout): boolean {
  if (!names || body.length < 2) return false
  return (
    body.every(
      ({ cells }) => cells.length <= names.length || (cells.length === names.length + 1 && cells.at(-1) === ''),
    ) && body.filter(({ cells }) => cells.length === names.length + 1).length > body.length / 2
  )
}

function lineEndOf({ crlf, lf, cr }: LineEnds): Survey['lineEnd'] {
  const all = crlf + lf + cr
  if (all === 0) return null
  return crlf === all ? 'crlf' : lf === all ? 'lf' : cr === all ? 'cr' : 'mixed'
}
