import { nothing, type Rule, sourcesOf } from './rule.ts'

// The citizen looks on the portal, and so does the national index: a dossier that it does not list does not exist for them.
export const missingInPortal: Rule = {
  kind: 'missing_in_portal',
  raise: (dossier) => {
    if (dossier.portal.is !== 'absent') return nothing
    const [first] = dossier.rows
    const detail = { known_to: dossier.rows.map((row) => row.from.system) }
    return [{ system: first?.from.system ?? null, systems: ['dvcqg'], detail, sources: sourcesOf(dossier) }]
  },
}
