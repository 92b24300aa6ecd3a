import { describe, expect, test } from 'vitest'
import { surveyTable } from '../../connectors/survey.ts'
import { surveyed } from '../pollution/read-table.ts'
import { htmlPage, type Page, spreadsheetMl, workbook } from './sheet-files.ts'
import { header, row } from './sheet-sample.ts'

const table: Page = { name: 'Kho', rows: [['Tên', 'Năm', 'Số'], ['A', '2025', '03'], ['B', '2026', '4']] } // prettier-ignore
const cover: Page = { name: 'Bìa', rows: [['UBND PHƯỜNG'], [], ['Người lập', 'Vũ Hà'], ['Ngày', '01/02/2026']] }
const known: Page = { name: 'Hồ sơ', rows: [header, row] }

test('the parts of a sheet are found, and a line is a row of it', () => {
  const rows = [['DANH SÁCH'], [], ...table.rows, ['C', '2026'], ['D', '2026', '5', '', 'ghi chú'], ['II'], ['E', '1999', '6'], [], ['Cộng: 5']] // prettier-ignore
  expect(surveyed(workbook([{ name: 'Kho', rows, merges: ['A1:C1'] }]))).toMatchObject({
    encoding: 'xlsx',
    sheet: 'Kho',
    otherSheets: [],
    delimiter: null,
    lineEnd: null,
    header: ['Tên', 'Năm', 'Số'],
    headerRows: 1,
    width: 3,
    lines: { physical: 11, preamble: 1, header: 1, blank: 2, data: 6, footer: 1 },
    ragged: [{ line: 7, cells: 5 }],
    sections: [8],
    rejects: [],
    nextTable: null,
  })
})

describe('of several sheets', () => {
  const of = (...pages: readonly Page[]): unknown => {
    const { sheet, otherSheets } = surveyed(workbook(pages))
    return [sheet, ...otherSheets]
  }

  test('the one is read whose header a connector knows, wherever it stands', () => {
    expect(of(cover, table, known)).toEqual(['Hồ sơ', 'Bìa', 'Kho'])
  })

  test('else the first that holds a table', () => {
    expect(of(cover, table, { ...table, name: 'Kho 2' })).toEqual(['Kho', 'Bìa', 'Kho 2'])
    expect(of({ name: 'Trống', rows: [] }, cover)).toEqual(['Bìa', 'Trống'])
    const pages = [cover, table].map(({ name = '', rows }) => ({ name, rows: rows as readonly (readonly string[])[] }))
    expect(surveyed(Buffer.from(spreadsheetMl(pages)))).toMatchObject({ sheet: 'Kho', encoding: 'spreadsheetml' })
  })

  test('one that was hidden is not there', () => {
    expect(of({ ...known, isHidden: true }, table)).toEqual(['Kho'])
  })
})

describe('what is merged', () => {
  test('across the header stands above its columns alone, not above those that only have no name of their own', () => {
    const rows = [['STT', 'Thời gian', '', '', 'Ghi chú'], ['', 'nhận', 'trả', 'khác', ''], ['1', '01/02/2026', '02/02/2026', 'x', 'y']] // prettier-ignore
    const merges = ['A1:A2', 'B1:C1', 'E1:E2']
    for (const bytes of everyForm(rows, merges)) {
      expect(surveyed(bytes).header).toEqual(['STT', 'Thời gian nhận', 'Thời gian trả', 'khác', 'Ghi chú'])
    }
  })

  test('downwards in the rows is filled in, also where hardly anything else stands', () => {
    const rows = [['Tên', 'Năm', 'Số'], ['A', '2025', '3'], ['', '', '4'], ['B', '2026', '5'], ['', '', 'sáu']] // prettier-ignore
    for (const bytes of everyForm(rows, ['A2:A3', 'B2:B3', 'A4:A5', 'B4:B5'])) {
      expect(surveyed(bytes).rows.slice(1)).toEqual([['A', '2025', '4'], ['B', '2026', '5'], ['B', '2026', 'sáu']]) // prettier-ignore
    }
  })

  test('across a row is its first cell', () => {
    const rows = [...(table.rows as readonly string[][]), ['Khu A', '', ''], ['C', '2026', '7']]
    for (const bytes of everyForm(rows, ['A4:C4'])) {
      expect(surveyed(bytes)).toMatchObject({ sections: [4], lines: { data: 4 } })
      expect(surveyed(bytes).rows[2]).toEqual(['Khu A', '', ''])
    }
  })
})

test('a page without a table is a page, a file that is no workbook is named', () => {
  const told = (bytes: Uint8Array): unknown => surveyTable(() => [bytes])
  const login =
    '<html><form><table><tr><td>Tên đăng nhập<td><input><tr><td>Mật khẩu<td><input></table><a>Quên?</a></form></html>'
  expect(told(Buffer.from(login))).toEqual({ reason: { id: 'html' } })
  expect(told(workbook([table]).subarray(0, 300))).toEqual({ reason: { id: 'damaged' } })
  expect(told(workbook([{ ...table, isHidden: true }]))).toEqual({ reason: { id: 'empty' } })
})

test('a sheet of one column, of nothing, or with a table far to the right is one too', () => {
  expect(surveyed(workbook([{ rows: [['Tên'], ['A'], ['B']] }])).width).toBe(1)
  expect(surveyed(workbook([{ rows: [] }]))).toMatchObject({ header: null, rows: [], width: 0, lines: { physical: 0 } })
  const right = table.rows.map((cells) => ['', '', '', ...cells])
  expect(surveyed(workbook([{ rows: right }])).rows[0]).toEqual(['', '', '', 'A', '2025', '03'])
})

function everyForm(rows: readonly (readonly string[])[], merges: readonly string[]): readonly Uint8Array[] {
  return [
    workbook([{ rows, merges }]),
    Buffer.from(htmlPage(rows, merges)),
    Buffer.from(spreadsheetMl([{ name: 'a', rows, merges }])),
  ]
}
