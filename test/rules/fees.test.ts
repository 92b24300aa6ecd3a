import { expect, test } from 'vitest'
import { feeAmountConflict, feeUnpaid } from '../../pipeline/rules/fee.ts'
import { paymentDuplicate } from '../../pipeline/rules/payment-duplicate.ts'
import { paymentOrphan } from '../../pipeline/rules/payment-orphan.ts'
import { booked, exportOf, found, foundOnOrphan, later, payment, told, unreadable } from '../support/hand-made.ts'

const due = { fee_dong: 5000 }
const onPortal = { export: 1, row: 1 }
const handed = [exportOf('dvcqg-thanhtoan')]
const rows = [told('dvcqg', due), told('botuphap-hotich')]

test('a fee that is due and not paid is told with its amount, and hangs on both lists of the portal', () => {
  expect(found(feeUnpaid, { rows, handed })).toEqual([
    { system: null, systems: ['dvcqg-thanhtoan', 'dvcqg'], detail: { amount: 5000 }, sources: [onPortal] },
  ])
  expect(found(feeUnpaid, { rows, payments: [payment('T1', 5000)] })).toEqual([])
  expect(found(feeUnpaid, { rows, payments: [payment('T1', 5000, { outcome: 'failed' })] })).toHaveLength(1)
})

test('without a list of transactions of that night no fee is known to be unpaid; one that cannot be read is one', () => {
  expect(found(feeUnpaid, { rows })).toEqual([])
  const early = exportOf('dvcqg-thanhtoan', { to: '2026-02-12', came: '2026-02-12', met: '2026-02-12' })
  expect(found(feeUnpaid, { rows, handed: [early] })).toEqual([])
  const list = unreadable('dvcqg-thanhtoan')
  expect(found(feeUnpaid, { rows, unreadable: [list] })).toHaveLength(1)
  const given = { ...payment('T1', 5000, { outcome: 'failed' }), from: early }
  expect(found(feeUnpaid, { rows, payments: [given] })).toEqual([])
})

test('the portal says which fee is due; where it does not list the dossier, the ministry does', () => {
  const ministry = told('botuphap-hotich', due)
  expect(found(feeUnpaid, { rows: [ministry, booked({ fee_dong: null })], handed })).toMatchObject([
    { systems: ['dvcqg-thanhtoan', 'botuphap-hotich'] },
  ])
  expect(found(feeUnpaid, { rows: [told('dvcqg'), ministry], handed })).toEqual([])
  expect(found(feeUnpaid, { rows: [told('dvcqg', { fee_dong: 0 }), ministry], handed })).toEqual([])
  expect(found(feeUnpaid, { rows: [told('botuphap-hotich')], handed })).toEqual([])
  const first = [told('botuphap-hotich'), booked(due)]
  expect(found(feeUnpaid, { rows: first, handed })).toMatchObject([{ systems: ['dvcqg-thanhtoan', 'trungtam'] }])
})

test('another amount than is due is told with both, by the first payment that succeeded', () => {
  const payments = [payment('T2', 5000, { row: 2, paid: '2026-02-05T09:00:00' }), payment('T1', 4000)]
  expect(found(feeAmountConflict, { rows, payments })).toEqual([
    {
      system: null,
      systems: ['dvcqg-thanhtoan', 'dvcqg'],
      detail: { due: 5000, paid: 4000 },
      sources: [onPortal, { export: 2, row: 1 }],
    },
  ])
  expect(found(feeAmountConflict, { rows, payments: [payment('T1', 5000)] })).toEqual([])
  expect(found(feeAmountConflict, { rows, handed })).toEqual([])
  expect(found(feeAmountConflict, { rows: [told('dvcqg')], payments })).toEqual([])
})

test('payments of one dossier that succeeded are told together, in their order', () => {
  const second = payment('T2', 4000, { row: 2, paid: '2026-02-05T09:00:00' })
  const finding = { system: 'dvcqg-thanhtoan', detail: { transactions: ['T1', 'T2'], amounts: [5000, 4000] } }
  const sources = [1, 2].map((row) => ({ export: 2, row }))
  expect(found(paymentDuplicate, { rows, payments: [second, payment('T1', 5000)] })).toEqual([
    { ...finding, systems: ['dvcqg-thanhtoan'], sources },
  ])
  expect(found(paymentDuplicate, { rows, payments: [second] })).toEqual([])
  expect(foundOnOrphan(paymentOrphan, { payments: [second, payment('T1', 5000)] })).toEqual([
    {
      ...finding,
      systems: ['dvcqg-thanhtoan', 'dvcqg'],
      sources,
      place: { from: '2026-02-04', to: '2026-02-04' },
    },
  ])
  expect(foundOnOrphan(paymentOrphan, { payments: [payment('T1', 5000, { outcome: 'failed' })] })).toEqual([])
})

test('a payment in a later list counts as the earlier one does', () => {
  const next = payment('T2', 5000, { from: later('dvcqg-thanhtoan'), paid: '2026-02-20T09:00:00' })
  expect(found(paymentDuplicate, { rows, payments: [payment('T1', 5000), next] })).toHaveLength(1)
})
