import type { CityReport, Ranked, WardRow } from '../../reports/city/city-report.ts'
import type { NationalRate } from '../../reports/period-report.ts'

const measures = ['on_time', 'online_payment', 'digitization', 'reuse', 'online'] as const satisfies readonly NationalRate['id'][] // prettier-ignore

/**
 * Wards by the five rates of Quyết định 766/QĐ-TTg that exports tell, each by itself, and by their mean. Publicity and
 * satisfaction, which the index counts besides, stand in no export, so this is no score of the index. A rate that no
 * ward knows is left out; a ward that lacks one of the others has no place in the whole: a mean of fewer would be held
 * against a mean of more.
 */
export function rankingOf(wards: readonly WardRow[]): Pick<CityReport, 'ranking' | 'unranked'> {
  const percents = wards.map(({ state }) => measures.map((id) => percentOf(id, state?.national ?? [])))
  const isKnown = measures.map((_, at) => percents.some((known) => known[at] !== null))
  const means = percents.map((known) => meanOf(known.filter((_, at) => isKnown[at])))
  const places = placesOf(means)
  const byMeasure = measures.map((_, at) => placesOf(percents.map((known) => known[at]!)))
  const ranked = wards.map(({ name, agencyCode }, ward): Ranked => {
    const rates = measures.map((id, at) => {
      const percent = percents[ward]![at]!
      return [id, percent === null ? null : { percent, place: byMeasure[at]![ward]! }] as const
    })
    return { name, agencyCode, place: places[ward]!, mean: means[ward]!, rates: Object.fromEntries(rates) as Ranked['rates'] } // prettier-ignore
  })
  const ranking = ranked.toSorted((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity) || 0)
  return { ranking, unranked: measures.filter((_, at) => !isKnown[at]) }
}

function percentOf(id: NationalRate['id'], national: readonly NationalRate[]): number | null {
  return national.find((each) => each.id === id)?.percent ?? null
}

/** In hundredths, so that no binary fraction decides who is before whom. */
function meanOf(percents: readonly (number | null)[]): number | null {
  if (percents.length === 0 || percents.some((percent) => percent === null)) return null
  const hundredths = percents.reduce<number>((sum, percent) => sum + Math.round(percent! * 100), 0)
  return Math.round(hundredths / percents.length) / 100
}

/** The greatest is the first; equal ones share a place, and the next is as many places behind. */
function placesOf(values: readonly (number | null)[]): (number | null)[] {
  return values.map((value) => (value === null ? null : 1 + values.filter((other) => other !== null && other > value).length)) // prettier-ignore
}
