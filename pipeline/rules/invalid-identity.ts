import type { Sighted } from '../facts.ts'
import { nothing, type Rule, sourceOf } from './rule.ts'

// The result is bound to the person by this number. One zero that a spreadsheet took has been given back already; more
// of them are, where another system has the whole number. The number itself stays out of the detail: it is personal.
export const invalidIdentity: Rule = {
  kind: 'invalid_identity',
  raise: ({ rows }) => {
    const wrong = rows.filter((row) => row.identityIsValid === false && !isWholeIn(rows, row))
    if (wrong.length === 0) return nothing
    const systems = wrong.map((row) => row.from.system)
    const detail = { length: wrong[0]!.identity?.length ?? null }
    return [{ system: null, systems, detail, sources: wrong.map(sourceOf) }]
  },
}

function isWholeIn(rows: readonly Sighted[], { identity: short }: Sighted): boolean {
  const isWhole = ({ identity, identityIsValid }: Sighted) =>
    identityIsValid === true && identity !== short && identity!.replace(/^0+/, '') === short
  return rows.some(isWhole)
}
