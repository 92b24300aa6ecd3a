import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { surveyed } from '../pollution/read-table.ts'
import { encode, encodings, withoutMark } from '../../pipeline/kit/kit-encode.ts'
import { readAll, rowsOf } from '../../pipeline/kit/kit-reading.ts'

const names = ['nguyễn văn tú', 'trần thị hà', 'lê hữu công', 'phạm ngọc ánh', 'vũ đức thường', 'đặng thị mỹ duyên']
const many = 9000

/** More than a quarter of a megabyte of plain letters, and then others. */
const plain = Array.from({ length: many }, (_, i) => `${i + 1};Kho A${i % 7};${2000 + (i % 26)};ghi chu ${i % 9}`)
const accented = Array.from({ length: 300 }, (_, i) => `${many + i + 1};${names[i % 6]};2026;có ${i % 9} tờ`)
const lines = ['STT;Ten;Nam;Ghi chu', ...plain, ...accented]
const table = lines.map((line) => line.split(';'))

test.each(encodings)('a table whose letters turn odd late in the file is read in %s', (encoding) => {
  const survey = surveyed(encode(`${lines.join('\n')}\n`, encoding)!)
  expect([survey.encoding, survey.header]).toEqual([encoding, table[0]])
  expect(survey.rows.at(-1)).toEqual(table.at(-1))
  expect(survey.rows).toEqual(table.slice(1))
})

test.each(['utf-16le', 'utf-16be', 'tcvn3 in utf-16le'] as const)('and in %s without its mark', (encoding) => {
  const survey = surveyed(withoutMark(encode(`${lines.join('\r\n')}\r\n`, encoding)!))
  expect([survey.encoding, survey.lineEnd, survey.rows]).toEqual([encoding, 'crlf', table.slice(1)])
})

test('a late letter that is none is refused with its line, also beyond what was looked at to tell', () => {
  const long = [...lines, ...Array.from({ length: 20 }, () => accented).flat()]
  const bytes = Buffer.from(`${[...long, 'x;y;2026;z'].join('\n')}\n`)
  bytes[bytes.indexOf('\nx;y') + 1] = 0xff
  expect(() => surveyed(bytes)).toThrow(`"wrong_encoding","encoding":"utf-8","line":${long.length + 1}`)
  const twice = encode(`${long.join('\n')}\n`, 'utf-8 in utf-8')!
  expect(() => surveyed(Buffer.concat([twice, Buffer.from('1;Lê Thị Ngọc;2026;z\n')]))).toThrow(
    `"mojibake","source":"utf-8","line":${long.length + 1}`,
  )
})

const [title, period, header, ...book] = readFileSync('fixtures/connectors/trungtam/sample.csv', 'utf8')
  .replace('\ufeff', '')
  .split('\r\n')
const rows = book.filter((line) => /^\d/.test(line))
const bare = rows.map((row) => row.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D'))
const early = Array.from({ length: 600 }, () => bare).flat()

test.each(['tcvn3', 'vni', 'viscii', 'windows-1258'] as const)(
  'names typed in %s below a proper header, late in an export, are read as they were meant',
  (old) => {
    const above = Buffer.from([title, period, header, ...early, ''].join('\r\n'))
    const proper = readAll(Buffer.concat([above, Buffer.from(rows.join('\r\n').toLowerCase())]))
    const typed = encode(rows.join('\r\n').toLowerCase(), `${old} in utf-8`)!
    const outcome = readAll(Buffer.concat([above, typed]))
    expect(outcome.recognised).toMatchObject({ is: 'export', encoding: `${old} in utf-8` })
    expect(rowsOf(outcome)).toEqual(rowsOf(proper))
    expect(above.length).toBeGreaterThan(256 * 1024)
  },
)
