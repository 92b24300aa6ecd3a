import type { Connector } from './connector.ts'
import type { Bytes, Reason } from './reading.ts'
import { encodingsIn } from './encoding.ts'
import { identifyRecords } from './identify.ts'
import type { Sheet, SheetLine } from './sheet.ts'
import { BETWEEN_CELLS, recordsOf, type Sheets, sheetsOf } from './sheet-reading.ts'
import { accountedFor, type Signs, type Surveying } from './survey-account.ts'
import { type Grid, gridOf } from './survey-grid.ts'
import { type Broken, isBroken } from './table.ts'

/**
 * The table in a file of sheets, surveyed as one of text is; lines are rows of the sheet. Of several sheets, the one
 * whose header a connector knows, else the first that holds a table. A page without a table is turned away.
 */
export function surveySheets(
  bytes: Bytes,
  head: Buffer,
  form: Sheets,
  known: readonly Connector[],
  mostListed: number,
): Surveying | { readonly reason: Reason } {
  let first: Broken | null = null
  for (const encoding of form === 'xlsx' ? (['utf-8'] as const) : encodingsIn(bytes, head)) {
    const sheets = sheetsOf(bytes, encoding, form)
    const survey = isBroken(sheets) ? sheets : surveyOneOf(sheets, form, known, mostListed)
    if (!isBroken(survey)) return survey
    first ??= survey
  }
  return first!
}

type Seen = { readonly name: string; readonly grid: Grid; readonly physical: number }

function surveyOneOf(
  sheets: readonly Sheet[],
  form: Sheets,
  known: readonly Connector[],
  mostListed: number,
): Surveying | Broken {
  const seen = seenFirst(sheets, known)
  if (isBroken(seen)) return seen
  const { grid, physical } = seen
  if (form === 'html' && likeness(grid) < A_PAIR) return { reason: { id: 'html' } }
  const { names, placed, width } = grid
  const signs = signsOf(seen, sheets, form)
  const rows = accountedFor(placed, { signs, physical, width, names, skipped: 0, isTrimmed: false, mostListed })
  return { header: names, rows }
}

function signsOf({ name }: Seen, sheets: readonly Sheet[], form: Sheets): Signs {
  const otherSheets = sheets.map((sheet) => sheet.name).filter((other) => other !== name)
  const sheet = form === 'html' ? null : name
  return { encoding: form, sheet, otherSheets, delimiter: null, quote: null, escape: null, lineEnd: null }
}

/** The sheet that was handed over; a cover and notes may stand before it. */
function seenFirst(sheets: readonly Sheet[], known: readonly Connector[]): Seen | Broken {
  const meant = sheets.find((sheet) => isKnown(sheet, known))
  let best: Seen | null = null
  for (const sheet of meant ? [meant] : sheets) {
    const seen = look(sheet)
    if (isBroken(seen)) return seen
    if (best === null || likeness(seen.grid) > likeness(best.grid)) best = seen
    if (likeness(best.grid) === A_TABLE) break
  }
  return best ?? { reason: { id: 'empty' } }
}

function isKnown(sheet: Sheet, known: readonly Connector[]): boolean {
  const records = recordsOf(sheet)
  return !isBroken(records) && 'headers' in identifyRecords(records, BETWEEN_CELLS, known)
}

const [NOTHING, ROWS, A_PAIR, A_TABLE] = [0, 1, 2, 3]

/** Names above rows make a table; a cover may have a name and a value beside each other, and a page its menu. */
function likeness({ names, read, width }: Grid): number {
  if (read === 0) return NOTHING
  if (names !== null && width > 2) return A_TABLE
  const isPair = names !== null && width === 2
  return isPair || (width > 2 && read > 1) ? A_PAIR : ROWS
}

const CELL = 8 // letters: what a cell costs beside them, also one that has none
const MOST_LETTERS = 32 * 1024 * 1024

/** A whole sheet in memory, which is why it may not be of any size. */
function look(sheet: Sheet): Seen | Broken {
  const rows: SheetLine[] = []
  let letters = 0
  const lines = sheet.lines()
  for (let next = lines.next(); ; next = lines.next()) {
    if (next.done) {
      return isBroken(next.value) ? next.value : { name: sheet.name, grid: gridOf(rows), physical: next.value.physical }
    }
    rows.push(next.value)
    letters += next.value.raw.length + CELL * next.value.cells.length
    if (letters <= MOST_LETTERS) continue
    lines.return({ reason: { id: 'empty' } })
    return { reason: { id: 'too_large', limit: '32 MB' } }
  }
}
