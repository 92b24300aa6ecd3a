import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { htmlPage, workbook } from '../connectors/sheet-files.ts'
import { header, row } from '../connectors/sheet-sample.ts'
import type { Tried } from '../../pipeline/kit/connector-try.ts'
import { openWard } from '../support/ward.ts'
import { everyPollution } from './polluted.ts'
import { everyPollutedSheet } from './polluted-sheets.ts'
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
  const kinds = new Map([...everyPollution(), ...everyPollutedSheet()].map((each) => [each.kind, each]))
  for (const { bytes } of kinds.values()) {
    const { code, out } = await tried(bytes, '--csv')
    expect([code, rowsOfCsv(out)]).toEqual([0, tableRead(bytes)])
  }
})

test('a workbook that no system claims is read like a text, and the sheet is said', async () => {
  const rows = [['DANH SÁCH'], ['Tên', 'Năm', 'Số'], ['A "1"', '2025', '00012'], ['B', '2026', '5\n6']] // prettier-ignore
  const book = workbook([
    { name: 'Bìa', rows: [['UBND']] },
    { name: 'Kho', rows, merges: ['A1:C1'] },
  ])
  const result = JSON.parse((await tried(book, '--json')).out) as Tried
  expect(result).toMatchObject({ is: 'unclaimed', encoding: 'xlsx', sheet: 'Kho', rows: { read: 2, rejected: 0 } })
  expect(result.lines).toEqual({ physical: 4, preamble: 1, header: 1, blank: 0, data: 2, footer: 0 })
  expect(result.table).toMatchObject({ sheet: 'Kho', otherSheets: ['Bìa'], columns: ['Tên', 'Năm', 'Số'] })
  const csv = 'Tên,Năm,Số\r\n"A ""1""",2025,00012\r\nB,2026,"5\n6"\r\n'
  expect(await tried(book, '--csv')).toEqual({ code: 0, out: csv, err: '' })
  for (const language of ['vi', 'en']) {
    const { out } = await tried(book, '--lang', language)
    expect(out).toMatch(/(?:Trang tính|Sheet) +Kho\n(?:Trang tính khác|Other sheets) +Bìa\n/)
  }
})

test('a page with a table is one, whatever it is called; what a system claims says its sheet too', async () => {
  const page = JSON.parse((await tried(htmlPage([['Tên', 'Năm', 'Số'], ['A', '2025', '3']]), '--json')).out) as Tried // prettier-ignore
  expect(page).toMatchObject({ is: 'unclaimed', encoding: 'html', sheet: null, reason: { id: 'unknown_header' } })
  const book = workbook([{ name: 'Bìa', rows: [['UBND']] }, { name: 'Hồ sơ', rows: [header, row] }]) // prettier-ignore
  expect(JSON.parse((await tried(book, '--json')).out)).toMatchObject({ is: 'export', sheet: 'Hồ sơ' })
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
