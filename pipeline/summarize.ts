import { statedOf } from './long-period.ts'
import { closedPeriods } from './closing/closing.ts'
import { countedReader } from './counted-reader.ts'
import { exportsOf } from './fact-reader.ts'
import { bases } from './figures.ts'
import type { Night, Stage } from './night.ts'
import type { Period } from './period.ts'
import { purgedBefore } from './keeping/purge.ts'
import { statedMonths } from './closing/stated-months.ts'

/** States the figures of every month that an export speaks of, on both bases; those of a closed one as they were published. */
export const summarize: Stage = {
  name: 'summarize',
  run: async (night) => {
    const { store, unit } = night
    const periods = night.only === null ? await monthsLeft(night) : [night.only]
    const old = store.db.deleteFrom('summary').where('unit', '=', unit)
    await (night.only === null ? old : old.where('period', '=', night.only.id)).execute()
    const reader = countedReader(night)
    for (const [done, period] of periods.entries()) {
      await night.at?.('summarize', { rows: done, done, of: periods.length })
      const stated = await statedOf(night, period, reader)
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

/** A month whose dossiers have been taken away is stated as it was closed, or not at all. */
async function monthsLeft(night: Night): Promise<Period[]> {
  const before = purgedBefore(night)
  const months = monthsOf(night)
  if (before === null) return months
  const closed = new Set((await closedPeriods(night)).map(({ period }) => period.id))
  return months.filter(({ id, from }) => from >= before || closed.has(id))
}

function monthsOf({ store, unit, config, asOf }: Night): Period[] {
  return statedMonths(exportsOf(store, unit).values(), config.periods, asOf)
}
