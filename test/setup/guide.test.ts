import { beforeAll, describe, expect, test } from 'vitest'
import { guide, holds, printedBy, shownFor } from '../support/guide.ts'
import { openWard, type Ward } from '../support/ward.ts'

let ward: Ward

beforeAll(() => {
  ward = openWard()
  ward.take('../doisoat.yaml')
  ward.take('.')
})

describe('what the guide shows of a ward that is set up by it', () => {
  test('init, then doctor', async () => {
    for (const command of ['init', 'doctor']) {
      const { given, printed } = shownFor(command)
      expect(printed.length).toBeGreaterThan(8)
      expect(holds(printed, await printedBy(ward, given, '2026-02-13T08:00:00Z'))).toEqual([])
    }
  })

  test('every schedule that its table names', async () => {
    const named = [...guide.matchAll(/\| `doisoat (init --schedule \w+)` \|/g)].map(([, command]) =>
      command!.split(' '),
    )
    expect(named.length).toBe(3)
    for (const given of named)
      expect((await printedBy(ward, given, '2026-02-13T08:00:00Z')).join('\n')).toContain('01:30')
  })
})
