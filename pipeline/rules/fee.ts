import type { Dossier } from '../dossier.ts'
import type { Sighted } from '../facts.ts'
import { opinionOf } from '../opinion.ts'
import { successfulPayments } from '../paid.ts'
import type { Setting } from '../setting.ts'
import { nothing, type Rule, sourceOf } from './rule.ts'

// A fee is due, and the portal's list of transactions knows no payment that succeeded and was not given back.
export const feeUnpaid: Rule = {
  kind: 'fee_unpaid',
  raise: (dossier, setting) => {
    const row = rowWithFee(dossier)
    if (row === null || !paymentsAreKnown(dossier, setting)) return nothing
    if (successfulPayments(dossier.facts.payments).length > 0) return nothing
    return [
      {
        system: null,
        systems: ['dvcqg-thanhtoan', row.from.system],
        detail: { amount: row.fee_dong },
        sources: [sourceOf(row)],
      },
    ]
  },
}

// The first payment is the one that counts; paying the difference, or giving it back, is the desk's work.
export const feeAmountConflict: Rule = {
  kind: 'fee_amount_conflict',
  raise: (dossier) => {
    const row = rowWithFee(dossier)
    const [paid] = successfulPayments(dossier.facts.payments)
    if (row === null || paid === undefined || paid.amount_dong === row.fee_dong) return nothing
    const detail = { due: row.fee_dong, paid: paid.amount_dong }
    return [{ system: null, systems: ['dvcqg-thanhtoan', row.from.system], detail, sources: [row, paid].map(sourceOf) }]
  },
}

/** The row that says which fee is due: the portal's, else the ministry's; null where none is. */
function rowWithFee({ portal, rows }: Dossier): Sighted | null {
  const row = portal.is === 'listed' ? portal.row : rows.find((each) => each.fee_dong !== null)
  return row !== undefined && (row.fee_dong ?? 0) > 0 ? row : null
}

function paymentsAreKnown(dossier: Dossier, setting: Setting): boolean {
  return opinionOf('dvcqg-thanhtoan', dossier.facts, dossier.window, setting).is !== 'silent'
}
