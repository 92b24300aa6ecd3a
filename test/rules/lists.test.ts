import { expect, test } from 'vitest'
import { foreignRules, orphanRules, receivedRules, unreceivedRules } from '../../pipeline/rules/index.ts'
import type { Rule } from '../../pipeline/rules/rule.ts'

const kindsOf = (rules: readonly Pick<Rule, 'kind'>[]) => rules.map(({ kind }) => kind)

test('a received dossier of the unit is asked for all that can be wrong with it', () => {
  expect(kindsOf(receivedRules)).toEqual([
    'routed_past_centre',
    'missing_at_centre',
    'missing_in_portal',
    'missing_in_ministry',
    'status_conflict',
    'date_conflict',
    'duplicate_code',
    'linked_without_code',
    'impossible_dates',
    'due_date_suspect',
    'unknown_procedure',
    'invalid_identity',
    'not_digitized',
    'fee_unpaid',
    'fee_amount_conflict',
    'payment_duplicate',
    'overdue_pending',
    'due_soon',
    'overdue_resolved',
    'unreadable_row',
  ])
})

test('one that was not received, another ward’s, and a payment alone raise nothing but their own kinds', () => {
  expect(kindsOf(unreceivedRules)).toEqual(['reception_overdue', 'unreadable_row'])
  expect(kindsOf(foreignRules)).toEqual(['foreign_unit'])
  expect(kindsOf(orphanRules)).toEqual(['payment_orphan', 'unreadable_row'])
})
