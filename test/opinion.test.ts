import { expect, test } from 'vitest'
import type { Status } from '../connectors/connector.ts'
import type { Export, Sighted } from '../pipeline/facts.ts'
import { isHeard, isKnown, newest, newestWindow, speakingFor } from '../pipeline/nights/heard.ts'
import { classOf, endOf, isEnded, lastWithWord, oneRowAnExport, opinionOf, wordOf } from '../pipeline/opinion.ts'
import {
  believed,
  booked,
  exportOf,
  factsOf,
  february,
  march,
  type Said,
  settingOf,
  told,
  unreadable,
} from './support/hand-made.ts'

const night = { from: february.from, to: february.to, came: february.to, met: february.to }

/** What the book says of a dossier for the window of February. */
function bookSays(said: Said, window = night): string {
  return opinionOf('trungtam', factsOf(said), window, settingOf(said)).is
}

const windowOf = (from: string, to: string, given: Partial<Export> = {}) =>
  exportOf('trungtam', { export: 900 + Number(to.slice(-2)), from, to, came: to, met: to, ...given })

test.each<[Status, string]>([
  ['submitted', 'none'],
  ['not_accepted', 'none'],
  ['received', 'open'],
  ['processing', 'open'],
  ['supplement', 'open'],
  ['financial', 'open'],
  ['completed', 'resolved'],
  ['returned', 'resolved'],
  ['refused', 'refused'],
  ['stopped', 'refused'],
  ['withdrawn', 'withdrawn'],
])('what is %s is %s', (status, is) => {
  expect(classOf({ status, handed: null })).toBe(is)
  expect(isEnded(is as 'none')).toBe(is !== 'none' && is !== 'open')
})

test('the book has no status: what it handed over is resolved, the rest is open', () => {
  expect(classOf({ status: null, handed: '2026-02-05' })).toBe('resolved')
  expect(classOf({ status: null, handed: null })).toBe('open')
})

test('an end is the day of the result, else that of the handing over', () => {
  expect(endOf(told('dvcqg', { handed: '2026-02-09' }))).toBe('2026-02-05')
  expect(endOf(booked())).toBe('2026-02-05')
  expect(endOf(told('dvcqg', { ended: null }))).toBe(null)
})

test('a system’s word is that of its last export that covers the end of the window and names the dossier', () => {
  const [short, wide, narrow] = [
    windowOf('2026-01-17', '2026-02-12'),
    windowOf('2026-01-17', '2026-02-13'),
    windowOf('2026-02-01', '2026-02-14'),
  ]
  expect(bookSays({ rows: [booked({}, short)], handed: [wide] })).toBe('absent')
  expect(bookSays({ rows: [booked({}, wide)], handed: [narrow] })).toBe('listed')
  expect(bookSays({ unreadable: [unreadable(wide)], handed: [narrow] })).toBe('unreadable')
  expect(bookSays({ rows: [told('dvcqg')], handed: [wide] })).toBe('absent')
  expect(bookSays({ rows: [told('dvcqg')] })).toBe('silent')
})

test('where none covers the end, the last that overlaps the window is asked, if it came with the others', () => {
  const tonight = { came: february.to, met: february.to }
  expect(bookSays({ rows: [booked({}, windowOf('2026-01-01', '2026-01-17', tonight))] })).toBe('listed')
  expect(bookSays({ rows: [booked({}, windowOf('2026-01-01', '2026-01-16', tonight))] })).toBe('silent')
  expect(bookSays({ rows: [booked({}, windowOf('2026-02-13', '2026-02-28', { came: '2026-02-28' }))] })).toBe('listed')
  expect(bookSays({ rows: [booked({}, windowOf('2026-02-14', '2026-02-28', { came: '2026-02-28' }))] })).toBe('silent')
})

test('an export that ends before the dossier was received cannot know of it', () => {
  const short = windowOf('2026-01-17', '2026-02-10', { came: february.to, met: february.to })
  const received = (day: string | null) => bookSays({ rows: [told('dvcqg', { received: day })], handed: [short] })
  expect(received('2026-02-11')).toBe('silent')
  expect(received('2026-02-10T23:00:00')).toBe('absent')
  expect(received(null)).toBe('silent')
  const two = [told('dvcqg', { received: '2026-02-11' }), told('botuphap-hotich', { received: '2026-02-09' })]
  expect(bookSays({ rows: two, handed: [short] })).toBe('absent')
})

