import { dayOf } from '../day.ts'
import type { Dossier } from '../dossier.ts'
import type { Sighted } from '../facts.ts'
import { nothing, type Rule, sourceOf } from './rule.ts'

// Days that cannot be: somebody mistyped, or a system shifted them. The figures stay defined, and wrong.
export const impossibleDates: Rule = {
  kind: 'impossible_dates',
  raise: (dossier, { asOf }) => {
    const { rows } = dossier
    const wrong = rows.map((row) => ({ row, faults: [...faults(row, asOf), ...handedTooEarly(row, dossier)] }))
    const bad = wrong.filter(({ faults }) => faults.length > 0)
    if (bad.length === 0) return nothing
    const detail = { faults: [...new Set(bad.flatMap(({ faults }) => faults))] }
    const sources = bad.map(({ row }) => sourceOf(row))
    return [{ system: null, systems: bad.map(({ row }) => row.from.system), detail, sources }]
  },
}

function faults(row: Sighted, asOf: string): string[] {
  const [received, due, ended, handed] = [row.received, row.due, row.ended, row.handed].map((each) =>
    each === null ? null : dayOf(each),
  )
  const known = asOf > row.from.to ? asOf : row.from.to // an export may be newer than the night that is asked about
  return [
    before(ended, received) ? 'ended_before_received' : null,
    before(handed, ended ?? received) ? 'handed_before_ended' : null,
    before(due, received) ? 'due_before_received' : null,
    [received, ended, handed].some((day) => before(known, day)) ? 'after_the_night' : null,
  ].filter((fault) => fault !== null)
}

/** The book hands over what another system resolves later. */
function handedTooEarly({ from, handed }: Sighted, { rows }: Dossier): string[] {
  if (from.system !== 'trungtam' || handed === null) return []
  const ended = rows.find((row) => row.ended !== null)?.ended ?? null
  return ended !== null && before(dayOf(handed), dayOf(ended)) ? ['handed_before_ended'] : []
}

function before(a: string | null | undefined, b: string | null | undefined): boolean {
  return a != null && b != null && a < b
}
