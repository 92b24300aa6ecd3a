import { isRouted } from '../counted.ts'
import { accountOf, nothing, type Rule, sourcesOf } from './rule.ts'

// The Centre answers for what its own accounts received. What its book lacks is missing from its report; only the
// household businesses that another account holds are a kind of their own.
export const missingAtCentre: Rule = {
  kind: 'missing_at_centre',
  raise: (dossier, setting) => {
    const account = accountOf(dossier)
    if (dossier.book.is !== 'absent' || isRouted(dossier, account, setting)) return nothing
    return [{ system: 'trungtam', systems: ['trungtam'], detail: { account }, sources: sourcesOf(dossier) }]
  },
}
