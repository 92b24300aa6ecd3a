import { expect, test } from 'vitest'
import { raiseCarryOver, sideMissing } from '../pipeline/nights/carry-over.ts'
import type { Day } from '../pipeline/day.ts'
import type { FactReader } from '../pipeline/fact-reader.ts'
import type { Export, Facts, Sighted } from '../pipeline/facts.ts'
import { figuresOf } from '../pipeline/figures.ts'
import { raiseLateChanges } from '../pipeline/closing/late-change.ts'
import type { Office } from '../pipeline/office.ts'
import type { Period, Span } from '../pipeline/period.ts'
import { bundledCalendar, bundledCatalogue } from './bundled.ts'
import {
  booked,
  code,
  counted,
  exportOf,
  factsOf,
  february,
  later,
  march,
  settingOf,
  still,
  told,
  ward,
} from './support/hand-made.ts'
import { makeStore } from './support/store.ts'

const store = makeStore()
const january = { id: '2026-01', from: '2025-12-18', to: '2026-01-16' }
const override = Object.fromEntries([january, february, march].map(({ id, from, to }) => [id, { from, to }]))
const config = { unit: ward, periods: { regime: 'nd09', override }, expectedSystems: [], dueSoonDays: 2 }
const given = { config, catalogue: bundledCatalogue, calendar: bundledCalendar, asOf: march.to }

function office(unit: number): Office {
  return { store, unit, ...given } as unknown as Office
}

/** What the database tells of dossiers, by hand. */
function factsByHand(facts: readonly Facts[], exports: readonly Export[]): FactReader {
  const of = (numbers: readonly number[]) => facts.filter(({ dossier }) => numbers.includes(dossier))
  return { exports, of, numbers: () => facts.map(({ dossier }) => dossier) }
}

const open = { received: '2026-02-12', ...still, due: '2026-02-27' }
const lists = [told('dvcqg', open), told(later('dvcqg'), open)]
const then = booked({ received: '2026-02-12', handed: null })
const now = booked({ received: '2026-02-12', handed: null, row: 2 }, later('trungtam'))
const books = [exportOf('trungtam'), later('trungtam')]

function carriedOver(unit: number, rows: readonly Sighted[], months = [february, march]) {
  const facts = factsOf({ rows })
  const exports = [...new Map([...rows.map(({ from }) => from), ...books].map((each) => [each.export, each])).values()]
  return raiseCarryOver(office(unit), months, factsByHand([facts], exports), settingOf({ rows, handed: books }))
}

function openDossier(unit: number): void {
  const days = { received_day: '2026-02-12', ended_day: null, window_from: null, unheard: null }
  store.insert('dossier', [{ unit, dossier: 1, own: 1, ...days, outcome: 'open' }])
}

test('what the book had at the end of a month and has not in the next is not carried in; the reverse was not pending', () => {
  openDossier(1)
  const lost = carriedOver(1, [...lists, then])
  expect(lost).toEqual([
    {
      key: `carry_over_mismatch/${code}/trungtam`,
      kind: 'carry_over_mismatch',
      dossier: 1,
      code,
      system: 'trungtam',
      systems: ['trungtam'],
      detail: { before: '2026-02', period: '2026-03', side: 'not_carried_in' },
      sources: [{ export: 3, row: 1 }],
      place: { from: march.from, to: march.to },
    },
  ])
  const found = carriedOver(1, [...lists, now])
  expect(found.map(({ detail, sources }) => [detail['side'], sources])).toEqual([
    ['not_pending_before', [{ export: 103, row: 2 }]],
  ])
  expect(carriedOver(1, [...lists, then, now])).toEqual([])
  expect(carriedOver(1, lists)).toEqual([])
})

test('only dossiers that were open when one month ended are looked at, of months that meet and are known', () => {
  expect(carriedOver(2, [...lists, then])).toEqual([]) // the database has none
  openDossier(3)
  const april = { id: '2026-04', from: '2026-03-15', to: '2026-04-14' } // the override leaves a day before it
  expect(carriedOver(3, [...lists, then], [april as never])).toEqual([])
  expect(carriedOver(3, [...lists, then], [february])).toEqual([]) // nobody's list covers January's last day
  expect(carriedOver(3, [], [march])).toEqual([])
  const paid = told('dvcqg-thanhtoan', open)
  expect(carriedOver(3, [paid], [march])).toEqual([])
})

