import { beforeEach, expect, test } from 'vitest'
import type { System } from '../connectors/connector.ts'
import { carryOn } from '../pipeline/nights/carry-on.ts'
import { live } from '../pipeline/nights/lifecycle.ts'
import type { Night } from '../pipeline/night.ts'
import { type Raised, raised } from '../pipeline/nights/raised.ts'
import type { Finding, Kind } from '../pipeline/rules/rule.ts'
import { makeSilence, type Silence } from '../pipeline/nights/silence.ts'
import { believed, booked, exportOf, type Said, settingOf, told } from './support/hand-made.ts'
import { makeStore } from './support/store.ts'

const own = { dossier: 1, code: 'H24.131-260204-0001' }
const store = makeStore()
let unit = 0

// a unit for each test, in one database: what is another unit's must not show anyway
beforeEach(() => {
  unit += 10
  dossiers(1)
})

/** What the lists of tonight have of dossier 1: on the portal and in the book, unless said otherwise. */
function silence(said: Said = {}, gone: System[] = []): Silence {
  const all = {
    rows: [told('dvcqg'), booked()],
    handed: [exportOf('dvcqg-thanhtoan'), exportOf('botuphap-hotich')],
    ...said,
  }
  const from = (system: System) => ({ dossier: 1, code: own.code, from: exportOf(system), complete: true, rows: [] })
  const tonight = makeSilence(settingOf(all), gone.map(from))
  tonight.note(believed(all))
  return tonight
}

const withoutBook = () => silence({ rows: [told('dvcqg')] })

function finding(kind: Kind, given: Partial<Finding> = {}, about: typeof own | null = own): Raised {
  const usual = { system: null, systems: ['dvcqg', 'trungtam'], detail: { due: '2026-02-05' }, sources: [] } as const
  return raised(kind, about?.code ?? 'x', { ...usual, ...given }, about)
}

/** Gives how many are not resolved. */
async function night(asOf: string, all: readonly Raised[], heard = silence(), of = unit): Promise<number> {
  const tonight = { store, unit: of, asOf, run: Number(asOf.slice(-2)) } as unknown as Night
  await store.transaction(() => carryOn(tonight, all, heard))
  return (await rows(of)).filter(({ state }) => state !== 'resolved').length
}

/** Dossiers that an export in force still tells of. */
function dossiers(...numbers: number[]): void {
  const rest = {
    unit,
    own: 1,
    received_day: '2026-02-04',
    ended_day: null,
    outcome: 'open',
    window_from: null,
    unheard: null,
  } as const
  store.insert(
    'dossier',
    numbers.map((dossier) => ({ ...rest, dossier })),
  )
}

const rows = async (of = unit) =>
  store.db.selectFrom('discrepancy').selectAll().where('unit', '=', of).orderBy('discrepancy').execute()
const lives = async () =>
  (await rows()).map(({ state, verified, since, last_seen }) => [state, verified, since.slice(-2), last_seen.slice(-2)])
const events = async (of = unit) =>
  (
    await store.db
      .selectFrom('discrepancy_event')
      .selectAll()
      .where('unit', '=', of)
      .orderBy('discrepancy')
      .orderBy('event')
      .execute()
  ).map(({ discrepancy, event, as_of, run, state }) => [discrepancy, event, as_of, run, state].join(' '))
const versions = async (of = unit) =>
  (
    await store.db
      .selectFrom('discrepancy_version')
      .selectAll()
      .where('unit', '=', of)
      .orderBy('as_of')
      .orderBy('discrepancy')
      .execute()
  ).map(({ as_of, verified, sources, detail, place_from, place_to }) => [
    as_of.slice(-2),
    verified,
    sources,
    detail,
    place_from,
    place_to,
  ])
const sources = async (of = unit) =>
  (
    await store.db
      .selectFrom('discrepancy_source')
      .selectAll()
      .where('unit', '=', of)
      .orderBy('discrepancy')
      .orderBy('file')
      .orderBy('line')
      .execute()
  ).map(({ discrepancy, file, line }) => [discrepancy, file, line])

