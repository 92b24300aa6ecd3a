import { expect, test } from 'vitest'
import { readConfig } from '../pipeline/config/read-config.ts'
import { lockWard } from '../pipeline/lock.ts'
import { bookRow, civilRow, portalRow, type Told, usualDossier, window } from './support/dossiers.ts'
import { type Cells, exportOf, headerOf, preamble } from './support/make-export.ts'
import { discrepanciesIn, figuresIn } from './support/truth.ts'
import { dumpOf, openWard, type Ward } from './support/ward.ts'

const second = { code: 'H24.131-260204-0002', identity: '031195694675', person: 'Lê Văn An' }
const nameless = { 'Số giấy tờ tùy thân': '', 'Người yêu cầu': '' }
const numbered = (number: string, cells: Cells = {}): Cells => ({ 'Số hồ sơ hộ tịch': number, ...cells })

type Drop = {
  readonly from?: string
  readonly to?: string
  readonly told?: readonly Partial<Told>[]
  readonly civil: readonly Cells[]
}

/** A portal's list, a book and a list of civil status in a folder. */
function put(ward: Ward, folder: string, { from = window.from, to = window.to, told = [{}], civil }: Drop): void {
  const before = [preamble(from, to)]
  ward.put(
    `${folder}/portal.csv`,
    exportOf(
      'portal',
      told.map((each) => portalRow(each)),
      { before },
    ),
  )
  ward.put(
    `${folder}/book.csv`,
    exportOf(
      'book',
      told.map((each) => bookRow(each)),
      { before },
    ),
  )
  ward.put(`${folder}/civil.csv`, exportOf('civil', civil, { before }))
}

async function wardOn(drop: Drop): Promise<Ward> {
  const ward = openWard()
  put(ward, 'a', drop)
  await ward.nightly('2026-02-13')
  return ward
}

/** What is open of the rows without a code: kind, code and how. */
async function links(ward: Ward): Promise<unknown[]> {
  const kinds = new Set<string>(['linked_without_code', 'ambiguous_match', 'unlinked_record'])
  const list = (await discrepanciesIn(ward)).filter(({ kind, state }) => kinds.has(kind) && state !== 'resolved')
  return list.map(({ kind, code, detail }) => [kind, code, detail['tier'] ?? detail['proposals'] ?? null])
}

test('each match keeps its tier and the values that met', async () => {
  const ward = await wardOn({ civil: [civilRow({ code: '' })] })
  const [{ detail }] = (await discrepanciesIn(ward)) as unknown as [{ detail: unknown }]
  expect(detail).toEqual({
    own_number: '00001/2026',
    tier: 'identity',
    met: ['identity', 'person', 'procedure', 'received'],
    by: null,
    why: null,
  })
})

test('the name decides where the ministry has no identity', async () => {
  const ward = await wardOn({ civil: [civilRow({ code: '', identity: '', person: 'TRẦN  THỊ HOÀ' })] })
  expect(await links(ward)).toEqual([['linked_without_code', usualDossier.code, 'name']])
})

test('a number that an earlier night had with a code decides when the code is gone, in whatever order the nights came', async () => {
  const earlier = { to: '2026-02-09', civil: [civilRow({}, numbered('00007/2026'))] }
  const tonight = { to: '2026-02-10', civil: [civilRow({ code: '' }, numbered('00007/2026', nameless))] }
  const [forth, back] = [openWard(), openWard()]
  for (const [ward, order] of [
    [forth, [earlier, tonight]],
    [back, [tonight, earlier]],
  ] as const)
    for (const [index, drop] of order.entries()) {
      put(ward, `night${index}`, drop)
      await ward.nightly('2026-02-10')
    }
  expect(await links(forth)).toEqual([['linked_without_code', usualDossier.code, 'own_number']])
  expect(await links(back)).toEqual(await links(forth))
  const again = dumpOf(forth)
  await forth.nightly('2026-02-10')
  expect(dumpOf(forth)).toEqual(again)
})

test('a number of another system, or of another register, decides nothing', async () => {
  const other = civilRow({ ...second, received: '2026-01-20' }, numbered('00007/2026'))
  const ward = await wardOn({
    told: [{}, { ...second, received: '2026-01-20' }],
    civil: [other, civilRow({ code: '', received: '2026-02-05' }, numbered('00007/2026', nameless))],
  })
  expect(await links(ward)).toEqual([['unlinked_record', null, []]])
})

