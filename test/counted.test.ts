import { expect, test } from 'vitest'
import { isRouted } from '../pipeline/counted.ts'
import type { Export, Sighted } from '../pipeline/facts.ts'
import {
  believed,
  booked,
  business,
  counted,
  exportOf,
  february,
  later,
  march,
  payment,
  settingOf,
  still,
  told,
  unreadable,
} from './support/hand-made.ts'

const portal = told('dvcqg')
const civil = told('botuphap-hotich')
const rows = [portal, civil, booked()]

test('a dossier is counted with its events and what the lists of that time say', () => {
  expect(counted({ rows })).toEqual({
    dossier: 1,
    code: 'H24.131-260204-0001',
    procedure: '1.001193',
    field: 'Hộ tịch',
    system: 'botuphap-hotich',
    receivedDay: '2026-02-04',
    endedDay: '2026-02-05',
    outcome: 'resolved',
    dueDay: '2026-02-05',
    channel: 'online',
    portal: 'listed',
    book: 'listed',
    householdBusiness: false,
    routed: false,
    digitized: 2,
    reused: 1,
    electronicResult: true,
    fee_dong: null,
    paid_dong: null,
  })
})

test.each([
  ['received on the last day', { received: '2026-02-13', ended: '2026-02-13' }, true],
  ['received after it', { received: '2026-02-14', ended: '2026-02-14' }, false],
  ['ended on the first day', { received: '2026-01-05', ended: '2026-01-17' }, true],
  ['ended before it', { received: '2026-01-05', ended: '2026-01-16' }, false],
  ['open since long before', { received: '2025-11-05', ...still }, true],
  ['not received', { received: null, ended: null, status: 'submitted' as const }, false],
])('a period counts what was there on any of its days: %s', (_, given, isCounted) => {
  expect(counted({ rows: [told('dvcqg', given)] }) !== null).toBe(isCounted)
})

test('another ward’s dossier is counted nowhere', () => {
  expect(counted({ code: 'H24.999-260204-0001', rows })).toBe(null)
})

test('what ended after the period is open in it; on its last day it has ended', () => {
  const ending = (ended: string) => counted({ rows: [told('dvcqg', { ended })] })
  expect(ending('2026-02-14')).toMatchObject({ endedDay: null, outcome: 'open' })
  expect(ending('2026-02-13')).toMatchObject({ endedDay: '2026-02-13', outcome: 'resolved' })
})

test('a procedure that the catalogue does not have is told as exported, with the field of a list', () => {
  const odd = { procedureText: 'x', procedure: { code: 'x', known: false }, field: null }
  const list = told('dvcqg', odd)
  expect(counted({ rows: [list, booked({ ...odd, field: 'Đất đai' })] })).toMatchObject({
    procedure: 'x',
    field: 'Đất đai',
  })
  expect(counted({ rows: [list] })).toMatchObject({ field: '' })
  expect(counted({ rows: [told('dvcqg', { ...odd, procedureText: null, procedure: null })] })?.procedure).toBe(null)
  expect(counted({ unreadable: [unreadable('dvcqg')] })).toBe(null)
})

test('the channel is the portal’s, else the book’s, else the ministry’s, else online', () => {
  const channel = (portal: 'post' | null, book: 'counter' | null, ministry: 'post' | null) =>
    counted({
      rows: [
        told('dvcqg', { channel: portal }),
        told('botuphap-hotich', { channel: ministry }),
        booked({ channel: book }),
      ],
    })?.channel
  expect(channel('post', 'counter', null)).toBe('post')
  expect(channel(null, 'counter', 'post')).toBe('counter')
  expect(channel(null, null, 'post')).toBe('post')
  expect(channel(null, null, null)).toBe('online')
  expect(counted({ rows: [civil] })?.channel).toBe('online')
  expect(counted({ rows: [told('botuphap-chungthuc', { channel: 'post' })] })).toMatchObject({
    system: 'botuphap-hotich', // it does not list the dossier, and nobody else is asked
    channel: 'online',
  })
})

test('the fee is the portal’s, also where it says none; the ministry’s where the portal does not list it', () => {
  const paying = told('botuphap-hotich', { fee_dong: 8000 })
  expect(counted({ rows: [told('dvcqg', { fee_dong: 5000 }), paying] })?.fee_dong).toBe(5000)
  expect(counted({ rows: [portal, paying] })?.fee_dong).toBe(null)
  expect(counted({ rows: [paying] })?.fee_dong).toBe(8000)
  expect(counted({ rows: [booked({ fee_dong: 1 })] })?.fee_dong).toBe(null)
})

