import { capitalized, rate } from '../format.ts'
import { table } from '../terminal.ts'
import { sentence, type Words } from '../words.ts'
import { brokenNotes, lateCells, wardNotes } from './city-notes.ts'
import type { CityReport, CityTotal, WardRow } from './city-report.ts'
import { totalText } from './city-sheet.ts'

/** The counts of a city's table on one screen; the workbook has the others. */
export const shownCounts = [
  'received_total',
  'received_new',
  'resolved_total',
  'resolved_overdue',
  'pending_total',
  'pending_overdue',
] as const

/** Of a ward of which nothing is known. */
const unknown = [...shownCounts, 'on time'].map(() => '–')

/** A city's wards, a line each, their total, what is not in it, who is late, and what does not add up. */
export function cityText(report: CityReport, words: Words): string {
  const { city } = words
  const { wards, total } = report
  const head = [city.ward, ...shownCounts.map((key) => words.figure[key].label), city.national.on_time]
  const rows = wards.map((ward) => [capitalized(ward.name), ...(ward.state === null ? unknown : countsOf(ward.state))])
  const sum = [totalText(report, words), ...countsOf(total)]
  const align = ['left', ...shownCounts.map(() => 'right' as const), 'right'] as const
  return [
    city.heading(capitalized(report.city), report.period, words.basis[report.basis]),
    table(head, [...rows, sum], { align }),
    ...wards.flatMap((ward) => (ward.state === null ? problemText(ward, words) : wardNotes(ward, words, 'sums alone'))),
    ...lateText(report, words),
    ...brokenNotes(report, words),
  ]
    .map((part) => `${part}\n`)
    .join('')
}

export function countsOf({ figures, national }: CityTotal): string[] {
  const onTime = national.find(({ id }) => id === 'on_time')?.percent ?? null
  return [...shownCounts.map((key) => numberText(figures[key])), onTime === null ? '–' : rate(onTime)]
}

function numberText(value: number | null): string {
  return value === null ? '–' : String(value)
}

/** Why a ward is not there. */
function problemText({ name, problem }: WardRow, words: Words): string[] {
  return problem === null ? [] : [`${capitalized(name)}: ${sentence(problem, words).replaceAll('\n', ' ')}`]
}

/** A ward of which nothing is known has its line already. */
function lateText({ late }: CityReport, words: Words): string[] {
  return late
    .filter(({ system, since }) => system !== null || since !== null)
    .map((each) => {
      const [what, since, until] = lateCells(each, words)
      const { line, lineNever } = words.city.late
      const name = capitalized(each.name)
      return each.since === null ? lineNever(name, what) : line(name, what, since, each.reaches === null ? null : until)
    })
}
