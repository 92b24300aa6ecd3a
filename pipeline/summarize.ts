import { statedOf } from './long-period.ts'
import { closedPeriods } from './closing/closing.ts'
import { nightsReader } from './counted-reader.ts'
import { exportsOf } from './fact-reader.ts'
import { bases } from './figures.ts'
import type { Day } from './day.ts'
import type { Night, Stage } from './night.ts'
import type { Office } from './office.ts'
import { contains, type Period, type Span, touchingBefore } from './period.ts'
import { purgedBefore } from './keeping/purge.ts'
import { changedSince } from './standing/changed.ts'
import { keepMadeOf, type MadeOf, madeOfNow, madeOfThen } from './standing/made-of.ts'
import { anyOverlap } from './standing/touched.ts'
import { statedMonths } from './closing/stated-months.ts'

/**
 * States the figures of every month that an export speaks of, on both bases; those of a closed one as they were published.
 * Where nothing of a month moved since the last night, it is as it was stated then.
 */
export const summarize: Stage = {
  name: 'summarize',
  run: async (night) => {
    const { store, unit } = night
    const now = madeOfNow(night)
    const periods = night.only === null ? monthsLeft(night) : [night.only]
    const standing = night.only === null ? await standingMonths(night, periods, now, await movedSpans(night)) : []
    const anew = periods.filter((period) => !standing.includes(period))
    const old = store.db.deleteFrom('summary').where('unit', '=', unit)
    const ids = standing.map(({ id }) => id)
    await (night.only === null ? old.where('period', 'not in', ids) : old.where('period', '=', night.only.id)).execute()
    store.tell('state-months-again', { unit, as_of: night.asOf, months: JSON.stringify(ids) })
    const reader = nightsReader(night)
    for (const [done, period] of anew.entries()) {
      await night.at?.('summarize', { rows: done, done, of: anew.length })
      const stated = statedOf(night, period, reader)
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
    if (night.only === null) await keepStated(night, now)
    night.say('summarize', { periods: periods.map(({ id }) => id) })
  },
}

/**
 * The months of which nothing moved since they were stated, nor of the month before, whose pending they carry in.
 * `moved` are the days of dossiers that may count otherwise.
 */
export async function standingMonths(
  office: Office,
  months: readonly Period[],
  now: MadeOf,
  moved: readonly Span[],
): Promise<Period[]> {
  const { store, unit, config, asOf } = office
  const changed = changedSince(madeOfThen(office, 'summarized'), now)
  if (changed === null) return []
  const stated = await store.db.selectFrom('summary').selectAll().where('unit', '=', unit).execute()
  const hasMoved = (days: Span): boolean => changed.touches(days) || anyOverlap(moved, days)
  return months.filter((month) => {
    const before = touchingBefore(month, config.periods)
    const isStated = stated.some(
      ({ period, from_day, to_day }) => period === month.id && from_day === month.from && to_day === month.to,
    )
    return isStated && !contains(month, asOf) && !hasMoved(month) && (before === null || !hasMoved(before))
  })
}

/** What reconcile left to be counted again. */
export async function movedSpans({ store, unit }: Office): Promise<Span[]> {
  const moved = await store.db.selectFrom('moved').selectAll().where('unit', '=', unit).execute()
  return moved.map(({ from_day: from, to_day: to }) => ({ from, to }))
}

/** What moved has been counted. */
async function keepStated(night: Night, now: MadeOf): Promise<void> {
  await night.store.db.deleteFrom('moved').where('unit', '=', night.unit).execute()
  await keepMadeOf(night, 'summarized', now)
}

/**
 * The months that are stated of some exports, those in force or others. A month whose dossiers have been taken away is
 * stated as it was closed, or not at all.
 */
export function monthsLeft(office: Office, exports = exportsInTables(office)): Period[] {
  const before = purgedBefore(office)
  const months = statedMonths(exports, office.config.periods, office.asOf)
  if (before === null) return months
  const closed = new Set(closedPeriods(office).map(({ period }) => period.id))
  return months.filter(({ id, from }) => from >= before || closed.has(id))
}

function exportsInTables({ store, unit }: Office): Iterable<{ readonly to: Day }> {
  return exportsOf(store, unit).values()
}
