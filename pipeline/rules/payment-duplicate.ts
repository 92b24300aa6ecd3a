import { successfulPayments } from '../paid.ts'
import { nothing, type Rule, sourceOf } from './rule.ts'

// The citizen paid twice: the first payment counts, the others are to be given back.
export const paymentDuplicate: Rule = {
  kind: 'payment_duplicate',
  raise: ({ facts }) => {
    const paid = successfulPayments(facts.payments)
    if (paid.length < 2) return nothing
    const detail = { transactions: paid.map((each) => each.transaction), amounts: paid.map((each) => each.amount_dong) }
    return [{ system: 'dvcqg-thanhtoan', systems: ['dvcqg-thanhtoan'], detail, sources: paid.map(sourceOf) }]
  },
}
