import { dayOf } from '../day.ts'
import type { Dossier } from '../dossier.ts'
import type { Sighted } from '../facts.ts'
import { classOf, isEnded } from '../opinion.ts'
import { nothing, type Rule, sourceOf } from './rule.ts'

// In time or not hangs on these days, and the citizen reads the portal's. The clock's hours may differ, days may not.
// The book is left out: it is kept by hand, by the day, and its last column is the handing over.
export const dateConflict: Rule = {
  kind: 'date_conflict',
  raise: ({ portal, ministry }: Dossier) => {
    if (portal.is !== 'listed' || ministry.is !== 'listed') return nothing
    const [a, b] = [portal.row, ministry.row]
    const [ended, otherEnded] = ends(a, b)
    const isSame = isAgreed(a.received, b.received) && isAgreed(a.due, b.due) && isAgreed(ended, otherEnded)
    if (isSame) return nothing
    const days = [
      ['received', day(a.received), day(b.received)],
      ['due', day(a.due), day(b.due)],
      ['ended', ended, otherEnded],
    ] as const
    const fields = days.filter(([, one, other]) => !isAgreed(one, other))
    const systems = [a.from.system, b.from.system]
    const detail = {
      fields: fields.map(([field]) => field),
      portal: fields.map((each) => each[1]!),
      ministry: fields.map((each) => each[2]!),
    }
    return [{ system: b.from.system, systems, detail, sources: [a, b].map(sourceOf) }]
  },
}

/** Ends are compared where both sides have one of the same class: another class is a conflict of status already, and a
 * handing over is no end. */
function ends(a: Sighted, b: Sighted): [string | null, string | null] {
  const same = classOf(a) === classOf(b) && isEnded(classOf(a))
  return same ? [day(a.ended), day(b.ended)] : [null, null]
}

/** On the day, where both say one. */
function isAgreed(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b || dayOf(a) === dayOf(b)
}

function day(instant: string | null): string | null {
  return instant === null ? null : dayOf(instant)
}
