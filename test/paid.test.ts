import { expect, test } from 'vitest'
import type { Paid } from '../pipeline/facts.ts'
import { successfulPayments } from '../pipeline/paid.ts'

test('payments that succeeded count, the first one first; failed tries do not', () => {
  expect(kept([paid('B', 3), paid('A', 2), paid('C', 1, { outcome: 'failed' })])).toEqual(['A', 'B'])
})

test('a refund takes back its own transaction', () => {
  expect(kept([paid('A', 1), paid('B', 2), paid('A', 3, { outcome: 'refunded' })])).toEqual(['B'])
})

test('a refund under another number takes back the last payment of that amount before it', () => {
  const refund = paid('R', 5, { outcome: 'refunded' })
  expect(kept([paid('A', 1), paid('B', 2), refund])).toEqual(['A'])
  expect(kept([paid('A', 1), paid('B', 6), refund])).toEqual(['B'])
})

test('a refund of another amount, or before the payment, takes nothing back', () => {
  expect(kept([paid('A', 1), paid('R', 2, { outcome: 'refunded', amount_dong: 9000 })])).toEqual(['A'])
  expect(kept([paid('A', 3), paid('R', 2, { outcome: 'refunded' })])).toEqual(['A'])
})

test('a transaction is as the last export that lists it has it', () => {
  expect(kept([paid('A', 1, { outcome: 'failed' }), paid('A', 1, later)])).toEqual(['A'])
  expect(kept([paid('A', 1), paid('A', 4, { ...later, outcome: 'failed' })])).toEqual([])
})

test('a refund that a later export lists takes back the payment of the earlier one, and no other of that amount', () => {
  expect(kept([paid('B', 1), paid('A', 2), paid('A', 9, { ...later, outcome: 'refunded' })])).toEqual(['B'])
})

test('payments stand in the order of their instants, at one instant in that of their numbers', () => {
  expect(kept([paid('A', 3), paid('B', 2)])).toEqual(['B', 'A'])
  expect(kept([paid('B', 2), paid('A', 2)])).toEqual(['A', 'B'])
})

test('a refund at the instant of the payment takes it back', () => {
  expect(kept([paid('A', 2), paid('R', 2, { outcome: 'refunded' })])).toEqual([])
})

test('the last export is asked in whatever order they are read', () => {
  expect(kept([paid('A', 4, { ...later, outcome: 'failed' }), paid('A', 1)])).toEqual([])
  expect(kept([paid('A', 1, later), paid('A', 4, { outcome: 'failed' })])).toEqual(['A'])
})

const february = {
  export: 1,
  system: 'dvcqg-thanhtoan',
  from: '2026-01-17',
  to: '2026-02-13',
  came: '2026-02-13',
  met: '2026-02-13',
} as const

const later = { from: { ...february, export: 2, from: '2026-02-14', to: '2026-03-13' } }

function paid(transaction: string, day: number, given: Partial<Paid> = {}): Paid {
  return {
    from: february,
    row: day,
    transaction,
    amount_dong: 5000,
    paid: `2026-02-0${day}T08:00:00`,
    outcome: 'succeeded',
    ...given,
  }
}

function kept(payments: readonly Paid[]): string[] {
  return successfulPayments(payments).map(({ transaction }) => transaction)
}
