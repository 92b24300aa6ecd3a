import { expect, test } from 'vitest'
import type { System } from '../connectors/connector.ts'
import type { CountedReader } from '../pipeline/counted-reader.ts'
import { figuresOf, noFigures, onBasis } from '../pipeline/figures.ts'
import type { Office } from '../pipeline/office.ts'
import { periodOf } from '../pipeline/period.ts'
import { figuresOfPeriod } from '../pipeline/period-figures.ts'
import { statementOf } from '../pipeline/statement.ts'
import { booked, counted, february, later, march, still, told, ward } from './support/hand-made.ts'
import { makeStore } from './support/store.ts'

const store = makeStore()
const override = { '2026-02': { from: february.from, to: february.to }, '2026-03': { from: march.from, to: march.to } }
const config = { unit: ward, periods: { regime: 'nd09', override } }
const office = { store, unit: 1, config, asOf: march.to } as unknown as Office

const open = { received: '2026-02-12', ...still, due: '2026-02-27', fee_dong: 5000 }
const inBook = { rows: [told('dvcqg', open), booked({ received: '2026-02-12', handed: null })] }
const past = { rows: [told('dvcqg', open)] }
const before = [counted(inBook)!, { ...counted(past)!, dossier: 2 }]
const [portal, book] = [later('dvcqg'), later('trungtam')]
const inMarch = { rows: [told(portal, open), booked({ received: '2026-02-12', handed: null }, book)] }
const these = [
  counted(inMarch, march)!,
  { ...counted({ rows: [told(portal, open)], handed: [book] }, march)!, dossier: 2 },
]

type Known = {
  readonly silent?: readonly System[]
  readonly heard?: readonly System[]
  readonly before?: boolean
  readonly counted?: typeof these
}

/** What is known of February and March, by hand. */
function reader({ silent = [], heard = [], before: isKnown = true, counted = these }: Known = {}): CountedReader {
  return {
    of: ({ id }) => (id === '2026-02' ? before : counted),
    knows: () => isKnown,
    silent: () => [...silent],
    heardOf: (system) => heard.includes(system),
  }
}

const stated = (known?: Known) => figuresOfPeriod(office, march, reader(known))
const carried = (known?: Known) => {
  const { centre, all } = stated(known)
  return [centre, all].map(({ identities }) => identities.find(({ id }) => id === 'carried_in_is_pending_before'))
}

test('a period is stated on both bases, each with its figures, and the statement of all', () => {
  const all = stated()
  for (const basis of ['centre', 'all'] as const) {
    const { figures, rates } = figuresOf(onBasis(these, basis), march)
    expect(all[basis]).toMatchObject({
      schema: 1,
      unit: 'H24.131',
      period: march,
      asOf: march.to,
      basis,
      figures,
      rates,
    })
    expect(all[basis]).toMatchObject({ reconciliation: statementOf(these, 1), incomplete: [], warnings: [] })
    expect(all[basis].identities.filter(({ holds }) => holds !== true)).toEqual([])
  }
  expect([all.centre.figures.received_total, all.all.figures.received_total]).toEqual([1, 2])
})

test('what is carried in is held against what was pending, on its own basis', () => {
  const held = (left: number, right: number | null, holds: boolean | null) => ({
    id: 'carried_in_is_pending_before',
    left,
    right,
    holds,
  })
  expect(carried()).toEqual([held(1, 1, true), held(2, 2, true)])
  expect(carried({ before: false })).toEqual([held(1, null, null), held(2, null, null)])
  expect(carried({ counted: these.slice(1) })).toEqual([held(0, 1, false), held(1, 2, false)])
  const april = periodOf('2026-04', config.periods as never)
  const { centre } = figuresOfPeriod(office, april, reader())
  expect(centre.identities.find(({ id }) => id === 'carried_in_is_pending_before')).toMatchObject({ right: null })
  expect(centre.warnings).toEqual([{ id: 'gap', period: '2026-03', days: 1 }])
})

test('without the book the Centre’s figures are not known, and nothing of them holds or fails', () => {
  const { centre, all } = stated({ silent: ['trungtam'] })
  expect([centre.figures, centre.incomplete]).toEqual([noFigures, ['trungtam']])
  expect(centre.identities.filter(({ holds }) => holds !== null).map(({ id }) => id)).toEqual([
    'lines_accounted_for',
    'rows_accounted_for',
  ])
  expect(all.figures.received_total).toBe(2)
  expect(all.identities.every(({ holds }) => holds === true)).toBe(true)
})

test('a system that fell silent, and was heard of the period before that, leaves it known and incomplete', () => {
  const { centre } = stated({ silent: ['trungtam', 'dvcqg-thanhtoan'], heard: ['trungtam', 'dvcqg-thanhtoan'] })
  expect([centre.figures.received_total, centre.figures.online_payment_total]).toEqual([1, 0])
  expect(centre.incomplete).toEqual(['trungtam', 'dvcqg-thanhtoan'])
})

test('without the portal’s list zero is not known; what others list is', () => {
  const silent: Known = { silent: ['dvcqg'] }
  expect(stated({ ...silent, counted: [] }).all.figures).toBe(noFigures)
  expect(stated(silent).all.figures.received_total).toBe(2)
  expect(stated({ counted: [] }).all.figures.received_total).toBe(0)
})

test('without the list of transactions nothing is known of payments, and all else is', () => {
  const { figures } = stated({ silent: ['dvcqg-thanhtoan'] }).all
  expect(figures).toEqual({ ...figuresOf(these, march).figures, online_payment_rate: null, online_payment_total: null })
  expect(stated({ silent: ['botuphap-hotich'] }).all.figures.online_payment_total).toBe(0)
})

test('a period of which days were taken away is refused; one that begins where the rest begins is stated', () => {
  const who = { purged_by: 'Lan', purged_at: '2026-03-13T08:00:00', why: null, counts: '{}' }
  const asked = (id: number) => () => figuresOfPeriod({ ...office, unit: id }, march, reader()).all.figures
  const purged = (id: number, before_day: string) => {
    store.insert('purge', [{ unit: id, purge: 1, before_day, as_of: march.to, ...who }])
  }
  purged(2, march.from)
  expect(asked(2)().received_total).toBe(2)
  purged(3, '2026-02-15')
  const details = { period: '2026-03', before: '2026-02-15' }
  expect(asked(3)).toThrow(expect.objectContaining({ code: 'period_purged', details }))
  expect(asked(1)().received_total).toBe(2)
})
