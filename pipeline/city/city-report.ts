import { isRateKnown } from '../../reports/rates.ts'
import type { CityReport, CityTotal, Late, WardState } from '../../reports/city/city-report.ts'
import type { NationalRate, PeriodReport, Share } from '../../reports/period-report.ts'
import { addDays, type Day } from '../day.ts'
import { type Basis, noFigures, percent } from '../figures.ts'

import { addedForm } from './city-form.ts'
import { cityIdentities } from './city-identities.ts'
import { rankingOf } from './ranking.ts'

export type Ward = CityReport['wards'][number]

/** What a ward adds to its city's report; `published` is what its folder states. */
export function wardState(
  report: PeriodReport,
  missing: WardState['missing'],
  published: WardState['published'],
): WardState {
  const { period, asOf, basis, routing } = report
  const { figures, rates: shares, incomplete, closed } = report.stated[basis]
  return {
    period: { from: period.from, to: period.to },
    asOf,
    closed: closed !== undefined,
    incomplete,
    routed: { received: routing.received, seen: routing.seen },
    figures,
    rates: shares,
    national: report.national.filter(({ id }) => isRateKnown(id, report)),
    form: report.form,
    missing,
    broken: report.stated[basis].identities.flatMap(({ id, holds }) => (holds === false ? [id] : [])),
    published,
  }
}

export function cityReport(city: string, period: string, basis: Basis, wards: readonly Ward[]): CityReport {
  const known = wards.flatMap(({ state }) => state ?? [])
  const asOf = known.reduce<Day | null>((last, each) => (last === null || each.asOf > last ? each.asOf : last), null)
  const total = totalOf(known)
  const form = addedForm(known.filter(({ figures }) => figures.received_total !== null).map((each) => each.form))
  const identities = cityIdentities({ total, form, wards })
  return { city, period, basis, asOf, wards, total, form, ...rankingOf(wards), late: lateOf(wards, asOf), identities } // prettier-ignore
}

/** Whether all that must be known of a city is, and adds up. */
export function isWhole({ wards, identities }: CityReport): boolean {
  return wards.every(({ state }) => state !== null && state.broken.length === 0) && identities.every(({ holds }) => holds !== false) // prettier-ignore
}

/** Wards that had no night, or an earlier one than the others, then the systems that were missed, ward by ward. */
function lateOf(wards: readonly Ward[], asOf: Day | null): Late[] {
  return wards.flatMap(({ name, agencyCode, state }): Late[] => {
    if (state === null) return [{ name, agencyCode, system: null, since: null, reaches: null }]
    const isBehind = asOf !== null && state.asOf < asOf
    const behind = { name, agencyCode, system: null, since: addDays(state.asOf, 1), reaches: state.asOf }
    return [...(isBehind ? [behind] : []), ...state.missing.map((each) => ({ name, agencyCode, ...each }))]
  })
}

/**
 * Of the wards of which something is known: counts are added up, rates counted again from what they are shares of. A ward
 * whose own list is missing has no figures, and no part in the shares either.
 */
export function totalOf(wards: readonly CityTotal[]): CityTotal {
  const counted = wards.filter(({ figures }) => figures.received_total !== null)
  const national = Map.groupBy(
    counted.flatMap((ward) => ward.national),
    ({ id }) => id,
  )
  const rates = keysOf(noRates).map((key) => [key, added(counted.map((ward) => ward.rates[key]))] as const)
  const sums = keysOf(noFigures).map((key) => [key, sum(counted.map((ward) => ward.figures[key]))] as const)
  const percents = rates.map(([key, share]) => [key, percent(share)] as const)
  return {
    figures: Object.fromEntries([...sums, ...percents]) as CityTotal['figures'],
    rates: Object.fromEntries(rates) as CityTotal['rates'],
    national: [...national.values()].map(nationalTotal),
  }
}

const noRates = { digitized_rate: null, reuse_rate: null, online_payment_rate: null }

function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(record) as Key[]
}

function nationalTotal(of: readonly NationalRate[]): NationalRate {
  const share = added(of)
  return { id: of[0]!.id, ...share, percent: percent(share) }
}

function added(shares: readonly Share[]): Share {
  const all = (part: keyof Share) => shares.reduce((total, each) => total + each[part], 0)
  return { numerator: all('numerator'), denominator: all('denominator') }
}

/** Null only where nobody knows: the report says which wards are not in it. */
function sum(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0)
}
