import { type Rule, sourcesOf, systemsOf } from './rule.ts'

// Another ward's dossier on our lists: seen, said, and never counted.
export const foreignUnit: Rule = {
  kind: 'foreign_unit',
  raise: (dossier) => {
    const unreadable = dossier.facts.unreadable.map(({ file, line }) => ({ file, line }))
    const sources = dossier.rows.length > 0 ? sourcesOf(dossier) : unreadable
    return [
      {
        system: systemsOf(dossier)[0] ?? null,
        systems: systemsOf(dossier),
        detail: {},
        sources,
        place: dossier.window,
      },
    ]
  },
}
