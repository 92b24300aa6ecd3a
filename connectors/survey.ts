import type { Bytes, Encoding, Reason } from './reading.ts'
import { headOf } from './decode.ts'
import { delimiterSaid, dialectOf } from './dialect.ts'
import { formOf, notATable } from './signature.ts'
import { type Layout, layoutOf } from './survey-layout.ts'
import { filledIn } from './survey-lines.ts'
import { type Row, rowsOf } from './survey-rows.ts'
import { type LineEnds, type Text, textOf } from './survey-text.ts'
import type { Marks } from './table.ts'

/** What stands in a table of text that no connector is asked about: its signs, its parts, its cells as they came. */
export type Survey = {
  readonly encoding: Encoding | null
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

/** Of a whole file, or why it is none that can be read as text. An empty file is a table of nothing. */
export function surveyTable(bytes: Bytes): Survey | { readonly reason: Reason } {
  const head = headOf(bytes)
  const form = formOf(head)
  if (form) return { reason: { id: form === 'html' ? 'html' : 'workbook' } }
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
  const wide = trimmed ? names!.length : width
  const isQuoted = marks.quote !== null && lines.some((line) => line.includes(marks.quote!))
  const count = (rows: readonly Row[]) => rows.reduce((sum, row) => sum + row.lines, 0)
  return {
    encoding,
    delimiter: width > 1 ? marks.delimiter : null,
    quote: isQuoted ? marks.quote : null,
    escape: isQuoted ? marks.escape : null,
    lineEnd: lineEndOf(ends),
    header: names,
    headerRows: layout.header.length,
    rows: body.map(cellsOf),
    width: wide,
    lines: {
      physical: lines.length,
      preamble: count(layout.preamble) + skipped,
      header: count(layout.header),
      blank: count(layout.blank),
      data: count(body),
      footer: count(layout.footer),
    },
    ragged: body.flatMap((row) =>
      cellsOf(row).length === wide ? [] : [{ line: row.line, cells: cellsOf(row).length }],
    ),
    mended: body.flatMap(({ line, mended }) => (mended === null ? [] : [{ line, how: mended }])),
    sections: width < 3 ? [] : body.filter(({ cells }) => filledIn(cells).length === 1).map(({ line }) => line),
    rejects: body.flatMap(({ line, isOpen }) => (isOpen ? [{ line, reason: 'swallowed_lines' as const }] : [])),
    nextTable: layout.nextTable?.line ?? null,
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
