import { expect, test } from 'vitest'
import type { Counted } from '../pipeline/counted.ts'
import { figuresOf } from '../pipeline/figures.ts'
import { type Identity, identitiesOf, unknownIdentities } from '../pipeline/identities.ts'
import { counted as countedByHand, told } from './support/hand-made.ts'

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

const one: Counted = { ...countedByHand({ rows: [told('dvcqg')] })!, receivedDay: '2026-01-17', endedDay: '2026-02-13' }
const some: readonly Counted[] = [
  one,
  { ...one, dossier: 2, receivedDay: '2026-02-13', endedDay: null, outcome: 'open', field: 'Đất đai', channel: 'post' },
  { ...one, dossier: 3, receivedDay: '2026-01-10', endedDay: '2026-02-02', system: null, outcome: 'refused' },
  {
    ...one,
    dossier: 4,
    receivedDay: '2026-01-10',
    endedDay: null,
    outcome: 'open',
    dueDay: '2026-02-20',
    system: null,
  },
]

/** The sides of every identity, where the figures are those of `some` and the dossiers are these. */
function sides(these: readonly Counted[]): Record<string, readonly (number | boolean | null)[]> {
  const { figures } = figuresOf(some, period)
  const carried = some.slice(2)
  const books = { period, counted: these, figures, carried, pendingBefore: carried, lines: all }
  return Object.fromEntries(identitiesOf(books).map(({ id, left, right, holds }) => [id, [left, right, holds]]))
}

test('every sum is added up from its parts, from fields, systems and days', () => {
  expect(sides(some)).toEqual({
    received_by_time: [4, 4, true],
    received_by_channel: [4, 4, true],
    resolved_by_outcome: [2, 2, true],
    received_is_resolved_or_pending: [4, 4, true],
    pending_by_due_day: [2, 2, true],
    carried_in_is_pending_before: [2, 2, true],
    fields_add_up: [10, 10, true], // received, carried in, resolved and pending
    systems_add_up: [10, 10, true],
    days_add_up: [4, 4, true],
    lines_accounted_for: [10, 10, true],
    rows_accounted_for: [5, 5, true],
  })
})

test('a dossier that a breakdown loses breaks its sum', () => {
  expect(sides(some.slice(1))).toMatchObject({
    received_by_time: [4, 4, true],
    fields_add_up: [10, 8, false],
    systems_add_up: [10, 8, false],
    days_add_up: [4, 2, false],
  })
})

test('figures that are not known count as nothing', () => {
  const nothing = { ...figuresOf([], period).figures, received_total: null, carried_in: null }
  const books = { period, counted: [], figures: nothing, carried: [], pendingBefore: null, lines: all }
  expect(identitiesOf(books)[0]).toEqual({ id: 'received_by_time', left: 0, right: 0, holds: true })
})

test('where nothing is known only lines and rows of files still hold or fail', () => {
  const known = (id: string): Identity => ({ id, left: 2, right: 1, holds: false })
  const ids = ['received_by_time', 'carried_in_is_pending_before', 'lines_accounted_for', 'rows_accounted_for']
  expect(unknownIdentities(ids.map(known))).toEqual([
    { id: 'received_by_time', left: null, right: null, holds: null },
    { id: 'carried_in_is_pending_before', left: null, right: null, holds: null },
    known('lines_accounted_for'),
    known('rows_accounted_for'),
  ])
})
