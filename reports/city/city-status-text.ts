import { capitalized, dayText, instantText } from '../format.ts'
import { table } from '../terminal.ts'
import type { Words } from '../words.ts'

/** Where the wards of a city stand, a line each. */
export type CityStatus = { readonly city: string; readonly now: string; readonly wards: readonly WardStatus[] }

export type WardStatus = {
  readonly unit: string
  readonly name: string
  readonly state: {
    readonly asOf: string
    readonly lastNight: string | null // the last that came to its end
    readonly missedDays: number // working days since
    readonly lastRun: string | null // how the last run ended
    readonly open: number // discrepancies
    readonly urgent: number // dossiers and files on the desk's list
    readonly silent: readonly (keyof Words['system'])[]
  } | null // null: it cannot be asked, and `problem` says why
  readonly problem: string | null
}

export function cityStatusText({ city, now, wards }: CityStatus, words: Words): string {
  const { status, ward } = words.city
  const known = wards.flatMap(({ state }) => state ?? [])
  const sum = (of: (state: (typeof known)[number]) => number): number => known.reduce((total, state) => total + of(state), 0) // prettier-ignore
  const head = [status.unit, ward, status.night, status.missed, status.open, status.urgent, status.silent]
  const rows = wards.map(({ unit, name, state }) => {
    if (state === null) return [unit, capitalized(name), status.none, '–', '–', '–', '–']
    const night = state.lastNight === null ? status.none : dayText(state.lastNight)
    const isWell = state.lastRun === 'done' || state.lastRun === 'incomplete' || state.lastRun === null
    return [unit, capitalized(name), `${night}${isWell ? '' : ' ✗'}`, state.missedDays, state.open, state.urgent, state.silent.length] // prettier-ignore
  })
  const total = ['', status.total(known.length, wards.length), '', sum((each) => each.missedDays), sum((each) => each.open), sum((each) => each.urgent), sum((each) => each.silent.length)] // prettier-ignore
  const align = ['left', 'left', 'left', 'right', 'right', 'right', 'right'] as const
  const problems = wards.flatMap(({ unit, problem }) => (problem === null ? [] : [status.problem(unit, problem.replaceAll('\n', ' '))])) // prettier-ignore
  const lines = [words.standing.head(capitalized(city), instantText(now)), table(head, [...rows, total], { align }), ...problems] // prettier-ignore
  return lines.map((line) => `${line}\n`).join('')
}
