import { footerOf, headCell, knownFigures, noteRows, rowOf, sheetHead } from './form-head.ts'
import { type Ledger, ledgerRows } from './ledger.ts'
import type { PaperCell, PaperSheet } from './paper-sheet.ts'
import type { DayPart, PeriodReport } from '../period-report.ts'
import { momentOf } from '../workbook.ts'
import type { Words } from '../words.ts'

/** What came in and what was resolved on each day of the period. */
export function daysSheet(report: PeriodReport, words: Words): PaperSheet {
  const { form } = words
  const { column } = form
  const names = [column.number, column.day, column.weekday, column.working, column.receivedNew, column.ended]
  const above = sheetHead('days', report, names.length, words)
  const head = [...above, rowOf(...names.map((name) => headCell(name)))]
  return {
    name: form.sheet.days,
    orientation: 'portrait',
    widths: [6, 14, 14, 12, 16, 16],
    head: [head.length, head.length],
    frozen: 2,
    rows: [
      ...head,
      ...ledgerRows(ledgerOf(report, words), head.length + 1),
      ...noteRows([form.note.basis[report.basis], form.daysNote], names.length),
    ],
    footer: footerOf(report, words),
  }
}

function ledgerOf(report: PeriodReport, words: Words): Ledger {
  const { form } = words
  const lines = report.days.map((day, at) => ({
    labels: labelsOf(day, at + 1, words),
    counts: [day.received, day.resolved],
  }))
  const groups = knownFigures(report) === null ? null : [{ title: null, lines }]
  return { labels: 4, adds: [0, 0], groups, total: form.total, none: form.none }
}

function labelsOf({ day, working }: DayPart, number: number, words: Words): PaperCell[] {
  const look = working ? 'middle' : 'faded'
  return [
    { look, value: number },
    { look: working ? 'day' : 'fadedDay', value: { day } },
    { look, value: words.form.weekdays[momentOf(day).getUTCDay()]! },
    { look, value: working ? words.yes : words.form.dayOff },
  ]
}
