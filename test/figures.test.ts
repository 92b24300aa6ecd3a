import { expect, test } from 'vitest'
import type { Counted } from '../pipeline/counted.ts'
import {
  basisOf,
  type Condition,
  type CountKey,
  counts,
  figuresOf,
  meeting,
  noFigures,
  onBasis,
  percent,
  rates,
} from '../pipeline/figures.ts'
import { counted, february, told } from './support/hand-made.ts'

/** Received and resolved in the period, a day early, online, everywhere. */
const usual: Counted = {
  ...counted({ rows: [told('dvcqg')] })!,
  receivedDay: '2026-01-20',
  endedDay: '2026-02-04',
  dueDay: '2026-02-05',
  outcome: 'resolved',
  channel: 'online',
  portal: 'listed',
  book: 'listed',
  fee_dong: null,
  paid_dong: null,
}
const pending = { endedDay: null, outcome: 'open' } as const

/** The counts that have a dossier, those of all of them left out. */
function countedAs(given: Partial<Counted>): string[] {
  const { figures } = figuresOf([{ ...usual, ...given }], february)
  const keys = Object.keys(counts) as CountKey[]
  return keys.filter((key) => key !== 'received_total' && figures[key] === 1)
}

test.each<[string, Partial<Counted>, string[]]>([
  ['resolved before its due day', {}, ['received_online', 'received_new', 'resolved_total', 'resolved_early']],
  [
    'resolved on it',
    { endedDay: '2026-02-05' },
    ['received_online', 'received_new', 'resolved_total', 'resolved_on_time'],
  ],
  ['resolved without one', { dueDay: null }, ['received_online', 'received_new', 'resolved_total', 'resolved_on_time']],
  [
    'resolved after it',
    { endedDay: '2026-02-06' },
    ['received_online', 'received_new', 'resolved_total', 'resolved_overdue'],
  ],
  ['refused', { outcome: 'refused' }, ['received_online', 'received_new', 'resolved_total', 'refused']],
  ['withdrawn', { outcome: 'withdrawn' }, ['received_online', 'received_new', 'resolved_total', 'withdrawn']],
  ['at the counter', { channel: 'counter' }, ['received_direct', 'received_new', 'resolved_total', 'resolved_early']],
  ['by post', { channel: 'post' }, ['received_direct', 'received_new', 'resolved_total', 'resolved_early']],
  [
    'received the day before',
    { receivedDay: '2026-01-16' },
    ['received_online', 'carried_in', 'resolved_total', 'resolved_early'],
  ],
  [
    'received on the first day',
    { receivedDay: '2026-01-17' },
    ['received_online', 'received_new', 'resolved_total', 'resolved_early'],
  ],
  [
    'pending, due later',
    { ...pending, dueDay: '2026-02-14' },
    ['received_online', 'received_new', 'pending_total', 'pending_in_time'],
  ],
  [
    'pending, due on the last day',
    { ...pending, dueDay: '2026-02-13' },
    ['received_online', 'received_new', 'pending_total', 'pending_overdue'],
  ],
  [
    'pending without a due day',
    { ...pending, dueDay: null },
    ['received_online', 'received_new', 'pending_total', 'pending_in_time'],
  ],
  [
    'ended with a fee',
    { fee_dong: 1 },
    ['received_online', 'received_new', 'resolved_total', 'resolved_early', 'fee_dossiers'],
  ],
  [
    'ended with a fee of nothing',
    { fee_dong: 0 },
    ['received_online', 'received_new', 'resolved_total', 'resolved_early'],
  ],
  [
    'pending with a fee',
    { ...pending, dueDay: '2026-02-14', fee_dong: 1 },
    ['received_online', 'received_new', 'pending_total', 'pending_in_time'],
  ],
])('a dossier %s is counted where it belongs', (_, given, keys) => {
  expect(countedAs(given)).toEqual(keys)
})

test('digitized is asked of the portal’s dossiers: at least one component', () => {
  const rate = (...all: Partial<Counted>[]) =>
    figuresOf(
      all.map((each) => ({ ...usual, ...each })),
      february,
    ).rates.digitized_rate
  expect(rate({ digitized: 2 }, { digitized: 1 }, { digitized: 0 }, { digitized: null })).toEqual({
    numerator: 2,
    denominator: 4,
  })
  expect(rate({ portal: 'absent' }, { portal: 'unreadable' }, { portal: 'silent' })).toEqual({
    numerator: 0,
    denominator: 0,
  })
})