test('what is raised first is written whole, and is open since tonight', async () => {
  const place = { from: '2026-01-17', to: '2026-02-13' }
  expect(await night('2026-02-13', [finding('status_conflict', { system: 'dvcqg', place })])).toBe(1)
  expect(await rows()).toEqual([
    {
      unit,
      discrepancy: 1,
      key: 'status_conflict/H24.131-260204-0001/dvcqg',
      kind: 'status_conflict',
      dossier: 1,
      code: own.code,
      system: 'dvcqg',
      systems: '["dvcqg","trungtam"]',
      detail: '{"due":"2026-02-05"}',
      place_from: '2026-01-17',
      place_to: '2026-02-13',
      state: 'open',
      verified: 1,
      since: '2026-02-13',
      last_seen: '2026-02-13',
    },
  ])
  expect(await events()).toEqual(['1 1 2026-02-13 13 open'])
})

test('numbers are given in the order of kinds and keys, and go on where they ended', async () => {
  const keys = async () => (await rows()).map(({ discrepancy, kind }) => [discrepancy, kind])
  await night('2026-02-13', [finding('due_soon'), finding('status_conflict')])
  expect(await keys()).toEqual([
    [1, 'status_conflict'],
    [2, 'due_soon'],
  ])
  await night('2026-02-14', [finding('due_soon'), finding('date_conflict'), finding('status_conflict')])
  expect(await keys()).toEqual([
    [1, 'status_conflict'],
    [2, 'due_soon'],
    [3, 'date_conflict'],
  ])
})

test('raised, agreed, raised again: open, resolved by evidence, reopened; each turn is an event', async () => {
  const all = [finding('status_conflict')]
  await night('2026-02-13', all)
  expect(await night('2026-02-14', [])).toBe(0)
  expect(await lives()).toEqual([['resolved', 1, '13', '13']])
  expect(await night('2026-02-15', all)).toBe(1)
  expect(await lives()).toEqual([['reopened', 1, '13', '15']])
  expect(await events()).toEqual(['1 1 2026-02-13 13 open', '1 2 2026-02-14 14 resolved', '1 3 2026-02-15 15 reopened'])
})

test('the same night twice is like once: no event, no version more', async () => {
  const all = [finding('status_conflict')]
  await night('2026-02-13', all)
  const before = [await rows(), await events(), await versions()]
  await night('2026-02-13', all)
  expect([await rows(), await events(), await versions()]).toEqual(before)
  await night('2026-02-14', all)
  expect((await versions()).length).toBe(1)
})

test('where a system in its scope was silent nothing is settled; one that is not asked may be silent', async () => {
  await night('2026-02-13', [finding('status_conflict')])
  expect(await night('2026-02-14', [], withoutBook())).toBe(1)
  expect(await lives()).toEqual([['open', 0, '13', '13']])
  await night('2026-02-15', [])
  expect(await lives()).toEqual([['resolved', 1, '13', '13']])
  await night('2026-02-16', [finding('due_soon', { systems: ['dvcqg'] })])
  await night('2026-02-17', [], withoutBook())
  expect((await lives()).at(-1)).toEqual(['resolved', 1, '16', '16'])
})

test('what a silent system said earlier is claimed, not seen; that an export is missing needs no witness', async () => {
  await night('2026-02-13', [finding('status_conflict'), finding('export_missing')], withoutBook())
  expect(await lives()).toEqual([
    ['open', 1, '13', '13'],
    ['open', 0, '13', '13'],
  ])
})

test('what a person acknowledged no night opens; only evidence ends it, and what comes back after that is reopened', async () => {
  const all = [finding('status_conflict')]
  await night('2026-02-13', all)
  await store.db.updateTable('discrepancy').set({ state: 'acknowledged' }).where('unit', '=', unit).execute()
  await night('2026-02-14', all)
  expect(await lives()).toEqual([['acknowledged', 1, '13', '14']])
  await night('2026-02-15', [], withoutBook())
  expect(await lives()).toEqual([['acknowledged', 0, '13', '14']])
  await night('2026-02-16', [])
  expect(await lives()).toEqual([['resolved', 1, '13', '14']])
  await night('2026-02-17', [], withoutBook())
  expect(await lives()).toEqual([['resolved', 1, '13', '14']])
  await night('2026-02-18', all)
  expect(await lives()).toEqual([['reopened', 1, '13', '18']])
})

test('what nobody raised has no life', () => {
  expect((['agrees', 'silent'] as const).map((evidence) => live(null, evidence, '2026-02-13'))).toEqual([null, null])
})

test('a night that is loaded late does not take back the day on which it was last seen', async () => {
  await night('2026-02-13', [finding('status_conflict')])
  await night('2026-02-12', [finding('status_conflict')])
  expect(await lives()).toEqual([['open', 1, '13', '13']])
})

