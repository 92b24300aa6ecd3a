import { dayOf } from '../day.ts'
import type { Sighted } from '../facts.ts'
import { isEnded, classOf } from '../opinion.ts'
import { nothing, type Rule, sourceOf } from './rule.ts'

// Days that cannot be: somebody mistyped, or a system shifted them. The figures stay defined, and wrong.
export const impossibleDates: Rule = {
  kind: 'impossible_dates',
  raise: ({ rows }, { asOf }) => {
    const wrong = rows.flatMap((row) => faults(row, asOf).map((fault) => ({ row, fault })))
    if (wrong.length === 0) return nothing
    const bad = [...new Set(wrong.map(({ row }) => row))]
    const faultsFound = [...new Set(wrong.map(({ fault }) => fault))]
    return [
      {
        system: null,
        systems: bad.map((row) => row.from.system),
        detail: { faults: faultsFound },
        sources: bad.map(sourceOf),
      },
    ]
  },
}

function faults(row: Sighted, asOf: string): string[] {
  const [received, due, ended, handed] = [row.received, row.due, row.ended, row.handed].map((each) =>
    each === null ? null : dayOf(each),
  )
  const before = (a: string | null | undefined, b: string | null | undefined): boolean =>
    a != null && b != null && a < b
  const known = asOf > row.from.to ? asOf : row.from.to // an export may be newer than the night that is asked about
  return [
    before(ended, received) ? 'ended_before_received' : null,
    before(handed, ended ?? received) ? 'handed_before_ended' : null,
    before(due, received) ? 'due_before_received' : null,
    [received, ended, handed].some((day) => before(known, day)) ? 'after_the_night' : null,
    isEnded(classOf(row)) && ended === null && handed === null ? 'ended_without_a_day' : null,
  ].filter((fault) => fault !== null)
}
