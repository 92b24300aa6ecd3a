import { capitalized, dayText } from '../format.ts'
import { across, rowOf } from '../form/form-head.ts'
import type { PaperCell, PaperRow, PaperSheet } from '../form/paper-sheet.ts'
import { periodName } from '../period-names.ts'
import type { Words } from '../words.ts'
import { wardNotes } from './city-notes.ts'
import type { CityReport, WardRow } from './city-report.ts'

/** What all sheets of a city have: how they are printed, what stands above a table, what below it. */
export function cityPaper({ city }: CityReport, words: Words): Pick<PaperSheet, 'orientation' | 'frozen' | 'footer'> {
  return { orientation: 'landscape', frozen: 2, footer: { left: capitalized(city), right: words.form.page } }
}

export function cityHead(report: CityReport, title: string, columns: number, words: Words): PaperRow[] {
  const { form } = words
  const name = periodName(report.period, form.periodName) ?? report.period
  return [
    rowOf(across('strong', capitalized(report.city), columns)),
    rowOf(across('title', title, columns)),
    rowOf(across('italicCentred', form.period(name), columns)),
    rowOf(across('italicRight', form.measure, columns)),
  ]
}

/** Number, name and night of a ward. */
export function wardLabels({ name, state }: WardRow, at: number): PaperCell[] {
  const night: PaperCell = state === null ? { look: 'middle', value: '–' } : { look: 'day', value: { day: state.asOf } }
  return [{ look: 'middle', value: at + 1 }, { look: 'name', value: capitalized(name) }, night]
}

/** How many wards have figures: those are what a total adds up. */
export function knownWards(wards: readonly WardRow[]): number {
  return wards.filter(({ state }) => state !== null && state.figures.received_total !== null).length
}

export function totalText({ wards }: CityReport, { city }: Words): string {
  return city.total(knownWards(wards), wards.length)
}

/** On whose basis, whose days differ, who is missing or incomplete. */
export function cityNotes(report: CityReport, words: Words): string[] {
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

/** The latest night of its wards: the only clock there is. */
export function lastNight({ asOf }: CityReport): string {
  return asOf ?? '2026-01-01'
}
