import { footerOf, headCell, noteRows, rowOf, sheetHead } from './form-head.ts'
import type { PaperCell, PaperRow, PaperSheet } from './paper-sheet.ts'
import type { NationalRate, PeriodReport, Share } from '../period-report.ts'
import { isRateKnown, ourShare } from '../rates.ts'
import type { Words } from '../words.ts'

const COLUMNS = 10

/**
 * The rates of Quyết định 766/QĐ-TTg beside those that the report states: of what, out of what, and how counted. They
 * share their names and not their denominators, so neither is ever put in the place of the other.
 */
export function nationalSheet(report: PeriodReport, words: Words): PaperSheet {
  const { form } = words
  const above = sheetHead('national', report, COLUMNS, words)
  const head = [...above, ...headRows(words)]
  const rows = report.national.map((rate, at) => rateRow(rate, at + 1, head.length + 1 + at, report, words))
  return {
    name: form.sheet.national,
    orientation: 'landscape',
    widths: [5, 19, 9, 9, 11, 35, 9, 9, 11, 35],
    head: [above.length + 1, head.length],
    frozen: 2,
    rows: [...head, ...rows, ...noteRows([form.note.basis[report.basis], form.nationalNote], COLUMNS)],
    footer: footerOf(report, words),
  }
}

function headRows({ form: { column } }: Words): PaperRow[] {
  const parts = [column.numerator, column.denominator, column.percent, column.definition].map((name) => headCell(name))
  return [
    rowOf(
      headCell(column.number, { down: 2 }),
      headCell(column.measure, { down: 2 }),
      headCell(column.byNational, { across: 4 }),
      headCell(column.byReport, { across: 4 }),
    ),
    { cells: [2, ...parts, ...parts] },
  ]
}

function rateRow(rate: NationalRate, number: number, row: number, report: PeriodReport, { form }: Words): PaperRow {
  const { label, definition, ours } = form.national[rate.id]
  const isKnown = isRateKnown(rate.id, report)
  return rowOf(
    { look: 'middle', value: number },
    { look: 'name', value: label },
    ...shareCells(isKnown ? rate : null, ['C', 'D'], row),
    { look: 'name', value: definition },
    ...shareCells(isKnown ? ourShare(rate.id, report) : null, ['G', 'H'], row),
    { look: 'name', value: ours },
  )
}

/** Numerator, denominator and their quotient, rounded half up as the rates are; over nothing there is none. */
function shareCells(share: Share | null, [above, below]: readonly [string, string], row: number): PaperCell[] {
  if (share === null) return Array.from({ length: 3 }, () => ({ look: 'count', value: '–' }))
  const { numerator, denominator } = share
  const counts: PaperCell[] = [
    { look: 'count', value: numerator },
    { look: 'count', value: denominator },
  ]
  if (denominator === 0) return [...counts, { look: 'percent', value: '–' }]
  // in whole numbers, so that no binary fraction decides a rounding
  const value = Math.floor((numerator * 20_000 + denominator) / (2 * denominator)) / 10_000
  return [...counts, { look: 'percent', value, formula: `ROUND(${above}${row}/${below}${row},4)` }]
}