/** Dossiers of one unit by their days, each lost from the Centre's book in March, and what is raised of them. */
function lostOf(unit: number, days: readonly (readonly [Day | null, Day | null, own?: number])[]) {
  const rest = { unit, window_from: null, unheard: null, outcome: 'open' } as const
  const inTable = days.map(([received_day, ended_day, own = 1], at) => ({ ...rest, dossier: at + 1, own, received_day, ended_day })) // prettier-ignore
  store.insert('dossier', inTable)
  const rows = [...lists, then]
  const facts = inTable.map(({ dossier }) => ({ ...factsOf({ rows, code: `H24.131-260212-000${dossier}` }), dossier }))
  const exports = [...lists.map(({ from }) => from), ...books]
  const setting = settingOf({ rows, handed: books })
  return (only: readonly number[] | null): (number | null)[] =>
    raiseCarryOver(office(unit), [march], factsByHand(facts, exports), setting, only).map(({ dossier }) => dossier)
}

test('of those that are asked the ones are looked at that were open on the last day, each as if all were asked', () => {
  const [last, next] = [february.to, march.from]
  const lost = lostOf(4, [
    ['2026-02-12', null],
    [last, null],
    [next, null],
    [null, null],
    ['2026-02-12', last],
    ['2026-02-12', next],
    [null, next],
    [next, next],
    ['2026-02-12', null, 0],
  ])
  expect(lost(null)).toEqual([1, 2, 6])
  expect(lost([1, 2, 3, 4, 5, 6, 7, 8, 9])).toEqual([1, 2, 6])
  expect([lost([6, 5, 1]), lost([2]), lost([3]), lost([])]).toEqual([[1, 6], [2], [], []])
})

test('those that are asked of one unit are not another’s of the same number', () => {
  const [these, others] = [lostOf(5, [['2026-02-12', null]]), lostOf(6, [['2026-02-12', '2026-02-12'], ['2026-02-12', null]])] // prettier-ignore
  expect([these([1, 2]), others([1, 2])]).toEqual([[1], [2]])
})

test('a side is missing where one month counts it in the book and the other does not', () => {
  const [pending, carried] = [counted({ rows: [...lists, then, now] }), counted({ rows: [...lists, then, now] }, march)]
  expect(sideMissing(pending, carried, february, march)).toBe(null)
  expect(sideMissing(pending, null, february, march)).toBe('not_carried_in')
  expect(sideMissing(null, carried, february, march)).toBe('not_pending_before')
  expect(sideMissing(null, null, february, march)).toBe(null)
  expect(sideMissing(pending, { ...carried!, book: 'absent' }, february, march)).toBe('not_carried_in')
  expect(sideMissing({ ...pending!, endedDay: '2026-02-13' }, null, february, march)).toBe(null)
  expect(sideMissing(null, { ...carried!, receivedDay: march.from }, february, march)).toBe(null)
})

const one = counted({ rows: [told('dvcqg'), booked()] })!

/** A month as it was signed, with these dossiers; the database of now has none. */
function closed(
  unit: number,
  centre: readonly (typeof one)[],
  all: readonly (typeof one)[] = centre,
  period: Period = february,
): void {
  const stated = (these: readonly (typeof one)[]) => ({ figures: figuresOf(these, period).figures })
  store.insert('closing', [
    {
      unit,
      period: period.id,
      closing: 1,
      from_day: period.from,
      to_day: period.to,
      as_of: period.to,
      run: 1,
      closed_at: '2026-02-14T08:00:00',
      closed_by: 'Lan',
      why: null,
      state: 'closed',
      document: JSON.stringify({ centre: stated(centre), all: stated(all) }),
    },
  ])
  store.insert(
    'closed_dossier',
    all.map((each) => ({
      unit,
      period: period.id,
      closing: 1,
      dossier: each.dossier,
      document: JSON.stringify(each),
    })),
  )
}

const rows = [told('dvcqg'), booked({ row: 4 })]
const raisedLate = (unit: number, mayHaveMoved?: (days: Span) => boolean) =>
  raiseLateChanges(office(unit), factsByHand([factsOf({ rows })], []), mayHaveMoved)

test('a closed month that would be counted otherwise now is one late change, with what moves, and why', async () => {
  closed(11, [one])
  const [change, ...others] = raisedLate(11)
  expect(others).toEqual([])
  expect(change).toMatchObject({
    key: 'late_change/2026-02',
    kind: 'late_change',
    dossier: null,
    code: null,
    system: null,
    systems: [],
    sources: [
      { export: 1, row: 1 },
      { export: 3, row: 4 },
    ],
    place: { from: february.from, to: february.to },
  })
  expect(change?.detail).toMatchObject({
    closed_on: '2026-02-13',
    received_total: [1, '–'],
    refused: [0, '–'],
    codes: [code],
  })
})

