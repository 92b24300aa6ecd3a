import { expect, test } from 'vitest'
import { precedence, settle, tellingRows } from '../pipeline/dossier.ts'
import type { Export, Sighted } from '../pipeline/facts.ts'
import { procedureOf } from '../pipeline/facts.ts'
import { bundledCatalogue } from './bundled.ts'
import {
  believed,
  booked,
  business,
  exportOf,
  factsOf,
  february,
  later,
  payment,
  settingOf,
  still,
  told,
  unreadable,
} from './support/hand-made.ts'

const portal = told('dvcqg')
const civil = told('botuphap-hotich')
const systemsOf = (rows: readonly Sighted[]) => rows.map(({ from }) => from.system)
const of = (text: string, known = true) => ({ procedureText: text, procedure: { code: text, known } })

test('a code that only payments name is no dossier', () => {
  const said = { payments: [payment('T1', 5000)] }
  expect(settle(factsOf(said), settingOf(said))).toBe(null)
  const unread = { unreadable: [unreadable('dvcqg-thanhtoan')] }
  expect(settle(factsOf(unread), settingOf(unread))).toBe(null)
})

test('the ministry’s system is believed before the portal, the portal before the book, the book before others', () => {
  const rows = [told('botuphap-chungthuc'), booked(), portal, civil]
  const dossier = believed({ rows })
  expect(systemsOf(dossier.rows)).toEqual(['botuphap-hotich', 'dvcqg', 'trungtam', 'botuphap-chungthuc'])
  expect([dossier.portal.is, dossier.book.is, dossier.ministry.is, dossier.ministrySystem]).toEqual([
    'listed',
    'listed',
    'listed',
    'botuphap-hotich',
  ])
  const order = rows.map((row) => precedence(row, 'botuphap-hotich'))
  expect(order).toEqual([3, 2, 1, 0])
})

test('its days are those of the most believed row that has them', () => {
  const days = (...rows: Sighted[]) => {
    const { receivedDay, endedDay, outcome, dueDay } = believed({ rows })
    return [receivedDay, dueDay, endedDay, outcome]
  }
  const other = told('dvcqg', { received: '2026-02-03T09:00:00', due: '2026-02-09', ended: '2026-02-06' })
  expect(days(other, civil)).toEqual(['2026-02-04', '2026-02-05', '2026-02-05', 'resolved'])
  expect(days(other, told('botuphap-hotich', { due: null, ended: null }))).toEqual([
    '2026-02-04',
    '2026-02-09',
    '2026-02-06',
    'resolved',
  ])
  expect(days(other, told('botuphap-hotich', { received: null }))).toEqual([
    '2026-02-03',
    '2026-02-05',
    '2026-02-05',
    'resolved',
  ])
  expect(days(other, told('botuphap-hotich', still))).toEqual(['2026-02-04', '2026-02-05', null, 'open'])
  expect(days(other, told('botuphap-hotich', { status: 'refused', ended: null }))).toEqual([
    '2026-02-04',
    '2026-02-05',
    null,
    'open',
  ])
  expect(days(booked())).toEqual(['2026-02-04', '2026-02-05', '2026-02-05', 'resolved'])
})

test('what is submitted and not received has a due day at most', () => {
  const waiting = { status: 'submitted', received: null, ended: null } as const
  expect(believed({ rows: [told('dvcqg', waiting)] })).toMatchObject({
    receivedDay: null,
    endedDay: null,
    outcome: 'none',
    dueDay: '2026-02-05',
  })
  expect(believed({ rows: [told('dvcqg', { ...waiting, due: null })] }).dueDay).toBe(null)
  expect(believed({ rows: [told('dvcqg', { ...waiting, received: '2026-02-04' })] }).receivedDay).toBe(null)
})

test('an end before the reception counts on the day of reception; one on it stays', () => {
  expect(believed({ rows: [told('dvcqg', { ended: '2026-02-03' })] }).endedDay).toBe('2026-02-04')
  expect(believed({ rows: [told('dvcqg', { ended: '2026-02-04' })] }).endedDay).toBe('2026-02-04')
  expect(believed({ rows: [told('dvcqg', { ended: '2026-02-05T23:59:00' })] }).endedDay).toBe('2026-02-05')
})

test('the rows that tell: each event by the first that has it, the end by one of the same class', () => {
  const refused = told('trungtam', { status: 'refused', ended: '2026-02-09' })
  const open = told('botuphap-hotich', { status: 'returned', ended: null })
  expect(tellingRows([open, refused, portal])).toEqual({
    received: open,
    due: open,
    ended: portal,
    outcome: 'resolved',
  })
  expect(tellingRows([])).toEqual({ received: null, due: null, ended: null, outcome: 'none' })
})

test('the procedure is the first that the catalogue knows: of the portal, the book, the ministries; of the later list', () => {
  const code = (rows: Sighted[]) => believed({ rows }).procedure?.code ?? null
  const [p, b, m] = [told('dvcqg', of('2.000815')), booked(of('1.000656')), told('botuphap-hotich', of('1.001193'))]
  expect(code([m, b, p])).toBe('2.000815')
  expect(code([p, b, m])).toBe('2.000815')
  expect(code([m, b])).toBe('1.000656')
  expect(code([told('dvcqg', of('x', false)), m])).toBe('1.001193')
  expect(code([told('dvcqg', of('x', false))])).toBe(null)
  expect(code([m, told('boyte-btxh', of('1.000656'))])).toBe('1.001193')
  expect(code([told('dvcqg', of('1.001612')), told(later('dvcqg'), of('1.000656'))])).toBe('1.000656')
  expect(procedureOf(told('dvcqg', { procedure: null }), bundledCatalogue)).toBe(null)
})

