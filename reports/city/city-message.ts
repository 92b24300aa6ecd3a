import { dayText, printable } from '../format.ts'
import type { Words } from '../words.ts'
import type { CityNight, WardOfNight } from './city-night.ts'

/**
 * The night of a city line by line, for those who do not look at its pages. The first line says it all, and is the only
 * one where all wards are done and nothing has to be looked at.
 */
export function cityMessageLines(night: CityNight, words: Words): string[] {
  const head = words.message.title(night.part === null ? night.city : `${night.city} (${night.part})`, dayText(night.asOf)) // prettier-ignore
  return [`${head}: ${countsText(night, words)}`, ...detailLines(night, words)].map((line) => printable(line).replace(/\s+/g, ' ')) // prettier-ignore
}

/** How many wards there are, and how each came out. */
export function countsText({ wards }: CityNight, { city }: Words): string {
  if (wards.length === 0) return city.night.nothing
  const count = (...states: WardOfNight['state'][]): number =>
    wards.filter(({ state }) => states.includes(state)).length
  return city.night.counts(wards.length, count('done'), count('incomplete'), count('failed', 'held'))
}

function detailLines({ wards, untaken, missed, problem, broken }: CityNight, words: Words): string[] {
  const { night } = words.city
  const looked = wards.flatMap((ward) => {
    const what = wardText(ward, words)
    return what === null ? [] : [`${ward.agencyCode} ${ward.name}: ${what}`]
  })
  const many = looked.length > MOST ? [...looked.slice(0, MOST), `… (${looked.length})`] : looked
  return [
    ...many.map((line) => `- ${line}`),
    ...(looked.length === 0 ? [] : [night.seeUnit]),
    ...(untaken.length === 0 ? [] : [night.untaken(untaken.length)]),
    ...(broken === 0 ? [] : [`${words.message.part.broken}: ${night.broken(broken)}`]),
    ...missed.map(() => `${words.message.part.missed}: ${words.message.notBackedUp}`),
    ...(problem === null ? [] : [night.noFolder(problem)]),
  ]
}

const MOST = 40 // wards: a mail is read, not searched

/** What has to be looked at of a ward; null: nothing. */
export function wardText({ state, why, turnedAway, broken, late, missed }: WardOfNight, words: Words): string | null {
  const { night } = words.city
  if (why !== null) return `${night.state[state]}. ${why.split('\n')[0]!}`
  const parts = [
    ...(turnedAway === 0 ? [] : [night.turnedAway(turnedAway)]),
    ...(broken === 0 ? [] : [night.broken(broken)]),
    ...(late.length === 0 ? [] : [night.late(late.map((system) => words.system[system]).join('; '))]),
    ...(missed ? [night.missed] : []),
  ]
  if (parts.length > 0) return parts.join('; ')
  return state === 'done' ? null : night.state[state]
}
