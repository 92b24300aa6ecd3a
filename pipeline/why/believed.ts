import type { Counted } from '../counted.ts'
import type { Office } from '../office.ts'
import type { Period } from '../period.ts'
import { compare } from '../compare.ts'
import { countedReader } from '../counted-reader.ts'

/** A dossier as a period counts it, as a plain value; nothing in it names a person. */
export type BelievedDossier = {
  readonly code: string
  readonly procedure: string | null
  readonly system: string | null
  readonly received: string
  readonly due: string | null
  readonly ended: string | null
  readonly outcome: Counted['outcome']
  readonly channel: Counted['channel']
  readonly inBook: boolean
  readonly onPortal: boolean
  readonly fee_dong: number | null
  readonly paid_dong: number | null
}

export function believedIn(office: Office, period: Period): BelievedDossier[] {
  return countedReader(office)
    .of(period)
    .map(plain)
    .toSorted((a, b) => compare(a.code, b.code))
}

function plain(counted: Counted): BelievedDossier {
  const {
    code,
    procedure,
    system,
    receivedDay,
    dueDay,
    endedDay,
    outcome,
    channel,
    book,
    portal,
    fee_dong,
    paid_dong,
  } = counted
  return {
    code,
    procedure,
    system,
    received: receivedDay,
    due: dueDay,
    ended: endedDay,
    outcome,
    channel,
    inBook: book === 'listed' || book === 'unreadable',
    onPortal: portal === 'listed' || portal === 'unreadable',
    fee_dong,
    paid_dong,
  }
}
