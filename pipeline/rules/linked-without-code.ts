import { type Rule, sourceOf } from './rule.ts'

// The ministry's row has no portal code that can be used: it was matched by what else it says, or by a person's word.
// The match holds as long as the evidence does; entering the code makes it hold for good.
export const linkedWithoutCode: Rule = {
  kind: 'linked_without_code',
  raise: ({ rows }) => {
    const linked = rows.filter(({ link }) => link !== null)
    return linked.map((row) => {
      const { tier, met, by, why } = row.link!
      const { system } = row.from
      const detail = { own_number: row.ownNumber, tier, met, by, why }
      return { system, systems: [system], detail, sources: [sourceOf(row)] }
    })
  },
}
