import { addDays, daysBetween } from './day.ts'
import type { Day } from './day.ts'
import { Trouble } from './trouble.ts'

/** Both days are whole days and belong to the period. */
export type Period = { readonly id: string; readonly from: Day; readonly to: Day }

export type Span = { readonly from: Day; readonly to: Day }

/** `nd09`: a month runs from the 15th of the one before to the 14th (Nghị định 09/2019/NĐ-CP). */
export type Periods = {
  readonly regime: 'nd09' | 'calendar'
  readonly override: Readonly<Record<string, Span>>
}

/** A longer period runs from its first month's first day to its last month's last, unless it is overridden itself. */
export function periodOf(id: string, config: Periods): Period {
  const months = monthsOf(id)
  if (months === null) throw new Trouble('unknown_period', { found: id, examples: exampleIds })
  const from = spanOf(months.first, config).from
  const to = spanOf(months.last, config).to
  return ordered(id, config.override[id] ?? { from, to })
}

/** Any days at all, for `--from` and `--to`. */
export function periodBetween(from: Day, to: Day): Period {
  return ordered(`${from}..${to}`, { from, to })
}

/**
 * The month that a day belongs to. An override wins where its dates contain the day. Overrides can leave a gap:
 * a day in it belongs to the month that the regime would give it, whose own dates then do not contain it.
 */
export function monthOf(day: Day, config: Periods): Period {
  const overridden = Object.keys(config.override).find((id) => isMonth(id) && contains(config.override[id]!, day))
  return periodOf(overridden ?? regimeMonth(day, config.regime), config)
}

export function monthBefore(id: string, config: Periods): Period {
  return periodOf(monthAfter(id, -1), config)
}

/** The month after one, by its id. */
export function monthNext(id: string, config: Periods): Period {
  return periodOf(monthAfter(id, 1), config)
}

/** The period of the same kind before; before six or nine months lies the year before. */
export function periodBefore(id: string, config: Periods): Period {
  const year = Number(id.slice(0, 4))
  if (isMonth(id)) return monthBefore(id, config)
  const quarter = Number(/Q(\d)/.exec(id)?.[1] ?? 0)
  if (quarter > 0) return periodOf(quarter === 1 ? `${year - 1}-Q4` : `${year}-Q${quarter - 1}`, config)
  return periodOf(String(year - 1), config)
}

/** The same period of the year before. */
export function yearBefore(id: string, config: Periods): Period {
  return periodOf(`${Number(id.slice(0, 4)) - 1}${id.slice(4)}`, config)
}

/** The months of a longer period, in their order; none of a month, or of other days. */
export function monthsIn(id: string, config: Periods): Period[] {
  const ends = monthsOf(id)
  if (ends === null || ends.first === ends.last) return []
  const [first, last] = [ends.first, ends.last].map((month) => Number(month.slice(5)))
  const month = (_: unknown, i: number) => `${id.slice(0, 4)}-${String(first! + i).padStart(2, '0')}`
  return Array.from({ length: last! - first! + 1 }, month).map((each) => periodOf(each, config))
}

/** `b` begins on the day after `a` ends. */
export function touches(a: Span, b: Span): boolean {
  return daysBetween(a.to, b.from) === 1
}

/** The month that ends on the day before a period begins: its pending dossiers are what the period carries in. */
export function touchingBefore(period: Span, config: Periods): Period | null {
  const before = monthOf(addDays(period.from, -1), config)
  return touches(before, period) ? before : null
}

/** A month and the one before it that do not meet: `days` lie between them, or (below 0) are counted in both. */
export type Untiled = { readonly id: 'gap' | 'overlap'; readonly period: string; readonly days: number }

/** Months should tile the calendar. For a month: how it meets the one before it; empty when it does. */
export function tilingOf(period: Period, config: Periods): Untiled[] {
  if (!isMonth(period.id)) return []
  const before = monthBefore(period.id, config)
  const days = gapBetween(before, period)
  return days === 0 ? [] : [{ id: days > 0 ? 'gap' : 'overlap', period: before.id, days }]
}

/** Days that neither has, between the end of `a` and the beginning of `b`; negative: days that both have. */
export function gapBetween(a: Span, b: Span): number {
  return daysBetween(a.to, b.from) - 1
}

/** Whether two spans have a day in common. */
export function overlap(a: Span, b: Span): boolean {
  return a.from <= b.to && b.from <= a.to
}

export function contains(span: Span, day: Day): boolean {
  return span.from <= day && day <= span.to
}

export function isPeriodId(text: string): boolean {
  return monthsOf(text) !== null
}

export const exampleIds = ['2026-02', '2026-Q1', '2026-H1', '2026-9M', '2026'] as const

function monthsOf(id: string): { readonly first: string; readonly last: string } | null {
  const [, year, part] = /^([12]\d{3})(?:-(0[1-9]|1[0-2]|Q[1-4]|H1|9M))?$/.exec(id) ?? []
  if (year === undefined) return null
  const month = (number: number) => `${year}-${String(number).padStart(2, '0')}`
  if (part === undefined) return { first: month(1), last: month(12) }
  if (part === 'H1') return { first: month(1), last: month(6) }
  if (part === '9M') return { first: month(1), last: month(9) }
  if (!part.startsWith('Q')) return { first: id, last: id }
  const quarter = Number(part.slice(1))
  return { first: month(quarter * 3 - 2), last: month(quarter * 3) }
}

function spanOf(month: string, config: Periods): Span {
  const override = config.override[month]
  if (override !== undefined) return override
  if (config.regime === 'nd09') return { from: `${monthAfter(month, -1)}-15`, to: `${month}-14` }
  return { from: `${month}-01`, to: addDays(`${monthAfter(month, 1)}-01`, -1) }
}

function ordered(id: string, { from, to }: Span): Period {
  if (from > to) throw new Trouble('period_reversed', { period: id, from, to })
  return { id, from, to }
}

function regimeMonth(day: Day, regime: Periods['regime']): string {
  const month = day.slice(0, 7)
  return regime === 'nd09' && day.slice(8) > '14' ? monthAfter(month, 1) : month
}

function isMonth(id: string): boolean {
  return /^\d{4}-\d\d$/.test(id)
}

function monthAfter(month: string, months: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}
