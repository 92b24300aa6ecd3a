import { expect, test } from 'vitest'
import type { About } from '../../pipeline/desk/desk-about.ts'
import { deskList, type Found } from '../../pipeline/desk/desk-list.ts'
import type { Kind } from '../../pipeline/rules/rule.ts'

const night = { unit: 'phường', asOf: '2026-02-13', before: '2026-02-12' }

test('what must be done today comes first: overdue, reception, due soon, routed, conflicts by system, the rest', () => {
  const found = [
    old('not_digitized', 'A'),
    old('date_conflict', 'B', { system: 'bovhttdl' }),
    old('status_conflict', 'C', { system: 'botuphap-hotich' }),
    old('routed_past_centre', 'D'),
    old('due_soon', 'E'),
    old('reception_overdue', 'F'),
    old('overdue_pending', 'G'),
    old('fee_unpaid', 'H', { acknowledged: { until: '2026-03-01', by: 'trang', why: 'đã hẹn', at: '' } }),
  ]
  const rows = deskList(night, found, new Map()).dossiers
  expect(rows.map(({ code }) => code)).toEqual(['G', 'F', 'E', 'D', 'C', 'B', 'A', 'H'])
  expect(rows.at(-1)!.group).toBe('acknowledged')
})

test('within a group the least working hours left come first, and what has no hours last', () => {
  const found = ['A', 'B', 'C', 'D'].map((code) => old('due_soon', code))
  const about = new Map([
    ['A', having({ hoursLeft: 15.5 })],
    ['B', having({ hoursLeft: null })],
    ['C', having({ hoursLeft: 7.5 })],
    ['D', having({ hoursLeft: -2 })],
  ])
  expect(deskList(night, found, about).dossiers.map(({ code }) => code)).toEqual(['D', 'C', 'A', 'B'])
})

test('a dossier is one row however many reasons it has, under the most urgent of them', () => {
  const found = [old('routed_past_centre', 'A'), old('fee_unpaid', 'A'), old('overdue_pending', 'A')]
  const rows = deskList(night, found, new Map()).dossiers
  expect(rows.map(({ code, group, reasons }) => [code, group, reasons.map(({ kind }) => kind)])).toEqual([
    ['A', 'overdue', ['overdue_pending', 'routed_past_centre', 'fee_unpaid']],
  ])
})

test('a reason that is acknowledged does not decide where a dossier stands while it has another', () => {
  const acknowledged = { until: '2026-03-01', by: 'trang', why: 'đã hẹn', at: '' }
  const found = [old('overdue_pending', 'A', { acknowledged }), old('fee_unpaid', 'A')]
  expect(deskList(night, found, new Map()).dossiers.map(({ group, reasons }) => [group, reasons.length])).toEqual([
    ['rest', 2],
  ])
})

test('new is what was not there, again what had been resolved, worse what was there and has a reason more', () => {
  const found = [
    tonight('fee_unpaid', 'A'),
    tonight('fee_unpaid', 'B', { state: 'reopened', before: 'resolved' }),
    old('fee_unpaid', 'C'),
    tonight('not_digitized', 'C'),
    old('fee_unpaid', 'D'),
    old('fee_unpaid', 'E', { before: 'reopened', state: 'reopened' }),
  ]
  const rows = deskList(night, found, new Map()).dossiers
  expect(Object.fromEntries(rows.map(({ code, mark }) => [code, mark]))).toEqual({
    A: 'new',
    B: 'again',
    C: 'worse',
    D: null,
    E: null,
  })
})

test('due soon last night and overdue tonight is worse, and nothing that was resolved', () => {
  const over = tonight('due_soon', 'A', { state: 'resolved', before: 'open' })
  const { dossiers, resolved } = deskList(night, [over, tonight('overdue_pending', 'A')], new Map())
  expect([dossiers.map(({ mark, reasons }) => [mark, reasons.length]), resolved]).toEqual([[['worse', 1]], []])
})

test('resolved since last night is a part of its own; what was resolved earlier is not told again', () => {
  const found = [
    tonight('fee_unpaid', 'A', { state: 'resolved', before: 'open' }),
    old('fee_unpaid', 'B', { state: 'resolved', before: 'resolved' }),
    old('not_digitized', 'A'),
  ]
  const { dossiers, resolved } = deskList(night, found, new Map())
  expect(resolved.map(({ code, reasons }) => [code, reasons.map(({ kind }) => kind)])).toEqual([['A', ['fee_unpaid']]])
  expect(dossiers.map(({ code }) => code)).toEqual(['A'])
})

test('what belongs to a file stands apart; a row that no dossier goes with is a row of the dossiers', () => {
  const found = [
    old('export_missing', null),
    old('unlinked_record', null, { detail: { own_number: '17/2026', received: '2026-02-02' }, system: 'bogddt' }),
  ]
  const { dossiers, files } = deskList(night, found, new Map())
  expect(files.map(({ reason }) => reason.kind)).toEqual(['export_missing'])
  expect(dossiers.map(({ code, ownNumbers, received, systems }) => [code, ownNumbers, received, systems])).toEqual([
    [null, ['17/2026'], '2026-02-02', ['bogddt']],
  ])
})

/** One that last night had as it is. */
function old(kind: Kind, code: string | null, given: Partial<Found> = {}): Found {
  return {
    key: [kind, code ?? 'x'].join('/'),
    kind,
    code,
    bySettings: null,
    system: null,
    state: 'open',
    verified: true,
    since: '2026-02-10',
    lastSeen: '2026-02-13',
    acknowledged: null,
    detail: {},
    sources: [],
    before: 'open',
    changed: '2026-02-10',
    ...given,
  }
}

/** One whose state changed tonight. */
function tonight(kind: Kind, code: string, given: Partial<Found> = {}): Found {
  return old(kind, code, { state: 'new', since: '2026-02-13', before: null, changed: '2026-02-13', ...given })
}

function having(given: Partial<About>): About {
  return {
    ownNumbers: [],
    procedure: { code: null, name: null },
    person: null,
    submitted: null,
    received: null,
    due: null,
    hoursLeft: null,
    status: null,
    systems: [],
    account: null,
    ...given,
  }
}
