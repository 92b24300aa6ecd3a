import { mkdirSync, rmdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Step, watchSteps } from '../../pipeline/disk.ts'
import { chunksOf } from '../../pipeline/draft.ts'
import { takeLock } from '../../pipeline/lock.ts'
import { makeRoom } from '../support/ward.ts'
import { cases, firstNight } from './cases.ts'
import { smallWard } from './small-ward.ts'
import { type Calm, calm, type Fault, sweep } from './sweep.ts'

describe('one step of each sort of a first night; all of them are in `npm run test:faults`', () => {
  let undisturbed: Calm
  let sorts: readonly number[]

  beforeAll(async () => {
    undisturbed = await calm(firstNight)
    sorts = oneOfEach(undisturbed.steps)
  })

  test.each<Fault>(['exception', 'ENOSPC', 'EIO'])('%s: the same command again comes to the same', async (fault) => {
    const turn = ['exception', 'ENOSPC', 'EIO'].indexOf(fault)
    expect(sorts.length).toBeGreaterThan(15)
    expect(await sweep(undisturbed, fault, (step) => sorts.indexOf(step) % 3 === turn)).toEqual([])
  })

  test('killed before its rows are kept, before its first document and before its last line, it does too', async () => {
    const { steps } = undisturbed
    const document = 1 + steps.findIndex(({ path }) => path.includes('/out/'))
    const kept = 1 + steps.findLastIndex(({ does }, at) => does === 'commit' && at < document)
    expect(await sweep(undisturbed, 'kill', (step) => [kept, document, steps.length].includes(step))).toEqual([])
  })
})

test.each(cases.filter(({ decides }) => decides))(
  '$name that has no room for its documents is taken up where it broke off, not decided twice',
  async (each) => {
    const undisturbed = await calm(each)
    const document = 1 + undisturbed.steps.findIndex(({ path }) => path.includes('/out/'))
    expect(await sweep(undisturbed, 'ENOSPC', (step) => step === document)).toEqual([])
  },
)

test('a reopening that was refused is refused each time', async () => {
  const ward = await smallWard()
  await ward.nightly('2026-02-13')
  for (const _ of [1, 2, 3]) expect((await ward.doisoat('reopen', '2026-02', '--by', 'Lan')).code).toBe(2)
})

test('a lock whose note cannot be written is let go', () => {
  const path = join(makeRoom(), 'doisoat.db.lock')
  mkdirSync(`${path}.holder`)
  expect(() => takeLock(path, 4711, '2026-02-13T01:00:00')).toThrow('not_writable')
  rmdirSync(`${path}.holder`)
  takeLock(path, 4711, '2026-02-13T01:00:00').release()
})

test('a database is its owner’s alone from its first moment', async () => {
  const ward = await smallWard()
  const modes: number[] = []
  watchSteps(({ does, path }) => void (does === 'connect' && modes.push(statSync(path).mode & 0o777)))
  await ward.nightly('2026-02-13')
  watchSteps(null)
  expect(modes).toEqual([0o600])
})

test.runIf(process.platform === 'linux')('a file that the disk cannot read is named', () => {
  expect(() => [...chunksOf('/proc/self/mem')]).toThrow(expect.objectContaining({ path: '/proc/self/mem' }))
})

/** The first of the steps that do the same in the same place, by their numbers. */
function oneOfEach(steps: readonly Step[]): number[] {
  const sort = ({ does, path }: Step): string =>
    `${does} ${/landing|out|var/.exec(dirname(path).replace(/^.*test-/, ''))?.[0]}`
  const first = new Map(steps.map((step, at) => [sort(step), at + 1] as const).toReversed())
  return [...first.values()].toSorted((a, b) => a - b)
}
