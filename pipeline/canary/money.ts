import { type DossierMutation, type Fault, seenBy } from './mutation.ts'
import { all, type Around, doubled, dropped, set, type Target, type Told } from './target.ts'

/** Payments that are missing, doubled, given back, of another amount, or for nobody. */
export const money: readonly DossierMutation[] = [
  onPaid('payment dropped', ({ code }, paid) => seenBy([dropped(paid)], `fee_unpaid ${code}`)),
  onPaid('payment failed', ({ code }, paid) => seenBy(all(set(paid, { outcome: 'Thất bại' })), `fee_unpaid ${code}`)),
  onPaid('paid twice', ({ code }, paid, { fresh }) =>
    seenBy(all(doubled(paid, { transaction: `LAN2-${fresh()}` })), `payment_duplicate ${code}`),
  ),
  onPaid('given back', ({ code }, paid) => seenBy(all(doubled(paid, { outcome: 'Hoàn tiền' })), `fee_unpaid ${code}`)),
  onPaid('another amount', ({ code }, paid) =>
    seenBy(all(set(paid, { amount_dong: `${paid.row.amount_dong! + 1000}` })), `fee_amount_conflict ${code}`),
  ),
  onPaid('paid for a dossier that nobody knows', ({ code }, paid, { fresh }) => {
    const other = code.replace(/-\d+$/, `-${80_000 + (fresh() % 10_000)}`)
    return seenBy(all(set(paid, { code: other })), `payment_orphan ${other}`, `fee_unpaid ${code}`)
  }),
  onPaid('amount with a letter', ({ code }, paid) =>
    seenBy(all(set(paid, { amount_dong: '5.O00 đ' })), `unreadable_row ${code} invalid_number`),
  ),
]

/** Where a fee is due, and one payment was made. */
function onPaid(name: string, make: (target: Target, paid: Told, around: Around) => Fault | null): DossierMutation {
  return {
    name,
    make: (target, around) => {
      const [paid, ...others] = target.payments
      const isDue = (target.portal.row.fee_dong ?? 0) > 0
      const isPaid = paid?.row.outcome === 'succeeded' && others.length === 0
      return isDue && isPaid ? make(target, paid, around) : null
    },
  }
}
