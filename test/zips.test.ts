import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Tried, TriedZip } from '../pipeline/kit/connector-try.ts'
import type { SeenFile } from '../pipeline/loading/files-seen.ts'
import { land, landAgain } from '../pipeline/loading/landing.ts'
import { workbook, type Zipping, zipped } from './connectors/sheet-files.ts'
import { header, row } from './connectors/sheet-sample.ts'
import { fixtures, openWard, tablesThatDiffer, type Ward } from './support/ward.ts'

const asOf = '2026-02-13'
const folder = join(fixtures, '2026-02/exports')
const exports = Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]))
const education = readFileSync(join(fixtures, 'connectors/bogddt/sample.csv'))

function under(path: string, files: Readonly<Record<string, Uint8Array>>): Record<string, Uint8Array> {
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [path + name, bytes]))
}

async function filesOf(ward: Ward): Promise<readonly SeenFile[]> {
  return (await ward.ask<{ files: readonly SeenFile[] }>('files')).files
}

function wardWith(files: Readonly<Record<string, Uint8Array>>): Ward {
  const ward = openWard()
  for (const [name, bytes] of Object.entries(files)) ward.put(name, bytes)
  return ward
}

describe('a month in zips gives the database of the month in files', async () => {
  const asFiles = openWard()
  asFiles.putMonth('2026-02', '2026-02')
  await asFiles.nightly(asOf)

  test.each([
    ['in one, its portal export giving the window of the others', { 'thang-02.zip': zipped(exports, { packs: true }) }],
    ['in one with a folder in it', { '2026-02/a.zip': zipped(under('xuất/', exports), { packs: true }) }],
    [
      'each in its own, in the folder in which they lie',
      Object.fromEntries(Object.entries(exports).map(([name, bytes]) => [`x/${name}.zip`, zipped({ a: bytes })])),
    ],
    [
      'each in its own, and all of those in one',
      {
        'a.zip': zipped(Object.fromEntries(Object.entries(exports).map(([n, b]) => [`${n}.zip`, zipped({ [n]: b })]))),
      },
    ],
  ])('%s', async (_, files) => {
    const ward = wardWith(files)
    expect((await ward.nightly(asOf)).code).toBe(0)
    expect(tablesThatDiffer(ward, asFiles)).toEqual([])
  })
})

test('what a zip holds is listed where it would lie unpacked, and kept by its hash alone', async () => {
  const ward = wardWith({ 'drop/a.zip': zipped({ 'tháng 2/GDĐT.csv': education, 'x.xlsx': book() }) })
  expect((await ward.nightly(asOf)).code).toBe(0)
  expect(await filesOf(ward)).toMatchObject([
    { file: 'drop/a.zip/tháng 2/GDĐT.csv', system: 'bogddt', state: 'loaded' },
    { file: 'drop/a.zip/x.xlsx', system: 'bogddt', state: 'loaded', encoding: 'xlsx' },
  ])
  const hashes = (await filesOf(ward)).map(({ sha256 }) => sha256)
  expect(keptIn(ward)).toEqual(hashes.toSorted())
  expect(readdirSync(join(ward.folder, 'inbox'), { recursive: true })).toEqual(['drop', 'drop/a.zip'])
})

test('a zip met again is no work, under another name it is seen again, and one new entry in it is one new file', async () => {
  const ward = wardWith({ 'a.zip': zipped({ 'a.xlsx': book('7'), 'b.xlsx': book() }) })
  await ward.nightly('2026-02-13')
  const first = await filesOf(ward)
  expect((await ward.nightly('2026-02-14')).code).toBe(0)
  expect(await filesOf(ward)).toEqual(first)

  ward.put('a.zip', zipped({ 'a.xlsx': book('7'), 'b.xlsx': book('2') }, { packs: true }))
  await ward.nightly('2026-02-15')
  const second = await filesOf(ward)
  expect(second.slice(0, 2)).toEqual(first)
  expect(second.slice(2)).toMatchObject([{ file: 'a.zip/b.xlsx', state: 'loaded' }])

  ward.take('a.zip')
  ward.put('b.zip', zipped({ 'a.xlsx': book('7') }))
  await ward.nightly('2026-02-16')
  expect((await filesOf(ward)).slice(3)).toMatchObject([{ file: 'b.zip/a.xlsx', state: 'seen_before' }])
})