test('what a silent system claims of what was resolved leaves it so', async () => {
  await night('2026-02-13', [finding('status_conflict')])
  await night('2026-02-14', [])
  await night('2026-02-15', [finding('status_conflict')], withoutBook())
  expect(await lives()).toEqual([['resolved', 1, '13', '13']])
})

test('a dossier that left the list of a system in its scope was not seen to agree', async () => {
  await night('2026-02-13', [finding('status_conflict')])
  await night('2026-02-14', [], silence({}, ['trungtam']))
  expect(await lives()).toEqual([['open', 0, '13', '13']])
  await night('2026-02-15', [], silence({}, ['botuphap-hotich']))
  expect(await lives()).toEqual([['resolved', 1, '13', '13']])
})

test('another ward’s dossier agrees by leaving the lists, one of the unit’s does not', async () => {
  const lost = { dossier: 2, code: 'H24.131-260204-0002' }
  await night('2026-02-13', [finding('foreign_unit', {}, lost), finding('status_conflict', {}, lost)])
  await night('2026-02-14', [])
  expect((await rows()).map(({ kind, state, verified }) => [kind, state, verified])).toEqual([
    ['status_conflict', 'open', 0],
    ['foreign_unit', 'resolved', 1],
  ])
})

test('one about no dossier hangs on the exports alone', async () => {
  await night('2026-02-13', [finding('schema_drift', { systems: ['dvcqg'] }, null)])
  expect((await rows()).map(({ dossier, code }) => [dossier, code])).toEqual([[null, null]])
  await night('2026-02-14', [])
  expect(await lives()).toEqual([['resolved', 1, '13', '13']])
})

test('only a file that was taken back said it: over, also of a dossier that nobody tells of', async () => {
  const lost = { dossier: 2, code: 'H24.131-260204-0002' }
  const both = { sources: [{ file: 1, line: 5 }, { file: 2, line: 5 }] } // prettier-ignore
  await night('2026-02-13', [
    finding('status_conflict', { sources: [{ file: 1, line: 5 }] }, lost),
    finding('date_conflict', both, lost),
  ])
  files([1, 'retracted'], [2, 'loaded'])
  await night('2026-02-14', [])
  expect((await rows()).map(({ kind, state }) => [kind, state])).toEqual([
    ['status_conflict', 'resolved'],
    ['date_conflict', 'open'],
  ])
})

test('evidence is the lines of the night that raised it: of rows by their listing, each once, kept when it is over', async () => {
  store.insert('export_file', [{ unit, export: 3, file: 8, reading: 1 }])
  store.insert('listing', [{ unit, file: 8, row_first: 1, row_last: 9, line_first: 4, line_step: 1 }])
  const row = { export: 3, row: 2 }
  await night('2026-02-13', [finding('status_conflict', { sources: [row, row, { file: 9, line: 7 }] })])
  expect(await sources()).toEqual([
    [1, 8, 5],
    [1, 9, 7],
  ])
  await night('2026-02-14', [finding('status_conflict', { sources: [row] })])
  expect(await sources()).toEqual([[1, 8, 5]])
  await night('2026-02-15', [])
  expect(await sources()).toEqual([[1, 8, 5]])
})

test('a list of a past night knows what that night said: each change of state, detail and place, with the evidence of then', async () => {
  const place = { from: '2026-01-17', to: '2026-02-13' }
  const said = (given: Partial<Finding> = {}) => [
    finding('status_conflict', {
      sources: [
        { file: 9, line: 7 },
        { file: 9, line: 8 },
      ],
      ...given,
    }),
  ]
  await night('2026-02-13', said())
  await night('2026-02-14', said({ detail: { due: '2026-02-06' } }))
  await night('2026-02-15', said({ detail: { due: '2026-02-06' }, place }))
  await night('2026-02-16', said({ detail: { due: '2026-02-06' }, place: { ...place, to: '2026-02-14' } }))
  await night('2026-02-17', [], withoutBook())
  await night('2026-02-18', [])
  const [then, now] = ['{"due":"2026-02-05"}', '{"due":"2026-02-06"}']
  expect(await versions()).toEqual([
    ['13', 1, null, then, null, null],
    ['14', 1, null, now, null, null],
    ['15', 1, null, now, '2026-01-17', '2026-02-13'],
    ['16', 1, null, now, '2026-01-17', '2026-02-14'],
    ['17', 0, '[[9,7],[9,8]]', now, '2026-01-17', '2026-02-14'],
    ['18', 1, '[[9,7],[9,8]]', now, '2026-01-17', '2026-02-14'],
  ])
})

