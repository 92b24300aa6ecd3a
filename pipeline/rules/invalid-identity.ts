import type { Sighted } from '../facts.ts'
import { nothing, type Rule, sourceOf } from './rule.ts'

// The result is bound to the person by this number. One zero that a spreadsheet took has been given back already; more
// of them are, where another system has the whole number. The number itself stays out of the detail: it is personal.
export const invalidIdentity: Rule = {
  kind: 'invalid_identity',
  raise: ({ rows }) => {
    if (rows.every(({ identityIsValid }) => identityIsValid !== false)) return nothing
    const whole = rows.flatMap(({ identity, identityIsValid }) => (identityIsValid === true ? [identity!] : []))
    const wrong = rows.filter((row) => row.identityIsValid === false && !whole.some((other) => lostZeros(row, other)))
    if (wrong.length === 0) return nothing
    const systems = wrong.map((row) => row.from.system)
    const detail = { length: wrong[0]!.identity?.length ?? null }
    return [{ system: null, systems, detail, sources: wrong.map(sourceOf) }]
  },
}

function lostZeros({ identity }: Sighted, whole: string): boolean {
  return identity !== whole && identity === whole.replace(/^0+/, '')
}
