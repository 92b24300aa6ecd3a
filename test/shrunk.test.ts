import { describe, expect, test } from 'vitest'
import type { SeenFile } from '../pipeline/loading/files-seen.ts'
import { bookRow, portalRow } from './support/dossiers.ts'
import { exportOf, preamble } from './support/make-export.ts'
import { discrepanciesIn, figuresIn } from './support/truth.ts'
import { dumpOf, openWard, publishedBy, type Ward } from './support/ward.ts'

/** The portal's list of a window with so many dossiers, numbered from 1 unless said otherwise. */
function list(
  count: number,
  { from = '2026-01-17', to = '2026-02-13', first = 1, after = [] as string[] } = {},
): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const number = String(first + index).padStart(4, '0')
    return portalRow({ code: `H24.131-260204-${number}`, identity: `03119569${number}` })
  })
  return exportOf('portal', rows, { before: [preamble(from, to)], after })
}

async function wardWithNight(content: string, name = '12.csv'): Promise<Ward> {
  const ward = openWard()
  ward.put(name, content)
  await ward.nightly('2026-02-12')
  return ward
}

const received = async (ward: Ward) => (await figuresIn(ward, '2026-02', 'all')).figures.received_total
const states = async (ward: Ward) =>
  (await ward.ask<{ files: SeenFile[] }>('files')).files.map(({ file, state }) => `${file} ${state}`).toSorted()

/** What a second night on the portal's list makes of it: exit code, and how many dossiers count then. */
async function after(before: string, tonight: string, name = '13.csv'): Promise<[number, number | null | undefined]> {
  const ward = await wardWithNight(before)
  ward.put(name, tonight)
  const { code } = await ward.nightly('2026-02-13')
  return [code, await received(ward)]
}

describe('a list that is shorter than the one before for its window by more than a twentieth', () => {
  test('is refused with both numbers, and the one before stays in force', async () => {
    const ward = await wardWithNight(list(100))
    ward.put('12.csv', list(94))
    const { code, out } = await ward.nightly('2026-02-13')
    expect([code, out]).toEqual([1, expect.stringContaining('94')])
    const { files } = await ward.ask<{ files: SeenFile[] }>('files')
    expect(files.map(({ state, reason, rows }) => [state, reason, rows.read])).toEqual([
      ['loaded', null, 100],
      ['refused', { id: 'cut_short_before', read: 94, before: 100, from: '2026-01-17' }, 0],
    ])
    expect(await received(ward)).toBe(100)
    expect(await discrepanciesIn(ward, '--kind', 'vanished')).toEqual([])
  })

  test('leaves its system silent tonight, where the others go on', async () => {
    const ward = await wardWithNight(list(100, { to: '2026-02-12' }))
    ward.put('book.csv', exportOf('book', [bookRow()], { before: [preamble('2026-01-17', '2026-02-13')] }))
    ward.put('12.csv', list(94))
    await ward.nightly('2026-02-13')
    expect((await figuresIn(ward, '2026-02')).incomplete).toContain('dvcqg')
    expect((await discrepanciesIn(ward, '--kind', 'export_missing')).map(({ system }) => system)).toContain('dvcqg')
  })

  test('is refused where its window has grown, and where nothing is left of it', async () => {
    expect(await after(list(100, { to: '2026-02-12' }), list(80))).toEqual([1, 100])
    expect(await after(list(100), list(0))).toEqual([1, 100])
  })

  test('is said each night that it lies there, and changes nothing', async () => {
    const ward = await wardWithNight(list(100))
    ward.put('13.csv', list(50))
    await ward.nightly('2026-02-13')
    const before = dumpOf(ward)
    const { code, out } = await ward.nightly('2026-02-13')
    expect([code, out]).toEqual([1, expect.stringContaining('50')])
    expect(dumpOf(ward)).toEqual(before)
    expect((await ward.nightly('2026-02-14')).code).toBe(1)
    expect(await received(ward)).toBe(100)
  })

  test('leaves no dossier behind that it alone names', async () => {
    const ward = await wardWithNight(list(100))
    ward.put('13.csv', list(50, { first: 500 }))
    await ward.nightly('2026-02-13')
    const { out } = await ward.doisoat('dossiers', '--period', '2026-02', '--json')
    expect([out.includes('H24.131-260204-0001'), out.includes('H24.131-260204-0500')]).toEqual([true, false])
  })
})

