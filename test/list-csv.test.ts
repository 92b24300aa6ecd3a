import * as fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { listCsv } from '../reports/list-csv.ts'

test('a list begins with a BOM, ends its lines with CRLF and quotes where it must', () => {
  expect(
    listCsv(
      ['Mã', 'Tên'],
      [
        ['a,b', 'nói "có"'],
        [7, null],
        ['hai\r\ndòng', ''],
      ],
    ),
  ).toBe('\uFEFFMã,Tên\r\n"a,b","nói ""có"""\r\n7,\r\n"hai\ndòng",\r\n')
})

test.each([
  ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['+84912', "'+84912"],
  ['-1+2', "'-1+2"],
  ['\t=1', "'\t'=1"],
  ['\r=1', `"'\n'=1"`],
  [' =1', "' =1"],
  ['\uFEFF=1', "'\uFEFF=1"],
  ['＝1', "'＝1"],
  ['x;=1', "x;'=1"],
  ['x; @SUM(A1)', "x;' @SUM(A1)"],
  ['x\n+1+1', `"x\n'+1+1"`],
  ['x; -5', 'x; -5'],
  ['\u0000=1', "'=1"],
  ['-5', '-5'],
  ['-5.5', '-5.5'],
  ['031357473600', '031357473600'],
  ['a=b', 'a=b'],
  ['a\u0000b\u0007c', 'abc'],
])('%j is written as %j', (cell, written) => {
  expect(listCsv(['x'], [[cell]])).toBe(`\uFEFFx\r\n${written}\r\n`)
})

test('whatever stands in a cell, the table keeps its shape and no cell begins a formula', () => {
  const cell = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '"', ',', '\r', '\n', '\t', '\0', 'đ', '1', ' ') })
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      const { data, errors } = Papa.parse<string[]>(listCsv(['a', 'b'], rows), { newline: '\r\n', delimiter: ',' })
      expect(errors).toEqual([])
      expect(data).toHaveLength(rows.length + 2) // the head, and the nothing after the last line end
      expect(data.flat().filter((text) => /^[=+@\t\r]|^-(?!\d+([.,]\d+)?$)/.test(text))).toEqual([])
    }),
  )
})
