import { expect, test } from 'vitest'
import { worldOf } from '../recount/world.ts'
import { leftBy } from './machine.ts'

test(
  'another zone, language, folder, umask and number of processors leave the same rows and bytes',
  { timeout: 120_000 },
  () => {
    const world = worldOf(9102, 30)
    const here = leftBy(world, {})
    const there = leftBy(world, {
      env: { TZ: 'America/New_York', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
      isElsewhere: true,
      umask: '000',
      oneProcessor: true,
    })
    expect(world.dossiers).toBeGreaterThan(10)
    expect(Object.keys(here.documents).length).toBeGreaterThan(8)
    expect(there).toEqual(here)
  },
)
