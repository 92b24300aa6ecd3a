import type { Counted } from './counted.ts'
import { addDays } from './day.ts'
import { type CountKey, figuresOf, type Figures } from './figures.ts'
import type { Period } from './period.ts'

/** What is the sum of what, in every period and for whomever it is counted. */
export const sums = {
  received_by_time: { whole: 'received_total', parts: ['carried_in', 'received_new'] },
  received_by_channel: { whole: 'received_total', parts: ['received_online', 'received_direct'] },
  resolved_by_outcome: {
    whole: 'resolved_total',
    parts: ['resolved_early', 'resolved_on_time', 'resolved_overdue', 'refused', 'withdrawn'],
  },
  received_is_resolved_or_pending: { whole: 'received_total', parts: ['resolved_total', 'pending_total'] },
  pending_by_due_day: { whole: 'pending_total', parts: ['pending_in_time', 'pending_overdue'] },
} as const satisfies Readonly<Record<string, { readonly whole: CountKey; readonly parts: readonly CountKey[] }>>

/** What must add up; `holds` is null where the other side is not there. */
export type Identity = {
  readonly id: string
  readonly left: number | null
  readonly right: number | null
  readonly holds: boolean | null
}

/** The sums of the files behind a period. */
export type Lines = {
  readonly physical: number
  readonly accounted: number
  readonly read: number
  readonly handled: number
}

/** What the identities of a period are asked of. `pendingBefore` is null where no earlier period is known. */
export type Books = {
  readonly period: Period
  readonly counted: readonly Counted[]
  readonly figures: Figures
  readonly carried: readonly Counted[]
  readonly pendingBefore: readonly Counted[] | null
  readonly lines: Lines
}

/**
 * The identities of a period. Carried in must be the pending of the period before as a set of dossiers, not only as a
 * number: two dossiers that changed places would go unseen.
 */
export function identitiesOf({ period, counted, figures, carried, pendingBefore, lines }: Books): Identity[] {
  const f = (key: keyof Figures): number => figures[key] ?? 0
  const added = Object.entries(sums).map(([id, { whole, parts }]) =>
    equal(
      id,
      f(whole),
      parts.reduce((sum, part) => sum + f(part), 0),
    ),
  )
  return [
    ...added,
    carriedOver(carried, pendingBefore),
    equal(
      'fields_add_up',
      whole(figures),
      sumOver(counted, period, ({ field }) => field),
    ),
    equal(
      'systems_add_up',
      whole(figures),
      sumOver(counted, period, ({ system }) => system ?? ''),
    ),
    equal('days_add_up', f('received_new') + f('resolved_total'), sumOfDays(counted, period)),
    equal('lines_accounted_for', lines.physical, lines.accounted),
    equal('rows_accounted_for', lines.read, lines.handled),
  ]
}

/** Where nothing is known, nothing holds and nothing fails: only the lines of files can still be counted. */
export function unknownIdentities(identities: readonly Identity[]): Identity[] {
  const ofFiles = (id: string): boolean => id === 'lines_accounted_for' || id === 'rows_accounted_for'
  return identities.map((each) => (ofFiles(each.id) ? each : { id: each.id, left: null, right: null, holds: null }))
}

/** The figures that every part of a breakdown has, added up. */
function whole(figures: Figures): number {
  return (['received_total', 'carried_in', 'resolved_total', 'pending_total'] as const).reduce(
    (sum, key) => sum + (figures[key] ?? 0),
    0,
  )
}

function sumOver(counted: readonly Counted[], period: Period, part: (each: Counted) => string): number {
  const parts = [...Map.groupBy(counted, part).values()]
  return parts.reduce((sum, these) => sum + whole(figuresOf(these, period).figures), 0)
}

/** Day by day: what was received and what ended on each day of the period. */
function sumOfDays(counted: readonly Counted[], { from, to }: Period): number {
  const received = Map.groupBy(counted, ({ receivedDay }) => receivedDay)
  const ended = Map.groupBy(counted, ({ endedDay }) => endedDay)
  let sum = 0
  for (let day = from; day <= to; day = addDays(day, 1))
    sum += (received.get(day)?.length ?? 0) + (ended.get(day)?.length ?? 0)
  return sum
}

function equal(id: string, left: number, right: number): Identity {
  return { id, left, right, holds: left === right }
}

function carriedOver(carried: readonly Counted[], pendingBefore: readonly Counted[] | null): Identity {
  const id = 'carried_in_is_pending_before'
  if (pendingBefore === null) return { id, left: carried.length, right: null, holds: null }
  const before = new Set(pendingBefore.map((each) => each.dossier))
  const same = before.size === carried.length && carried.every((each) => before.has(each.dossier))
  return { id, left: carried.length, right: before.size, holds: same }
}
