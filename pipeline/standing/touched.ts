import { compare } from '../compare.ts'
import type { Day } from '../day.ts'
import type { Office } from '../office.ts'
import { overlap, type Period, type Span, touchingBefore } from '../period.ts'
import { statedMonths } from '../closing/stated-months.ts'
import { changedSince, type Changed } from './changed.ts'
import { type MadeOf, madeOfThen } from './made-of.ts'

/** The dossiers that have to be settled anew tonight; all others stand as they were settled. */
export type Touched = {
  readonly dossiers: readonly number[]
  readonly moved: ReadonlySet<number> // of these other things may be counted than before
  readonly touches: Changed['touches']
}

/** Null: nothing is known to stand, and every dossier is settled. */
export function touchedTonight(office: Office, now: MadeOf): Touched | null {
  const { store, unit } = office
  const then = madeOfThen(office, 'reconciled')
  const changed = changedSince(then, now)
  if (then === null || changed === null) return null
  const asked = (question: string, of: Readonly<Record<string, string>>): number[] =>
    store.ask<{ dossier: number }>(question, { unit, ...of }).map(({ dossier }) => dossier)
  const files = JSON.stringify(changed.exports.flatMap((each) => each.files))
  const moved = new Set([
    ...asked('dossiers-told-of-by-files', { files }),
    ...asked('dossiers-of-exports', { exports: JSON.stringify(changed.meeting) }),
    ...changed.links,
  ])
  const turning = asked('dossiers-that-turn-with-the-day', { as_of: then.asOf })
  const carried = bordersTouched(office, then, now, changed).flatMap((day) => asked('dossiers-open-on', { day }))
  const dossiers = [...new Set([...moved, ...turning, ...carried, ...changed.gone])].toSorted((a, b) => a - b)
  return { dossiers, moved, touches: changed.touches }
}

/** The last days of months after which one begins that has been touched, or that was not stated before, or is no more. */
function bordersTouched({ config: { periods } }: Office, then: MadeOf, now: MadeOf, { touches }: Changed): Day[] {
  const [before, after] = [then, now].map(({ exports, asOf }) => byId(statedMonths(exports, periods, asOf)))
  const months = [...new Map([...before!, ...after!]).values()]
  return months.flatMap((month) => {
    const first = touchingBefore(month, periods)
    if (first === null) return []
    const isNew = !before!.has(month.id) || !after!.has(month.id)
    return isNew || touches(month) || touches(first) ? [first.to] : []
  })
}

function byId(months: readonly Period[]): Map<string, Period> {
  return new Map(months.map((month) => [month.id, month]))
}

type Days = { readonly dossier: number; readonly received_day: Day | null; readonly ended_day: Day | null }

/** When the dossiers that may have moved begin and end, as they are settled at the moment. */
export function daysOfMoved({ store, unit }: Office, { moved }: Touched): Days[] {
  return store.ask<Days>('days-of-dossiers', { unit, dossiers: JSON.stringify([...moved]) })
}

/** From the first day on which each dossier counted, before or now, to the last; what overlaps is one span. */
export function spansOf(days: readonly Days[]): Span[] {
  const received = days.filter(({ received_day }) => received_day !== null)
  const spans = [...Map.groupBy(received, ({ dossier }) => dossier).values()].map((same) => ({
    from: same.map((each) => each.received_day!).reduce((a, b) => (a < b ? a : b)),
    to: same.map((each) => each.ended_day ?? EVER.to).reduce((a, b) => (a > b ? a : b)),
  }))
  const merged: Span[] = []
  for (const span of spans.toSorted((a, b) => compare(a.from, b.from))) {
    const last = merged.at(-1)
    if (last === undefined || last.to < span.from) merged.push(span)
    else if (span.to > last.to) merged[merged.length - 1] = { from: last.from, to: span.to }
  }
  return merged
}

export function anyOverlap(spans: readonly Span[], days: Span): boolean {
  return spans.some((span) => overlap(span, days))
}

/** Leaves to summarize which days are to be counted again. */
export function keepMoved({ store, unit }: Office, spans: readonly Span[]): void {
  for (const { from, to } of spans) store.tell('add-moved-days', { unit, from, to })
}

/** All days: where nothing is known to stand. */
export const EVER: Span = { from: '0000-01-01', to: '9999-12-31' }
