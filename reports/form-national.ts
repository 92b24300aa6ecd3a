import { footerOf, headCell, knownFigures, noteRows, rowOf, sheetHead } from './form-head.ts'
import type { PaperCell, PaperRow, PaperSheet } from './paper-sheet.ts'
import type { FigureValues, NationalRate, PeriodReport, Share } from './period-report.ts'
import type { Words } from './words.ts'

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
  const figures = knownFigures(report)
  const isKnown = figures !== null && isRateKnown(rate.id, report)
  return rowOf(
    { look: 'middle', value: number },
    { look: 'name', value: label },
    ...shareCells(isKnown ? rate : null, ['C', 'D'], row),
    { look: 'name', value: definition },
    ...shareCells(isKnown ? ourShare(rate.id, figures, report) : null, ['G', 'H'], row),
    { look: 'name', value: ours },
  )
}

/**
 * Whether a rate is known at all. Payments and components are told by one list each: where it was never handed over,
 * nothing is known of them, and 0 % would be a slander.
 */
export function isRateKnown(id: NationalRate['id'], report: PeriodReport): boolean {
  const { stated, basis } = report
  const figures = knownFigures(report)
  if (figures === null) return false
  if (id === 'online_payment') return figures.online_payment_total !== null
  if (id === 'digitization' || id === 'reuse') return stated[basis].rates.digitized_rate.denominator > 0
  return true
}

/** Our own share of the same name; on time and online are made of the figures that the report states. */
function ourShare(id: NationalRate['id'], figures: FigureValues, { stated, basis }: PeriodReport): Share | null {
  const { rates } = stated[basis]
  if (id === 'online_payment') return rates.online_payment_rate
  if (id === 'digitization') return rates.digitized_rate
  if (id === 'reuse') return rates.reuse_rate
  if (id === 'online') return shareOf([figures.received_online], figures.received_total)
  return shareOf([figures.resolved_early, figures.resolved_on_time], figures.resolved_total)
}

function shareOf(parts: readonly (number | null)[], denominator: number | null): Share | null {
  const known = parts.filter((part) => part !== null)
  if (known.length < parts.length || denominator === null) return null
  return { numerator: known.reduce((sum, part) => sum + part, 0), denominator }
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