test('the portal alone tells of components and electronic results', () => {
  expect(counted({ rows: [civil] })).toMatchObject({ digitized: null, reused: null, electronicResult: null })
  expect(counted({ rows: [told('dvcqg', { electronicResult: false, reused: 0, digitized: 0 })] })).toMatchObject({
    digitized: 0,
    reused: 0,
    electronicResult: false,
  })
})

test('the first payment that succeeded by the last day counts', () => {
  const on = (day: string, amount = 5000) => payment(`T${day}`, amount, { paid: `${day}T09:00:00` })
  expect(counted({ rows, payments: [on('2026-02-09', 1), on('2026-02-06', 2)] })?.paid_dong).toBe(2)
  expect(counted({ rows, payments: [on('2026-02-13')] })?.paid_dong).toBe(5000)
  expect(counted({ rows, payments: [on('2026-02-14')] })?.paid_dong).toBe(null)
})

test('a household business is routed where another account than the Centre’s has it, or none', () => {
  const setting = settingOf({})
  expect(isRouted({ householdBusiness: true }, 'ktht.truongphong', setting)).toBe(true)
  expect(isRouted({ householdBusiness: true }, null, setting)).toBe(true)
  expect(isRouted({ householdBusiness: true }, ' TTPVHCC.HD01', setting)).toBe(false)
  expect(isRouted({ householdBusiness: false }, 'ktht.truongphong', setting)).toBe(false)
})

test('the ministry’s account decides about the routing, else the portal’s', () => {
  const routed = (ministry: string | null, onPortal: string | null) =>
    counted({
      rows: [
        told('dvcqg', { ...business, account: onPortal }),
        told('botaichinh-hkd', { ...business, account: ministry }),
      ],
    })?.routed
  expect(routed('ktht.truongphong', 'ttpvhcc.hd01')).toBe(true)
  expect(routed('ttpvhcc.hd01', 'ktht.truongphong')).toBe(false)
  expect(routed(null, 'ttpvhcc.hd01')).toBe(false)
  expect(routed(null, null)).toBe(true)
  expect(counted({ rows: [told('dvcqg', { ...business, account: 'ttpvhcc.hd01' })] })).toMatchObject({
    householdBusiness: true,
    routed: false,
  })
})

test('what an export of the period says counts, not what a later one says', () => {
  const next = { channel: 'post', digitized: 0, due: '2026-03-05' } as const
  const open = { ...still, due: '2026-02-09' }
  const said = { rows: [told('dvcqg', open), told(later('dvcqg'), { ...still, ...next })] }
  expect(counted(said)).toMatchObject({ channel: 'online', digitized: 2, dueDay: '2026-02-09' })
  expect(counted(said, march)).toMatchObject({ channel: 'post', digitized: 0, dueDay: '2026-03-05' })
})

test('where no export covers the day the next one is asked, the first of several; else the last before it', () => {
  const [first, second] = [later('dvcqg'), exportOf('dvcqg', { export: 201, from: '2026-03-14', to: '2026-04-14' })]
  const of = (...froms: (typeof first)[]) =>
    counted({ rows: froms.map((from) => told(from, { ...still, channel: from === first ? 'post' : 'counter' })) })
  expect(of(second, first)?.channel).toBe('post')
  expect(of(first, second)?.channel).toBe('post')
  const [january, december] = [
    exportOf('dvcqg', { export: 301, from: '2025-12-18', to: '2026-01-16' }),
    exportOf('dvcqg', { export: 302, from: '2025-11-18', to: '2025-12-17' }),
  ]
  const old = { received: '2025-12-01T08:00:00', ...still }
  const before = (...froms: (typeof first)[]) =>
    counted({ rows: froms.map((from) => told(from, { ...old, channel: from === january ? 'post' : 'counter' })) })
  expect(before(january, december)?.channel).toBe('post')
  expect(before(december, january)?.channel).toBe('post')
  const both = counted({
    rows: [told(january, { ...old, channel: 'post' }), told(first, { ...old, channel: 'counter' })],
  })
  expect(both?.channel).toBe('counter') // after it before what ended
})

test('of two exports that cover the day the one that reaches further is asked', () => {
  const short = exportOf('dvcqg', { export: 401, from: '2026-02-01', to: '2026-02-10' })
  const given = { received: '2026-02-04', ended: '2026-02-05' }
  const said = (first: boolean) => {
    const [a, b] = [told(short, { ...given, channel: 'post' }), told('dvcqg', { ...given, channel: 'counter' })]
    return counted({ rows: first ? [a, b] : [b, a] })?.channel
  }
  expect([said(true), said(false)]).toEqual(['counter', 'counter'])
})

