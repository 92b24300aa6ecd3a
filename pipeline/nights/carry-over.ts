import { countIn, type Counted } from '../counted.ts'
import type { Day } from '../day.ts'
import { settle } from '../dossier.ts'
import type { FactReader } from '../fact-reader.ts'
import type { Facts } from '../facts.ts'
import { type Condition, counts, meeting, onBasis } from '../figures.ts'
import { isKnown } from './heard.ts'
import type { Office } from '../office.ts'
import { type Period, touchingBefore } from '../period.ts'
import { type Raised, raised } from './raised.ts'
import type { Setting } from '../setting.ts'

/** Looks at every dossier (or at those of `only`) that was open when one month ended and the next began. */
export function raiseCarryOver(
  { store, unit, config }: Office,
  months: readonly Period[],
  facts: FactReader,
  setting: Setting,
  only: readonly number[] | null = null,
): Raised[] {
  const openOn = only === null ? everyoneOpen({ store, unit }) : openOf({ store, unit }, only)
  return months.flatMap((month) => {
    const before = touchingBefore(month, config.periods)
    if (before === null || !isKnown(before, facts.exports)) return []
    return facts.of(openOn(before.to)).flatMap((each) => raiseOn(each, before, month, setting))
  })
}

type OpenOn = (day: Day) => number[]
type Ward = Pick<Office, 'store' | 'unit'>

function everyoneOpen({ store, unit }: Ward): OpenOn {
  return (day) => store.ask<{ dossier: number }>('dossiers-open-on', { unit, day }).map(({ dossier }) => dossier)
}

function openOf({ store, unit }: Ward, only: readonly number[]): OpenOn {
  const rows = store.ask<Standing>('days-of-dossiers', { unit, dossiers: JSON.stringify(only) })
  const isOpen = (day: Day) => (each: Standing) =>
    each.received_day !== null && each.received_day <= day && (each.ended_day === null || each.ended_day > day)
  return (day) => rows.filter(isOpen(day)).map(({ dossier }) => dossier)
}

type Standing = { readonly dossier: number; readonly received_day: Day | null; readonly ended_day: Day | null }

/**
 * On which side a dossier is missing; null where one month's pending is the next one's carried in, on the Centre's basis,
 * and where the book of either was not handed over: it says nothing.
 */
export function sideMissing(before: Counted | null, after: Counted | null, first: Period, second: Period): Side | null {
  if (before?.book === 'silent' || after?.book === 'silent') return null
  const wasPending = before !== null && isInBook(before, counts.pending_total, first)
  const isCarried = after !== null && isInBook(after, counts.carried_in, second)
  if (wasPending === isCarried) return null
  return wasPending ? 'not_carried_in' : 'not_pending_before'
}

export type Side = 'not_carried_in' | 'not_pending_before'

// What one month leaves pending the next carries in, dossier by dossier. By the days of events that is so of itself; it
// fails where the Centre's book has a dossier at the end of one month and has it not in the next, or the reverse.
function raiseOn(facts: Facts, first: Period, second: Period, setting: Setting): Raised[] {
  const dossier = settle(facts, setting)
  if (dossier === null) return []
  const side = sideMissing(countIn(dossier, first, setting), countIn(dossier, second, setting), first, second)
  if (side === null) return []
  const book = facts.rows.filter(({ from }) => from.system === 'trungtam')
  const finding = {
    system: 'trungtam',
    systems: ['trungtam'],
    detail: { before: first.id, period: second.id, side },
    sources: book.map(({ from, row }) => ({ export: from.export, row })),
    place: second,
  } as const
  return [raised('carry_over_mismatch', facts.code, finding, facts)]
}

function isInBook(counted: Counted, figure: readonly Condition[], period: Period): boolean {
  return meeting(onBasis([counted], 'centre'), figure, period).length > 0
}
