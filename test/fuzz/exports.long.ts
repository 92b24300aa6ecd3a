import { availableParallelism } from 'node:os'
import { expect, test } from 'vitest'
import { inWorkers, sharesOf } from '../support/in-workers.ts'
import type { Shard, Told } from './shard.ts'

const CASES = Number(process.env['FUZZ_CASES'] ?? 30_000)
const SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000_000)
const WORKERS = Number(process.env['FUZZ_WORKERS'] ?? availableParallelism())
const BATCH = Math.min(5000, CASES)

/** On every processor. A batch has a seed of its own, said before it runs: it alone is `FUZZ_CASES=5000 FUZZ_SEED=…`. */
test(`${CASES} mutated exports are read or turned away, and every line is accounted for`, async () => {
  const seeds = Array.from({ length: Math.ceil(CASES / BATCH) }, (_, i) => SEED + i)
  const start = performance.now()
  const wrong: string[] = []
  let done = 0
  const hear = (told: Told): void => {
    if (told.is === 'begun') return say(`FUZZ_SEED=${told.seed} begins`)
    if (told.is === 'wrong') wrong.push(`FUZZ_SEED=${told.seed}: ${told.how}`)
    done += BATCH
    say(`${done} cases, ${((done * 1000) / (performance.now() - start)).toFixed(0)} a second, ${wrong.length} wrong`)
  }
  const shares = sharesOf(seeds, WORKERS).map((share): Shard => ({ seeds: share, batch: BATCH }))
  await inWorkers(new URL('shard.ts', import.meta.url), shares, hear)
  expect(wrong).toEqual([])
  expect(done).toBeGreaterThanOrEqual(CASES)
})

function say(line: string): void {
  process.stderr.write(`${line}\n`)
}
