import { compare } from './compare.ts'
import { countedReader } from './counted-reader.ts'
import { exportsOf } from './fact-reader.ts'
import { bases } from './figures.ts'
import type { Night, Stage } from './night.ts'
import { figuresOfPeriod } from './period-figures.ts'
import { contains, monthOf, type Period } from './period.ts'

/** States the figures of every month that an export speaks of, on both bases. */
export const summarize: Stage = {
  name: 'summarize',
  run: async (night) => {
    const { store, unit } = night
    const periods = night.only === null ? monthsToState(night) : [night.only]
    const old = store.db.deleteFrom('summary').where('unit', '=', unit)
    await (night.only === null ? old : old.where('period', '=', night.only.id)).execute()
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
    night.say('summarize', { periods: periods.map(({ id }) => id) })
  },
}

/** The current month, and every month that contains the last day of an export's window; the earliest first. */
function monthsToState({ store, unit, config, asOf }: Night): Period[] {
  const days = [...exportsOf(store, unit).values()].map(({ to }) => to)
  const months = days
    .map((day) => [day, monthOf(day, config.periods)] as const)
    .filter(([day, month]) => contains(month, day))
  const distinct = new Map(months.map(([, month]) => [month.id, month]))
  const current = monthOf(asOf, config.periods)
  return [...distinct.set(current.id, current).values()].toSorted((a, b) => compare(a.from, b.from))
}
