import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { wrongInReading, wrongInSurvey } from './accounted.ts'
import { chunkBytes, mutated } from './mutated.ts'

const CASES = Number(process.env['FUZZ_CASES'] ?? 1_000_000)
const SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000_000)
const BATCH = 10_000
const LONGEST_MS = 5000

/** A batch has a seed of its own and says it before it runs: what hangs or fails is run again by `FUZZ_SEED`. */
test(`${CASES} mutated exports are read or turned away, and every line is accounted for`, () => {
  const start = performance.now()
  for (let done = 0; done < CASES; done += BATCH) {
    const seed = SEED + done / BATCH
    process.stderr.write(`${done} cases, ${rate(done, start)} a second; next FUZZ_SEED=${seed}\n`)
    fc.assert(fc.property(mutated, chunkBytes, isReadInTime), {
      numRuns: Math.min(BATCH, CASES - done),
      seed,
    })
  }
  process.stderr.write(`${CASES} cases, ${rate(CASES, start)} a second\n`)
})

function isReadInTime(bytes: Buffer, chunk: number | null): void {
  const start = performance.now()
  expect([...wrongInReading(bytes, chunk), ...wrongInSurvey(bytes)]).toEqual([])
  expect(performance.now() - start).toBeLessThan(LONGEST_MS)
}

function rate(cases: number, start: number): string {
  return ((cases * 1000) / Math.max(1, performance.now() - start)).toFixed(0)
}
