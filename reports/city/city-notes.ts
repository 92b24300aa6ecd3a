import { capitalized, dayText } from '../format.ts'
import type { Words } from '../words.ts'
import type { CityReport, Late, WardRow } from './city-report.ts'

/** Which wards are not there, or not with all of their systems, or do not add up: what a document says of it. */
export function wardNotes({ name, state }: WardRow, words: Words, of: 'all' | 'sums alone' = 'all'): string[] {
  const { city, identity, system } = words
  if (state === null) return [city.unknown(capitalized(name))]
  const names: Readonly<Record<string, string>> = identity
  const missing = state.incomplete.map((each) => system[each]).join('; ')
  return [
    ...(state.incomplete.length === 0 || of === 'sums alone'
      ? []
      : [city.incomplete(capitalized(name), dayText(state.asOf), missing)]),
    ...(state.broken.length === 0 ? [] : [city.broken(capitalized(name), state.broken.map((id) => names[id] ?? id).join('; '))]), // prettier-ignore
  ]
}

/** What of a city does not add up, a sentence each. */
export function brokenNotes({ identities }: CityReport, words: Words): string[] {
  const { city, figure: figures } = words
  return identities
    .filter(({ holds }) => holds === false)
    .map(({ id, figure, left, right }) => `${city.identity[id]}. ${city.notWhole(figures[figure].label, countText(left), countText(right))}`) // prettier-ignore
}

/** A number of dossiers, as tables show it. */
export function countText(value: number | null): string {
  return value === null ? '–' : String(value)
}

/** By what wards are ranked, and what of the index is not known. */
export function rankingNotes({ unranked }: CityReport, { city, form }: Words): string[] {
  const names = unranked.map((id) => form.national[id].label)
  return [...city.ranking.notes, ...(names.length === 0 ? [] : [city.ranking.nowhere(names.join('; '))])]
}

/** Of who is late: what, since when, and how far it goes. */
export function lateCells({ system, since, reaches }: Late, words: Words): readonly [string, string, string] {
  const { late } = words.city
  const what = system !== null ? words.system[system] : since === null ? late.wardNever : late.wardBehind
  return [what, since === null ? '–' : dayText(since), reaches === null ? late.never : dayText(reaches)]
}