test('a later month changes neither the matches nor the figures of an earlier one', async () => {
  const open = { received: '2026-01-08', due: '2026-01-20', ended: '', status: 'Đang xử lý' }
  const overdue = civilRow(
    { ...open, due: '2026-01-10', code: '' },
    numbered('00007/2026', { ...nameless, 'Mã loại việc': '' }),
  )
  const ward = openWard()
  put(ward, 'first', { from: '2025-12-18', to: '2026-01-16', told: [open], civil: [overdue] })
  await ward.nightly('2026-01-16')
  const { figures } = await figuresIn(ward, '2026-01')
  expect([await links(ward), figures.pending_in_time]).toEqual([[['unlinked_record', null, []]], 1])
  put(ward, 'second', { told: [open], civil: [civilRow(open, numbered('00007/2026'))] })
  await ward.nightly('2026-02-13')
  expect([await links(ward), dumpOf(ward)['link']]).toEqual([[['unlinked_record', null, []]], []])
  expect((await figuresIn(ward, '2026-01')).figures).toEqual(figures)
})

test('near misses are proposed with their reasons, in the detail and in a list, and decide nothing', async () => {
  const civil = [
    civilRow({ code: 'H24.131-26O204-0001', identity: '031195600000', person: 'Khác' }, numbered('00001/2026')),
    civilRow({ ...second, code: '', identity: '031195694765', person: 'LE VAN AN' }, numbered('00002/2026')),
  ]
  const ward = await wardOn({ told: [{}, second], civil })
  expect(await links(ward)).toEqual([
    ['unlinked_record', null, [usualDossier.code]],
    ['unlinked_record', null, [second.code]],
  ])
  const { unmatched } = await ward.ask<{ unmatched: { key: string; proposals: unknown }[] }>('discrepancies', 'links')
  expect(unmatched.map(({ key, proposals }) => [key, proposals])).toEqual([
    ['unlinked_record/00001/2026/botuphap-hotich', [{ code: usualDossier.code, near: ['code_misspelled'] }]],
    ['unlinked_record/00002/2026/botuphap-hotich', [{ code: second.code, near: ['identity_off_by_one'] }]],
  ])
  const { out } = await ward.doisoat('discrepancies', 'links')
  expect(out).toContain('mã hồ sơ gõ sai')
  expect(out).not.toMatch(/Khác|VAN AN|0311956/)
})

test('two rows for one dossier are refused, each with the other beside it', async () => {
  const civil = ['00001/2026', '00002/2026'].map((number) => civilRow({ code: '' }, numbered(number)))
  const list = await discrepanciesIn(await wardOn({ civil }), '--kind', 'ambiguous_match')
  expect(list.map(({ detail }) => [detail['candidates'], detail['rivals']])).toEqual([
    [[usualDossier.code], ['00002/2026']],
    [[usualDossier.code], ['00001/2026']],
  ])
})

const key = 'unlinked_record/00001/2026/botuphap-hotich'
const odd = { code: '', identity: '031000000001', person: 'Khác' }
const confirm = (ward: Ward) =>
  ward.doisoat('discrepancies', 'link', key, 'h24.131 – 260204 – 0001', '--why', 'Đã xem hồ sơ giấy', '--by', 'lan')

test('what a person confirms holds in every later night, however the row changes and wherever it stands', async () => {
  const ward = await wardOn({ civil: [civilRow(odd)] })
  expect(await links(ward)).toEqual([['unlinked_record', null, []]])
  expect(await confirm(ward)).toMatchObject({ code: 0, err: '' })
  expect(await links(ward)).toEqual([['unlinked_record', null, []]])
  const moved = civilRow({ ...odd, status: 'Đang xử lý', ended: '' })
  put(ward, 'a', { told: [{}, second], civil: [civilRow(second, numbered('00002/2026')), moved] })
  for (const night of ['2026-02-14', '2026-02-15']) {
    await ward.nightly(night)
    expect(await links(ward)).toEqual([['linked_without_code', usualDossier.code, 'confirmed']])
  }
  const [linked] = await discrepanciesIn(ward, '--kind', 'linked_without_code')
  expect(linked!.detail).toMatchObject({ by: 'lan', why: 'Đã xem hồ sơ giấy' })
})

test('a row without any number is known again by what it says', async () => {
  const ward = await wardOn({ civil: [civilRow(odd, numbered(''))] })
  const [found] = await discrepanciesIn(ward, '--kind', 'unlinked_record')
  const { code } = await ward.doisoat(
    'discrepancies',
    'link',
    found!.key,
    usualDossier.code,
    '--why',
    'x',
    '--by',
    'lan',
  )
  put(ward, 'a', { civil: [civilRow({ ...odd, ended: '2026-02-06' }, numbered(''))] })
  await ward.nightly('2026-02-14')
  expect([code, await links(ward)]).toEqual([0, [['linked_without_code', usualDossier.code, 'confirmed']]])
})