describe('a zip that cannot be unpacked is one file that is turned away, and the others go on', () => {
  const inner = (files: Readonly<Record<string, string | Uint8Array>>, zipping: Zipping = {}) => zipped(files, zipping)
  const whole = inner({ 'a.csv': education, 'b.csv': 'x' })
  test.each([
    ['cut', whole.subarray(0, -30), 'damaged', 'hỏng hay bị cắt cụt'],
    ['locked', inner({ 'a.csv': education }, { flags: 1 }), 'locked_zip', 'mật khẩu'],
    ['a bomb', inner({ 'a.csv': 'a' }, { claims: { 'a.csv': 3e9 } }), 'large_zip', 'chứa quá nhiều'],
    ['leading outside', inner({ '../../a.csv': education }), 'outside', 'chỉ ra ngoài'],
    ['too deep', inner({ 'b.zip': inner({ 'c.zip': whole }) }), 'zip_in_zip', 'lồng quá hai lớp'],
    ['empty', inner({}), 'empty_zip', 'không có tệp nào'],
  ])('%s', async (_, bytes, id, said) => {
    const ward = wardWith({ 'drop/a.zip': bytes, 'drop/b.csv': education })
    const { code, out } = await ward.nightly(asOf)
    expect([code, out]).toEqual([1, expect.stringMatching(new RegExp(`drop/a\\.zip: .*${said}`))])
    expect(await filesOf(ward)).toMatchObject([
      { file: 'drop/a.zip', state: 'refused', reason: { id } },
      { file: 'drop/b.csv', state: 'loaded' },
    ])
    expect(keptIn(ward)).toHaveLength(2)
    expect(existsSync(join(ward.folder, '..', 'a.csv'))).toBe(false)
  })
})

test('a zip that was still being written is unpacked when it is looked at again', () => {
  const ward = wardWith({ 'drop/a.zip': zipped({ 'a.csv': education, 'b.csv': 'x' }) })
  const [inbox, landing] = [join(ward.folder, 'inbox'), join(ward.folder, 'landing')]
  const again = Array.from(landAgain(inbox, landing, 'drop/a.zip'))
  expect(again).toMatchObject([
    { landed: { path: 'drop/a.zip/a.csv', folder: 'drop/a.zip', bytes: education.length } },
    { landed: { path: 'drop/a.zip/b.csv', folder: 'drop/a.zip', bytes: 1 } },
  ])
  expect(Array.from(land(inbox, landing))).toEqual(again)
})

test('a file is what it is, not what it is called', async () => {
  const ward = wardWith({ 'a.xlsx': zipped({ 'x.csv': education }), 'b.zip': book() })
  expect((await ward.nightly(asOf)).code).toBe(0)
  expect(await filesOf(ward)).toMatchObject([
    { file: 'a.xlsx/x.csv', system: 'bogddt', state: 'loaded' },
    { file: 'b.zip', system: 'bogddt', state: 'loaded', encoding: 'xlsx' },
  ])
})

test('in a zip of several files one that is nobody’s is turned away alone', async () => {
  const ward = wardWith({ 'a.zip': zipped({ 'a.csv': education, 'doc.pdf': '%PDF-1.7\n' }) })
  const { code, out } = await ward.nightly(asOf)
  expect([code, out]).toEqual([1, expect.stringContaining('a.zip/doc.pdf: ')])
  expect(await filesOf(ward)).toMatchObject([{ state: 'loaded' }, { file: 'a.zip/doc.pdf', state: 'refused' }])
})

describe('connector try', () => {
  const ward = wardWith({
    'several.zip': zipped({ 'a.csv': education, 'x/b.csv': 'Tên;Số\nKho A;1\nKho B;2\n' }),
    'one.zip': zipped({ 'b.csv': 'Tên;Số\nKho A;1\nKho B;2\n' }),
    'cut.zip': zipped({ 'a.csv': education }).subarray(0, -5),
  })
  const tried = (name: string, ...flags: string[]) => ward.doisoat('connector', 'try', `inbox/${name}`, ...flags)

  test('says what is in a zip, and tries each', async () => {
    const { code, out } = await tried('several.zip', '--json')
    const result = JSON.parse(out) as TriedZip
    expect([code, result.is]).toEqual([0, 'zip'])
    expect(result.files).toMatchObject([
      { file: 'inbox/several.zip/a.csv', is: 'export', system: 'bogddt' },
      { file: 'inbox/several.zip/x/b.csv', is: 'unclaimed', table: { columns: ['Tên', 'Số'], delimiter: ';' } },
    ])
    for (const language of ['vi', 'en']) {
      const text = (await tried('several.zip', '--lang', language)).out
      expect(text).toMatch(/^inbox\/several\.zip: .*2/)
      expect(text).toContain('inbox/several.zip/a.csv\n')
      expect(text).not.toMatch(/undefined|\[object|NaN/)
    }
  })

  test('--csv prints the table of the only file, else says which there are', async () => {
    expect(await tried('one.zip', '--csv')).toEqual({ code: 0, out: 'Tên,Số\r\nKho A,1\r\nKho B,2\r\n', err: '' })
    const { code, out, err } = await tried('several.zip', '--csv')
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('"a.csv", "x/b.csv"')
  })

  test('says why a zip cannot be unpacked', async () => {
    const { code, out } = await tried('cut.zip', '--json')
    expect([code, (JSON.parse(out) as Tried).reason]).toEqual([1, { id: 'damaged' }])
    expect((await tried('cut.zip', '--csv')).code).toBe(1)
  })
})

function book(number = '1'): Uint8Array {
  return workbook([{ rows: [header, [number, ...row.slice(1)]] }])
}

/** What lies in the landing: names of files, and nothing half done. */
function keptIn({ folder }: Ward): string[] {
  const all = readdirSync(join(folder, 'var/landing'), { recursive: true, withFileTypes: true })
  return all
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .toSorted()
}
