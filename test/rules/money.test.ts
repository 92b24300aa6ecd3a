import { expect, test } from 'vitest'
import { paymentRow, usualDossier } from '../support/dossiers.ts'
import type { Cells } from '../support/make-export.ts'
import { everywhere, raisedBy } from '../support/raised-by.ts'

const { code } = usualDossier
const withFee = everywhere({ fee: '5.000' })
const paid = paymentRow(code, 'T1', '5.000 đ', '2026-02-04')
const raised = (payments: readonly Cells[]) => raisedBy({ ...withFee, payments })

test('a fee that is due and paid once raises nothing', async () => {
  expect(await raised([paid])).toEqual([])
})

test('a fee that nobody paid is unpaid, also when the only try failed', async () => {
  expect(await raised([])).toEqual(['fee_unpaid'])
  expect(await raised([{ ...paid, 'Trạng thái giao dịch': 'Thất bại' }])).toEqual(['fee_unpaid'])
})

test('without a list of transactions nothing is known to be unpaid', async () => {
  expect(await raisedBy(withFee)).toEqual([])
})

test('where no fee is due none is unpaid', async () => {
  expect(await raisedBy({ ...everywhere({ fee: '0' }), payments: [] })).toEqual([])
})

test('another amount than is due is a conflict', async () => {
  expect(await raised([{ ...paid, 'Số tiền': '4.000 đ' }])).toEqual(['fee_amount_conflict'])
})

test('a refund of the same transaction, or later of the same amount, leaves the fee unpaid', async () => {
  expect(await raised([paid, paymentRow(code, 'T1', '5.000 đ', '2026-02-05', 'Hoàn tiền')])).toEqual(['fee_unpaid'])
  expect(await raised([paid, paymentRow(code, 'T9', '5.000 đ', '2026-02-05', 'Hoàn tiền')])).toEqual(['fee_unpaid'])
  expect(await raised([paid, paymentRow(code, 'T9', '5.000 đ', '2026-02-03', 'Hoàn tiền')])).toEqual([])
})

test('a second payment is a duplicate until it is given back', async () => {
  const twice = [paid, paymentRow(code, 'T2', '5.000 đ', '2026-02-05')]
  expect(await raised(twice)).toEqual(['payment_duplicate dvcqg-thanhtoan'])
  expect(await raised([...twice, paymentRow(code, 'T2', '5.000 đ', '2026-02-06', 'Hoàn tiền')])).toEqual([])
})

test('a payment for a dossier that no list knows is an orphan, unless it failed or was given back', async () => {
  const orphan = (outcome: string) => paymentRow('H24.131-260204-0099', 'T7', '5.000 đ', '2026-02-04', outcome)
  expect(await raised([paid, orphan('Thành công')])).toEqual(['payment_orphan dvcqg-thanhtoan'])
  expect(await raised([paid, orphan('Thất bại')])).toEqual([])
  expect(await raised([paid, orphan('Thành công'), orphan('Hoàn tiền')])).toEqual([])
})

test('an orphan is one also when another of its payments cannot be read', async () => {
  const orphan = (amount: string, number: string) => paymentRow('H24.131-260204-0099', number, amount, '2026-02-04')
  expect(await raised([paid, orphan('5.000 đ', 'T7'), orphan('abc', 'T8')])).toEqual([
    'payment_orphan dvcqg-thanhtoan',
    'unreadable_row dvcqg-thanhtoan',
  ])
})
