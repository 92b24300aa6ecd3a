import { headOf } from './decode.ts'
import { delimiterSaid, dialectOf } from './dialect.ts'
import type { Bytes } from './reading.ts'
import type { Sheet } from './sheet.ts'
import { formOf, notATable } from './signature.ts'
import { rowsOf, shapeOf } from './survey-rows.ts'
import { usualSizes } from './survey-sample.ts'
import { textOf } from './survey-text.ts'
import { type Broken, isBroken } from './table.ts'
import { workbookSheets } from './workbook.ts'

/** A row as it stands: its number, as a spreadsheet shows it, and its cells. */
export type AnyRow = { readonly line: number; readonly cells: readonly string[] }

/** A table of text, or a sheet of a workbook; text has no name. */
export type AnyTable = { readonly name: string | null; readonly rows: readonly AnyRow[] }

/**
 * Every row of whatever tables a file holds, in memory: for lists of our own that come back from a spreadsheet, which
 * no connector reads. Days of a workbook are `2026-02-13`. Else the reason why it is no table.
 */
export function tablesIn(bytes: Bytes): readonly AnyTable[] | Broken {
  const head = headOf(bytes)
  const form = formOf(head)
  if (form === 'xlsx') return sheetsIn(bytes)
  if (form !== null) return { reason: { id: 'html' } }
  const reason = notATable(head)
  return reason === null ? tableOf(bytes, head) : { reason }
}

function tableOf(bytes: Bytes, head: Uint8Array): readonly AnyTable[] | Broken {
  const text = textOf(bytes, head, usualSizes)
  if (isBroken(text)) return text
  const all = Array.from(text.stretches()).flatMap(({ lines }) => lines)
  const said = delimiterSaid(all[0])
  const skipped = said === null ? 0 : 1
  const lines = all.slice(skipped)
  const marks = dialectOf(lines, said)
  const rows = Array.from(rowsOf([{ first: 1 + skipped, lines }], marks, shapeOf(lines, marks).columns))
  return [{ name: null, rows: rows.map(({ cells }, index) => ({ line: index + 1 + skipped, cells })) }]
}

function sheetsIn(bytes: Bytes): readonly AnyTable[] | Broken {
  const sheets = workbookSheets(bytes)
  if (isBroken(sheets)) return sheets
  const tables: AnyTable[] = []
  for (const sheet of sheets) {
    const rows = rowsOfSheet(sheet)
    if (isBroken(rows)) return rows
    tables.push({ name: sheet.name, rows })
  }
  return tables
}

function rowsOfSheet(sheet: Sheet): AnyRow[] | Broken {
  const rows: AnyRow[] = []
  const lines = sheet.lines()
  let next = lines.next()
  for (; next.done !== true; next = lines.next()) rows.push({ line: next.value.line, cells: next.value.cells })
  return isBroken(next.value) ? next.value : rows
}
