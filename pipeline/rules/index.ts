import { dateConflict } from './date-conflict.ts'
import { dueSoon, overduePending, overdueResolved } from './due.ts'
import { dueDateSuspect } from './due-date-suspect.ts'
import { duplicateCode } from './duplicate-code.ts'
import { feeAmountConflict, feeUnpaid } from './fee.ts'
import { foreignUnit } from './foreign-unit.ts'
import { impossibleDates } from './impossible-dates.ts'
import { invalidIdentity } from './invalid-identity.ts'
import { linkedWithoutCode } from './linked-without-code.ts'
import { missingAtCentre } from './missing-at-centre.ts'
import { missingInMinistry } from './missing-in-ministry.ts'
import { missingInPortal } from './missing-in-portal.ts'
import { notDigitized } from './not-digitized.ts'
import { paymentDuplicate } from './payment-duplicate.ts'
import { paymentOrphan } from './payment-orphan.ts'
import { receptionOverdue } from './reception-overdue.ts'
import { routedPastCentre } from './routed-past-centre.ts'
import type { OrphanRule, Rule } from './rule.ts'
import { statusConflict } from './status-conflict.ts'
import { unknownProcedure } from './unknown-procedure.ts'
import { unreadablePayment, unreadableRow } from './unreadable-row.ts'

/** For a dossier of the unit that was received. */
export const receivedRules: readonly Rule[] = [
  routedPastCentre,
  missingAtCentre,
  missingInPortal,
  missingInMinistry,
  statusConflict,
  dateConflict,
  duplicateCode,
  linkedWithoutCode,
  impossibleDates,
  dueDateSuspect,
  unknownProcedure,
  invalidIdentity,
  notDigitized,
  feeUnpaid,
  feeAmountConflict,
  paymentDuplicate,
  overduePending,
  dueSoon,
  overdueResolved,
  unreadableRow,
]

/** For a dossier of the unit that was not received, or that only unreadable rows name. */
export const unreceivedRules: readonly Rule[] = [receptionOverdue, unreadableRow]

/** For another unit's dossier. */
export const foreignRules: readonly Rule[] = [foreignUnit]

/** For a code that only payments name. */
export const orphanRules: readonly OrphanRule[] = [paymentOrphan, unreadablePayment]
