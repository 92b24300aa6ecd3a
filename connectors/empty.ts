import type { DossierRow, PaymentRow } from './connector.ts'

/** A row of which nothing is known: every export fills in what it says. */
export const noDossier: DossierRow = {
  code: null,
  ownNumber: null,
  procedure: null,
  procedureName: null,
  field: null,
  agency: null,
  person: null,
  identity: null,
  identityIsValid: null,
  channel: null,
  submitted: null,
  received: null,
  due: null,
  ended: null,
  handed: null,
  status: null,
  handledBy: null,
  account: null,
  officer: null,
  components: null,
  digitized: null,
  reused: null,
  electronicResult: null,
  fee_dong: null,
  note: null,
}

/** What is not null here is required of every payment: its columns give it, or the row is a reject. */
export const noPayment: PaymentRow = {
  transaction: '',
  code: null,
  purpose: null,
  amount_dong: 0,
  paid: '',
  outcome: 'failed',
  intermediary: null,
}
