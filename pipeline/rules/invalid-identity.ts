import { nothing, type Rule, sourceOf } from './rule.ts'

// The result is bound to the person by this number. Zeros that a spreadsheet took have been given back already.
// The number itself stays out of the detail: it is personal data.
export const invalidIdentity: Rule = {
  kind: 'invalid_identity',
  raise: ({ rows }) => {
    const wrong = rows.filter(({ identityIsValid }) => identityIsValid === false)
    if (wrong.length === 0) return nothing
    const systems = wrong.map((row) => row.from.system)
    return [
      { system: null, systems, detail: { length: wrong[0]!.identity?.length ?? null }, sources: wrong.map(sourceOf) },
    ]
  },
}
