import { expect, test } from 'vitest'
import { played } from './lifecycle.ts'

test('night after night, discrepancies stand as a small model has them', { timeout: 120_000 }, async () => {
  const met = new Set<string>()
  for (let seed = 1; seed <= 12; seed++) {
    const { ours, theirs } = await played(seed, 6)
    expect([seed, theirs]).toEqual([seed, ours])
    for (const [, state, verified] of JSON.stringify(ours).matchAll(/"state":"(\w+)","verified":(\w+)/g))
      met.add(`${state} ${verified}`)
  }
  expect([...met].toSorted()).toEqual([
    'acknowledged false',
    'acknowledged true',
    'new true',
    'open false',
    'open true',
    'reopened false',
    'reopened true',
    'resolved true',
  ])
})
