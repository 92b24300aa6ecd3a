import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAll } from '../../pipeline/kit/kit-reading.ts'
import { wrongInReading } from '../fuzz/accounted.ts'
import { chunkBytes, mutated } from '../fuzz/mutated.ts'

test('no line is lost and no row uncounted, whatever happens to an export', () => {
  fc.assert(
    fc.property(mutated, chunkBytes, (bytes, chunk) => {
      expect(wrongInReading(bytes, chunk)).toEqual([])
    }),
    { numRuns: 120 },
  )
})

test('mutations are as strange as they should be: a third is still an export, with rows and rejects', () => {
  const outcomes = fc.sample(mutated, { numRuns: 200, seed: 1 }).map((bytes) => readAll(bytes))
  const reads = outcomes.flatMap((outcome) => outcome.reads)
  expect(outcomes.filter(({ recognised }) => recognised.is === 'export').length).toBeGreaterThan(66)
  expect(outcomes.filter(({ recognised }) => recognised.is !== 'export').length).toBeGreaterThan(20)
  expect(reads.filter(({ is }) => is === 'row').length).toBeGreaterThan(100)
  expect(reads.filter(({ is }) => is === 'reject').length).toBeGreaterThan(100)
  expect(new Set(fc.sample(chunkBytes, { numRuns: 50, seed: 1 })).size).toBeGreaterThan(10)
})

test('any bytes at all are read or turned away', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
      expect(wrongInReading(bytes, null)).toEqual([])
    }),
    { numRuns: 150 },
  )
})
