import { dayOf } from '../day.ts'
import { successfulPayments } from '../paid.ts'
import { nothing, type OrphanRule, sourceOf } from './rule.ts'

// Money came in for a dossier that no list knows: it counts nowhere until it is traced.
export const paymentOrphan: OrphanRule = {
  kind: 'payment_orphan',
  raise: ({ payments }) => {
    const paid = successfulPayments(payments)
    const [first] = paid
    if (first === undefined) return nothing
    const detail = { transactions: paid.map((each) => each.transaction), amounts: paid.map((each) => each.amount_dong) }
    const place = { from: dayOf(first.paid), to: dayOf(first.paid) }
    return [
      { system: 'dvcqg-thanhtoan', systems: ['dvcqg-thanhtoan', 'dvcqg'], detail, sources: paid.map(sourceOf), place },
    ]
  },
}