test('what came on an earlier night, while the window still ran, is a late word', () => {
  const before = { came: '2026-02-12', met: '2026-02-12' }
  const early = windowOf('2026-01-17', '2026-02-13', before)
  expect(bookSays({ rows: [booked({}, early)] })).toBe('late')
  expect(bookSays({ rows: [told('dvcqg')], handed: [early] })).toBe('silent')
  expect(bookSays({ unreadable: [unreadable(early)] })).toBe('silent')
  expect(bookSays({ rows: [booked({}, windowOf('2026-01-17', '2026-02-13', { ...before, met: '2026-02-13' }))] })).toBe(
    'listed',
  )
  expect(
    bookSays({ rows: [booked({}, windowOf('2026-01-17', '2026-02-13', { ...before, came: '2026-02-13' }))] }),
  ).toBe('listed')
  expect(bookSays({ rows: [booked({}, windowOf('2026-01-17', '2026-02-12', before))] })).toBe('late')
})

test('a system is heard by one export that speaks for the night, whatever the others are', () => {
  const before = { came: '2026-02-12', met: '2026-02-12' }
  const [early, now] = [windowOf('2026-01-17', '2026-02-13', before), windowOf('2026-01-17', '2026-02-14')]
  const short = windowOf('2026-01-17', '2026-02-10', { came: '2026-02-13', met: '2026-02-13' })
  const old = windowOf('2026-01-17', '2026-02-09', before)
  expect([isHeard([early, now], night), isHeard([early], night), isHeard([short, old], night)]).toEqual([
    true,
    false,
    true,
  ])
  expect(isHeard([early, short], night)).toBe(false) // what it has of that day is of an earlier night
  expect(isHeard([], night)).toBe(false)
})

test('of exports none names the dossier the last is asked; of none nothing', () => {
  const [a, b] = [windowOf('2026-01-17', '2026-02-12'), windowOf('2026-01-17', '2026-02-13')]
  expect(lastWithWord([a, b], factsOf({}))).toBe(b)
  expect(lastWithWord([a, b], factsOf({ rows: [booked({}, a)] }))).toBe(a)
  expect(lastWithWord([a, b], factsOf({ unreadable: [unreadable(a)] }))).toBe(a)
  expect(lastWithWord([a], factsOf({}))).toBe(a)
  const c = windowOf('2026-01-17', '2026-02-14')
  expect(lastWithWord([a, b, c], factsOf({}))).toBe(c)
  expect(lastWithWord([], factsOf({}))).toBe(null)
})

/** Which of two rows of one export is believed, whichever comes first. */
function furtherOf(a: Partial<Sighted>, b: Partial<Sighted>): number[] {
  const [one, other] = [told('dvcqg', { ...a, row: 1 }), told('dvcqg', { ...b, row: 2 })]
  return [
    [one, other],
    [other, one],
  ].map((rows) => oneRowAnExport(factsOf({ rows }))[0]!.row)
}

test('of two rows the one that is further on is believed, in whatever order they come', () => {
  const open = { status: 'processing', ended: null } as const
  expect(furtherOf(open, { ended: '2026-02-04' })).toEqual([2, 2])
  expect(furtherOf({ ...open, ended: '2026-02-09' }, { ended: '2026-02-04' })).toEqual([2, 2])
  expect(furtherOf({ status: 'submitted', received: '2026-02-09', ended: null }, open)).toEqual([2, 2])
  expect(furtherOf({ ended: '2026-02-06' }, { ended: '2026-02-05' })).toEqual([1, 1])
  expect(furtherOf({ ended: null, handed: '2026-02-06' }, { ended: '2026-02-05' })).toEqual([1, 1])
  expect(furtherOf({ ...open, received: '2026-02-06' }, { ...open, received: '2026-02-05' })).toEqual([1, 1])
  expect(furtherOf({ ...open, due: '2026-02-06' }, { ...open, due: '2026-02-05' })).toEqual([1, 1])
  // the later day decides, not what else the rows say
  expect(furtherOf({ ...open, received: '2026-02-06', person: 'A' }, { ...open, person: 'B' })).toEqual([1, 1])
  expect(furtherOf({ ...open, due: '2026-02-06', person: 'A' }, { ...open, person: 'B' })).toEqual([1, 1])
  expect(furtherOf({ ...open, person: 'A' }, { ...open, received: null, person: 'B' })).toEqual([1, 1])
  expect(furtherOf({ ...open, person: 'A' }, { ...open, due: null, person: 'B' })).toEqual([1, 1])
  const [first, second] = furtherOf({ person: 'A' }, { person: 'B' })
  expect(first).toBe(second)
})

