import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { beforeAll, describe, expect, test } from 'vitest'
import { needsIt, togetherOf } from '../pipeline/keeping/purge-plan.ts'
import { bookRow, civilRow, paymentRow, portalRow, type Told } from './support/dossiers.ts'
import { exportOf, preamble } from './support/make-export.ts'
import { server } from './support/server.ts'
import { copyOf, dumpOf, months, openWard, publishedBy, type Ward } from './support/ward.ts'

type Purged = {
  dryRun: boolean
  counts: Record<string, number>
  spans: { from: string; to: string }[]
  held: { from: string; codes: string[] }[]
  leftovers: { kept: string[]; nights: string[]; copies: string[] }
  backup: string | null
}

const over = { code: 'H24.131-260105-0001', identity: '031195600001', person: 'Đỗ Thị Khuất Xa', received: '2026-01-05', due: '2026-01-12', ended: '2026-01-08' } // prettier-ignore
const carried = { code: 'H24.131-260110-0002', identity: '031195600002', person: 'Lý Văn Bắc Cầu', received: '2026-01-10', due: '2026-01-20', ended: '2026-02-03' } // prettier-ignore
const recent = { code: 'H24.131-260210-0003', identity: '031195600003', person: 'Vũ Thị Gần', received: '2026-02-10', due: '2026-02-20', ended: '2026-02-20' } // prettier-ignore
const newest = { code: 'H24.131-260220-0004', identity: '031195600004', person: 'Hồ Văn Mới', received: '2026-02-20', due: '2026-03-02', ended: '2026-02-25' } // prettier-ignore
const open = { ended: '', status: 'Đang xử lý' }

/** Three months; each night has the lists of its month, and the first month is closed when it is over. */
async function threeMonths(first: readonly Partial<Told>[] = [over, { ...carried, ...open }]): Promise<Ward> {
  const ward = openWard()
  hand(ward, '2026-01', first, [paymentRow(over.code, 'T-KHUAT-1', '8000 đ', '2026-01-08', 'Thành công')])
  ward.put('2026-01/la.csv', `a;b\n${over.person};2\n`)
  await ward.nightly('2026-01-16')
  ward.take('2026-01/la.csv')
  hand(ward, '2026-02', [carried, { ...recent, ...open }])
  await ward.nightly('2026-02-13')
  hand(ward, '2026-03', [recent, newest])
  await ward.nightly('2026-03-13')
  for (const month of ['2026-01', '2026-02']) await ward.doisoat('close', month)
  return ward
}

function hand(
  ward: Ward,
  month: keyof typeof months,
  told: readonly Partial<Told>[],
  paid: readonly Parameters<typeof exportOf>[1][number][] = [],
): void {
  // prettier-ignore
  const before = [preamble(months[month].from, months[month].to)]
  const put = (name: string, text: string): void => ward.put(`${month}/${name}.csv`, text)
  put('cong', exportOf('portal', told.map((each) => portalRow(each)), { before })) // prettier-ignore
  put('so', exportOf('book', told.map((each) => bookRow(each)), { before })) // prettier-ignore
  put('ho-tich', exportOf('civil', told.map((each) => civilRow(each)), { before })) // prettier-ignore
  put('thanh-toan', exportOf('payments', paid, { before }))
}

/** Every file of the ward but the inbox in whose bytes a text stands. */
function holding({ folder }: Ward, text: string): string[] {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = all.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  return paths.filter((path) => !path.startsWith('inbox') && readFileSync(join(folder, path)).includes(text)).toSorted()
}

const day = ['--before', '2026-03-01'] as const

let ward: Ward // nothing is changed in it: tests go on from copies

beforeAll(async () => {
  ward = await threeMonths()
})