test('of figures that move on both bases the Centre’s are shown', async () => {
  closed(16, [one], [one, { ...one, dossier: 2, book: 'absent' }])
  const [change] = raisedLate(16)
  expect(change?.detail).toMatchObject({ received_total: [1, '–'], codes: [code, code] })
})

test('figures that move are a late change, also where no dossier says why', async () => {
  closed(17, [one], [])
  const [change] = raisedLate(17)
  expect(change?.detail).toMatchObject({ received_total: [1, '–'], codes: [] })
})

test('where only the other basis moves, its figures are shown; where both do, the Centre’s', async () => {
  const unknown = { ...figuresOf([], february).figures }
  for (const key of Object.keys(unknown)) Object.assign(unknown, { [key]: null })
  closed(12, [one], [one])
  const stated = { centre: { figures: unknown }, all: { figures: figuresOf([one, one], february).figures } }
  const document = JSON.stringify(stated)
  await store.db.updateTable('closing').set({ document }).where('unit', '=', 12).execute()
  const [change] = raisedLate(12)
  expect(change?.detail).toMatchObject({ received_total: [2, '–'], digitized_rate: [100, '–'] })
})

test('a closed month that is as it was stated is no late change, and neither is what nobody closed', async () => {
  expect(raisedLate(13)).toEqual([])
  closed(14, [])
  const nothing = Object.fromEntries(Object.keys(figuresOf([], february).figures).map((key) => [key, null]))
  const document = JSON.stringify({ centre: { figures: nothing }, all: { figures: nothing } })
  await store.db.updateTable('closing').set({ document }).where('unit', '=', 14).execute()
  expect(raisedLate(14)).toEqual([])
  closed(15, [one])
  await store.db.updateTable('closing').set({ document }).where('unit', '=', 15).execute()
  const [change] = raisedLate(15) // the figures are as they were, a dossier is not
  expect(change?.detail).toEqual({ closed_on: '2026-02-13', codes: [code] })
})

test('of closed months only those are counted again whose days may have moved; each is asked by its own days', () => {
  for (const month of [january, february, march]) closed(18, [one], [one], month)
  const keys = (...moved: string[]) =>
    raisedLate(18, ({ from, to }) => moved.includes(`${from} ${to}`)).map(({ key }) => key)
  expect(keys(`${february.from} ${february.to}`)).toEqual(['late_change/2026-02'])
  expect(keys(`${january.from} ${january.to}`, `${march.from} ${march.to}`)).toEqual(['late_change/2026-01', 'late_change/2026-03']) // prettier-ignore
  expect(keys()).toEqual([])
  expect(raisedLate(18).length).toBe(3)
})

test('a closed month of which days were purged is not counted again, whatever moved', () => {
  closed(19, [one], [one], january)
  closed(19, [one])
  const keys = () => raisedLate(19, () => true).map(({ key }) => key)
  expect(keys()).toEqual(['late_change/2026-01', 'late_change/2026-02'])
  purged(19, january.from, 1)
  expect(keys()).toEqual(['late_change/2026-01', 'late_change/2026-02'])
  purged(19, '2025-12-19', 2)
  expect(keys()).toEqual(['late_change/2026-02'])
  expect(raisedLate(19, ({ from }) => from === january.from)).toEqual([])
})

function purged(unit: number, before_day: Day, purge: number): void {
  const who = { purged_by: 'Lan', purged_at: '2026-03-13T08:00:00', why: null, counts: '{}' }
  store.insert('purge', [{ unit, purge, before_day, as_of: march.to, ...who }])
}

test('a month whose book was not handed over says nothing of what is carried', () => {
  const pending = counted({ rows: [lists[0]!, then] })!
  const carried = counted({ rows: [lists[1]!, now] }, march)!
  const silent = { ...pending, book: 'silent' } as const
  const side = (before: typeof pending | null, after: typeof pending | null) =>
    sideMissing(before, after, february, march)
  expect([side(pending, carried), side(pending, null), side(null, carried)]).toEqual([null, 'not_carried_in', 'not_pending_before']) // prettier-ignore
  expect([side(silent, carried), side(pending, silent)]).toEqual([null, null])
})
