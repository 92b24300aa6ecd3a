import { dayOf } from '../day.ts'
import type { Dossier } from '../dossier.ts'
import type { Sighted } from '../facts.ts'
import { nothing, type Rule, sourceOf } from './rule.ts'

// Days that cannot be: somebody mistyped, or a system shifted them. The figures stay defined, and wrong.
export const impossibleDates: Rule = {
  kind: 'impossible_dates',
  raise: (dossier, { asOf }) => {
    const bad: { readonly row: Sighted; readonly faults: readonly string[] }[] = []
    for (const row of dossier.rows) {
      const wrong = faults(row, dossier, asOf)
      if (wrong.length > 0) bad.push({ row, faults: wrong })
    }
    if (bad.length === 0) return nothing
    const detail = { faults: [...new Set(bad.flatMap(({ faults }) => faults))] }
    const sources = bad.map(({ row }) => sourceOf(row))
    return [{ system: null, systems: bad.map(({ row }) => row.from.system), detail, sources }]
  },
}

function faults(row: Sighted, dossier: Dossier, asOf: string): string[] {
  const [received, due, ended, handed] = [day(row.received), day(row.due), day(row.ended), day(row.handed)]
  const known = asOf > row.from.to ? asOf : row.from.to // an export may be newer than the night that is asked about
  const found: string[] = []
  if (before(ended, received)) found.push('ended_before_received')
  if (before(handed, ended ?? received)) found.push('handed_before_ended')
  if (before(due, received)) found.push('due_before_received')
  if (before(known, received) || before(known, ended) || before(known, handed)) found.push('after_the_night')
  if (isHandedTooEarly(row, dossier)) found.push('handed_before_ended')
  return found
}

/** The book hands over what another system resolves later. */
function isHandedTooEarly({ from, handed }: Sighted, { rows }: Dossier): boolean {
  if (from.system !== 'trungtam' || handed === null) return false
  const ended = rows.find((row) => row.ended !== null)?.ended ?? null
  return ended !== null && before(dayOf(handed), dayOf(ended))
}

function day(instant: string | null): string | null {
  return instant === null ? null : dayOf(instant)
}

function before(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a < b
}
