import { type Rule, sourceOf } from './rule.ts'

// The ministry's row has no portal code that can be used: it was matched by procedure, identity and day of reception.
// The match holds tonight; entering the code makes it hold for good.
export const linkedWithoutCode: Rule = {
  kind: 'linked_without_code',
  raise: ({ rows }) =>
    rows
      .filter((row) => row.linked)
      .map((row) => {
        const { system } = row.from
        return { system, systems: [system], detail: { own_number: row.ownNumber }, sources: [sourceOf(row)] }
      }),
}
