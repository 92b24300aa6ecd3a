import { parentPort, workerData } from 'node:worker_threads'
import * as fc from 'fast-check'
import { wrongInReading, wrongInSurvey } from './accounted.ts'
import { chunkBytes, mutated } from './mutated.ts'

/** Some of the cases, in batches of which each has a seed of its own. */
export type Shard = { readonly seeds: readonly number[]; readonly batch: number }

/** A batch begins, ends, or goes wrong. What hangs never ends, and its seed is known. */
export type Told =
  | { readonly seed: number; readonly is: 'begun' | 'done' }
  | { readonly seed: number; readonly is: 'wrong'; readonly how: string }

const LONGEST_MS = 5000

const { seeds, batch } = workerData as Shard
for (const seed of seeds) {
  tell({ seed, is: 'begun' })
  const { failed, counterexample, errorInstance } = fc.check(fc.property(mutated, chunkBytes, isReadInTime), {
    numRuns: batch,
    seed,
  })
  const how = failed ? `${String(errorInstance)}\n${fc.stringify(counterexample)}` : null
  tell(how === null ? { seed, is: 'done' } : { seed, is: 'wrong', how })
}

function tell(told: Told): void {
  parentPort!.postMessage(told, [])
}

function isReadInTime(bytes: Buffer, chunk: number | null): void {
  const start = worked()
  const wrong = [...wrongInReading(bytes, chunk), ...wrongInSurvey(bytes)]
  const took = worked() - start
  if (took > LONGEST_MS) wrong.push(`took ${took.toFixed(0)} ms`)
  if (wrong.length > 0) throw new Error(wrong.join('; '))
}

/** Milliseconds of this worker's own: a machine that does other work beside does not make a file slow. */
function worked(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