test('the responsible system is the catalogue’s; of a procedure that it does not know the portal’s, else who lists it', () => {
  const responsible = (...rows: Sighted[]) => believed({ rows }).ministrySystem
  const odd = of('x', false)
  const handledBy = 'Bộ Tư pháp - hộ tịch điện tử'
  expect(responsible(portal)).toBe('botuphap-hotich')
  expect(responsible(told('dvcqg', { ...odd, handledBy }), told('boyte-btxh', odd))).toBe('botuphap-hotich')
  expect(responsible(told('dvcqg', { ...odd, handledBy: 'x' }), booked({ ...odd, handledBy }))).toBe('botuphap-hotich')
  expect(responsible(told('dvcqg', odd), told('boyte-btxh', odd))).toBe('boyte-btxh')
  expect(responsible(told('dvcqg', odd), booked(odd))).toBe(null)
  expect(responsible(told('dvcqg', { ...of('1.002211'), handledBy }))).toBe(null) // known, and no ministry's
  expect(responsible(told('dvcqg', { ...of('1.002211'), handledBy }), told('boyte-btxh', odd))).toBe('boyte-btxh')
  const unread = believed({
    rows: [told('dvcqg', odd)],
    unreadable: [unreadable('dvcqg-thanhtoan'), unreadable('boyte-btxh')],
  })
  expect([unread.ministrySystem, unread.ministry.is]).toEqual(['boyte-btxh', 'unreadable'])
  expect(believed({ rows: [told('dvcqg', odd)] }).ministry.is).toBe('silent')
})

test('a household business is one by its procedure, else by the system that has it', () => {
  const isOne = (...rows: Sighted[]) => believed({ rows }).householdBusiness
  expect(isOne(told('dvcqg', business))).toBe(true)
  expect(isOne(portal, told('botaichinh-hkd'))).toBe(false)
  expect(isOne(told('botaichinh-hkd', of('x', false)))).toBe(true)
  expect(isOne(told('botuphap-hotich', of('x', false)))).toBe(false)
})

test('what is said in the last window is believed; where nothing of it can be read, what was said before', () => {
  const next = told(later('dvcqg'), { received: '2026-02-10' })
  expect(believed({ rows: [portal, civil, next] })).toMatchObject({
    receivedDay: '2026-02-10',
    window: { from: '2026-02-14' },
  })
  const unread = [unreadable(later('dvcqg')), unreadable(later('trungtam'))]
  const january = exportOf('trungtam', { export: 301, from: '2025-12-18', to: '2026-01-16' })
  const before = believed({ rows: [booked({}, january), booked(), portal, civil], unreadable: unread })
  expect(systemsOf(before.rows)).toEqual(['botuphap-hotich', 'dvcqg', 'trungtam'])
  expect(before.rows.every(({ from }) => from.to === february.to)).toBe(true)
  expect(before.portal.is).toBe('unreadable')
  const turned = believed({ rows: [portal, civil, booked(), booked({}, january)], unreadable: unread })
  expect(systemsOf(turned.rows)).toEqual(['botuphap-hotich', 'dvcqg', 'trungtam'])
  expect(believed({ unreadable: unread }).rows).toEqual([])
})

test('a late word is believed in its place where it says that it ended, and last where it says that it was open', () => {
  const early = { to: '2026-02-12', came: '2026-02-12', met: '2026-02-12' }
  const list = exportOf('botuphap-hotich', early)
  const ended = believed({ rows: [portal, told(list)] })
  expect([systemsOf(ended.rows), [...ended.late]]).toEqual([['botuphap-hotich', 'dvcqg'], ['botuphap-hotich']])
  const open = believed({ rows: [portal, told(list, still), booked()] })
  expect(systemsOf(open.rows)).toEqual(['dvcqg', 'trungtam', 'botuphap-hotich'])
  expect(open.outcome).toBe('resolved')
  expect(believed({ rows: [portal, civil] }).late.size).toBe(0)
})

test('a window is as far as the last list of dossiers has it by now: who lists the dossier in an earlier one is late', () => {
  const early = { to: '2026-02-12', came: '2026-02-12', met: '2026-02-12' }
  const rows = [told(exportOf('dvcqg', early)), told(exportOf('botuphap-hotich', early)), booked({}, exportOf('trungtam', early))] // prettier-ignore
  const windowAnd = (handed: Export[]) => {
    const { window, late } = believed({ rows, handed })
    return [window, [...late]]
  }
  const all = ['botuphap-hotich', 'dvcqg', 'trungtam']
  const others = [later('boyte-btxh'), exportOf('boyte-btxh', { export: 901, from: '2026-01-18' })]
  const { from, to } = february
  expect(windowAnd([exportOf('boyte-btxh'), ...others])).toEqual([{ from, to, came: to, met: to }, all])
  expect(windowAnd([exportOf('dvcqg-thanhtoan'), ...others])).toEqual([{ from, ...early }, []])
})
