import type { Channel, Status, System } from '../connectors/connector.ts'
import type { Catalogue, Procedure } from './catalogue.ts'
import type { Day } from './day.ts'
import type { Tier } from './linking/link-tiers.ts'
import type { Met } from './linking/marks.ts'

/** An export in force; the later its window ends, the more it knows. */
export type Export = {
  readonly export: number
  readonly system: System
  readonly from: Day
  readonly to: Day
  readonly came: Day // the night on which the last of its files came
  readonly met: Day // the last night on which one of them lay in the inbox
}

/** By which tier a row without a code was matched, which of its values met, and who said so where a person did. */
export type Link = {
  readonly tier: Tier
  readonly met: readonly Met[]
  readonly by: string | null
  readonly why: string | null
}

/** What one row of one export says of a dossier. */
export type Sighted = {
  readonly from: Export
  readonly row: number
  readonly link: Link | null // how a row without a code was matched
  readonly ownNumber: string | null
  readonly procedureText: string | null
  readonly procedure: { readonly code: string; readonly known: boolean } | null
  readonly procedureName: string | null
  readonly field: string | null
  readonly agency: string | null
  readonly person: string | null
  readonly identity: string | null
  readonly identityIsValid: boolean | null
  readonly channel: Channel | null
  readonly submitted: string | null
  readonly received: string | null
  readonly due: string | null
  readonly ended: string | null
  readonly handed: string | null
  readonly status: Status | null
  readonly handledBy: string | null
  readonly account: string | null
  readonly components: number | null
  readonly digitized: number | null
  readonly reused: number | null
  readonly electronicResult: boolean | null
  readonly fee_dong: number | null
}

/** A row that could not be read, but whose code can: the dossier is there. */
export type Unreadable = {
  readonly from: Export
  readonly file: number
  readonly line: number
  readonly column: string | null
  readonly reason: string
  readonly value: string | null
}

export type Paid = {
  readonly from: Export
  readonly row: number
  readonly transaction: string
  readonly amount_dong: number
  readonly paid: string
  readonly outcome: 'succeeded' | 'failed' | 'refunded'
}

/** All that the exports say of one dossier, undecided. */
export type Facts = {
  readonly dossier: number
  readonly code: string
  readonly rows: readonly Sighted[]
  readonly unreadable: readonly Unreadable[]
  readonly payments: readonly Paid[]
}

/** The procedure as the catalogue has it; null where it has none. */
export function procedureOf({ procedure }: Sighted, catalogue: Catalogue): Procedure | null {
  return procedure === null ? null : catalogue.find(procedure.code)
}
