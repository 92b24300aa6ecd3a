import { codeIn } from '../../connectors/code.ts'
import type { System } from '../../connectors/connector.ts'
import type { LinkDecisionRow } from '../../sql/schema-links.ts'
import { dayOf } from '../day.ts'
import type { Office } from '../office.ts'
import { makeProcedures } from './procedure-words.ts'
import { Trouble } from '../trouble.ts'
import { type Unmatched, unmatchedRows } from './unmatched.ts'

/** Who decides, when (an instant), and why; only a decision that is taken back needs no reason. */
export type Deciding = { readonly by: string; readonly at: string; readonly why: string | null }

/** A decision as lists and `--json` show it; `waiting`: tonight there is no such row without a code. */
export type Decided = {
  readonly key: string
  readonly kind: LinkDecisionRow['kind']
  readonly code: string
  readonly system: System
  readonly why: string | null
  readonly by: string
  readonly at: string
  readonly state: 'applied' | 'waiting' | 'overruled' | 'taken_back' | 'unlinked'
}

/**
 * Remembers that the row behind an `unlinked_record` or `ambiguous_match` tells of a dossier. Gives the code as it is
 * kept. Throws Trouble: no such row, no such dossier, or the row's own export has the dossier on another row.
 */
export async function confirmLink(office: Office, key: string, found: string, deciding: Deciding): Promise<string> {
  const row = unmatchedRows(office).findLast((each) => each.key === key)
  if (row === undefined) throw new Trouble('no_row_to_link', { key })
  const code = codeIn(found)
  const dossier = code === null ? null : await dossierOf(office, code)
  if (code === null || dossier === null) throw new Trouble('unknown_dossier', { found })
  const { store, unit } = office
  const records = store.db.selectFrom('record').select('row').where('unit', '=', unit).where('dossier', '=', dossier)
  const listed = await records.where('export', '=', row.export).where('linked', '=', 0).executeTakeFirst()
  if (listed !== undefined) throw new Trouble('dossier_listed', { code, key })
  if (isSaid(office, { key, kind: 'linked', dossier }, deciding)) return code
  const marks = await marksAsTheyStand(office, row)
  append(office, { ...marks, key, kind: 'linked', dossier }, deciding)
  return code
}

/** Whether the same person has said the same, for the same reason: given again after a run broke off, it is one decision. */
function isSaid(
  { store, unit }: Office,
  said: Pick<LinkDecisionRow, 'key' | 'kind' | 'dossier'>,
  { by, why }: Deciding,
): boolean {
  const inForce = store.ask<LinkDecisionRow>('link-decisions-in-force', { unit }).find(({ key }) => key === said.key)
  if (inForce === undefined) return false
  return (
    inForce.kind === said.kind && inForce.dossier === said.dossier && inForce.decided_by === by && inForce.why === why
  )
}

/** Takes a decision back, by its key or by that of the `linked_without_code` that it made. Gives the code. */
export async function takeBackLink(office: Office, key: string, deciding: Deciding): Promise<string> {
  const { store, unit } = office
  const inForce = store.ask<LinkDecisionRow>('link-decisions-in-force', { unit })
  const codes = new Map(linkDecisions(office).map((each) => [each.key, each.code]))
  const found = inForce.findLast(
    (each) => each.key === key || `linked_without_code/${codes.get(each.key)}/${each.system}` === key,
  )
  if (found === undefined) throw new Trouble('nothing_to_unlink', { key })
  append(office, { ...found, kind: 'unlinked' }, deciding)
  return codes.get(found.key)!
}

/** All that was ever decided about rows without a code, in its order. */
export function linkDecisions({ store, unit }: Pick<Office, 'store' | 'unit'>): Decided[] {
  return store.ask<Decided>('link-decisions', { unit })
}

/** A dossier's number, where an export in force tells of it; a code that only a payment names is none. */
async function dossierOf({ store, unit }: Office, code: string): Promise<number | null> {
  const [known] = store.ask<{ dossier: number }>('dossiers-with-codes', { unit, codes: JSON.stringify([code]) })
  if (known === undefined) return null
  const records = store.db.selectFrom('record').select('dossier').where('unit', '=', unit)
  return (await records.where('dossier', '=', known.dossier).executeTakeFirst())?.dossier ?? null
}

type Marked = Omit<LinkDecisionRow, 'unit' | 'decision' | 'key' | 'kind' | 'dossier' | keyof Deciding | Stamp>
type Stamp = 'decided_by' | 'decided_at' | 'as_of'

async function marksAsTheyStand({ store, unit, catalogue }: Office, { system, row }: Unmatched): Promise<Marked> {
  const rows = store.db.selectFrom('source_row').selectAll().where('unit', '=', unit).where('row', '=', row)
  const { own_number, procedure, received, identity, identity_valid, person } = await rows.executeTakeFirstOrThrow()
  return {
    system,
    own_number,
    procedure: makeProcedures(store, unit, catalogue).codeOf(procedure),
    received_day: received === null ? null : dayOf(received),
    identity,
    identity_valid,
    person,
  }
}

function append(
  { store, unit, asOf: as_of }: Office,
  decided: Marked & Pick<LinkDecisionRow, 'key' | 'kind' | 'dossier'>,
  { by: decided_by, at: decided_at, why }: Deciding,
): void {
  const decision = store.ask<{ id: number }>('next-link-decision', { unit })[0]!.id
  store.insert('link_decision', [{ ...decided, unit, decision, why, decided_by, decided_at, as_of }])
}
