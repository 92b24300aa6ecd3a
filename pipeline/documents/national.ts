import type { NationalRate } from '../../reports/period-report.ts'
import type { Counted } from '../counted.ts'
import { type Condition, counts, meeting, meetsAll, percent } from '../figures.ts'
import type { Period } from '../period.ts'

/**
 * The shares of Quyết định 766/QĐ-TTg. They have the names of ours and other denominators: on time counts what is
 * pending in time, of all dossiers with those carried over; online payment is of all dossiers of procedures that have a
 * fee; digitization wants components and an electronic result; reuse and online are of those received in the period.
 */
export function nationalRates(counted: readonly Counted[], period: Period): NationalRate[] {
  return Object.entries(nationalParts(counted, period)).map(([id, { of, met }]) => {
    const share = { numerator: met.length, denominator: of.length }
    return { id: id as NationalRate['id'], ...share, percent: percent(share) }
  })
}

type Part = { readonly of: readonly Counted[]; readonly met: readonly Counted[] }

/** The dossiers behind each of these shares: of which, and those that meet it. */
export function nationalParts(counted: readonly Counted[], period: Period): Record<NationalRate['id'], Part> {
  const withFee = new Set(counted.filter(isWithFee).map(({ procedure }) => procedure))
  const received = meeting(counted, counts.received_new, period)
  const ofFee = counted.filter(({ procedure }) => withFee.has(procedure))
  const part = (of: readonly Counted[], meets: (each: Counted) => boolean): Part => ({ of, met: of.filter(meets) })
  return {
    on_time: part(counted, (each) => inTime.some((conditions) => meetsAll(each, conditions, period))),
    online_payment: part(ofFee, ({ paid_dong }) => paid_dong !== null),
    digitization: part(counted, (each) => meetsAll(each, digitized, period)),
    reuse: part(received, (each) => meetsAll(each, reused, period)),
    online: part(received, ({ channel }) => channel === 'online'),
  }
}

const inTime = [counts.resolved_early, counts.resolved_on_time, counts.pending_in_time] as const

/** As for the report's rates: what a later list of the portal says of a dossier that this one lacks is not asked. */
const onPortal: Condition = ['on_portal', ({ portal }) => portal === 'listed']

const digitized: readonly Condition[] = [
  onPortal,
  ['digitized', ({ digitized: components }) => components !== null && components > 0],
  ['electronic_result', ({ electronicResult }) => electronicResult === true],
]

const reused: readonly Condition[] = [onPortal, ['reused', ({ reused }) => reused !== null && reused > 0]]

/** That a procedure has a fee is known from the dossiers of the period: no list states it of the procedure. */
function isWithFee({ procedure, fee_dong }: Counted): boolean {
  return procedure !== null && fee_dong !== null && fee_dong > 0
}
