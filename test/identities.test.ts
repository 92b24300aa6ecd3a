import { expect, test } from 'vitest'
import type { Counted } from '../pipeline/counted.ts'
import { figuresOf } from '../pipeline/figures.ts'
import { identitiesOf } from '../pipeline/identities.ts'

const period = { id: '2026-02', from: '2026-01-17', to: '2026-02-13' }

test.each([
  [[1, 2], [2, 1], true],
  [[1, 2], [1], false],
  [[1], [1, 2], false],
  [[1, 2], [1, 3], false],
  [[], [], true],
  [[1], null, null],
])('carried in %j after pending %j: %s', (carried, before, holds) => {
  expect(held(carried, before, all)).toBe(holds)
})

test('lines and rows that are not accounted for break an identity', () => {
  expect(broken({ physical: 10, accounted: 9, read: 5, handled: 5 })).toEqual(['lines_accounted_for'])
  expect(broken({ physical: 10, accounted: 10, read: 5, handled: 6 })).toEqual(['rows_accounted_for'])
  expect(broken(all)).toEqual([])
})

const all = { physical: 10, accounted: 10, read: 5, handled: 5 }

function identities(carried: readonly number[], before: readonly number[] | null, lines: typeof all) {
  const pendingBefore = before === null ? null : before.map(dossier)
  const { figures } = figuresOf([], period)
  return identitiesOf({ period, counted: [], figures, carried: carried.map(dossier), pendingBefore, lines })
}

function held(...given: Parameters<typeof identities>): boolean | null | undefined {
  return identities(...given).find(({ id }) => id === 'carried_in_is_pending_before')?.holds
}

function broken(lines: typeof all): string[] {
  return identities([], [], lines)
    .filter(({ holds }) => holds === false)
    .map(({ id }) => id)
}

/** Of a dossier the set asks nothing but who it is. */
function dossier(number: number): Counted {
  return { dossier: number } as Counted
}
