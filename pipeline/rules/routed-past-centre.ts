import { isRouted } from '../counted.ts'
import { accountOf, nothing, type Rule, sourcesOf } from './rule.ts'

// On the national portal the household-business procedures lead to the Ministry of Finance's own system, whose accounts
// belong to the ward's economic office (Nghị định 168/2025/NĐ-CP): the dossier never passes the Centre, though the law
// asks for all of them to be received there. This is the gap that the report states with its number.
export const routedPastCentre: Rule = {
  kind: 'routed_past_centre',
  raise: (dossier, setting) => {
    const account = accountOf(dossier)
    if (dossier.book.is !== 'absent' || !isRouted(dossier, account, setting)) return nothing
    const detail = { procedure: dossier.procedure?.code ?? null, account }
    return [{ system: dossier.ministrySystem, systems: ['trungtam'], detail, sources: sourcesOf(dossier) }]
  },
}
