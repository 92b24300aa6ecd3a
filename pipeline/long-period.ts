import { statedMonth } from './closing/closing.ts'
import { type CountedReader, countedReader } from './counted-reader.ts'
import { bases, type Basis, type FigureKey } from './figures.ts'
import type { Identity } from './identities.ts'
import type { Office } from './office.ts'
import { monthsIn, type Period, tilingOf } from './period.ts'
import type { MonthStated, PeriodFigures } from './period-figures.ts'

/**
 * What is stated of any period: of a month, see `statedMonth`. A longer one is counted as a whole, and held against its
 * months as they are stated: what the first carries in, what each receives and ends, and what the last leaves pending.
 * Where a month was closed and would be counted otherwise now, or days lie in no month or in two, that does not add up.
 */
export function statedOf(
  office: Office,
  period: Period,
  reader: CountedReader = countedReader(office),
): Record<Basis, PeriodFigures> {
  const whole = statedMonth(office, period, reader)
  const months = monthsIn(period.id, office.config.periods).filter(({ from }) => from <= office.asOf)
  if (months.length === 0 || whole.all.closed !== undefined) return whole
  const parts = new Map<Period, Record<Basis, PeriodFigures>>()
  for (const month of months) if (reader.knows(month)) parts.set(month, statedMonth(office, month, reader))
  const stated = (basis: Basis): PeriodFigures => {
    const these = months.map((month) => parts.get(month)?.[basis] ?? null)
    return {
      ...whole[basis],
      identities: [...whole[basis].identities, addedUp(whole[basis], these)],
      warnings: months.slice(1).flatMap((month) => tilingOf(month, office.config.periods)),
      months: months.map((month, i) => monthStated(month, these[i]!)),
    }
  }
  return Object.fromEntries(bases.map((basis) => [basis, stated(basis)])) as Record<Basis, PeriodFigures>
}

function monthStated({ id }: Period, stated: PeriodFigures | null): MonthStated {
  return { period: id, known: stated !== null, closed: stated?.closed ?? null }
}

/** Null where a month is not known. */
function addedUp(whole: PeriodFigures, months: readonly (PeriodFigures | null)[]): Identity {
  const id = 'months_add_up'
  const left = sum(whole, ['carried_in', 'received_new', 'resolved_total', 'pending_total'])
  const known = months.flatMap((month) => month ?? [])
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined || known.length < months.length)
    return { id, left, right: null, holds: null }
  const within = known.map((month) => sum(month, ['received_new', 'resolved_total']))
  const parts = [sum(first, ['carried_in']), ...within, sum(last, ['pending_total'])]
  const right = parts.some((part) => part === null) ? null : parts.reduce<number>((all, part) => all + part!, 0)
  return { id, left, right, holds: left === null || right === null ? null : left === right }
}

function sum({ figures }: PeriodFigures, keys: readonly FigureKey[]): number | null {
  const values = keys.map((key) => figures[key])
  return values.some((value) => value === null) ? null : values.reduce<number>((all, value) => all + value!, 0)
}
