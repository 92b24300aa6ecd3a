import { codeIn } from '../../connectors/code.ts'
import type { DossierRow, PaymentRow } from '../../connectors/connector.ts'
import type { Read } from '../../connectors/reading.ts'
import type { PaymentSourceRow, RejectRow, SourceRow } from '../../sql/schema-files.ts'
import type { Interner } from './intern.ts'

/** A line of a list of dossiers as `source_row` keeps it. */
export function sourceRow(
  from: DossierRow,
  unit: number,
  row: number,
  code: number | null,
  print: number,
  writtenCode: string | null,
  interner: Interner,
): SourceRow {
  const { word } = interner
  return {
    unit,
    row,
    code,
    own_number: from.ownNumber,
    own_code: from.code === null && from.ownNumber !== null ? interner.code(codeIn(from.ownNumber)) : null,
    procedure: word(from.procedure),
    procedure_name: word(from.procedureName),
    field: word(from.field),
    agency: word(from.agency),
    person: from.person,
    identity: from.identity,
    identity_valid: bit(from.identityIsValid),
    channel: from.channel,
    submitted: from.submitted,
    received: from.received,
    due: from.due,
    ended: from.ended,
    handed: from.handed,
    status: from.status,
    handled_by: word(from.handledBy),
    account: word(from.account),
    components: from.components,
    digitized: from.digitized,
    reused: from.reused,
    electronic_result: bit(from.electronicResult),
    fee_dong: from.fee_dong,
    fingerprint: print,
    written_code: writtenCode,
  }
}

/** A transaction as `payment_row` keeps it. */
export function paymentRow(
  from: PaymentRow,
  unit: number,
  row: number,
  code: number | null,
  print: number,
  { word }: Interner,
): PaymentSourceRow {
  return {
    unit,
    row,
    code,
    transaction_number: from.transaction,
    amount_dong: from.amount_dong,
    paid: from.paid,
    outcome: from.outcome,
    purpose: word(from.purpose),
    intermediary: word(from.intermediary),
    fingerprint: print,
  }
}

/** A row that could not be read as `reject` keeps it. */
export function rejectRow(
  from: Extract<Read, { is: 'reject' }>,
  unit: number,
  file: number,
  { code }: Interner,
): RejectRow {
  const { line, column, reason, value, raw } = from
  return { unit, file, line, code: code(from.code), column_name: column, reason, value, raw }
}

function bit(truth: boolean | null): number | null {
  return truth === null ? null : Number(truth)
}
