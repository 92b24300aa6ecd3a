import type { Store } from '../sql/open.ts'
import type { Basis } from './figures.ts'
import type { PeriodFigures } from './period-figures.ts'

/** What has been stated of each period on both bases, by the period's id, the earliest first. */
export async function statedPeriods(store: Store, unit: number): Promise<Map<string, Record<Basis, PeriodFigures>>> {
  const all = store.db.selectFrom('summary').selectAll().where('unit', '=', unit)
  const rows = await all.orderBy('from_day').orderBy('period').execute()
  const periods = Map.groupBy(rows, ({ period }) => period)
  return new Map([...periods].map(([id, these]) => [id, bothBases(these)]))
}

/** The same of one period; null where it was never stated. */
export async function statedPeriod(
  store: Store,
  unit: number,
  id: string,
): Promise<Record<Basis, PeriodFigures> | null> {
  const all = store.db.selectFrom('summary').selectAll().where('unit', '=', unit)
  const rows = await all.where('period', '=', id).execute()
  return rows.length === 0 ? null : bothBases(rows)
}

function bothBases(rows: readonly { basis: string; document: string }[]): Record<Basis, PeriodFigures> {
  const stated = (basis: Basis): PeriodFigures =>
    JSON.parse(rows.find((row) => row.basis === basis)!.document) as PeriodFigures
  return { centre: stated('centre'), all: stated('all') }
}
