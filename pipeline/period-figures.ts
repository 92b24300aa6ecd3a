import type { System } from '../connectors/connector.ts'
import type { Store } from '../sql/open.ts'
import { countIn, type Counted } from './counted.ts'
import type { Day } from './day.ts'
import { settle } from './dossier.ts'
import { readFacts } from './facts.ts'
import { bases, type Basis, counts, figuresOf, type Figures, meeting, onBasis, type Rates } from './figures.ts'
import { type Identity, identitiesOf } from './identities.ts'
import type { Period } from './period.ts'
import { makeSetting, type Setting } from './setting.ts'
import { type StatementLine, statementOf } from './statement.ts'
import type { Office } from './office.ts'

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
  readonly incomplete: readonly System[]
}

/** The figures of a period on both bases, from what the database holds; `before` is the period that touches it, if any. */
export function figuresOfPeriod(office: Office, period: Period, before: Period | null): Record<Basis, PeriodFigures> {
  const reader = countedReader(office)
  const counted = reader.of(period)
  const earlier = before !== null && reader.knows(before) ? { period: before, counted: reader.of(before) } : null
  const incomplete = reader.silent(counted, period)
  const [lines] = office.store.ask<LineAccounts>('line-accounts', { unit: office.unit })
  const centreBook = onBasis(counted, 'centre').length
  const of = (basis: Basis): PeriodFigures => {
    const { figures, rates } = figuresOf(onBasis(counted, basis), period)
    const carried = meeting(onBasis(counted, basis), counts.carried_in, period)
    const pending =
      earlier === null ? null : meeting(onBasis(earlier.counted, basis), counts.pending_total, earlier.period)
    return {
      schema: 1,
      unit: office.config.unit.agencyCode,
      period,
      asOf: office.asOf,
      basis,
      figures,
      rates,
      identities: identitiesOf(figures, carried, pending, lines!),
      reconciliation: statementOf(counted, centreBook),
      incomplete,
    }
  }
  return Object.fromEntries(bases.map((basis) => [basis, of(basis)])) as Record<Basis, PeriodFigures>
}

export type LineAccounts = {
  readonly physical: number
  readonly accounted: number
  readonly read: number
  readonly handled: number
}

export type CountedReader = {
  readonly of: (period: Period) => Counted[]
  readonly knows: (period: Period) => boolean // an export of the portal or the book covers its last day
  readonly silent: (counted: readonly Counted[], period: Period) => System[]
  readonly setting: Setting
}

/** Reads the dossiers that a period counts, each with the exports that speak for it then. */
export function countedReader({ store, unit, config, catalogue, calendar, asOf }: Office): CountedReader {
  const facts = readFacts(store, unit, catalogue)
  const setting = makeSetting(config, { asOf, calendar, catalogue }, facts.exports)
  return {
    setting,
    of: (period) => {
      const dossiers = dossiersOf(store, unit, period)
      const counted = (chunk: readonly number[]): Counted[] =>
        facts.of(chunk).flatMap((each) => {
          const dossier = settle(each, setting)
          const one = dossier === null ? null : countIn(dossier, period, setting)
          return one === null ? [] : [one]
        })
      return chunks(dossiers, 5000).flatMap(counted)
    },
    knows: ({ to }) =>
      facts.exports.some(
        ({ system, from, to: last }) => (system === 'dvcqg' || system === 'trungtam') && from <= to && to <= last,
      ),
    silent: (counted, period) => silentSystems(counted, period, setting, config.expectedSystems ?? []),
  }
}

/** Systems that have dossiers in the period, or that the office expects, and handed over nothing that touches it. */
function silentSystems(
  counted: readonly Counted[],
  { from, to }: Period,
  { exports }: Setting,
  expected: readonly string[],
): System[] {
  const needed = new Set<string>(expected)
  if (counted.length > 0) for (const system of ['dvcqg', 'trungtam']) needed.add(system)
  if (counted.some((each) => (each.fee_dong ?? 0) > 0)) needed.add('dvcqg-thanhtoan')
  for (const { dossier } of counted) if (dossier.ministrySystem !== null) needed.add(dossier.ministrySystem)
  const touches = (system: string): boolean =>
    (exports.get(system as System) ?? []).some((each) => each.from <= to && from <= each.to)
  return [...needed].filter((system) => !touches(system)).toSorted() as System[]
}

function dossiersOf(store: Store, unit: number, { from, to }: Period): number[] {
  return store.ask<{ dossier: number }>('dossiers-of-a-period', { unit, from, to }).map(({ dossier }) => dossier)
}

export function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}
