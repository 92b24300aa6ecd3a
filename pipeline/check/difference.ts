import type { Counted } from '../counted.ts'
import { type Basis, onBasis } from '../figures.ts'
import type { Span } from '../period.ts'
import { dossiersOf } from './select.ts'
import type { StatedKey } from './stated.ts'

/** Some dossiers that one counts and the other does not; `count` is what they add to the program's figure. */
export type Reason = { readonly reason: ReasonId; readonly count: number; readonly codes: readonly string[] }

export type ReasonId =
  | 'routed_past_centre'
  | 'missing_at_centre'
  | 'missing_in_portal'
  | 'unreadable_portal'
  | 'carried_in'
  | 'ended_on_first_day'
  | 'ended_on_last_day'
  | 'received_on_first_day'
  | 'received_on_last_day'
  | 'due_on_last_day'
  | 'without_due_day'
  | 'refused_and_withdrawn'

/**
 * What the difference between a stated figure and the program's can consist of: one group of dossiers that other
 * software counts otherwise, else two of them. All that fit are given; none is preferred. Empty where none does.
 */
export function reasonsFor(
  key: StatedKey,
  difference: number,
  counted: readonly Counted[],
  basis: Basis,
  period: Span,
): Reason[][] {
  const groups = groupsOf(key, counted, basis, period).filter(({ count }) => count !== 0)
  const single = groups.filter(({ count }) => count === difference).map((group) => [group])
  if (single.length > 0) return single
  return groups.flatMap((a, at) =>
    groups
      .slice(at + 1)
      .filter((b) => a.count + b.count === difference)
      .map((b) => [a, b]),
  )
}

function groupsOf(key: StatedKey, counted: readonly Counted[], basis: Basis, period: Span): Reason[] {
  const own = onBasis(counted, basis)
  const here = dossiersOf(key, own, period) ?? []
  const elsewhere =
    basis === 'centre'
      ? onlyIn(dossiersOf(key, counted, period) ?? [], here)
      : here.filter(({ book }) => book !== 'listed' && book !== 'unreadable')
  const sign = basis === 'centre' ? 1 : -1
  const of = (more: StatedKey): readonly Counted[] => dossiersOf(more, own, period) ?? []
  return [
    reason('routed_past_centre', sign, elsewhere, ({ routed }) => routed),
    reason('missing_at_centre', sign, elsewhere, ({ routed }) => !routed),
    reason('missing_in_portal', -1, here, ({ portal }) => portal === 'absent'),
    reason('unreadable_portal', -1, here, ({ portal }) => portal === 'unreadable'),
    reason('carried_in', -1, here, ({ receivedDay }) => receivedDay < period.from),
    reason('ended_on_first_day', -1, here, ({ endedDay }) => endedDay === period.from),
    reason('ended_on_last_day', -1, here, ({ endedDay }) => endedDay === period.to),
    reason('received_on_first_day', -1, here, ({ receivedDay }) => receivedDay === period.from),
    reason('received_on_last_day', -1, here, ({ receivedDay }) => receivedDay === period.to),
    ...moved(key, here, of, period),
  ]
}

/** What other software puts into another class: due on the last day, without a due day, refused and withdrawn. */
function moved(
  key: StatedKey,
  here: readonly Counted[],
  of: (key: StatedKey) => readonly Counted[],
  { to }: Span,
): Reason[] {
  const dueLast = ({ dueDay }: Counted): boolean => dueDay === to
  const undated = ({ dueDay }: Counted): boolean => dueDay === null
  const ended = ({ outcome }: Counted): boolean => outcome === 'refused' || outcome === 'withdrawn'
  const found: { readonly [Key in StatedKey]?: readonly Reason[] } = {
    pending_overdue: [reason('due_on_last_day', -1, here, dueLast)],
    pending_in_time: [reason('due_on_last_day', 1, of('pending_overdue'), dueLast)],
    resolved_on_time: [
      reason('without_due_day', -1, here, undated),
      reason('refused_and_withdrawn', 1, of('resolved_total'), ended),
    ],
    resolved_early: [reason('without_due_day', 1, of('resolved_on_time'), undated)],
    resolved_early_or_on_time: [reason('refused_and_withdrawn', 1, of('resolved_total'), ended)],
    resolved_total: [reason('refused_and_withdrawn', -1, here, ended)],
  }
  return [...(found[key] ?? [])]
}

function reason(id: ReasonId, sign: number, dossiers: readonly Counted[], is: (each: Counted) => boolean): Reason {
  const these = dossiers.filter(is)
  return { reason: id, count: sign * these.length, codes: these.map(({ code }) => code).toSorted() }
}

function onlyIn(all: readonly Counted[], others: readonly Counted[]): Counted[] {
  const known = new Set(others)
  return all.filter((each) => !known.has(each))
}
