import { expect, test } from 'vitest'
import { goodMonth } from '../support/good-month.ts'
import { raisedIn } from './raised-in.ts'
import { tryIn } from './try.ts'
import type { Canary } from '../../pipeline/canary/canary.ts'
import { openWard, tablesThatDiffer } from '../support/ward.ts'

test('nothing is wrong with the good month', async () => {
  expect(await raisedIn(goodMonth(60), '2026-02-13')).toEqual([])
})

test('some hundred faults in a good month are each caught by the rule meant for them', async () => {
  const { tried, survivors } = await tryIn(goodMonth(400), '2026-02-13', { dossiers: 200, files: 30, seed: 1 })
  expect(survivors).toEqual([])
  expect(tried).toBeGreaterThan(150)
})

test('nightly --canary says how many of its faults were noticed, and leaves the ward as it was', async () => {
  const [ward, other] = [openWard(), openWard()]
  for (const [path, text] of goodMonth(240)) for (const each of [ward, other]) each.put(path, text)
  const { code, out } = await ward.nightly('2026-02-13', '--canary', '--lang', 'en')
  expect([code, out]).toEqual([0, expect.stringContaining('40 of 40')])
  await other.nightly('2026-02-13')
  expect(tablesThatDiffer(ward, other)).toEqual([])
  const { canary } = JSON.parse((await ward.nightly('2026-02-13', '--canary', '--json')).out) as { canary: Canary }
  expect(canary).toEqual({ tried: 40, caught: 40, survivors: [] })
})

test('a setting under which a fault passes unnoticed: it is named with its place, and the gate is not held', async () => {
  const ward = openWard({ rejectThreshold: 1 }) // so that no file is ever refused for its rejects
  for (const [path, text] of goodMonth(240)) ward.put(path, text)
  const { code, out } = await ward.nightly('2026-02-13', '--canary', '--lang', 'en')
  expect([code, out]).toEqual([1, expect.stringMatching(/39 of 40 were noticed\.\nNot noticed: ".+" in \S+\.csv\./)])
})
