import { adds, countHeads, countsOf } from '../form/form-parts.ts'
import { headCell, noteRows, rowOf } from '../form/form-head.ts'
import { capitalized } from '../format.ts'
import { type Ledger, ledgerRows } from '../form/ledger.ts'
import { type PaperCell, type PaperRow, type PaperSheet, paperSheet } from '../form/paper-sheet.ts'
import type { NationalRate } from '../period-report.ts'
import { workbookBytes } from '../workbook.ts'
import type { Words } from '../words.ts'
import { lateCells, rankingNotes } from './city-notes.ts'
import type { CityReport } from './city-report.ts'
import { cityHead, cityNotes, cityPaper, lastNight, totalText, wardLabels } from './city-sheet.ts'

/**
 * A city's wards, a row each, with their total in formulas; the rates of Quyết định 766/QĐ-TTg, the wards in their order,
 * and who is late.
 */
export function cityXlsx(report: CityReport, words: Words): Promise<Uint8Array> {
  const sheets = [countsSheet, ratesSheet, rankingSheet, lateSheet].map((sheet) => sheet(report, words))
  return workbookBytes(sheets.map(paperSheet), words.city.title, lastNight(report))
}

function countsSheet(report: CityReport, words: Words): PaperSheet {
  const { city, form } = words
  const labels = [form.column.number, city.ward, city.asOf].map((name) => headCell(name, { down: 2 }))
  const columns = labels.length + adds.length
  const head = [...cityHead(report, city.title, columns, words), ...countHeads(labels, words)]
  const ledger: Ledger = {
    labels: labels.length,
    adds,
    groups: [
      {
        title: null,
        lines: report.wards.map((ward, at) => ({
          labels: wardLabels(ward, at),
          counts: ward.state === null ? null : countsOf(ward.state.figures),
        })),
      },
    ],
    total: totalText(report, words),
    none: form.none,
  }
  return {
    ...cityPaper(report, words),
    name: city.sheet.counts,
    widths: [5, 34, 12, ...adds.map(() => 9)],
    head: [head.length - 1, head.length],
    rows: [...head, ...ledgerRows(ledger, head.length + 1), ...noteRows(cityNotes(report, words), columns)],
  }
}

function ratesSheet(report: CityReport, words: Words): PaperSheet {
  const { city, form } = words
  const labels = [form.column.number, city.ward, city.asOf].map((name) => headCell(name, { down: 2 }))
  const ids = Object.keys(form.national) as NationalRate['id'][]
  const parts = [form.column.numerator, form.column.denominator, form.column.percent].map((name) => headCell(name))
  const columns = labels.length + 3 * ids.length
  const head: PaperRow[] = [
    ...cityHead(report, form.column.byNational, columns, words),
    rowOf(...labels, ...ids.map((id) => headCell(form.national[id].label, { across: 3 }))),
    { cells: [labels.length, ...ids.flatMap(() => parts)] },
  ]
  const rows = report.wards.map((ward, at) =>
    rowOf(...wardLabels(ward, at), ...ratesOf(ward.state?.national ?? [], ids, 'count')),
  )
  const total = rowOf(
    { look: 'groupMiddle', value: totalText(report, words), across: labels.length },
    ...ratesOf(report.total.national, ids, 'groupCount'),
  )
  return {
    ...cityPaper(report, words),
    name: form.sheet.national,
    widths: [5, 34, 12, ...ids.flatMap(() => [8, 8, 10])],
    head: [head.length - 1, head.length],
    rows: [...head, ...rows, total, ...noteRows([city.ratesNote, ...cityNotes(report, words)], columns)],
  }
}

function ratesOf(
  rates: readonly NationalRate[],
  ids: readonly NationalRate['id'][],
  look: 'count' | 'groupCount',
): PaperCell[] {
  return ids.flatMap((id): PaperCell[] => {
    const rate = rates.find((each) => each.id === id)
    if (rate === undefined) return Array.from({ length: 3 }, () => ({ look, value: '–' }))
    return [{ look, value: rate.numerator }, { look, value: rate.denominator }, percentCell(rate.percent)]
  })
}

function percentCell(percent: number | null): PaperCell {
  return { look: 'percent', value: percent === null ? '–' : Math.round(percent * 100) / 10_000 }
}

/** By place, with the place by each rate beside it. */
function rankingSheet(report: CityReport, words: Words): PaperSheet {
  const { city, form } = words
  const { ranking } = city
  const ids = Object.keys(form.national) as NationalRate['id'][]
  const labels = [ranking.place, city.ward, ranking.mean].map((name) => headCell(name, { down: 2 }))
  const columns = labels.length + 2 * ids.length
  const head: PaperRow[] = [
    ...cityHead(report, ranking.title, columns, words),
    rowOf(...labels, ...ids.map((id) => headCell(form.national[id].label, { across: 2 }))),
    { cells: [labels.length, ...ids.flatMap(() => [headCell(form.column.percent), headCell(ranking.place)])] },
  ]
  const rows = report.ranking.map(({ name, place, mean, rates }) =>
    rowOf(
      { look: 'middle', value: place ?? ranking.none },
      { look: 'name', value: capitalized(name) },
      percentCell(mean),
      ...ids.flatMap((id) => [
        percentCell(rates[id]?.percent ?? null),
        { look: 'count', value: rates[id]?.place ?? ranking.none } as const,
      ]),
    ),
  )
  return {
    ...cityPaper(report, words),
    name: city.sheet.ranking,
    widths: [6, 34, 11, ...ids.flatMap(() => [10, 7])],
    head: [head.length - 1, head.length],
    rows: [...head, ...rows, ...noteRows([...rankingNotes(report, words), ...cityNotes(report, words)], columns)],
  }
}

function lateSheet(report: CityReport, words: Words): PaperSheet {
  const { city } = words
  const { late } = city
  const names = [words.form.column.number, city.ward, late.system, late.since, late.reaches]
  const head = [...cityHead(report, late.title, names.length, words), rowOf(...names.map((name) => headCell(name)))]
  const rows = report.late.map((each, at) =>
    rowOf(
      { look: 'middle', value: at + 1 },
      { look: 'name', value: capitalized(each.name) },
      ...lateCells(each, words).map((value, column): PaperCell => ({ look: column === 0 ? 'name' : 'middle', value })),
    ),
  )
  return {
    ...cityPaper(report, words),
    name: city.sheet.late,
    widths: [5, 34, 52, 18, 22],
    head: [head.length, head.length],
    rows: [...head, ...rows, ...(rows.length === 0 ? noteRows([late.none], names.length) : [])],
  }
}
