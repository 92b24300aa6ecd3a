import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { wrongInReading } from '../fuzz/accounted.ts'
import { chunkBytes, mutated } from '../fuzz/mutated.ts'

test('no line is lost and no row uncounted, whatever happens to an export', () => {
  fc.assert(
    fc.property(mutated, chunkBytes, (bytes, chunk) => {
      expect(wrongInReading(bytes, chunk)).toEqual([])
    }),
    { numRuns: 1200 },
  )
})

test('any bytes at all are read or turned away', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
      expect(wrongInReading(bytes, null)).toEqual([])
    }),
    { numRuns: 500 },
  )
})
