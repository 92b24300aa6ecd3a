import type { kind as vietnamese } from './vi-kind.ts'

export const kind: typeof vietnamese = {
  routed_past_centre: {
    label: 'Household business dossier that bypassed the Centre',
    action: "Ask the Economy, Infrastructure and Urban division to hand it to the Centre's account; report the number.",
  },
  missing_at_centre: { label: "Not in the Centre's book", action: 'Enter it in the book.' },
  missing_in_portal: { label: 'Not on the national portal', action: 'Have it synchronised with the portal.' },
  missing_in_ministry: { label: "Not in the ministry's system", action: "Ask that system's support." },
  export_missing: { label: 'No export from this system', action: 'Fetch the export and put it into the inbox.' },
  status_conflict: { label: 'Systems differ on the status', action: 'Correct the system that lags.' },
  date_conflict: {
    label: 'Systems differ on the day of reception, due day or end',
    action: 'Check the dossier and correct the system that is wrong.',
  },
  duplicate_code: { label: 'One code on two different rows', action: 'Correct at the source, keep one row.' },
  linked_without_code: {
    label: "Matched although the portal's code is missing",
    action: "Enter the portal's code in the ministry's system.",
  },
  ambiguous_match: {
    label: "Portal's code missing, several dossiers could match",
    action: "Find the right dossier and enter the portal's code.",
  },
  unlinked_record: {
    label: "Portal's code missing, no dossier matches",
    action: 'Look it up on the portal and enter the code; if it is not there, have it synchronised.',
  },
  impossible_dates: { label: 'Days in an impossible order', action: 'Correct the days at the source.' },
  due_date_suspect: {
    label: "Due day does not fit the procedure's time limit",
    action: 'Check the due day; mind holidays and make-up Saturdays.',
  },
  unknown_procedure: {
    label: 'Procedure code not in the catalogue',
    action: 'Correct the code, or add the procedure to the catalogue.',
  },
  invalid_identity: { label: 'Identity number of a wrong form', action: 'Correct it from the papers.' },
  not_digitized: { label: 'No component digitized', action: 'Digitize the components.' },
  fee_unpaid: { label: 'Fee not paid', action: 'Collect the fee, or ask for the online payment.' },
  fee_amount_conflict: {
    label: 'Another amount was paid than is due',
    action: 'Check the fee, then correct, collect or refund.',
  },
  payment_duplicate: { label: 'Paid more than once for one dossier', action: 'Refund what was paid twice.' },
  payment_orphan: { label: 'Payment without a dossier', action: 'Trace the dossier of the payment.' },
  overdue_pending: { label: 'Pending and overdue', action: 'Resolve it now and send the letter of apology.' },
  due_soon: { label: 'Due soon', action: 'Hurry.' },
  overdue_resolved: { label: 'Resolved after the due day', action: 'Send the letter of apology.' },
  reception_overdue: {
    label: 'Submitted online, not received within 8 working hours',
    action: 'Receive it, or refuse it and say why.',
  },
  foreign_unit: { label: "Another unit's dossier", action: 'Nothing to do: it is not counted.' },
  unreadable_row: { label: 'Row that cannot be read, its code still can', action: 'Correct the row at the source.' },
  control_total_mismatch: {
    label: 'The total stated in the file is not the number of its rows',
    action: 'Export again.',
  },
  schema_drift: {
    label: "The file's columns have changed",
    action: 'Check the export; if the system has changed its layout, tell the developers.',
  },
  vanished: { label: "In last night's list, not in tonight's", action: 'Ask the people who run the system.' },
  carry_over_mismatch: {
    label: 'Carried-over dossiers do not fit the period before',
    action: 'Find the cause and explain it.',
  },
  late_change: { label: 'Figures of a closed period would be others now', action: 'Restate that period.' },
}
