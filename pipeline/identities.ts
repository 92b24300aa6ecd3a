import type { Counted } from './counted.ts'
import type { Figures } from './figures.ts'

/** What must add up; `holds` is null where the other side is not there. */
export type Identity = {
  readonly id: string
  readonly left: number | null
  readonly right: number | null
  readonly holds: boolean | null
}

type Lines = { readonly physical: number; readonly accounted: number; readonly read: number; readonly handled: number }

/**
 * The identities of a period. Carried in must be the pending of the period before as a set of dossiers, not only as a
 * number: two dossiers that changed places would go unseen.
 */
export function identitiesOf(
  figures: Figures,
  carried: readonly Counted[],
  pendingBefore: readonly Counted[] | null,
  lines: Lines,
): Identity[] {
  const f = (key: keyof Figures): number => figures[key] ?? 0
  return [
    equal('received_by_time', f('received_total'), f('carried_in') + f('received_new')),
    equal('received_by_channel', f('received_total'), f('received_online') + f('received_direct')),
    equal(
      'resolved_by_outcome',
      f('resolved_total'),
      f('resolved_early') + f('resolved_on_time') + f('resolved_overdue') + f('refused') + f('withdrawn'),
    ),
    equal('received_is_resolved_or_pending', f('received_total'), f('resolved_total') + f('pending_total')),
    equal('pending_by_due_day', f('pending_total'), f('pending_in_time') + f('pending_overdue')),
    carriedOver(carried, pendingBefore),
    equal('lines_accounted_for', lines.physical, lines.accounted),
    equal('rows_accounted_for', lines.read, lines.handled),
  ]
}

function equal(id: string, left: number, right: number): Identity {
  return { id, left, right, holds: left === right }
}

function carriedOver(carried: readonly Counted[], pendingBefore: readonly Counted[] | null): Identity {
  const id = 'carried_in_is_pending_before'
  if (pendingBefore === null) return { id, left: carried.length, right: null, holds: null }
  const before = new Set(pendingBefore.map((each) => each.dossier.facts.dossier))
  const same = before.size === carried.length && carried.every((each) => before.has(each.dossier.facts.dossier))
  return { id, left: carried.length, right: before.size, holds: same }
}
