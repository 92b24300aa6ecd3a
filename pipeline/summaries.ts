import type { Store } from '../sql/open.ts'
import type { Basis } from './figures.ts'
import type { PeriodFigures } from './period-figures.ts'

/** What has been stated of each period on both bases, by the period's id, the earliest first. */
export function statedPeriods(store: Store, unit: number): Map<string, Record<Basis, PeriodFigures>> {
  const rows = store.ask<Answer>('stated-periods', { unit, period: null })
  const periods = Map.groupBy(rows, ({ period }) => period)
  return new Map([...periods].map(([id, these]) => [id, bothBases(these)]))
}

/** The same of one period; null where it was never stated. */
export function statedPeriod(store: Store, unit: number, period: string): Record<Basis, PeriodFigures> | null {
  const rows = store.ask<Answer>('stated-periods', { unit, period })
  return rows.length === 0 ? null : bothBases(rows)
}

type Answer = { readonly period: string; readonly basis: Basis; readonly document: string }

function bothBases(rows: readonly Answer[]): Record<Basis, PeriodFigures> {
  const stated = (basis: Basis): PeriodFigures =>
    JSON.parse(rows.find((row) => row.basis === basis)!.document) as PeriodFigures
  return { centre: stated('centre'), all: stated('all') }
}