test('a night that is run again and says otherwise leaves one version, and the versions of others', async () => {
  await night('2026-02-13', [finding('status_conflict'), finding('due_soon')])
  await night('2026-02-13', [finding('status_conflict', { detail: { due: 'x' } }), finding('due_soon')])
  expect((await versions()).map(([asOf, , , detail]) => [asOf, detail])).toEqual([
    ['13', '{"due":"x"}'],
    ['13', '{"due":"2026-02-05"}'],
  ])
  await night('2026-02-14', [])
  expect((await versions()).map(([asOf]) => asOf)).toEqual(['13', '13', '14', '14'])
})

test('another unit’s discrepancies, lines and events are left alone', async () => {
  await night('2026-02-13', [finding('status_conflict', { sources: [{ file: 9, line: 7 }] })], silence(), unit + 1)
  await night('2026-02-13', [finding('status_conflict')])
  await night('2026-02-14', [])
  expect((await rows(unit + 1)).map(({ discrepancy, state }) => [discrepancy, state])).toEqual([[1, 'open']])
  expect((await rows()).map(({ discrepancy, state }) => [discrepancy, state])).toEqual([[1, 'resolved']])
  expect([await sources(unit + 1), await sources()]).toEqual([[[1, 9, 7]], []])
  expect([await events(unit + 1), (await versions(unit + 1)).length]).toEqual([['1 1 2026-02-13 13 open'], 1])
})

function files(...all: (readonly [number, 'retracted' | 'loaded'])[]): void {
  const lines = {
    physical_lines: 1,
    preamble_lines: 0,
    header_lines: 1,
    blank_lines: 0,
    data_lines: 0,
    footer_lines: 0,
  }
  const counts = { rows_read: 0, rows_loaded: 0, rows_repeated: 0, rows_rejected: 0, stated_total: null }
  const stated = { stated_from: null, stated_to: null, latest_event: null, drift: '[]', reason: null }
  const known = { unit, bytes: 1, reading: 1, system: 'dvcqg', encoding: null, delimiter: null }
  store.insert(
    'file',
    all.map(([file, state]) => ({ ...known, ...lines, ...counts, ...stated, file, sha256: `${file}`, state })),
  )
}

/** A night on which only some dossiers were asked, and only some days may have moved. */
async function nightOf(
  asOf: string,
  asked: readonly number[],
  all: readonly Raised[],
  moved: string[] = [],
): Promise<void> {
  const tonight = { store, unit, asOf, run: Number(asOf.slice(-2)) } as unknown as Night
  const mayHaveMoved = ({ from }: { from: string }): boolean => moved.includes(from)
  await store.transaction(() => carryOn(tonight, all, silence(), { dossiers: asked, mayHaveMoved }))
}

test('what was not asked stands as it stood and is seen again; what was asked and not raised is over', async () => {
  const other = { dossier: 2, code: 'H24.131-260204-0002' }
  dossiers(2)
  await night('2026-02-10', [finding('due_date_suspect'), finding('due_date_suspect', {}, other)])
  await nightOf('2026-02-11', [1], [])
  expect((await lives()).toSorted()).toEqual([
    ['open', 1, '10', '11'],
    ['resolved', 1, '10', '10'],
  ])
  await nightOf('2026-02-12', [1], [finding('due_date_suspect')])
  expect((await lives()).toSorted()).toEqual([
    ['open', 1, '10', '12'],
    ['reopened', 1, '10', '12'],
  ])
})

test('what is about no dossier is asked each night; a late change only where its days may have moved', async () => {
  const late = (from: string) => finding('late_change', { systems: [], place: { from, to: '2026-01-16' } }, null)
  const december = raised('late_change', '2025-12', { ...late('2025-11-15'), place: { from: '2025-11-15', to: '2025-12-14' } }, null) // prettier-ignore
  await night('2026-02-10', [finding('schema_drift', { systems: [] }, null), late('2025-12-15'), december])
  await nightOf('2026-02-11', [], [], ['2025-12-15'])
  const states = (await rows()).map(({ key, state, last_seen }) => [key, state, last_seen])
  expect(states.toSorted()).toEqual([
    ['late_change/2025-12', 'open', '2026-02-11'],
    ['late_change/x', 'resolved', '2026-02-10'],
    ['schema_drift/x', 'resolved', '2026-02-10'],
  ])
})