describe('a shorter list is taken', () => {
  test('up to a twentieth, and in a short list up to three: what is gone is said', async () => {
    expect(await after(list(100), list(95))).toEqual([0, 95])
    expect(await after(list(10), list(7))).toEqual([0, 7])
    expect(await after(list(10), list(6))).toEqual([1, 10])
    expect(await after(list(1), list(0))).toEqual([0, 0])
  })

  test('where it states itself how many rows it has', async () => {
    const ward = await wardWithNight(list(100))
    ward.put('13.csv', list(60, { after: ['Tổng số: 60 hồ sơ'] }))
    expect((await ward.nightly('2026-02-13')).code).toBe(0)
    expect(await received(ward)).toBe(60)
    expect((await discrepanciesIn(ward, '--kind', 'vanished')).length).toBe(40)
  })

  test('of another window, and of a window that had none before', async () => {
    expect(await after(list(100), list(5, { from: '2026-02-14', to: '2026-03-13' }))).toEqual([0, 100])
    expect(await after(list(100), list(5, { from: '2026-01-18' }))).toEqual([0, 100])
  })

  test('where it is older than the one in force: it replaces nothing', async () => {
    const ward = await wardWithNight(list(100), 'DVCQG_20260212.csv')
    ward.put('DVCQG_20260205.csv', list(40))
    expect((await ward.nightly('2026-02-13')).code).toBe(0)
    expect(await received(ward)).toBe(100)
  })

  test('in parts, by what they list together; two forms of one list count once', async () => {
    const ward = await wardWithNight(list(100))
    ward.put('a.csv', list(100))
    ward.put('b.csv', list(100, { after: [''] })) // the same rows in other bytes
    await ward.nightly('2026-02-13')
    ward.take('a.csv')
    ward.take('b.csv')
    ward.put('c1.csv', list(50))
    ward.put('c2.csv', list(49, { first: 51 }))
    expect((await ward.nightly('2026-02-14')).code).toBe(0)
    expect(await received(ward)).toBe(99)
  })
})

describe('once a shorter list was refused', () => {
  async function refusedOnce(): Promise<Ward> {
    const ward = await wardWithNight(list(100))
    ward.put('13.csv', list(50))
    await ward.nightly('2026-02-13')
    return ward
  }

  test('a second export that is as short is taken, and the first is not', async () => {
    const ward = await refusedOnce()
    ward.put('14.csv', list(51))
    expect((await ward.nightly('2026-02-14')).code).toBe(1) // the first still lies there
    expect(await states(ward)).toEqual(['12.csv loaded', '13.csv refused', '14.csv loaded'])
    expect(await received(ward)).toBe(51)
    ward.take('13.csv')
    expect((await ward.nightly('2026-02-14')).code).toBe(0)
  })

  test('one that is shorter still is refused', async () => {
    const ward = await refusedOnce()
    ward.put('14.csv', list(20))
    await ward.nightly('2026-02-14')
    expect(await received(ward)).toBe(100)
  })

  test('the same bytes under another name are a second export', async () => {
    const ward = await refusedOnce()
    ward.put('14.csv', list(50))
    expect((await ward.nightly('2026-02-14')).code).toBe(0)
    expect(await received(ward)).toBe(50)
    expect((await figuresIn(ward, '2026-02', 'all')).figures.received_total).toBe(50)
    const then = await ward.ask<{ figures: Record<string, number> }>('figures', '--period', '2026-02', '--basis', 'all', '--as-of', '2026-02-13') // prettier-ignore
    expect(then.figures['received_total']).toBe(100)
  })

  test('two that come in one night prove nothing', async () => {
    const ward = await wardWithNight(list(100))
    ward.put('13.csv', list(50))
    ward.put('13b.csv', list(51))
    await ward.nightly('2026-02-13')
    expect(await received(ward)).toBe(100)
  })

  test('the whole one is taken, and the short one stays out when files are read again', async () => {
    const ward = await refusedOnce()
    ward.put('14.csv', list(101))
    await ward.nightly('2026-02-14')
    expect(await received(ward)).toBe(101)
    await ward.doisoat('run', 'load')
    expect(await states(ward)).toEqual(['12.csv loaded', '13.csv refused', '14.csv loaded'])
    await ward.nightly('2026-02-14')
    expect(await received(ward)).toBe(101)
  })

  test('what was published is made again byte by byte', async () => {
    const ward = await refusedOnce()
    const folder = Object.keys(publishedBy(ward)).find((path) => path.endsWith('manifest.json'))!
    const { code, out, err } = await ward.doisoat('verify', `out/${folder.replace(/\/manifest.json$/, '')}`)
    expect([code, out, err]).toEqual([0, expect.any(String), ''])
  })
})
