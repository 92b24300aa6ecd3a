import { nothing, type Rule, sourceOf } from './rule.ts'

// Every component of a dossier that was received is to be digitized (Nghị định 107/2021/NĐ-CP); the index asks for it.
export const notDigitized: Rule = {
  kind: 'not_digitized',
  raise: ({ portal }) => {
    if (portal.is !== 'listed' || portal.row.digitized !== 0) return nothing
    return [
      {
        system: 'dvcqg',
        systems: ['dvcqg'],
        detail: { components: portal.row.components },
        sources: [sourceOf(portal.row)],
      },
    ]
  },
}