describe('a ward of three months, of which the first is long over', () => {
  let purged: Ward
  let said: Purged

  beforeAll(async () => {
    purged = copyOf(ward)
    said = await ask(purged, ...day, '--yes', '--by', 'Lan', '--why', 'quá thời hạn')
  })

  const ask = async (of: Ward, ...given: string[]): Promise<Purged> => of.ask<Purged>('purge', ...given)

  test('says what would go, and takes nothing, unless it is told --yes', async () => {
    const there = copyOf(ward)
    const before = dumpOf(there, [])
    for (const given of [day, [...day, '--yes', '--dry-run'], [...day, '--dry-run']]) {
      const asked = await ask(there, ...given)
      expect([asked.dryRun, asked.counts]).toEqual([true, said.counts])
      expect(asked.spans).toEqual([{ from: '2025-12-18', to: '2026-01-16' }])
      expect(asked.leftovers.kept).toHaveLength(5)
    }
    expect(dumpOf(there, [])).toEqual(before)
    expect(publishedBy(there)).toEqual(publishedBy(ward))
    const { out } = await there.doisoat('purge', ...day)
    for (const text of ['18/12/2025 – 16/01/2026', '5 tệp kết xuất', '--yes']) expect(out).toContain(text)
  })

  test.skipIf(server !== null)(
    'names and numbers are gone from the bytes of the database, of kept files, documents and copies',
    () => {
      for (const text of [over.person, over.identity, 'T-KHUAT-1'])
        expect(holding(ward, text).length).toBeGreaterThan(1)
      for (const text of [over.person, over.identity, over.code, 'T-KHUAT-1']) {
        const left = holding(purged, text)
        // What was published of the period names codes, and so do the lists of the month that stays.
        expect([text, left.filter((path) => !/^out\/(2026-01|nightly\/2026-02-13)\//.test(path))]).toEqual([text, []])
        if (text !== over.code) expect([text, left]).toEqual([text, []])
      }
      expect(holding(purged, newest.person).length).toBeGreaterThan(0)
      expect(said.backup).toContain('doisoat-2026-03-13.db')
      expect(readdirSync(join(purged.folder, 'var/backups'))).toEqual(['doisoat-2026-03-13.db'])
    },
  )

  test('who took it away, when, why and how much is written down', () => {
    const [line] = dumpOf(purged, [])['purge']!.map((each) => JSON.parse(each) as Record<string, unknown>)
    expect(line).toMatchObject({ before_day: '2026-02-14', as_of: '2026-03-13', purged_by: 'Lan', why: 'quá thời hạn' })
    expect(JSON.parse(String(line!['counts']))).toEqual(said.counts)
    expect(said.counts).toMatchObject({ files: 5, dossiers: 1, parts: 1, rejects: 0, payments: 1 })
  })

  test('figures and discrepancies of the later periods are those of a ward that purged nothing, also after more nights', async () => {
    const [a, b] = [copyOf(ward), copyOf(purged)]
    for (const each of [a, b]) {
      hand(each, '2026-03', [recent, newest, { ...over, code: 'H24.131-260301-0009', received: '2026-03-01', due: '2026-03-20', ...open }]) // prettier-ignore
      expect((await each.nightly('2026-03-14')).code).toBe(0)
    }
    for (const basis of ['centre', 'all']) {
      const figures = (of: Ward) => of.ask<object>('figures', '--period', '2026-03', '--basis', basis)
      expect(await figures(b)).toEqual(await figures(a))
    }
    const list = async (of: Ward) => (await of.ask<{ discrepancies: object[] }>('discrepancies', '--period', '2026-03')).discrepancies // prettier-ignore
    expect(await list(b)).toEqual(await list(a))
    const march = (of: Ward) => Object.entries(publishedBy(of)).filter(([path]) => path.startsWith('2026-03/'))
    expect(march(b)).toEqual(march(a))
  })

  test('a closed month is stated as it was published; what would have to be counted again is refused', async () => {
    for (const month of ['2026-01', '2026-02']) {
      const figures = (of: Ward) => of.ask<object>('figures', '--period', month)
      expect(await figures(purged)).toEqual(await figures(ward))
    }
    const refused = [['figures', '--period', '2026-Q1'], ['restate', '2026-01'], ['reopen', '2026-01'], ['why', '2026-01/resolved_total']] // prettier-ignore
    for (const given of refused) {
      const { code, err } = await purged.doisoat(...given)
      expect([given, code, err]).toEqual([given, 2, expect.stringContaining('đã xoá theo thời hạn lưu trữ')])
    }
  })

  test('a file that lies in the inbox still is not taken in again, and not kept again', async () => {
    const there = copyOf(purged)
    const { out, code } = await there.nightly('2026-03-14')
    expect([code, out]).toEqual([0, expect.not.stringContaining(over.code)])
    expect(holding(there, over.person)).toEqual([])
    const { files } = await there.ask<{ files: { file: string; state: string }[] }>('files')
    expect(files.find(({ file }) => file === '2026-01/cong.csv')!.state).toBe('purged')
    expect((await there.doisoat('files', 'retract', '2026-01/cong.csv', '--undo', '--why', 'x')).code).toBe(2)
    await there.doisoat('run', 'load')
    expect(holding(there, over.person)).toEqual([])
  })

  test('the half of a dossier that stays raises nothing, and no discrepancy of a purged one is left', async () => {
    const { discrepancies } = await purged.ask<{ discrepancies: { code: string | null; key: string }[] }>('discrepancies') // prettier-ignore
    const about = discrepancies.filter(({ code }) => code === over.code || code === carried.code)
    expect(about).toEqual([])
    const left = dumpOf(purged, [])
    for (const table of [
      'discrepancy',
      'discrepancy_event',
      'discrepancy_version',
      'acknowledgement',
      'closed_dossier',
    ])
      expect([table, left[table]!.filter((row) => row.includes(over.code))]).toEqual([table, []])
  })

  test('a published folder says that what it was made from was purged, and that it is as it was', async () => {
    const { code, out } = await purged.doisoat('verify', 'out/2026-01')
    expect([code, out]).toEqual([0, expect.stringContaining('đã xoá theo thời hạn lưu trữ')])
    expect((await purged.doisoat('verify', 'out/2026-03')).code).toBe(0)
    expect((await purged.doisoat('verify', 'out/nightly/2026-01-16')).code).toBe(0)
    expect(readdirSync(join(purged.folder, 'out/nightly/2026-01-16'))).toEqual(['manifest.json'])
  })

  test.skipIf(server !== null)(
    'once more takes nothing, and leaves the copies of later nights where they are',
    async () => {
      const there = copyOf(purged)
      await there.nightly('2026-03-14')
      const copies = readdirSync(join(there.folder, 'var/backups'))
      const again = await ask(there, ...day, '--yes')
      expect([again.counts['files'], again.backup]).toEqual([0, null])
      expect(readdirSync(join(there.folder, 'var/backups'))).toEqual(copies)
      expect(dumpOf(there, [])['purge']).toHaveLength(1)
    },
  )

  test.skipIf(server !== null)(
    'a copy from before it, that lay elsewhere, brings them back when it is restored; the next purge takes them again',
    async () => {
      const there = copyOf(purged)
      const elsewhere = copyOf(ward)
      const { out } = await there.doisoat('restore', join(elsewhere.folder, 'var/backups/doisoat-2026-03-13.db'))
      expect(out).toContain('hãy chạy lại doisoat purge')
      for (const month of ['2026-01', '2026-02']) await there.doisoat('close', month)
      expect(holding(there, over.person).length).toBeGreaterThan(0)
      await ask(there, ...day, '--yes')
      expect(holding(there, over.person)).toEqual([])
    },
  )
})

test('a window with a dossier that is open stays whole, and the dossier is named', async () => {
  const still = { ...over, code: 'H24.131-260106-0007', identity: '031195600007', person: 'Trịnh Còn Mở', ...open }
  const there = await threeMonths([over, { ...carried, ...open }, still])
  const asked = await there.ask<Purged>('purge', ...day, '--yes')
  expect(asked.held).toEqual([{ from: '2025-12-18', to: '2026-01-16', codes: [still.code] }])
  expect([asked.spans, asked.counts['files'], asked.counts['dossiers']]).toEqual([[], 1, 0]) // a file of nobody
  const left = holding(there, over.person)
  expect([server !== null || left.includes('var/doisoat.db'), left.filter((path) => path.startsWith('var/landing')).length]).toEqual([true, 3]) // prettier-ignore
  expect((await there.doisoat('verify', 'out/2026-01')).code).toBe(0)
  expect((await there.doisoat('restate', '2026-01')).code).toBe(0)
})

test('a month that is not closed is named, since its figures would be lost', async () => {
  const there = copyOf(ward)
  await there.doisoat('reopen', '2026-01')
  expect(await there.doisoat('purge', ...day)).toMatchObject({ code: 2, err: expect.stringContaining('"2026-01"') })
})

test('the day is the one that was asked for, or so many years ago by the clock or the configuration', async () => {
  const there = copyOf(ward)
  const refused = async (...given: string[]) => (await there.doisoat('purge', '--lang', 'en', ...given)).err
  expect(await refused()).toContain('--before or --older-than is needed')
  expect(await refused('--before', '2026-02-14', '--older-than', '1')).toContain('not both')
  expect(await refused('--older-than', '0')).toContain('a number of years')
  expect(await refused('--before', '2026-05-01')).toContain('still to come')
  expect(await refused('--before', '31/02/2026')).toContain('a day of the calendar')
  expect(await there.ask<{ asked: string }>('purge', '--older-than', '3')).toMatchObject({ asked: '2023-04-01' })
  there.configure({ retention: { years: 2 } })
  expect(await there.ask<{ asked: string }>('purge')).toMatchObject({ asked: '2024-04-01' })
})

test('windows that overlap are one; those that only touch are two', () => {
  const span = (file: number, from: string, to: string) => ({ file, from, to })
  const spans = [span(3, '2026-02-01', '2026-02-28'), span(1, '2026-01-01', '2026-01-20'), span(2, '2026-01-15', '2026-01-31')] // prettier-ignore
  expect(togetherOf(spans)).toEqual([
    { from: '2026-01-01', to: '2026-01-31', files: [1, 2] },
    { from: '2026-02-01', to: '2026-02-28', files: [3] },
  ])
})

test.each([
  ['open', { received_day: '2020-01-01', ended_day: null }, true],
  ['ended on the day', { received_day: '2020-01-01', ended_day: '2026-02-14' }, true],
  ['ended before it', { received_day: '2020-01-01', ended_day: '2026-02-13' }, false],
  ['never received', { received_day: null, ended_day: null }, false],
  ['another unit’s', { own: 0, received_day: '2020-01-01', ended_day: null }, false],
  ['not believed to be anything', { own: null, received_day: null, ended_day: null }, false],
])('a dossier that is %s', (_, standing, expected) => {
  expect(needsIt({ dossier: 1, code: 'x', own: 1, ...standing }, '2026-02-14', new Set())).toBe(expected)
})

test('a dossier that was never received is needed where a later list tells of it', () => {
  const standing = { dossier: 1, code: 'x', own: 1, received_day: null, ended_day: null }
  expect(needsIt(standing, '2026-02-14', new Set([1]))).toBe(true)
})

test('a month is compared with the one of the year before as that was closed; a list of those days that comes late harms no night', async () => {
  const there = openWard({ periods: { regime: 'nd09' } })
  const put = (under: string, from: string, to: string, told: Partial<Told>): void => {
    const before = [preamble(from, to)]
    there.put(`${under}/cong.csv`, exportOf('portal', [portalRow(told)], { before }))
    there.put(`${under}/so.csv`, exportOf('book', [bookRow(told)], { before }))
    there.put(`${under}/ho-tich.csv`, exportOf('civil', [civilRow(told)], { before }))
  }
  put('2025', '2025-02-15', '2025-03-14', { ...over, code: 'H24.131-250301-0001', received: '2025-03-01', due: '2025-03-10', ended: '2025-03-05' }) // prettier-ignore
  await there.nightly('2025-03-14')
  put('2026', '2026-02-15', '2026-03-14', newest)
  await there.nightly('2026-03-14')
  await there.doisoat('close', '2025-03')
  await there.nightly('2026-03-14')
  const march = () => Object.entries(publishedBy(there)).filter(([path]) => path.startsWith('2026-03/'))
  const before = march()
  expect((await there.ask<Purged>('purge', '--before', '2025-06-01', '--yes')).counts['dossiers']).toBe(1)
  await there.nightly('2026-03-14')
  expect(march()).toEqual(before)
  put('muon', '2025-03-15', '2025-04-14', { ...over, code: 'H24.131-250401-0002', received: '2025-04-01', due: '2025-04-10', ended: '2025-04-05' }) // prettier-ignore
  expect((await there.nightly('2026-03-15')).code).toBe(0)
})

test('another unit’s dossier that a later list has still is listed as such still', async () => {
  const foreign = { ...open, code: 'H24.999-260105-0001', identity: '031195600099', received: '2026-01-05', due: '2026-04-01', account: 'khac.nd01' } // prettier-ignore
  const there = await threeMonths([over, { ...carried, ...open }, foreign])
  hand(there, '2026-03', [recent, newest, foreign])
  await there.nightly('2026-03-14')
  const list = async () => (await there.ask<{ discrepancies: { code: string | null }[] }>('discrepancies')).discrepancies.filter(({ code }) => code === foreign.code) // prettier-ignore
  const before = await list()
  expect(before.length).toBeGreaterThan(0)
  expect((await there.ask<Purged>('purge', ...day, '--yes')).counts['dossiers']).toBe(1)
  expect(await list()).toEqual(before)
})

test.skipIf(server !== null)('files that another database beside it needs are kept', async () => {
  const there = copyOf(ward)
  const other = join(there.folder, 'var/khac.db')
  await there.doisoat('backup', '--to', other)
  const db = new Sqlite(other)
  db.exec(`delete from file where sha256 <> (select sha256 from file where system = 'trungtam' order by file limit 1)`)
  const hash = db.prepare<[], string>('select sha256 from file').pluck().get()!
  db.close()
  await there.doisoat('purge', ...day, '--yes')
  const kept = (sha256: string) => existsSync(join(there.folder, 'var/landing', sha256.slice(0, 2), sha256))
  expect(kept(hash)).toBe(true)
})
