import { appendFileSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Manifest, MANIFEST } from '../../pipeline/documents/manifest.ts'
import type { Verified } from '../../pipeline/documents/verify.ts'
import { bookRow, portalRow, type Told } from '../support/dossiers.ts'
import { changeIn } from '../support/database.ts'
import { exportOf, preamble } from '../support/make-export.ts'
import { discrepanciesIn } from '../support/truth.ts'
import { copyOf, dumpOf, openWard, publishedBy, type Ward } from '../support/ward.ts'

const folders = [
  'out/2026-01',
  'out/2026-02',
  'out/nightly/2026-01-16',
  'out/nightly/2026-02-12',
  'out/nightly/2026-02-13',
]
const full = openWard()

beforeAll(async () => {
  full.putMonth('2026-01', '2026-01')
  await full.nightly('2026-01-16')
  full.putMonth('2026-02', '2026-02')
  full.take('2026-02/HKD_20260213.csv')
  await full.nightly('2026-02-12')
  full.putMonth('2026-02', '2026-02')
  await full.nightly('2026-02-13')
})

/** A ward with hardly a dossier, for all that may go wrong: nothing takes long. */
const small = openWard()
const told = (number: number, given: Partial<Told> = {}): Partial<Told> => {
  return { code: `H24.131-260204-000${number}`, identity: `03119569467${number}`, ...given }
}

beforeAll(async () => {
  const before = [preamble('2026-01-17', '2026-02-13')]
  small.put('portal.csv', exportOf('portal', [told(1), told(2), told(3)].map((each) => portalRow(each)), { before })) // prettier-ignore
  small.put(
    'book.csv',
    exportOf(
      'book',
      [told(1), told(2)].map((each) => bookRow(each)),
      { before },
    ),
  )
  await small.nightly('2026-02-13')
})

const verify = (ward: Ward, folder: string) => ward.ask<Verified>('verify', folder)

describe('published folders of three nights', () => {
  test.each(folders)('%s is the same, made again from the kept files', async (folder) => {
    const { out, code } = await full.doisoat('verify', folder)
    expect([out, code]).toEqual([expect.stringContaining('Giống hệt'), 0])
  })

  test('verifying writes nothing', async () => {
    const before = [dumpOf(full), publishedBy(full)]
    expect((await full.doisoat('verify', 'out/2026-02', '--quiet')).out).toBe('')
    expect([dumpOf(full), publishedBy(full)]).toEqual(before)
  })

  test('a manifest has the hash of every document and every file behind it, and nothing of the machine', () => {
    const text = readFileSync(join(full.folder, 'out/2026-02', MANIFEST), 'utf8')
    const { inputs, outputs, settings } = JSON.parse(text) as Manifest
    expect(inputs.filter(({ file }) => file.startsWith('2026-02/'))).toHaveLength(14)
    expect(inputs.filter(({ file }) => file.startsWith('2026-01/'))).toHaveLength(14)
    expect(outputs.map(({ file }) => file)).toContain('figures.json')
    expect(settings.map(({ file }) => file)).toEqual(['configuration', 'catalogue', 'calendar', 'template'])
    expect(text).not.toContain(full.folder)
  })
})

