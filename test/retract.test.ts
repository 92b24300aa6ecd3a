import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { SeenFile } from '../pipeline/loading/files-seen.ts'
import { bookRow, portalRow, type Told } from './support/dossiers.ts'
import { exportOf, preamble } from './support/make-export.ts'
import { discrepanciesIn, figuresIn } from './support/truth.ts'
import { copyOf, openWard, publishedBy, tablesThatDiffer, type Ward } from './support/ward.ts'

const told = (number: number): Partial<Told> => ({
  code: `H24.131-260204-000${number}`,
  identity: `03119569467${number}`,
})
const before = [preamble('2026-01-17', '2026-02-13')]
const portal = (...numbers: readonly number[]) =>
  exportOf('portal', numbers.map((number) => portalRow(told(number))), { before }) // prettier-ignore

function ward(): Ward {
  const made = openWard()
  made.put('portal.csv', portal(1, 2))
  made.put('book.csv', exportOf('book', [1, 2].map((number) => bookRow(told(number))), { before })) // prettier-ignore
  return made
}

/** What a person decided, how often and where a file was met, and how lives went on: all else is as if it had not come. */
const history = ['reconciled', 'summarized', 'run', 'sighting', 'file', 'retraction', 'discrepancy', 'discrepancy_event', 'discrepancy_version', 'discrepancy_source', 'source_row', 'listing', 'reject', 'word', 'code', 'change'] // prettier-ignore

describe('a file that should not have been loaded', () => {
  const files = async (of: Ward) => (await of.ask<{ files: SeenFile[] }>('files')).files
  const retract = (of: Ward, file: string, ...more: string[]) =>
    of.doisoat('files', 'retract', file, '--why', 'kết xuất nhầm phường', ...more)

  test('is taken back: figures, exports and dossiers are as if it had not come', async () => {
    const [wrong, right] = [ward(), ward()]
    for (const each of [wrong, right]) await each.nightly('2026-02-12')
    wrong.put('portal (mới).csv', portal(1, 2, 3, 4))
    await wrong.nightly('2026-02-13')
    await right.nightly('2026-02-13')
    expect((await figuresIn(wrong, '2026-02', 'all')).figures.received_total).toBe(4)
    const done = await retract(wrong, 'portal (mới).csv')
    expect([done.code, done.out]).toEqual([0, expect.stringContaining('Đã rút lại portal (mới).csv')])
    expect((await figuresIn(wrong, '2026-02', 'all')).figures.received_total).toBe(2)
    expect(tablesThatDiffer(wrong, right, history)).toEqual([])
    const lists = (of: Ward) => Object.entries(publishedBy(of)).filter(([path]) => path.endsWith('bao-cao.txt'))
    expect(lists(wrong)).toEqual(lists(right))
    expect((await wrong.doisoat('verify', 'out/2026-02')).code).toBe(0)
  })

  test('settles what only it said, and the history shows it', async () => {
    const of = ward()
    await of.nightly('2026-02-12')
    of.put('portal2.csv', portal(1, 2, 3))
    await of.nightly('2026-02-13')
    const [missing] = await discrepanciesIn(of, '--kind', 'missing_at_centre')
    expect([missing!.code, missing!.state]).toEqual(['H24.131-260204-0003', 'new'])
    await retract(of, 'portal2.csv')
    const open = (await discrepanciesIn(of)).filter(({ state }) => state !== 'resolved')
    expect(open.map(({ key, verified }) => [key, verified])).toEqual([
      ['export_missing/2026-01-17/botuphap-hotich', true],
    ])
    expect((await discrepanciesIn(of, '--kind', 'missing_at_centre')).map(({ state }) => state)).toEqual(['resolved'])
    const file = (await files(of)).find(({ file: path }) => path === 'portal2.csv')!
    expect([file.state, file.reason]).toEqual(['retracted', expect.objectContaining({ id: 'retracted', why: 'kết xuất nhầm phường', by: 'trang' })]) // prettier-ignore
    expect((await of.doisoat('files')).out).toContain('portal2.csv: đã rút lại bởi "trang": "kết xuất nhầm phường".')
  })

  test('stays out on later nights, also under another name, until it is taken in again', async () => {
    const of = ward()
    of.put('portal2.csv', portal(1, 2, 3))
    await of.nightly('2026-02-12')
    await retract(of, 'portal2.csv')
    of.put('portal3.csv', portal(1, 2, 3))
    await of.nightly('2026-02-13')
    const total = async () => (await figuresIn(of, '2026-02', 'all')).figures.received_total
    expect(await total()).toBe(2)
    const hash = (await files(of)).find(({ state }) => state === 'retracted')!.sha256!
    const again = await retract(of, hash.slice(0, 12), '--undo')
    expect([again.code, await total()]).toEqual([0, 3])
  })

  test('that is not known, that is out already, that was never in, and a reason that is missing are said', async () => {
    const of = ward()
    of.put('anh.csv', 'một bức ảnh')
    await of.nightly('2026-02-12')
    expect((await retract(of, 'portl.csv')).err).toContain('gần nhất là "portal.csv"')
    expect((await retract(of, 'anh.csv')).err).toContain('không ở trong số liệu')
    expect((await retract(of, 'portal.csv', '--undo')).err).toContain('không ở trong số liệu')
    await retract(of, 'portal.csv')
    expect(await retract(of, 'portal.csv')).toMatchObject({ code: 2, err: expect.stringContaining('đã rút lại rồi') })
    expect((await of.doisoat('files', 'retract', 'book.csv')).code).toBe(2)
    expect((await of.doisoat('files', 'retract', 'book.csv', '--why', ' ')).code).toBe(2)
  })

  test('is one of a copy: what is decided there changes nothing here', async () => {
    const of = ward()
    await of.nightly('2026-02-12')
    const copy = copyOf(of)
    await retract(copy, 'portal.csv')
    expect((await figuresIn(of, '2026-02', 'all')).figures.received_total).toBe(2)
    expect(existsSync(join(copy.folder, 'out/2026-02/bao-cao.txt'))).toBe(true)
  })
})
