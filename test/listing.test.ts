import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineOf, makeListing } from '../pipeline/loading/listing.ts'

test('every row is found on its line again, however rows and lines are strewn', () => {
  const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), { maxLength: 60 })
  fc.assert(
    fc.property(steps, (steps) => {
      const places = strewn(steps)
      const listing = makeListing(1, 1)
      for (const { row, line } of places) listing.add(row, line)
      expect(places.map(({ row }) => lineOf(listing.runs(), row))).toEqual(places.map(({ line }) => line))
      expect(lineOf(listing.runs(), 0)).toBeNull()
    }),
  )
})

test('thousands of rows in order are one run, also when each takes two lines', () => {
  const listing = makeListing(1, 5)
  for (let row = 100; row < 5000; row++) listing.add(row, 4 + 2 * (row - 100))
  expect(listing.runs()).toEqual([{ unit: 1, file: 5, row_first: 100, row_last: 4999, line_first: 4, line_step: 2 }])
})

test('a row that came in between makes three runs', () => {
  const listing = makeListing(1, 5)
  for (const [row, line] of [
    [1, 2],
    [2, 3],
    [90, 4],
    [3, 5],
    [4, 6],
  ] as const)
    listing.add(row, line)
  expect(listing.runs().map(({ row_first, row_last }) => [row_first, row_last])).toEqual([
    [1, 2],
    [90, 90],
    [3, 4],
  ])
})

function strewn(steps: readonly (readonly [number, number])[]): { row: number; line: number }[] {
  let [row, line] = [0, 1]
  return steps.map(([rows, lines]) => ({ row: (row += rows), line: (line += lines) }))
}
