import { nothing, type Rule, sourcesOf } from './rule.ts'

// The ministry's system is where the dossier is worked on. A dossier that it does not have is worked on by nobody, or
// on paper. A row that cannot be read still proves that it is there.
export const missingInMinistry: Rule = {
  kind: 'missing_in_ministry',
  raise: (dossier) => {
    const { ministry, ministrySystem: system } = dossier
    if (ministry.is !== 'absent' || system === null) return nothing
    return [
      {
        system,
        systems: [system],
        detail: { procedure: dossier.procedure?.code ?? null },
        sources: sourcesOf(dossier),
      },
    ]
  },
}
