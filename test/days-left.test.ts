import { expect, test } from 'vitest'
import { bucketsOf } from '../reports/desk/days-left.ts'
import type { Opened } from '../reports/period-report.ts'

const pending = [
  { left: -3, count: 1 },
  { left: 0, count: 1 },
  { left: 1, count: 2 },
  { left: 5, count: 1 },
  { left: 6, count: 1 },
  { left: 10, count: 1 },
  { left: 20, count: 1 },
  { left: 21, count: 1 },
  { left: 400, count: 1 },
]

test('what is over stands together, the next five days each by itself, then what lies within weeks', () => {
  expect(bucketsOf(pending, null).map(({ from, to, hasDue, count }) => [from, to, hasDue, count])).toEqual([
    [null, 0, true, 2],
    [1, 1, true, 2],
    [2, 2, true, 0],
    [3, 3, true, 0],
    [4, 4, true, 0],
    [5, 5, true, 1],
    [6, 10, true, 2],
    [11, 20, true, 1],
    [21, null, true, 2],
  ])
})

test('what has no due day stands by itself, where there is any', () => {
  const buckets = bucketsOf([...pending, { left: null, count: 4 }], null)
  expect(buckets.at(-1)).toEqual({ from: null, to: null, hasDue: false, count: 4, places: [] })
  expect(buckets.slice(0, -1)).toEqual(bucketsOf(pending, null))
})

const dues = ['2026-02-23', '2026-02-13', null, '2026-02-12', '2026-02-23']
const opened = (behind: readonly number[]) =>
  ({ dossiers: dues.map((due) => ({ due })), behind: { pending_total: behind } }) as unknown as Opened

test('a number opens to its dossiers: those due first are behind the fewest days, those without a due day last', () => {
  const left = [
    { left: -1, count: 1 },
    { left: 0, count: 1 },
    { left: 1, count: 2 },
    { left: null, count: 1 },
  ]
  const places = bucketsOf(left, opened([4, 3, 2, 1, 0])).map((each) => each.places)
  expect(places).toEqual([[1, 3], [0, 4], [], [], [], [], [], [], [], [2]])
})

test('where more or fewer dossiers are behind than it says, none opens', () => {
  const left = [{ left: 1, count: 2 }]
  expect(bucketsOf(left, opened([0])).flatMap(({ places }) => places)).toEqual([])
  expect(bucketsOf(left, opened([0, 4, 1])).flatMap(({ places }) => places)).toEqual([])
  expect(bucketsOf([{ left: 1, count: 1 }], null).flatMap(({ places }) => places)).toEqual([])
})
