import type { CityReport, CityTotal, WardRow } from './city-report.ts'
import { capitalized, dayText, rate } from './format.ts'
import { table } from './terminal.ts'
import type { Words } from './words.ts'

/** The counts of a city's table on one screen; the workbook has the others. */
const shown = [
  'received_total',
  'received_new',
  'resolved_total',
  'resolved_overdue',
  'pending_total',
  'pending_overdue',
] as const

/** Of a ward of which nothing is known. */
const unknown = [...shown, 'on time'].map(() => '–')

/** A city's wards, a line each, their total, and what is not in it. */
export function cityText(report: CityReport, words: Words): string {
  const { city } = words
  const { wards, total } = report
  const head = [city.ward, ...shown.map((key) => words.figure[key].label), city.national.on_time]
  const rows = wards.map((ward) => [capitalized(ward.name), ...(ward.state === null ? unknown : countsOf(ward.state))])
  const sum = [city.total(wards.filter(({ state }) => state !== null).length, wards.length), ...countsOf(total)]
  const align = ['left', ...shown.map(() => 'right' as const), 'right'] as const
  return [
    city.heading(capitalized(report.city), report.period, words.basis[report.basis]),
    table(head, [...rows, sum], { align }),
    ...wards.flatMap((ward) => (ward.state === null ? problemText(ward) : wardNotes(ward, words))),
  ]
    .map((part) => `${part}\n`)
    .join('')
}

function countsOf({ figures, national }: CityTotal): string[] {
  const onTime = national.find(({ id }) => id === 'on_time')?.percent ?? null
  return [...shown.map((key) => numberText(figures[key])), onTime === null ? '–' : rate(onTime)]
}

function numberText(value: number | null): string {
  return value === null ? '–' : String(value)
}

/** Why a ward is not there. */
function problemText({ name, problem }: WardRow): string[] {
  return problem === null ? [] : [`${capitalized(name)}: ${problem.replaceAll('\n', ' ')}`]
}

/** Which wards are not there, or not with all of their systems: what a document says of it. */
export function wardNotes({ name, state }: WardRow, words: Words): string[] {
  if (state === null) return [words.city.unknown(capitalized(name))]
  if (state.incomplete.length === 0) return []
  return [
    words.city.incomplete(
      capitalized(name),
      dayText(state.asOf),
      state.incomplete.map((system) => words.system[system]).join('; '),
    ),
  ]
}
