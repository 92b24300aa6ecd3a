import type { FigureBySettings } from './by-settings.ts'
import type { Words } from './words.ts'

type System = keyof Words['system']
type Kind = keyof Words['kind']
export type Basis = 'centre' | 'all'

/**
 * All that the documents of a period show: counted by whoever, handed over as a value. Days are `2026-02-13`, both days
 * of a period belong to it, money is whole dong, rates are percentages with two decimals; null is not known, never zero.
 */
export type PeriodReport = {
  readonly unit: { readonly name: string; readonly city: string; readonly centre: string; readonly agencyCode: string }
  readonly period: Span & { readonly id: string }
  readonly asOf: string // the end of this day
  readonly basis: Basis // of all parts below; `stated` has both
  readonly stated: Readonly<Record<Basis, StatedPeriod>>
  readonly before: EarlierPeriod | null // the period of the same kind before; null where nothing of it is known
  readonly yearAgo: EarlierPeriod | null
  readonly months: readonly MonthOf[] // of a longer period: what it adds up from; empty for a month
  readonly form: readonly FormGroup[] // the rows of form II.06a/VPCP/KSTT
  readonly fields: readonly Part[] // by lĩnh vực, in the order of their names; '' is a dossier of which nobody says it
  readonly procedures: readonly ProcedurePart[]
  readonly systems: readonly SystemPart[]
  readonly days: readonly DayPart[] // every day of the period
  readonly national: readonly NationalRate[] // Quyết định 766/QĐ-TTg
  readonly pending: readonly DaysLeft[]
  readonly routing: Routing
  readonly kinds: readonly { readonly kind: Kind; readonly count: number; readonly fresh: number }[] // open discrepancies
  readonly bySettings: readonly FigureBySettings[] // figures that other settings moved, and no file
  readonly opened: Opened | null // null: so many dossiers that no page holds them
}

export type Span = { readonly from: string; readonly to: string }

/** What is stated of a period on one basis: the shape of `figures --json`. */
export type StatedPeriod = {
  readonly figures: FigureValues
  readonly rates: Readonly<Record<RateKey, Share>>
  readonly identities: readonly {
    readonly id: string
    readonly left: number | null
    readonly right: number | null
    readonly holds: boolean | null
  }[]
  readonly reconciliation: readonly { readonly line: keyof Words['statementLine']; readonly count: number }[]
  readonly incomplete: readonly System[] // not heard on the last night
  readonly warnings: readonly { readonly id: 'gap' | 'overlap'; readonly period: string; readonly days: number }[]
  readonly months?: readonly { readonly period: string; readonly known: boolean; readonly closed: Closing | null }[]
  readonly closed?: Closing
}

/** Published as of a night, the how-manieth time. */
export type Closing = { readonly asOf: string; readonly closing: number }

export type FigureKey = keyof Words['figure']
export type RateKey = 'digitized_rate' | 'reuse_rate' | 'online_payment_rate'
export type FigureValues = Readonly<Record<FigureKey, number | null>>
export type Share = { readonly numerator: number; readonly denominator: number }

export type EarlierPeriod = {
  readonly period: Span & { readonly id: string }
  readonly figures: FigureValues // on the report's basis
}

/** A month of a longer period, as it is stated: as published where it is closed, and how often it was published. */
export type MonthOf = EarlierPeriod & { readonly closed: Closing | null }

/** The fields of a ministry, in the order of their names; '' is what no ministry is known of. */
export type FormGroup = {
  readonly ministry: string
  readonly fields: readonly { readonly name: string; readonly counts: FormCounts }[]
}

/** What form II.06a counts of a field. Each dossier is in one of the first three and in one of the next five. */
export type FormCounts = {
  readonly new_online: number // (4), received within the period
  readonly new_direct: number // (5), the same at the counter or by post
  readonly carried_in: number // (6)
  readonly early: number // (8)
  readonly on_time: number // (9), with those refused and withdrawn
  readonly overdue: number // (10)
  readonly pending_in_time: number // (12)
  readonly pending_overdue: number // (13)
  readonly refused: number // of (9)
  readonly withdrawn: number // of (9)
}

/** The figures of some of the period's dossiers. */
export type Part = { readonly name: string; readonly figures: FigureValues }
export type ProcedurePart = Part & { readonly code: string | null; readonly field: string } // name '' where nobody says it
export type SystemPart = {
  readonly system: System | null // null: no ministry system handles them
  readonly figures: FigureValues
  readonly reaches: string | null // the last day of its exports' windows
  readonly came: string | null // the night of its last file
}
export type DayPart = {
  readonly day: string
  readonly received: number
  readonly resolved: number
  readonly working: boolean
}

/** A share as the national index defines it, beside our own figures of the same name; the denominators differ. */
export type NationalRate = Share & {
  readonly id: 'on_time' | 'online_payment' | 'digitization' | 'reuse' | 'online'
  readonly percent: number | null
}

/** Pending dossiers by the working days that are left at the end of the period, or of the night: 0 or below is over, null has no due day. */
export type DaysLeft = { readonly left: number | null; readonly count: number }

/** The household-business dossiers received in the period, and how many of them the Centre saw (Nghị định 168/2025). */
export type Routing = RoutingCount & {
  readonly routed: { readonly all: number; readonly carried: number } // the statement's line; of these, from the period before
  readonly weeks: readonly (Span & RoutingCount)[] // Monday to Sunday, cut to the period
  readonly procedures: readonly (RoutingCount & { readonly code: string | null; readonly name: string })[]
  readonly accounts: readonly string[] // that hold those which the Centre did not see
  readonly all: Share // of all dossiers received in the period: those in the Centre's book
  readonly others: Share // the same without this group
}
export type RoutingCount = { readonly received: number; readonly seen: number }

/** The dossiers of the period once, and for each number of the page which of them are behind it. */
export type Opened = {
  readonly dossiers: readonly OpenedDossier[] // by code
  /**
   * By figure, rate (its numerator) or line of the statement, the places in `dossiers`; of the other basis as
   * `all/received_total`, of the national index as `national/on_time`, of discrepancies as `kind/due_soon`.
   */
  readonly behind: Readonly<Record<string, readonly number[]>>
}

/** Nothing in it names a person. */
export type OpenedDossier = {
  readonly code: string
  readonly procedure: string | null
  readonly field: string
  readonly system: System | null
  readonly received: string
  readonly due: string | null
  readonly ended: string | null
  readonly outcome: keyof Words['outcome']
  readonly channel: keyof Words['channel']
  readonly inBook: boolean
  readonly lines: readonly { readonly system: System; readonly file: string; readonly line: number }[]
}
