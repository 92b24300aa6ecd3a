import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { goodMonth } from '../support/good-month.ts'
import { sampleMonths, truthOf } from '../support/truth.ts'
import { fixtures } from '../support/ward.ts'
import { tryIn } from './try.ts'

const seeds = Array.from({ length: 12 }, (_, index) => index + 1)

test.each(seeds)('faults in a good month, seed %i', async (seed) => {
  const { survivors } = await tryIn(goodMonth(600), '2026-02-13', { dossiers: 300, files: 40, seed })
  expect(survivors).toEqual([])
})

test.each(sampleMonths.flatMap((month) => seeds.slice(0, 6).map((seed) => [month, seed] as const)))(
  'faults in the dossiers of %s with which nothing is wrong, seed %i',
  async (month, seed) => {
    const folder = join(fixtures, month, 'exports')
    const files = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))] as const)
    const { survivors } = await tryIn(files, truthOf(month).as_of, { dossiers: 150, files: 60, seed })
    expect(survivors).toEqual([])
  },
)
