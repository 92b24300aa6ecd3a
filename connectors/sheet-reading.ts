import type { Connector } from './connector.ts'
import type { Account, Bytes, Encoding, Form, Read, Reading, Reason, Turned } from './reading.ts'
import { readBody } from './body.ts'
import { firstRecords } from './candidate.ts'
import { piecesOf } from './decode.ts'
import { encodingsIn } from './encoding.ts'
import { type Identified, identifyRecords, type Unidentified } from './identify.ts'
import { planOf } from './rows.ts'
import { htmlRows } from './sheet-html.ts'
import { type Lines, linesOfRows, MOST_SHEETS, type Sheet } from './sheet.ts'
import { spreadsheetNames, spreadsheetRows } from './sheet-xml.ts'
import { type Broken, isBroken, type Line, type Pieces } from './table.ts'
import { workbookSheets } from './workbook.ts'
import { tooLarge } from './zip.ts'

export type Sheets = Exclude<Form, Encoding>

/** A sheet is a table already; what its cells are parted by is asked only where a row has to be shown as text. */
export const BETWEEN_CELLS = { delimiter: '\t', quote: null, escape: 'doubled' } as const

/** What a file of sheets is: the export that one of them holds, or why it is turned away. Lines are rows of the sheet. */
export function openSheets(bytes: Bytes, head: Buffer, form: Sheets, known: readonly Connector[]): Reading | Turned {
  const opened: (Reading | Turned)[] = []
  for (const encoding of form === 'xlsx' ? (['utf-8'] as const) : encodingsIn(bytes, head)) {
    const sheets = sheetsOf(bytes, encoding, form)
    const one = isBroken(sheets) ? refused(sheets.reason, null, null) : openOneOf(sheets, form, known)
    if ('reads' in one) return one
    opened.push(one)
  }
  return opened[0]!
}

/** The sheets of a file of a form, if what it is made of can be read at all. */
export function sheetsOf(bytes: Bytes, encoding: Encoding, form: Sheets): readonly Sheet[] | Broken {
  if (form === 'xlsx') return workbookSheets(bytes)
  const pieces = (): Pieces => piecesOf(bytes, encoding)
  if (form === 'html') return [{ name: '', lines: () => linesOfRows(htmlRows(pieces())) }]
  const names = spreadsheetNames(pieces())
  if (isBroken(names)) return names
  if (names.length > MOST_SHEETS) return tooLarge('Workbook', MOST_SHEETS)
  return names.map((name, i) => ({ name, lines: () => linesOfRows(spreadsheetRows(pieces(), i)) }))
}

type Met = { readonly sheet: Sheet; readonly found: Identified | Unidentified }

/** Exactly one sheet may have a header that a connector knows: nobody can say which of two was meant. */
function openOneOf(sheets: readonly Sheet[], form: Sheets, known: readonly Connector[]): Reading | Turned {
  const met: Met[] = []
  for (const sheet of sheets) {
    const records = recordsOf(sheet)
    if (isBroken(records)) return refused(records.reason, null, form)
    met.push({ sheet, found: identifyRecords(records, BETWEEN_CELLS, known) })
  }
  const claimed = met.flatMap(({ sheet, found }) => ('headers' in found ? [{ sheet, found }] : []))
  const [one, ...others] = claimed
  if (!one) return nobodys(met, form)
  if (others.length === 0) return reading(one.sheet, one.found, form)
  return refused({ id: 'two_sheets', sheets: claimed.map(({ sheet }) => sheet.name) }, null, form)
}

/** So much of a sheet that its header is in it. */
export function recordsOf(sheet: Sheet): readonly Line[] | Broken {
  const lines = sheet.lines()
  let broken: Broken | null = null
  const records = firstRecords({
    *[Symbol.iterator]() {
      const end = yield* lines
      if (isBroken(end)) broken = end
    },
  })
  return broken ?? records
}

/** What has nearly the right header is named by that; else a page is a page, most often one to log in. */
function nobodys(met: readonly Met[], form: Sheets): Turned {
  const unknown = met.flatMap(({ found }) => ('headers' in found ? [] : [found]))
  const known = unknown.find(({ match, reason }) => match !== null || reason.id === 'two_claimants')
  if (known) return refused(known.reason, known.match?.connector.system ?? null, form)
  if (form === 'html') return refused({ id: 'html' }, null, null)
  const widest = unknown.toSorted((a, b) => width(b) - width(a))[0]
  if (!widest) return refused({ id: 'empty' }, null, form)
  return { is: 'unclaimed', reason: widest.reason, system: null, encoding: form, delimiter: null }
}

function width({ reason }: Unidentified): number {
  const there = reason['there']
  return Array.isArray(there) ? there.length : 0
}

function reading(sheet: Sheet, found: Identified, form: Sheets): Reading {
  const { match, window, above } = found
  const { connector, drift } = match
  const recognised = { is: 'export', connector, encoding: form, delimiter: '', window, drift, above } as const
  return { recognised, reads: readsOf(sheet, found, form) }
}

function* readsOf(sheet: Sheet, found: Identified, form: Sheets): Generator<Read, Account | Turned, void> {
  const plan = planOf(found.match, found.headers, BETWEEN_CELLS)
  const above = found.preamble + found.header + found.blank
  const end = yield* readBody(below(above, plan.width, sheet.lines()), found, plan)
  return isBroken(end) ? refused(end.reason, found.match.connector.system, form) : end
}

/** The rows under the header; a sheet does not say where empty cells end, so none of them is too short. */
function* below(above: number, width: number, lines: Lines): Lines {
  try {
    let next = lines.next()
    for (; next.done !== true; next = lines.next()) {
      const { line, cells } = next.value
      if (line > above) yield cells.length < width ? { ...next.value, cells: padded(cells, width) } : next.value
    }
    return next.value
  } finally {
    lines.return({ reason: { id: 'empty' } }) // a reader who stops early leaves no file open
  }
}

function padded(cells: readonly string[], width: number): readonly string[] {
  return [...cells, ...Array.from({ length: width - cells.length }, () => '')]
}

function refused(reason: Reason, system: Turned['system'], encoding: Form | null): Turned {
  return { is: 'refused', reason, system, encoding, delimiter: null }
}
