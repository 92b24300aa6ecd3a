import { expect, test } from 'vitest'
import { played } from './lifecycle.ts'

const SEQUENCES = Number(process.env['LIFE_SEQUENCES'] ?? 400)
const SEED = Number(process.env['LIFE_SEED'] ?? Date.now() % 1_000_000_000)

/** One alone is `LIFE_SEED=… LIFE_SEQUENCES=1`. */
test(`${SEQUENCES} sequences of twelve nights stand as a small model has them`, async () => {
  for (let seed = SEED; seed < SEED + SEQUENCES; seed++) {
    const { ours, theirs } = await played(seed, 12)
    expect([`LIFE_SEED=${seed}`, theirs]).toEqual([`LIFE_SEED=${seed}`, ours])
  }
})
