import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { SeenFile } from '../../pipeline/loading/files-seen.ts'
import { bookRow, civilRow, portalRow } from '../support/dossiers.ts'
import { exportOf, headerOf, preamble } from '../support/make-export.ts'
import { everywhere, raisedBy, wardWith } from '../support/raised-by.ts'
import { discrepanciesIn, figuresIn } from '../support/truth.ts'
import { openWard } from '../support/ward.ts'

const second = { code: 'H24.131-260204-0002', identity: '031195694675' }
const two = {
  portal: [portalRow(), portalRow(second)],
  book: [bookRow(), bookRow(second)],
  civil: [civilRow(), civilRow(second)],
}

test('a stated total that is not the number of rows is a mismatch, with both numbers', async () => {
  const ward = await wardWith(two, { extra: { portal: { after: ['Tổng số: 1 hồ sơ'] } } })
  const list = await discrepanciesIn(ward)
  expect(list.map(({ kind, system, code, detail }) => ({ kind, system, code, detail }))).toEqual([
    { kind: 'control_total_mismatch', system: 'dvcqg', code: null, detail: { stated: 1, read: 2 } },
  ])
  expect(await raisedBy(two, { extra: { portal: { after: ['Tổng số: 2 hồ sơ'] } } })).toEqual([])
})

test('a file that has fewer rows than its total by more than a twentieth is cut short, and refused', async () => {
  const ward = await wardWith(two, { extra: { civil: { after: ['Tổng số: 3 hồ sơ'] } } })
  const { files } = await ward.ask<{ files: SeenFile[] }>('files')
  expect(files.map(({ file, state, reason }) => [file, state, reason])).toEqual([
    ['book.csv', 'loaded', null],
    ['civil.csv', 'refused', { id: 'cut_short', stated: 3, read: 2 }],
    ['portal.csv', 'loaded', null],
  ])
})

test('columns that nobody asked for are said once, and the file is loaded; known ones are not', async () => {
  const header = [...headerOf('civil'), 'Mã QR', 'Ghi sổ']
  const ward = await wardWith(two, { extra: { civil: { header } } })
  const list = await discrepanciesIn(ward)
  expect(list.map(({ kind, system, detail }) => [kind, system, detail])).toEqual([
    ['schema_drift', 'botuphap-hotich', { unknown: ['Mã QR', 'Ghi sổ'] }],
  ])
  expect((await figuresIn(ward, '2026-02')).figures.received_total).toBe(2)
  const known = headerOf('civil').filter((name) => name !== 'STT')
  expect(await raisedBy(two, { extra: { civil: { header: known } } })).toEqual([])
})

test('a file without a needed column is refused and says what is there; the others go on', async () => {
  const ward = await wardWith(two, {
    extra: { civil: { header: headerOf('civil').map((name) => (name === 'Tình trạng' ? 'Trạng thái mới' : name)) } },
  })
  const { files } = await ward.ask<{ files: SeenFile[] }>('files')
  expect(files.find(({ file }) => file === 'civil.csv')).toMatchObject({
    state: 'refused',
    reason: { id: 'missing_column' },
  })
  const kinds = (await discrepanciesIn(ward)).map(({ kind, system }) => `${kind} ${system}`)
  expect(kinds).toEqual(['export_missing botuphap-hotich', 'schema_drift botuphap-hotich'])
  const { figures, incomplete } = await figuresIn(ward, '2026-02')
  expect([figures.received_total, incomplete]).toEqual([2, ['botuphap-hotich']])
  expect((await ward.nightly('2026-02-13')).code).toBe(1)
})

test('a refused file that comes again whole resolves its drift and its missing export', async () => {
  const ward = await wardWith(everywhere(), { extra: { civil: { header: headerOf('civil').slice(0, 8) } } })
  const good = await wardWith(everywhere())
  ward.put('civil.csv', readFileSync(`${good.folder}/inbox/civil.csv`))
  await ward.nightly('2026-02-13')
  expect((await discrepanciesIn(ward)).map(({ kind, state }) => [kind, state])).toEqual([
    ['export_missing', 'resolved'],
    ['schema_drift', 'resolved'],
  ])
})

test('more rejects than the threshold and more than ten refuse the whole file; ten do not', async () => {
  const bad = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      civilRow({ code: `H24.131-260204-1${String(index).padStart(3, '0')}` }, { 'Tình trạng': 'Gì đó' }),
    )
  const stateWith = async (count: number): Promise<string | undefined> => {
    const ward = await wardWith({ ...two, civil: [...two.civil, ...bad(count)] })
    const { files } = await ward.ask<{ files: SeenFile[] }>('files')
    return files.find(({ file }) => file === 'civil.csv')?.state
  }
  expect([await stateWith(10), await stateWith(11)]).toEqual(['loaded', 'refused'])
})

test('an export of none is loaded and says that nothing is there', async () => {
  const ward = await wardWith({ ...everywhere(), civil: [] })
  const { files } = await ward.ask<{ files: SeenFile[] }>('files')
  expect(files.map(({ file, state, rows }) => [file, state, rows.read])).toEqual([
    ['book.csv', 'loaded', 1],
    ['civil.csv', 'loaded', 0],
    ['portal.csv', 'loaded', 1],
  ])
})

test('a file that is none of the exports is unclaimed, and the night says so with exit 1', async () => {
  const ward = await wardWith(everywhere())
  ward.put('ghi chú.csv', 'a,b,c\n1,2,3\n')
  const { code } = await ward.nightly('2026-02-13')
  const { files } = await ward.ask<{ files: SeenFile[] }>('files')
  expect([code, files.at(-1)?.state]).toEqual([1, 'unclaimed'])
})

test('an export of none that is the same bytes in two months speaks for both', async () => {
  const ward = openWard()
  const stated = (from: string, to: string) => ({ before: [preamble(from, to)] })
  const months = [
    [
      'a',
      exportOf(
        'portal',
        [portalRow({ received: '2026-01-05', due: '2026-01-06', ended: '2026-01-06' })],
        stated('2025-12-18', '2026-01-16'),
      ),
    ],
    ['b', exportOf('portal', [portalRow({ code: second.code })], stated('2026-01-17', '2026-02-13'))],
  ] as const
  for (const [folder, portal] of months) {
    ward.put(`${folder}/portal.csv`, portal)
    ward.put(`${folder}/civil.csv`, exportOf('civil', []))
  }
  await ward.nightly('2026-02-13')
  const kinds = (await discrepanciesIn(ward)).map(({ kind, code }) => [kind, code])
  expect(kinds).toEqual([
    ['missing_in_ministry', 'H24.131-260204-0001'],
    ['missing_in_ministry', second.code],
  ])
})
