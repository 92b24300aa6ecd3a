import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Tried } from '../../pipeline/connector-try.ts'
import { openWard } from '../support/ward.ts'
import { everyPollution } from './polluted.ts'
import { rowsOfCsv, tableRead } from './read-table.ts'

const ward = openWard()

async function tried(bytes: string | Uint8Array, ...flags: readonly string[]) {
  writeFileSync(join(ward.folder, 'try.csv'), bytes)
  return ward.doisoat('connector', 'try', 'try.csv', ...flags)
}

test('a table of no system is read all the same, and that is no failure', async () => {
  const { code, out } = await tried('sep=;\r\nTên;Năm;Số\r\nKho A;2025;03\r\nKho B;2026\r\nKho C;2026;5\r\n', '--json')
  const result = JSON.parse(out) as Tried
  expect([code, result.is, result.encoding, result.delimiter, result.rows]).toEqual([
    0,
    'unclaimed',
    'utf-8',
    ';',
    { read: 3, rejected: 0 },
  ])
  expect(result.lines).toEqual({ physical: 5, preamble: 1, header: 1, blank: 0, data: 3, footer: 0 })
  expect(result.table).toMatchObject({
    lineEnd: 'crlf',
    columns: ['Tên', 'Năm', 'Số'],
    headerRows: 1,
    rows: { read: 3, ragged: 1, mended: 0, rejected: 0 },
    ragged: [{ line: 4, cells: 2 }],
  })
})

test('--csv prints the table that was read: commas, doubled marks, CRLF, no byte order mark', async () => {
  const { code, out, err } = await tried('Tên|Số\n\'a "b"\'|00012\nc, d|=1+1\n', '--csv')
  expect([code, err]).toEqual([0, ''])
  expect(out).toBe('Tên,Số\r\n"\'a ""b""\'",00012\r\n"c, d",=1+1\r\n')
})

test('--csv prints of each kind of pollution what the reader read', async () => {
  const kinds = new Map(everyPollution().map((each) => [each.kind, each]))
  for (const { bytes } of kinds.values()) {
    const { code, out } = await tried(bytes, '--csv')
    expect([code, rowsOfCsv(out)]).toEqual([0, tableRead(bytes)])
  }
})

test('what is no table is refused with its sentence, and an empty file is a table of nothing', async () => {
  const pdf = await tried('%PDF-1.7\n', '--csv')
  expect([pdf.code, pdf.out, pdf.err]).toEqual([1, '', expect.stringContaining('PDF')])
  expect(await tried('', '--csv')).toEqual({ code: 0, out: '', err: '' })
})

test.each(['vi', 'en'])('on a terminal the table is told in %s', async (language) => {
  const { out } = await tried('Tên\tNăm\nA\t2025\nB\t2026\nC\t2026\n', '--lang', language)
  expect(out).toContain('TAB')
  expect(out).toContain('Tên · Năm')
  expect(out).not.toMatch(/undefined|\[object|NaN/)
})
