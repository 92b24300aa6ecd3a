import { crc32 } from 'node:zlib'
import * as fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { isBroken } from '../../connectors/table.ts'
import { entriesOf } from '../../connectors/zip-entries.ts'
import { workbook, type Zipping, zipped } from './sheet-files.ts'
import { encode } from '../../pipeline/kit/kit-encode.ts'

const book = workbook([{ rows: [['a']] }])

/** Of each file its path, its drop and its text; or the reason why there are none. */
function told(bytes: Uint8Array): unknown {
  const found = entriesOf(() => [bytes])
  if (found === null || isBroken(found)) return found?.reason ?? null
  return found.map(({ path, drop, bytes }) => [path, drop, Buffer.concat([...bytes()]).toString()])
}

function namesIn(bytes: Uint8Array): unknown {
  const found = entriesOf(() => [bytes])
  return found === null || isBroken(found) ? found : found.map(({ path }) => path)
}

describe('the files in a zip', () => {
  test('are files of their own, in the order of their paths, those of a zip within it too', () => {
    const inner = zipped({ 'b.csv': 'b' }, { packs: true })
    expect(told(zipped({ 'tháng 2/': '', 'c.zip': inner, 'tháng 2/a.csv': 'a' }))).toEqual([
      ['c.zip/b.csv', '', 'b'],
      ['tháng 2/a.csv', '', 'a'],
    ])
  })

  test('are a drop of their own where there are several, else they belong to where the zip lies', () => {
    const [one, two] = [zipped({ 'a.csv': '1' }), zipped({ 'a.csv': '1', 'b/b.csv': '2' })]
    const drops = (bytes: Uint8Array) => (told(bytes) as string[][]).map(([path, drop]) => [path, drop])
    expect(drops(one)).toEqual([['a.csv', null]])
    expect(drops(zipped({ 'one.zip': one }))).toEqual([['one.zip/a.csv', null]])
    expect(drops(zipped({ 'c.csv': '', 'one.zip': one, 'two.zip': two }))).toEqual([
      ['c.csv', ''],
      ['one.zip/a.csv', ''],
      ['two.zip/a.csv', 'two.zip'],
      ['two.zip/b/b.csv', 'two.zip'],
    ])
  })

  test('are the same with sizes of 64 bits, and with paths as Windows writes them', () => {
    const files = { 'a/b.csv': 'b', 'c.csv': 'ccc'.repeat(9) }
    expect(told(zipped(files, { isWide: true, packs: true }))).toEqual(told(zipped(files)))
    expect(namesIn(zipped({ 'a\\b.csv': 'b', './/c.csv': '' }))).toEqual(['a/b.csv', 'c.csv'])
  })

  test('are not what systems put beside them', () => {
    const clutter = ['__MACOSX/._a.csv', '__MACOSX/x/a.csv', '.DS_Store', 'b/Thumbs.db', 'b/desktop.ini', '~$a.xlsx']
    const all = Object.fromEntries([...clutter, 'a.csv'].map((name) => [name, 'x']))
    expect(told(zipped(all))).toEqual([['a.csv', null, 'x']])
  })

  test('are what they are, whatever they are called: a workbook is one, a zip is more', () => {
    expect(told(book)).toBeNull()
    expect(told(zipped({ '[Content_Types].xml': '', 'ppt/presentation.xml': '' }))).toBeNull()
    expect(told(Buffer.from('STT;Mã'))).toBeNull()
    expect(namesIn(zipped({ 'a.zip': book, 'b.xlsx': zipped({ 'c.csv': '' }) }))).toEqual(['a.zip', 'b.xlsx/c.csv'])
  })

  test('that only begin like a zip are files: whoever reads them says that they are cut', () => {
    const cut = { 'a.csv': 'a', 'b.xlsx': book.subarray(0, 200), 'c.zip': zipped({ 'c.csv': '' }).subarray(0, 40) }
    expect(namesIn(zipped(cut))).toEqual(['a.csv', 'b.xlsx', 'c.zip'])
  })
})

