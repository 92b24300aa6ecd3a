import type { NationalRate, Share } from '../../reports/period-report.ts'
import type { Counted } from '../counted.ts'
import { type Condition, counts, meeting, percent } from '../figures.ts'
import type { Period } from '../period.ts'

/**
 * The shares of Quyết định 766/QĐ-TTg. They have the names of ours and other denominators: on time counts what is
 * pending in time, of all dossiers with those carried over; online payment is of all dossiers of procedures that have a
 * fee; digitization wants components and an electronic result; reuse and online are of those received in the period.
 */
export function nationalRates(counted: readonly Counted[], period: Period): NationalRate[] {
  const withFee = new Set(counted.filter(isWithFee).map(({ procedure }) => procedure))
  const received = meeting(counted, counts.received_new, period)
  const ofFee = counted.filter(({ procedure }) => withFee.has(procedure))
  const inTime = (['resolved_early', 'resolved_on_time', 'pending_in_time'] as const).flatMap((key) =>
    meeting(counted, counts[key], period),
  )
  return [
    rate('on_time', share(inTime.length, counted)),
    rate('online_payment', share(ofFee.filter(({ paid_dong }) => paid_dong !== null).length, ofFee)),
    rate('digitization', share(meeting(counted, digitized, period).length, counted)),
    rate('reuse', share(meeting(received, reused, period).length, received)),
    rate('online', share(received.filter(({ channel }) => channel === 'online').length, received)),
  ]
}

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

function share(numerator: number, of: readonly Counted[]): Share {
  return { numerator, denominator: of.length }
}

function rate(id: NationalRate['id'], of: Share): NationalRate {
  return { id, ...of, percent: percent(of) }
}