test('one row an export is believed, those of several exports beside each other', () => {
  const rows = [told('dvcqg'), told('dvcqg', { row: 2, ended: null }), booked()]
  expect(oneRowAnExport(factsOf({ rows })).map(({ from, row }) => [from.system, row])).toEqual([
    ['dvcqg', 1],
    ['trungtam', 1],
  ])
})

test('the newest window ends last and is the widest of those that do; it came when the last of them did', () => {
  const [a, b, c] = [
    windowOf('2026-02-01', '2026-02-13', { came: '2026-02-15', met: '2026-02-13' }),
    exportOf('dvcqg', { came: '2026-02-14', met: '2026-02-16' }),
    windowOf('2025-12-01', '2026-02-12', { came: '2026-02-20', met: '2026-02-20' }),
  ]
  const widest = { from: '2026-01-17', to: '2026-02-13', came: '2026-02-15', met: '2026-02-16' }
  expect([newestWindow([a, b, c]), newestWindow([c, b, a]), newestWindow([b, a])]).toEqual([widest, widest, widest])
  expect(newestWindow([])).toBe(null)
})

test('what a period leaves pending is known where the portal or the book covers its last day', () => {
  expect(isKnown(february, [exportOf('dvcqg')])).toBe(true)
  expect(isKnown(february, [exportOf('trungtam')])).toBe(true)
  expect(isKnown(february, [exportOf('botuphap-hotich')])).toBe(false)
  expect(isKnown(march, [exportOf('dvcqg')])).toBe(false)
  expect(isKnown(february, [])).toBe(false)
  expect(believed({ rows: [booked()] }).book.is).toBe('listed')
})

test('of the newest windows of several exports the first is given, whoever has it', () => {
  const [a, b] = [exportOf('trungtam'), exportOf('dvcqg')]
  expect([newest([a, b]), newest([b, a]), newest([])]).toEqual([a, b, null])
})

test('a system’s word on two rows of one export is the one that is further on, in whatever order, with both', () => {
  const [open, ended] = [told('dvcqg', { status: 'processing', ended: null }), told('dvcqg', { row: 2 })]
  const word = (...rows: Sighted[]) => wordOf(open.from, factsOf({ rows: [...rows, booked()] }))
  expect(word(open, ended)).toEqual({ is: 'listed', row: ended, rows: [open, ended] })
  expect(word(ended, open)).toEqual({ is: 'listed', row: ended, rows: [ended, open] })
  expect(word(open)).toEqual({ is: 'listed', row: open, rows: [open] })
})

test('an export that shares a day with a window overlaps it, at either end; whether it speaks for its night is asked apart', () => {
  const before = { came: '2026-02-12', met: '2026-02-12' }
  const spoken = (...exports: Export[]) => {
    const all = new Map([['trungtam' as const, exports]])
    const { near, ...is } = speakingFor('trungtam', night, all)
    return [near.length, is.isCovering, is.isHeard, is.isOverlapping, is.isOverlappingHeard]
  }
  expect(spoken()).toEqual([0, false, false, false, false])
  expect(spoken(windowOf('2026-01-01', '2026-01-16'))).toEqual([0, false, false, false, false])
  expect(spoken(windowOf('2026-01-01', '2026-01-17'))).toEqual([1, false, false, true, false])
  expect(spoken(windowOf('2026-02-13', '2026-02-28', before))).toEqual([1, true, false, true, false])
  expect(spoken(windowOf('2026-02-14', '2026-02-28'))).toEqual([0, false, false, false, false])
  const [early, now] = [windowOf('2026-01-17', '2026-02-12', before), windowOf('2026-01-17', '2026-02-13')]
  expect(spoken(early, now)).toEqual([1, true, true, true, true])
})
