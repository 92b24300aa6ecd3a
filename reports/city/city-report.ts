import type { Basis, FigureKey, FigureValues, FormGroup, NationalRate, RateKey, Share, Span } from '../period-report.ts'
import type { TroubleCode, TroubleDetails, Words } from '../words.ts'

type System = keyof Words['system']

/** A city's wards in one period, a row each, and what they make together. Days are `2026-02-13`. Null is not known, never zero. */
export type CityReport = {
  readonly city: string
  readonly period: string // its id: the days of a month may differ from ward to ward
  readonly basis: Basis
  readonly asOf: string | null // the latest night of its wards; null where none had one
  readonly wards: readonly WardRow[] // in the order of the configuration
  readonly total: CityTotal
  readonly form: readonly FormGroup[] // the rows of form II.06a/VPCP/KSTT, of all wards together
  readonly ranking: readonly Ranked[] // by place; those without one last, in the order of the configuration
  readonly unranked: readonly NationalRate['id'][] // rates that no ward knows, and that are left out of the mean
  readonly late: readonly Late[]
  readonly identities: readonly CityIdentity[]
}

export type WardRow = {
  readonly name: string
  readonly agencyCode: string
  readonly folder: string | null // of its documents, seen from the city's; null where there are none
  readonly state: WardState | null // null: nothing is known of it, and `problem` says why
  readonly problem: Problem | null
}

/** The operator's trouble: its sentence is found by whoever shows it, in the reader's language. */
export type Problem = { readonly code: TroubleCode; readonly details: TroubleDetails[TroubleCode] }

export type WardState = CityTotal & {
  readonly period: Span
  readonly asOf: string
  readonly closed: boolean // as published
  readonly incomplete: readonly System[]
  readonly routed: { readonly received: number; readonly seen: number } // of household businesses
  readonly form: readonly FormGroup[]
  readonly missing: readonly MissingSystem[]
  readonly broken: readonly string[] // identities of its own that do not hold
  readonly published: FigureValues | null // as its folder states them, read from there; null where it does not
}

/** Counts and money add up; a rate is of all numerators over all denominators. */
export type CityTotal = {
  readonly figures: FigureValues
  readonly rates: Readonly<Record<RateKey, Share>>
  readonly national: readonly NationalRate[]
}

/** A system that should have handed over its list. */
export type MissingSystem = {
  readonly system: System
  readonly since: string | null // the night on which it was first missed
  readonly reaches: string | null // the last day of what it handed over; null: never heard
}

/**
 * Who is late: a system of a ward; or the ward itself (`system` null), whose last night is an earlier one (`since` is
 * the day after it) or that never had one (both null).
 */
export type Late = { readonly name: string; readonly agencyCode: string } & {
  readonly system: System | null
  readonly since: string | null
  readonly reaches: string | null
}

/** A ward in the order of the national index, as far as exports tell: equal means have the same place. */
export type Ranked = {
  readonly name: string
  readonly agencyCode: string
  readonly place: number | null // null: a rate that others have is not known
  readonly mean: number | null // of the rates, in percent, two decimals
  readonly rates: Readonly<Record<NationalRate['id'], { readonly percent: number; readonly place: number } | null>>
}

/** What must add up in a city; `holds` is null where a side is not there. */
export type CityIdentity = {
  readonly id: 'wards_add_up' | 'fields_add_up' | 'received_is_resolved_or_pending'
  readonly figure: FigureKey
  readonly left: number | null
  readonly right: number | null
  readonly holds: boolean | null
}
