import type { figure as vietnamese } from './vi-figure.ts'

export const figure: typeof vietnamese = {
  carried_in: { label: 'Carried in', definition: 'Received before day A and not ended before day A.' },
  received_new: { label: 'Newly received', definition: 'Received from day A to day B.' },
  received_total: { label: 'Received, total', definition: 'Carried in plus newly received.' },
  received_online: { label: 'Online', definition: 'Of the received total, those submitted online.' },
  received_direct: {
    label: 'At the counter and by post',
    definition: 'Of the received total, those submitted at the counter or by post.',
  },
  resolved_early: { label: 'Resolved early', definition: 'A result within the period, before the due day.' },
  resolved_on_time: {
    label: 'Resolved on time',
    definition: 'A result within the period, on the due day or without one.',
  },
  resolved_overdue: { label: 'Resolved overdue', definition: 'A result within the period, after the due day.' },
  refused: { label: 'Refused', definition: 'Ended within the period by refusal after reception.' },
  withdrawn: { label: 'Withdrawn', definition: 'Ended within the period by the citizen.' },
  resolved_total: {
    label: 'Resolved, total',
    definition: 'Early, on time, overdue, refused and withdrawn together.',
  },
  pending_in_time: {
    label: 'Pending in time',
    definition: 'Received by day B, not ended by day B, due after day B or without a due day.',
  },
  pending_overdue: {
    label: 'Pending overdue',
    definition: 'Received by day B, not ended by day B, due on day B or before.',
  },
  pending_total: { label: 'Pending, total', definition: 'In time plus overdue.' },
  digitized_rate: {
    label: 'Digitization rate',
    definition: 'Of the dossiers with a readable row on the portal, the share with at least one digitized component.',
  },
  reuse_rate: {
    label: 'Reuse rate',
    definition:
      'Of the dossiers ended in the period, withdrawn left out, with a readable row on the portal, the share with at least one reused component.',
  },
  fee_dossiers: {
    label: 'Dossiers with a fee',
    definition: 'Of the dossiers ended in the period, those with a fee due above 0.',
  },
  online_payment_rate: {
    label: 'Online payment rate',
    definition: 'Of the dossiers with a fee, the share with a successful online payment.',
  },
  online_payment_total: {
    label: 'Paid online (dong)',
    definition:
      'Paid online for those dossiers; of several successful payments for one the first counts, a refunded one does not.',
  },
}