describe('what differs is said', () => {
  const changed = async (change: (ward: Ward) => void | Promise<unknown>, folder = 'out/2026-02') => {
    const ward = copyOf(small)
    await change(ward)
    return { ...(await verify(ward, folder)), said: () => ward.doisoat('verify', folder) }
  }
  const sql = (ward: Ward, statement: string): void => changeIn(ward.database, statement)

  test('a document that somebody changed, with the line', async () => {
    const { same, said } = await changed((ward) => {
      const path = join(ward.folder, 'out/2026-02/bao-cao.txt')
      writeFileSync(path, readFileSync(path, 'utf8').replace('02 hồ sơ', '05 hồ sơ'))
    })
    const { out, code } = await said()
    expect([code, same]).toEqual([1, false])
    expect(out).toContain('bao-cao.txt: đã bị sửa sau khi lập.')
    expect(out).toMatch(/bao-cao\.txt: khác từ dòng 1: trong thư mục là ".*", lập lại là ".*"/)
  })

  test('a document that is gone, and one that was put beside', async () => {
    const { outputs } = await changed((ward) => {
      rmSync(join(ward.folder, 'out/2026-02/sai-lech.csv'))
      writeFileSync(join(ward.folder, 'out/2026-02/ghi-chu.txt'), 'x')
    })
    const odd = outputs.filter(({ is }) => is !== 'same')
    expect(odd).toEqual([
      { file: 'sai-lech.csv', is: 'missing', rebuilt: null },
      { file: 'ghi-chu.txt', is: 'unlisted', rebuilt: null },
    ])
  })

  test('a folder that somebody made in it', async () => {
    const { outputs, same } = await changed((ward) => mkdirSync(join(ward.folder, 'out/2026-02/bản nháp')))
    expect(outputs.filter(({ is }) => is !== 'same')).toEqual([{ file: 'bản nháp', is: 'unlisted', rebuilt: null }])
    expect(same).toBe(false)
  })

  test("a template of one's own that is gone", async () => {
    const ward = copyOf(small)
    copyFileSync(join(import.meta.dirname, '../../reports/templates/bao-cao.docx'), join(ward.folder, 'mau.docx'))
    ward.configure({ report: { template: 'mau.docx' } })
    await ward.doisoat('report', '--period', '2026-02')
    expect((await verify(ward, 'out/2026-02')).same).toBe(true)
    rmSync(join(ward.folder, 'mau.docx'))
    const { code, err } = await ward.doisoat('verify', 'out/2026-02')
    expect([code, err]).toEqual([2, expect.stringContaining('mau.docx')])
  })

  test('a workbook, with the byte', async () => {
    const path = 'out/nightly/2026-02-13/ho-so-can-xu-ly.xlsx'
    const { outputs } = await changed((ward) => appendFileSync(join(ward.folder, path), 'x'), 'out/nightly/2026-02-13')
    expect(outputs.find(({ is }) => is === 'changed')).toMatchObject({ rebuilt: { byte: expect.any(Number) } })
  })

  test.each([
    [
      'a day in a row that was loaded',
      `update source_row set ended = '2026-02-12T08:00:00' where ended like '2026-02-05%'`,
    ],
    ['a row that was taken out', 'delete from record where row % 2 = 0'],
    ['a word', `update word set text = '1.001612' where text = '1.001193'`],
  ])('figures of a database that somebody changed: %s', async (_, statement) => {
    const { same, outputs } = await changed(async (ward) => {
      sql(ward, statement)
      for (const stage of ['reconcile', 'summarize', 'publish']) await ward.doisoat('run', stage)
    })
    expect(same).toBe(false)
    expect(outputs.some(({ is, rebuilt }) => is === 'same' && rebuilt !== 'same')).toBe(true)
  })

  test('a stated figure', async () => {
    const { said } = await changed(async (ward) => {
      sql(ward, `update summary set document = replace(document, '"resolved_total":2', '"resolved_total":4')`)
      await ward.doisoat('run', 'publish')
    })
    expect((await said()).out).toMatch(
      /figures\.json: khác từ dòng \d+: trong thư mục là " +"resolved_total": 4,", lập lại là " +"resolved_total": 2,"/,
    )
  })

  test('a kept file that was changed or is gone: nothing is made again from it', async () => {
    const kept = (ward: Ward, name: string): string => {
      const manifest = JSON.parse(readFileSync(join(ward.folder, 'out/2026-02', MANIFEST), 'utf8')) as Manifest
      const { sha256 } = manifest.inputs.find(({ file }) => file.endsWith(name))!
      return join(ward.folder, 'var/landing', sha256.slice(0, 2), sha256)
    }
    const damaged = await changed((ward) => appendFileSync(kept(ward, 'portal.csv'), 'x'))
    expect(damaged.inputs.filter(({ is }) => is !== 'same')).toEqual([{ file: 'portal.csv', is: 'damaged' }])
    expect(damaged.outputs.every(({ rebuilt }) => rebuilt === null)).toBe(true)
    expect(damaged.same).toBe(false)
    const missing = await changed((ward) => rmSync(kept(ward, 'book.csv')), 'out/nightly/2026-02-13')
    expect((await missing.said()).out).toContain('book.csv: tệp lưu không còn.')
  })

  test('another configuration', async () => {
    const { settings, said } = await changed((ward) => ward.configure({ dueSoonDays: 3 }))
    expect(settings.find(({ file }) => file === 'configuration')).toEqual({ file: 'configuration', is: 'changed' })
    expect((await said()).out).toContain('Nay đã khác lúc lập: tệp cấu hình.')
  })

  test('a folder without a manifest, and that of another unit', async () => {
    expect(await full.doisoat('verify', 'out')).toMatchObject({
      code: 2,
      err: expect.stringContaining('manifest.json'),
    })
    const ward = copyOf(small)
    const path = join(ward.folder, 'out/2026-02', MANIFEST)
    writeFileSync(path, readFileSync(path, 'utf8').replace('"unit": "H24.131"', '"unit": "H24.132"'))
    expect(await ward.doisoat('verify', 'out/2026-02')).toMatchObject({
      code: 2,
      err: expect.stringContaining('H24.132'),
    })
    writeFileSync(path, '{"schema": 1}')
    expect((await ward.doisoat('verify', 'out/2026-02')).code).toBe(2)
  })
})

test('what people decide later, and nights that come later, leave a folder the same', async () => {
  const ward = copyOf(small)
  const [one] = await discrepanciesIn(ward)
  await ward.doisoat('discrepancies', 'ack', one!.key, '--until', '2026-03-31', '--why', 'đã hỏi phòng')
  const { code } = await ward.doisoat('close', '2026-02', '--by', 'Lan', '--why', 'đã ký')
  const before = [preamble('2026-02-14', '2026-03-13')]
  for (const kind of ['portal', 'book'] as const)
    ward.put(`march/${kind}.csv`, exportOf(kind, [(kind === 'portal' ? portalRow : bookRow)(told(4, { received: '2026-03-02' }))], { before })) // prettier-ignore
  await ward.nightly('2026-03-13')
  await ward.doisoat('reopen', '2026-02', '--by', 'Lan', '--why', 'chốt nhầm')
  const later = ['out/2026-02', 'out/nightly/2026-02-13', 'out/nightly/2026-03-13']
  expect(code).toBe(0)
  for (const folder of later) expect([folder, (await verify(ward, folder)).same]).toEqual([folder, true])
})