test('reused is asked of what ended on the portal’s list, withdrawals left out', () => {
  const rate = (...all: Partial<Counted>[]) =>
    figuresOf(
      all.map((each) => ({ ...usual, ...each })),
      february,
    ).rates.reuse_rate
  expect(rate({ reused: 1 }, { reused: 0 }, { reused: null }, { outcome: 'refused' })).toEqual({
    numerator: 2,
    denominator: 4,
  })
  expect(rate({ outcome: 'withdrawn' }, pending, { portal: 'absent' })).toEqual({ numerator: 0, denominator: 0 })
})

test('paid online is asked of what ended with a fee, and its dong are added up', () => {
  const fee = { fee_dong: 5000 }
  const all = [
    { ...fee, paid_dong: 5000 },
    { ...fee, paid_dong: 4000 },
    fee,
    { paid_dong: 700 },
    { ...fee, ...pending, paid_dong: 800 },
  ]
  const { figures, rates } = figuresOf(
    all.map((each) => ({ ...usual, ...each })),
    february,
  )
  expect(rates.online_payment_rate).toEqual({ numerator: 2, denominator: 3 })
  expect([figures.online_payment_rate, figures.online_payment_total]).toEqual([66.67, 9000])
})

test('rates are rounded half up to two decimals, and are nothing over nothing', () => {
  expect(percent({ numerator: 906, denominator: 949 })).toBe(95.47)
  expect(percent({ numerator: 1, denominator: 800 })).toBe(0.13) // 0.125
  expect(percent({ numerator: 0, denominator: 0 })).toBe(null)
  expect(percent({ numerator: 3, denominator: 3 })).toBe(100)
  expect(figuresOf([], february).figures).toMatchObject({
    received_total: 0,
    digitized_rate: null,
    online_payment_total: 0,
  })
})

test('of nothing that is known every figure is null', () => {
  expect(Object.keys(noFigures).toSorted()).toEqual(Object.keys(figuresOf([], february).figures).toSorted())
  expect(new Set(Object.values(noFigures))).toEqual(new Set([null]))
})

test('the Centre’s basis is what its book has, in a row that can be read or not; the other one is all', () => {
  const all = (['listed', 'unreadable', 'absent', 'silent', 'late'] as const).map((book) => ({ ...usual, book }))
  expect(onBasis(all, 'centre').map(({ book }) => book)).toEqual(['listed', 'unreadable'])
  expect(onBasis(all, 'all')).toBe(all)
})

test('the dossiers behind a figure are those that meet all that it asks, by the days of the period', () => {
  const all = [
    usual,
    { ...usual, ...pending },
    { ...usual, dueDay: '2026-02-03' },
    { ...usual, receivedDay: '2026-01-16' },
  ]
  const behind = (key: CountKey) => meeting(all, counts[key], february).map((each) => all.indexOf(each))
  expect(behind('received_total')).toEqual([0, 1, 2, 3])
  expect([behind('resolved_early'), behind('resolved_overdue'), behind('pending_total')]).toEqual([[0, 3], [2], [1]])
  expect([behind('carried_in'), behind('received_new')]).toEqual([[3], [0, 1, 2]])
})

test('what a figure asks of a dossier can be told, condition by condition', () => {
  const names = (conditions: readonly Condition[]) => conditions.map(([name]) => name).join(' ')
  const all = Object.entries(counts).map(([key, conditions]) => [key, names(conditions)])
  expect(Object.fromEntries(all)).toEqual({
    received_total: '',
    received_online: 'online',
    received_direct: 'direct',
    carried_in: 'received_before',
    received_new: 'received_within',
    resolved_total: 'ended',
    resolved_early: 'resolved early',
    resolved_on_time: 'resolved on_time',
    resolved_overdue: 'resolved overdue',
    refused: 'refused',
    withdrawn: 'withdrawn',
    pending_total: 'pending',
    pending_in_time: 'pending due_later',
    pending_overdue: 'pending due_over',
    fee_dossiers: 'ended fee_due',
  })
  const shares = Object.entries(rates).map(([key, { base, share }]) => [key, names(base), names(share)])
  expect(shares).toEqual([
    ['digitized_rate', 'on_portal', 'digitized'],
    ['reuse_rate', 'ended not_withdrawn on_portal', 'reused'],
    ['online_payment_rate', 'ended fee_due', 'paid_online'],
  ])
  expect([names(basisOf('centre')), names(basisOf('all'))]).toEqual(['in_book', ''])
  expect(basisOf('all')).toEqual([])
})
