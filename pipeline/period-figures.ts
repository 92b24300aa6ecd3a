import type { System } from '../connectors/connector.ts'
import { type CountedReader, countedReader } from './counted-reader.ts'
import type { Day } from './day.ts'
import {
  bases,
  type Basis,
  counts,
  figuresOf,
  type Figures,
  meeting,
  noFigures,
  onBasis,
  type Rates,
} from './figures.ts'
import { type Identity, identitiesOf, type Lines, unknownIdentities } from './identities.ts'
import type { Office } from './office.ts'
import { type Period, tilingOf, touchingBefore, type Untiled } from './period.ts'
import { purgedBefore } from './keeping/purge.ts'
import { type StatementLine, statementOf } from './statement.ts'
import { Trouble } from './trouble.ts'

/** All that is stated of a period on one basis; the shape of `figures --json`. */
export type PeriodFigures = {
  readonly schema: 1
  readonly unit: string
  readonly period: Period
  readonly asOf: Day
  readonly basis: Basis
  readonly figures: Figures
  readonly rates: Rates
  readonly identities: readonly Identity[]
  readonly reconciliation: readonly StatementLine[]
  readonly incomplete: readonly System[] // these were not heard on the last night: what hangs on them may yet change
  readonly warnings: readonly Untiled[] // months that leave days out, or count them twice
  readonly months?: readonly MonthStated[] // of a longer period: what it is held against
  readonly closed?: { readonly asOf: Day; readonly closing: number } // stated as it was published, the how-manieth time
}

/** A month of a longer period: whether anything is known of it, and since when and how often it is published. */
export type MonthStated = {
  readonly period: string
  readonly known: boolean
  readonly closed: NonNullable<PeriodFigures['closed']> | null
}

/** Throws Trouble `period_purged` where dossiers of its days have been taken away: what is left is not what was. */
export function refusePurged(office: Pick<Office, 'store' | 'unit'>, { id, from }: Period): void {
  const before = purgedBefore(office)
  if (before !== null && from < before) throw new Trouble('period_purged', { period: id, before })
}

/** The figures of a period on both bases, from what the database holds. */
export function figuresOfPeriod(
  office: Office,
  period: Period,
  reader: CountedReader = countedReader(office),
): Record<Basis, PeriodFigures> {
  const { config, store, unit, asOf } = office
  refusePurged(office, period)
  const before = touchingBefore(period, config.periods)
  const earlier = before !== null && reader.knows(before) ? { period: before, counted: reader.of(before) } : null
  const counted = reader.of(period)
  const incomplete = reader.silent(counted, period)
  const [lines] = store.ask<Lines>('line-accounts', { unit, from: period.from, to: period.to })
  const of = (basis: Basis): PeriodFigures => {
    const these = onBasis(counted, basis)
    const { figures, rates } = figuresOf(these, period)
    const carried = meeting(these, counts.carried_in, period)
    const pendingBefore =
      earlier === null ? null : meeting(onBasis(earlier.counted, basis), counts.pending_total, earlier.period)
    const known = knownFigures(
      figures,
      basis,
      (system) => incomplete.includes(system) && !reader.heardOf(system, period),
    )
    const identities = identitiesOf({ period, counted: these, figures, carried, pendingBefore, lines: lines! })
    return {
      schema: 1,
      unit: config.unit.agencyCode,
      period,
      asOf,
      basis,
      figures: known,
      rates,
      identities: known === noFigures ? unknownIdentities(identities) : identities,
      reconciliation: statementOf(counted, onBasis(counted, 'centre').length),
      incomplete,
      warnings: tilingOf(period, config.periods),
    }
  }
  return Object.fromEntries(bases.map((basis) => [basis, of(basis)])) as Record<Basis, PeriodFigures>
}

/** Where a list that a figure is counted from was never handed over, the figure is not known: null, never zero. */
function knownFigures(figures: Figures, basis: Basis, isLacking: (system: System) => boolean): Figures {
  if (basis === 'centre' && isLacking('trungtam')) return noFigures
  if (isLacking('dvcqg') && figures.received_total === 0) return noFigures
  if (!isLacking('dvcqg-thanhtoan')) return figures
  return { ...figures, online_payment_rate: null, online_payment_total: null }
}
