import type { CityReport, WardRow } from './city-report.ts'
import { wardNotes } from './city-text.ts'
import { adds, countHeads, countsOf } from './form/form-parts.ts'
import { across, headCell, noteRows, rowOf } from './form/form-head.ts'
import { capitalized, dayText } from './format.ts'
import { type Ledger, ledgerRows } from './form/ledger.ts'
import { type PaperCell, type PaperRow, type PaperSheet, paperSheet } from './form/paper-sheet.ts'
import { periodName } from './period-names.ts'
import type { NationalRate } from './period-report.ts'
import { workbookBytes } from './workbook.ts'
import type { Words } from './words.ts'

/** A city's wards, a row each, with their total in formulas; on the second sheet the rates of Quyết định 766/QĐ-TTg. */
export function cityXlsx(report: CityReport, words: Words): Promise<Uint8Array> {
  const sheets = [countsSheet(report, words), ratesSheet(report, words)]
  return workbookBytes(sheets.map(paperSheet), words.city.title, lastNight(report))
}

/** The latest night of its wards: the only clock there is. */
function lastNight({ wards }: CityReport): string {
  return wards.flatMap(({ state }) => state?.asOf ?? []).reduce((last, day) => (day > last ? day : last), '2026-01-01')
}

function countsSheet(report: CityReport, words: Words): PaperSheet {
  const { city, form } = words
  const labels = [form.column.number, city.ward, city.asOf].map((name) => headCell(name, { down: 2 }))
  const columns = labels.length + adds.length
  const head = [...headOf(report, city.title, columns, words), ...countHeads(labels, words)]
  const ledger: Ledger = {
    labels: labels.length,
    adds,
    groups: [
      {
        title: null,
        lines: report.wards.map((ward, at) => ({
          labels: labelsOf(ward, at),
          counts: ward.state === null ? null : countsOf(ward.state.figures),
        })),
      },
    ],
    total: totalText(report, words),
    none: form.none,
  }
  return {
    ...paper(report, words),
    name: city.sheet.counts,
    widths: [5, 34, 12, ...adds.map(() => 9)],
    head: [head.length - 1, head.length],
    rows: [...head, ...ledgerRows(ledger, head.length + 1), ...noteRows(notesOf(report, words), columns)],
  }
}

function ratesSheet(report: CityReport, words: Words): PaperSheet {
  const { city, form } = words
  const labels = [form.column.number, city.ward, city.asOf].map((name) => headCell(name, { down: 2 }))
  const ids = Object.keys(form.national) as NationalRate['id'][]
  const parts = [form.column.numerator, form.column.denominator, form.column.percent].map((name) => headCell(name))
  const columns = labels.length + 3 * ids.length
  const head: PaperRow[] = [
    ...headOf(report, form.column.byNational, columns, words),
    rowOf(...labels, ...ids.map((id) => headCell(form.national[id].label, { across: 3 }))),
    { cells: [labels.length, ...ids.flatMap(() => parts)] },
  ]
  const rows = report.wards.map((ward, at) =>
    rowOf(...labelsOf(ward, at), ...ratesOf(ward.state?.national ?? [], ids, 'count')),
  )
  const total = rowOf(
    { look: 'groupMiddle', value: totalText(report, words), across: labels.length },
    ...ratesOf(report.total.national, ids, 'groupCount'),
  )
  return {
    ...paper(report, words),
    name: form.sheet.national,
    widths: [5, 34, 12, ...ids.flatMap(() => [8, 8, 10])],
    head: [head.length - 1, head.length],
    rows: [...head, ...rows, total, ...noteRows([city.ratesNote, ...notesOf(report, words)], columns)],
  }
}

function paper({ city }: CityReport, words: Words): Pick<PaperSheet, 'orientation' | 'frozen' | 'footer'> {
  return { orientation: 'landscape', frozen: 2, footer: { left: capitalized(city), right: words.form.page } }
}

function headOf(report: CityReport, title: string, columns: number, words: Words): PaperRow[] {
  const { form } = words
  const name = periodName(report.period, form.periodName) ?? report.period
  return [
    rowOf(across('strong', capitalized(report.city), columns)),
    rowOf(across('title', title, columns)),
    rowOf(across('italicCentred', form.period(name), columns)),
    rowOf(across('italicRight', form.measure, columns)),
  ]
}

function labelsOf({ name, state }: WardRow, at: number): PaperCell[] {
  const night: PaperCell = state === null ? { look: 'middle', value: '–' } : { look: 'day', value: { day: state.asOf } }
  return [{ look: 'middle', value: at + 1 }, { look: 'name', value: capitalized(name) }, night]
}

function ratesOf(
  rates: readonly NationalRate[],
  ids: readonly NationalRate['id'][],
  look: 'count' | 'groupCount',
): PaperCell[] {
  return ids.flatMap((id): PaperCell[] => {
    const rate = rates.find((each) => each.id === id)
    if (rate === undefined) return Array.from({ length: 3 }, () => ({ look, value: '–' }))
    const percent = rate.percent === null ? '–' : Math.round(rate.percent * 100) / 10_000
    return [
      { look, value: rate.numerator },
      { look, value: rate.denominator },
      { look: 'percent', value: percent },
    ]
  })
}

function totalText({ wards }: CityReport, { city }: Words): string {
  return city.total(wards.filter(({ state }) => state !== null).length, wards.length)
}

/** On whose basis, whose days differ, who is missing or incomplete. */
function notesOf(report: CityReport, words: Words): string[] {
  const { city, form } = words
  const spans = report.wards.flatMap(({ state }) =>
    state === null ? [] : [`${dayText(state.period.from)} – ${dayText(state.period.to)}`],
  )
  const differ = new Set(spans).size > 1 ? [city.spansDiffer] : []
  return [
    form.note.basis[report.basis],
    ...differ,
    ...report.wards.flatMap((ward) => wardNotes(ward, words)).map((note) => `- ${note}`),
  ]
}
