import type { Basis, FigureValues, NationalRate, RateKey, Share, Span } from './period-report.ts'
import type { Words } from './words.ts'

/** A city's wards in one period, a row each, and what they make together. Null is not known, never zero. */
export type CityReport = {
  readonly city: string
  readonly period: string // its id: the days of a month may differ from ward to ward
  readonly basis: Basis
  readonly wards: readonly WardRow[] // in the order of the configuration
  readonly total: CityTotal
}

export type WardRow = {
  readonly name: string
  readonly agencyCode: string
  readonly state: WardState | null // null: nothing is known of it, and `problem` says why
  readonly problem: string | null
}

export type WardState = CityTotal & {
  readonly period: Span
  readonly asOf: string
  readonly closed: boolean // as published
  readonly incomplete: readonly (keyof Words['system'])[]
  readonly routed: { readonly received: number; readonly seen: number } // of household businesses
}

/** Counts and money add up; a rate is of all numerators over all denominators. */
export type CityTotal = {
  readonly figures: FigureValues
  readonly rates: Readonly<Record<RateKey, Share>>
  readonly national: readonly NationalRate[]
}