test('the due day is the ministry’s, else the portal’s, else the book’s, of the exports of that day', () => {
  const [p, m, b] = ['2026-02-10', '2026-02-11', '2026-02-12']
  const due = (onPortal: string | null, ministry: string | null, book: string | null) =>
    counted({
      rows: [told('dvcqg', { due: onPortal }), told('botuphap-hotich', { due: ministry }), booked({ due: book })],
    })?.dueDay
  expect([due(p, m, b), due(p, null, b), due(null, null, b), due(null, null, null)]).toEqual([m, p, b, null])
  const next = told(later('botuphap-hotich'), { ...still, due: m })
  expect(counted({ rows: [next, told('dvcqg', { ...still, due: p })] })?.dueDay).toBe(p)
})

test('whether a list has it is asked of its last export that covers the day and names it', () => {
  const [wide, narrow] = [exportOf('trungtam'), exportOf('trungtam', { export: 501, from: '2026-02-01' })]
  expect(counted({ rows: [portal, booked({}, wide)], handed: [narrow] })?.book).toBe('listed')
  expect(counted({ rows: [portal], handed: [wide, narrow] })?.book).toBe('absent')
  expect(counted({ rows: [portal], unreadable: [unreadable(narrow)], handed: [wide] })?.book).toBe('unreadable')
  expect(counted({ rows: [portal] })?.book).toBe('silent')
})

test('where no book covers the day the next one is asked; one of an earlier period says nothing of it', () => {
  const list = [told('dvcqg', still)]
  const march1 = later('trungtam')
  const april = exportOf('trungtam', { export: 601, from: '2026-03-14', to: '2026-04-14' })
  const january = exportOf('trungtam', { export: 602, from: '2025-12-18', to: '2026-01-16' })
  const open = { handed: null }
  expect(counted({ rows: [...list, booked(open, march1)], handed: [april, january] })?.book).toBe('listed')
  expect(counted({ rows: [...list, booked(open, april)], handed: [march1] })?.book).toBe('absent')
  expect(counted({ rows: [...list, booked(open, january)] })?.book).toBe('silent')
  expect(counted({ rows: list, handed: [january] })?.book).toBe('silent')
})

test('where no book covers the day and none comes after it, the last that touches the period is asked', () => {
  const list = told('dvcqg', still)
  const book = (row: Sighted | null, ...handed: Export[]) => counted({ rows: row === null ? [list] : [list, row], handed })?.book // prettier-ignore
  const windowOf = (number: number, from: string, to: string) => exportOf('trungtam', { export: number, from, to })
  const [first, second] = [windowOf(801, '2026-01-17', '2026-02-09'), windowOf(802, '2026-01-17', '2026-02-10')]
  const open = { handed: null }
  expect([book(booked(open, second), first), book(booked(open, first), second)]).toEqual(['listed', 'absent'])
  expect(book(null, windowOf(803, '2025-12-18', '2026-01-17'))).toBe('absent') // one day of it, and nobody else
  expect(book(null, windowOf(803, '2025-12-18', '2026-01-16'))).toBe('silent')
})

test('of two exports of one system that are as near as each other the first is asked', () => {
  const [wide, narrow] = [exportOf('dvcqg'), exportOf('dvcqg', { export: 803, from: '2026-02-01' })]
  const post = told(wide, { channel: 'post', due: '2026-02-09' })
  const counter = told(narrow, { channel: 'counter', due: '2026-02-10' })
  expect(counted({ rows: [post, counter] })).toMatchObject({ channel: 'post', dueDay: '2026-02-09' })
  expect(counted({ rows: [counter, post] })).toMatchObject({ channel: 'counter', dueDay: '2026-02-10' })
})

test('a dossier that had ended is asked of the export of its end, not of the period’s last one', () => {
  const then = exportOf('trungtam', { export: 701, from: '2026-01-17', to: '2026-02-06' })
  const now = exportOf('trungtam', { export: 702, from: '2026-02-07', to: '2026-02-13' })
  expect(counted({ rows: [portal, booked({}, then)], handed: [now] }, february)?.book).toBe('listed')
  const open = [told('dvcqg', still), booked({ handed: null }, then)]
  expect(counted({ rows: open, handed: [now] }, february)?.book).toBe('absent')
  expect(believed({ rows }).own).toBe(true)
})
