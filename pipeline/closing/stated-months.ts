import { compare } from '../compare.ts'
import type { Day } from '../day.ts'
import { contains, monthOf, type Period, type Periods } from '../period.ts'

/** The current month, and every month that contains the last day of an export's window; the earliest first. */
export function statedMonths(exports: Iterable<{ readonly to: Day }>, periods: Periods, asOf: Day): Period[] {
  const months = Array.from(exports, ({ to }) => [to, monthOf(to, periods)] as const).filter(([day, month]) =>
    contains(month, day),
  )
  const distinct = new Map(months.map(([, month]) => [month.id, month]))
  const current = monthOf(asOf, periods)
  return [...distinct.set(current.id, current).values()].toSorted((a, b) => compare(a.from, b.from))
}