test('a row without a code or number is called the same when its list gets another column, or its columns move', async () => {
  const ward = openWard()
  const before = [preamble(window.from, window.to)]
  const row = civilRow(odd, { 'Số hồ sơ hộ tịch': '', 'Mã QR': 'x' })
  const header = headerOf('civil')
  const keys: string[][] = []
  for (const columns of [header, [...header, 'Mã QR'], header.toReversed()]) {
    put(ward, 'a', { civil: [] })
    ward.put('a/civil.csv', exportOf('civil', [row], { before, header: columns }))
    await ward.nightly(`2026-02-1${3 + keys.length}`)
    const list = (await discrepanciesIn(ward)).filter(({ kind }) => kind === 'unlinked_record')
    keys.push(list.map(({ key: called, state }) => `${called} ${state}`))
  }
  const [first] = keys[0]!
  expect(first).toMatch(/^unlinked_record\/[0-9a-z]{8,}\/botuphap-hotich new$/)
  expect(keys.slice(1)).toEqual([[first!.replace(' new', ' open')], [first!.replace(' new', ' open')]])
})

test('a confirmation can be taken back, by its key or by that of the match; the history keeps both', async () => {
  const ward = await wardOn({ civil: [civilRow(odd)] })
  await confirm(ward)
  await ward.nightly('2026-02-14')
  const made = `linked_without_code/${usualDossier.code}/botuphap-hotich`
  expect((await ward.doisoat('discrepancies', 'unlink', made, '--by', 'mai')).code).toBe(0)
  await ward.nightly('2026-02-15')
  expect(await links(ward)).toEqual([['unlinked_record', null, []]])
  const { decisions } = await ward.ask<{ decisions: object[] }>('discrepancies', 'links')
  expect(decisions).toMatchObject([
    { key, code: usualDossier.code, by: 'lan', why: 'Đã xem hồ sơ giấy', state: 'taken_back' },
    { key, code: usualDossier.code, by: 'mai', why: null, state: 'unlinked' },
  ])
  expect((await ward.doisoat('discrepancies', 'unlink', key, '--by', 'mai')).code).toBe(2)
})

test('a row that gets another code goes by its code, and the person is told until the word is taken back', async () => {
  const ward = await wardOn({ told: [{}, second], civil: [civilRow(odd)] })
  await confirm(ward)
  await ward.nightly('2026-02-14')
  put(ward, 'a', { told: [{}, second], civil: [civilRow({ ...odd, code: second.code })] })
  await ward.nightly('2026-02-15')
  const [told] = await discrepanciesIn(ward, '--kind', 'ambiguous_match')
  expect(told).toMatchObject({ detail: { confirmed: usualDossier.code, has_code: second.code } })
  expect(await links(ward)).toEqual([['ambiguous_match', null, null]])
  expect((await ward.doisoat('discrepancies', 'links')).out).toContain('dòng nay mang mã khác')
  await ward.doisoat('discrepancies', 'unlink', key, '--by', 'lan')
  await ward.nightly('2026-02-16')
  expect(await links(ward)).toEqual([])
})

test('a row that gets the confirmed code is in order, and nothing more is said', async () => {
  const ward = await wardOn({ civil: [civilRow(odd)] })
  await confirm(ward)
  put(ward, 'a', { civil: [civilRow({ ...odd, code: usualDossier.code })] })
  await ward.nightly('2026-02-14')
  expect(await links(ward)).toEqual([])
  const { decisions } = await ward.ask<{ decisions: object[] }>('discrepancies', 'links')
  expect(decisions).toMatchObject([{ state: 'waiting' }])
})

test.each([
  [
    'a key that no row has',
    ['unlinked_record/9/2026/botuphap-hotich', usualDossier.code, '--why', 'x', '--by', 'lan'],
    '9/2026',
  ],
  ['a code that no export has', [key, 'H24.131-260204-0009', '--why', 'x', '--by', 'lan'], 'H24.131-260204-0009'],
  ['a text that is no code', [key, 'khong ro', '--why', 'x', '--by', 'lan'], 'khong ro'],
  ['a dossier that the export has by its code', [key, second.code, '--why', 'x', '--by', 'lan'], second.code],
  ['an empty reason', [key, usualDossier.code, '--why', ' ', '--by', 'lan'], '--why'],
  ['no reason', [key, usualDossier.code, '--by', 'lan'], '--why'],
  ['nobody who decides', [key, usualDossier.code, '--why', 'x', '--by', ' '], '--by'],
])('%s is exit 2 with a sentence, and nothing is kept', async (_, given, named) => {
  const ward = await wardOn({ told: [{}, second], civil: [civilRow(odd), civilRow(second, numbered('00002/2026'))] })
  const { code, out, err } = await ward.doisoat('discrepancies', 'link', ...given)
  expect([code, out, err]).toEqual([2, '', expect.stringContaining(named)])
  expect(dumpOf(ward)['link_decision']).toEqual([])
})

test('while a run holds the lock nothing is decided', async () => {
  const ward = await wardOn({ civil: [civilRow(odd)] })
  const lock = lockWard(readConfig({}, ward.folder), 99007, '2026-02-13T20:00:00')
  const { code, err } = await confirm(ward)
  lock.release()
  expect([code, err, dumpOf(ward)['link_decision']]).toEqual([75, expect.stringContaining('99007'), []])
  expect((await confirm(ward)).code).toBe(0)
})