describe('the name of a file in a zip is read', () => {
  const path = 'tháng 2/Hộ tịch – đợt 1.csv'
  const written = (name: Buffer, zipping: Zipping = {}): unknown =>
    namesIn(zipped({ a: '' }, { nameIn: () => name, ...zipping }))

  test('as UTF-8 where the zip says so, and where it only is so', () => {
    expect(written(Buffer.from(path), { flags: 2048 })).toEqual([path])
    expect(written(Buffer.from(path.normalize('NFD')))).toEqual([path])
  })

  test('as Windows-1258 where that makes Vietnamese, else as the CP437 of the standard', () => {
    expect(written(Buffer.from(encode('Hộ tịch đợt 1.csv', 'windows-1258')!))).toEqual(['Hộ tịch đợt 1.csv'])
    expect(written(iconv.encode('Übersicht ½.csv', 'cp437'))).toEqual(['Übersicht ½.csv'])
  })

  test('from the field beside it, where that belongs to it', () => {
    const field = (crc: number) => {
      const name = Buffer.from(path)
      const head = Buffer.alloc(9)
      head.writeUInt16LE(0x7075)
      head.writeUInt16LE(5 + name.length, 2)
      head.writeUInt8(1, 4)
      head.writeUInt32LE(crc, 5)
      return Buffer.concat([head, name])
    }
    expect(written(Buffer.from('thang 2.csv'), { field: (name) => field(crc32(name)) })).toEqual([path])
    expect(written(Buffer.from('thang 2.csv'), { field: () => field(0) })).toEqual(['thang 2.csv'])
  })
})

describe('a zip is turned away as a whole', () => {
  const part = 'b.zip/a.csv'
  const inner = (files: Parameters<typeof zipped>[0], zipping: Zipping = {}) =>
    zipped({ 'b.zip': zipped(files, zipping) })
  test.each<[string, Uint8Array, object]>([
    ['when it is empty', zipped({}), { id: 'empty_zip' }],
    ['when there is nothing in it for anybody', zipped({ 'a/': '', '.DS_Store': '' }), { id: 'empty_zip' }],
    ['with a path that leads outside', zipped({ '../a.csv': 'a' }), { id: 'outside', part: '../a.csv' }],
    ['with such a path as Windows writes it', zipped({ 'x\\..\\..\\a.csv': 'a' }), { id: 'outside' }],
    ['with a path from the root', zipped({ '/etc/a.csv': 'a' }), { id: 'outside' }],
    ['with a link in it', zipped({ 'a.csv': '/etc/passwd' }, { mode: 0o120777 }), { id: 'outside', part: 'a.csv' }],
    ['with such a path in a zip within it', inner({ '../a.csv': 'a' }), { id: 'outside', part: 'b.zip/../a.csv' }],
    ['with a password', inner({ 'a.csv': 'a' }, { flags: 1 }), { id: 'locked_zip', part }],
    ['packed in another way', inner({ 'a.csv': 'a' }, { method: 14 }), { id: 'packing', part }],
    ['with a zip in a zip in it', inner({ 'a.csv': zipped({ 'c.csv': '' }) }), { id: 'zip_in_zip', part }],
    ['with too many files', zipped(many(1001)), { id: 'large_zip', files: 1000 }],
    [
      'with too many files in all',
      zipped({ 'a.zip': zipped(many(600)), 'b.zip': zipped(many(600)) }),
      { id: 'large_zip' },
    ],
    ['when it would be too large', zipped({ 'a.csv': 'a' }, { claims: { 'a.csv': 2e9 } }), { id: 'large_zip' }],
    ['with less in it than it says', inner({ 'a.csv': 'a' }, { claims: { 'a.csv': 9 } }), { id: 'damaged', part }],
    ['when it is cut', zipped({ 'a.csv': 'a' }).subarray(0, -5), { id: 'damaged' }],
    ['with a name twice', zipped({ 'a.csv': 'a', './a.csv': 'b' }), { id: 'name_twice', part: 'a.csv' }],
  ])('%s', (_, bytes, reason) => {
    expect(told(bytes)).toMatchObject(reason)
  })

  test('when what is in it is too large together, though no file of it is, before any is unpacked', () => {
    const claims = { a: 600 * 1024 * 1024 }
    const bomb = zipped({ 'a.zip': zipped({ a: '' }, { claims }), a: '' }, { claims })
    expect(told(bomb)).toEqual({ id: 'large_zip', part: 'a.zip', limit: 1024 * 1024 * 1024 })
  })
})

test('whatever happens to the bytes of a zip, what is unpacked of it is whole', () => {
  const whole = zipped({ 'a.csv': 'a'.repeat(300), 'b/b.csv': 'b' }, { packs: true })
  let unpacked = 0
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.uint8Array({ minLength: 1, maxLength: 4 }), (at, put) => {
      const found = entriesOf(() => [Buffer.concat([whole.subarray(0, at), put, whole.subarray(at + put.length)])])
      if (found === null || isBroken(found)) return
      unpacked++
      for (const { bytes } of found) expect(['b', 'a'.repeat(300)]).toContain(Buffer.concat([...bytes()]).toString())
    }),
    { numRuns: 400 },
  )
  expect(unpacked).toBeGreaterThan(50)
})

function many(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i}`, '']))
}
