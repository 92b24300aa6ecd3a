import { sums } from '../identities.ts'
import { furtherKeys, type StatedKey } from './stated.ts'

/**
 * A whole and its parts. `parts` are `classes` when a report that names one of them names all that are not zero: what
 * it leaves out is none. Of received and pending, or of carried over and new, it may name one and leave the other to be
 * worked out.
 */
export type Sum = {
  readonly id: string
  readonly whole: StatedKey
  readonly parts: readonly (StatedKey | Rest)[]
  readonly classes: boolean
}

/** What is left of a whole beside a part of it that has no counterpart: it is never stated. */
export type Rest = `rest_of_${string}`

/** The program's identities, and what follows from the words of the further figures. */
export const identities: readonly Sum[] = Object.entries(sums).map(([id, { whole, parts }]) => ({
  id,
  whole,
  parts,
  classes: id !== 'received_by_time' && id !== 'received_is_resolved_or_pending',
}))

const further: readonly Sum[] = [
  sum('direct_by_way', 'received_direct', ['received_counter', 'received_post']),
  sum('new_by_channel', 'received_new', ['new_online', 'new_direct']),
  sum('new_direct_by_way', 'new_direct', ['new_counter', 'new_post']),
  sum('early_or_on_time', 'resolved_early_or_on_time', ['resolved_early', 'resolved_on_time']),
  sum('with_result', 'resolved_with_result', ['resolved_early', 'resolved_on_time', 'resolved_overdue']),
  sum('refused_by_way', 'refused', ['turned_down', 'returned']),
  sum('refused_or_withdrawn', 'refused_or_withdrawn', ['refused', 'withdrawn']),
  sum('overdue', 'overdue_total', ['resolved_overdue', 'pending_overdue']),
  sum('due_in_period', 'due_in_period', ['resolved_early_or_on_time', 'overdue_total']),
]

/** What is part of something, whatever the rest may be. Fees are taken when a dossier is received. */
const within: readonly Sum[] = (
  [
    ['received_total', 'fee_dossiers'],
    ['received_total', 'digitized_dossiers'],
    ['received_total', 'reused_dossiers'],
    ['fee_dossiers', 'paid_dossiers'],
  ] as const
).map(([whole, part]) => ({ id: `${part}_within`, whole, parts: [part, `rest_of_${part}`], classes: false }))

/**
 * The sums that say something about these figures. One of a further figure does only where that figure, or a part that
 * is nothing else, is stated or follows from what is.
 */
export function sumsFor(stated: ReadonlySet<StatedKey>): Sum[] {
  const inPlay = new Set<string>(stated)
  const found = new Set<Sum>()
  for (let before = -1; before !== found.size;) {
    before = found.size
    for (const each of further.filter((one) =>
      [one.whole, ...one.parts].some((key) => inPlay.has(key) && defines(one, key)),
    )) {
      found.add(each)
      for (const key of [each.whole, ...each.parts]) inPlay.add(key)
    }
  }
  const parts = within.filter((each) => each.parts.some((part) => inPlay.has(part)))
  return [...identities, ...further.filter((each) => found.has(each)), ...parts]
}

/** A further figure is what its sum says; a part that is no sum itself is defined by that of which it is a part. */
function defines({ whole }: Sum, key: string): boolean {
  const isFurther = (furtherKeys as readonly string[]).includes(key)
  return isFurther && (key === whole || !further.some((other) => other.whole === key))
}

/** The wholes that a figure is a part of, the nearest first: what its share is usually a share of. */
export function wholesOf(key: StatedKey): StatedKey[] {
  const wholes: StatedKey[] = []
  const parts: StatedKey[] = [key]
  for (const part of parts)
    // grows as it goes: a whole may be part of another one
    for (const { whole } of [...identities, ...further, ...within].filter((each) => each.parts.includes(part)))
      if (!wholes.includes(whole)) {
        wholes.push(whole)
        parts.push(whole)
      }
  return wholes
}

function sum(id: string, whole: StatedKey, parts: readonly StatedKey[]): Sum {
  return { id, whole, parts, classes: true }
}
