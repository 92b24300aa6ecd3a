import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeInterner } from '../pipeline/loading/intern.ts'
import { makeNumberTable } from '../pipeline/loading/number-table.ts'
import { makeStore } from './support/store.ts'

const store = makeStore()

test('a table of numbers gives back what a Map does, however pairs collide and however it grows', () => {
  const number = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 2 ** 53 - 1 }))
  const pairs = fc.array(fc.tuple(fc.integer(), number, fc.integer({ min: 1 })), { maxLength: 300 })
  fc.assert(
    fc.property(pairs, (pairs) => {
      const [table, map] = [makeNumberTable(), new Map<string, number>()]
      for (const [a, b, value] of pairs) {
        expect(table.find(a, b)).toBe(map.get(`${a} ${b}`) ?? 0)
        table.set(a, b, value)
        map.set(`${a} ${b}`, value)
      }
      expect(table.size()).toBe(map.size)
    }),
  )
})

test('a table of numbers finds all of twenty thousand pairs of the same first number, and of the same second', () => {
  const table = makeNumberTable()
  for (let i = 1; i <= 10_000; i++) {
    table.set(7, i * 4294967296, i)
    table.set(i, 5, -i)
  }
  for (let i = 1; i <= 10_000; i++) expect([table.find(7, i * 4294967296), table.find(i, 5)]).toEqual([i, -i])
  expect(table.size()).toBe(20_000)
})

test('codes that differ by zeros, by their day or by their office have numbers of their own, and keep them', () => {
  const codes = [
    'H24.131-260101-007',
    'H24.131-260101-0007',
    'H24.131-20260101-0007',
    'H24.132-260101-0007',
    'G22.99-260101-0007',
  ]
  const first = makeInterner(store, 1)
  expect(codes.map(first.code)).toEqual([1, 2, 3, 4, 5])
  expect(codes.toReversed().map(first.code)).toEqual([5, 4, 3, 2, 1])
  first.flush()
  const second = makeInterner(store, 1)
  expect([second.code('H24.131-260102-0001'), ...codes.map(second.code)]).toEqual([6, 1, 2, 3, 4, 5])
})

test('a word that was met before a hundred thousand others has its number still, and is written once', () => {
  const { word, flush } = makeInterner(store, 2)
  store.attempt(() => {
    for (let i = 1; i <= 100_010; i++) word(`word ${i}`)
    return { keep: true, result: null }
  })
  expect([word('word 1'), word('word 100000'), word('word 100010'), word('another')]).toEqual([
    1, 100_000, 100_010, 100_011,
  ])
  flush()
  expect(store.ask('words', { unit: 2 })).toHaveLength(100_011)
})

test('what was taken back is numbered anew', () => {
  const { word, flush, forget } = makeInterner(store, 3)
  word('kept')
  flush()
  store.attempt(() => {
    for (let i = 0; i < 120; i++) word(`taken back ${i}`)
    return { keep: false, result: null }
  })
  forget()
  expect([word('kept'), word('new')]).toEqual([1, 2])
})
