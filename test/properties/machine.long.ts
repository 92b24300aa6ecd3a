import { expect, test } from 'vitest'
import { worldOf } from '../recount/world.ts'
import { leftBy, type Machine } from './machine.ts'

const zones = ['America/New_York', 'Asia/Ho_Chi_Minh', 'Pacific/Kiritimati', 'Europe/Berlin']
const languages = ['vi_VN.UTF-8', 'tr_TR.UTF-8', 'de_DE', 'ja_JP.eucJP', '']
const machines: readonly Machine[] = [
  ...zones.map((TZ) => ({ env: { TZ } })),
  ...languages.map((LANG) => ({ env: { LANG, LC_ALL: LANG } })),
  { isElsewhere: true },
  ...['000', '027', '077'].map((umask) => ({ umask })),
  { oneProcessor: true },
  { env: { UV_THREADPOOL_SIZE: '1', NODE_OPTIONS: '--max-semi-space-size=1' } },
]

test.each([9101, 9105, 9110])('world %i is the same on every machine, byte by byte', (seed) => {
  const world = worldOf(seed, 60)
  const plain = leftBy(world, {})
  for (const machine of machines) expect([machine, leftBy(world, machine)]).toEqual([machine, plain])
})
