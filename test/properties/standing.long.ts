import { expect, test } from 'vitest'
import { standingDifferences, worldsFrom } from './standing.ts'

const SEED = Number(process.env['STANDING_SEED'] ?? Date.now() % 1_000_000_000)

test('in sixty worlds what stands is what working all of it out again comes to', async () => {
  const wrong: string[] = []
  for (const world of worldsFrom(SEED, 60)) wrong.push(...(await standingDifferences(world)))
  expect(wrong).toEqual([])
})
