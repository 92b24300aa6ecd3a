import { countedReader } from './counted-reader.ts'
import { exportsOf } from './fact-reader.ts'
import { bases } from './figures.ts'
import type { Stage } from './night.ts'
import { figuresOfPeriod } from './period-figures.ts'
import { contains, monthOf, type Period } from './period.ts'
import type { Config } from './config.ts'

/** States the figures of every month that an export speaks of, on both bases. */
export const summarize: Stage = {
  name: 'summarize',
  run: async (night) => {
    const { store, unit, config } = night
    const periods = monthsSpokenOf([...exportsOf(store, unit).values()], config.periods)
    await store.db.deleteFrom('summary').where('unit', '=', unit).execute()
    const reader = countedReader(night)
    for (const period of periods) {
      const stated = figuresOfPeriod(night, period, reader)
      const rows = bases.map((basis) => ({
        unit,
        period: period.id,
        basis,
        from_day: period.from,
        to_day: period.to,
        as_of: night.asOf,
        document: JSON.stringify(stated[basis]),
      }))
      store.insert('summary', rows)
    }
    night.say(`summarize: ${periods.map(({ id }) => id).join(' ')}`)
  },
}

/** The months that contain the last day of an export's window, the earliest first. */
export function monthsSpokenOf(exports: readonly { readonly to: string }[], periods: Config['periods']): Period[] {
  const months = exports
    .map(({ to }) => monthOf(to, periods))
    .filter((month, index) => contains(month, exports[index]!.to))
  const distinct = new Map(months.map((month) => [month.id, month]))
  return [...distinct.values()].toSorted((a, b) => (a.from < b.from ? -1 : 1))
}
