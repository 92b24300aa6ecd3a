import type { Paid } from './facts.ts'
import { compare } from './compare.ts'

/**
 * The successful payments of a dossier that were not given back, the first one first. A transaction is as the last
 * export that lists it has it; a refund takes back its own transaction, else the last payment of that amount before it.
 */
export function successfulPayments(payments: readonly Paid[]): readonly Paid[] {
  if (payments.length === 0) return payments
  const believed = asLastListed(payments).toSorted(
    (a, b) => compare(a.paid, b.paid) || compare(a.transaction, b.transaction),
  )
  const kept = believed.filter((each) => each.outcome === 'succeeded')
  for (const refund of believed.filter((each) => each.outcome === 'refunded')) {
    const own = kept.findIndex((each) => each.transaction === refund.transaction)
    const at =
      own >= 0 ? own : kept.findLastIndex((each) => each.amount_dong === refund.amount_dong && each.paid <= refund.paid)
    if (at >= 0) kept.splice(at, 1)
  }
  return kept
}

function asLastListed(payments: readonly Paid[]): Paid[] {
  const last = new Map<string, string>()
  for (const each of payments) if (each.from.to > (last.get(event(each)) ?? '')) last.set(event(each), each.from.to)
  return payments.filter((each) => last.get(event(each)) === each.from.to)
}

/** A transaction fails or succeeds once; giving it back is another event, which may be listed without the first. */
function event({ transaction, outcome }: Paid): string {
  return `${outcome === 'refunded' ? 'back' : 'paid'} ${transaction}`
}
