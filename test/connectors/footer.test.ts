import { expect, test } from 'vitest'
import { isWholeFooter, mayBeFooter, totalIn } from '../../connectors/footer.ts'

test('a total is read however it is written, and only where it is one', () => {
  const totals = {
    'Tổng số: 1071 hồ sơ': 1071,
    'Tổng số: 1.071 hồ sơ': 1071,
    'Tổng cộng: 150': 150,
    'TỔNG CỘNG|57': 57,
    '||Cộng|57|5.966.000': 57,
    'Tổng số hồ sơ: 06': 6,
    'Tổng số:': null,
    'Cộng hòa xã hội chủ nghĩa Việt Nam': null,
    '1071': null,
  }
  const read = Object.keys(totals).map((line) => [line, totalIn(line.split('|'))])
  expect(Object.fromEntries(read)).toEqual(totals)
})

test('signatures may be a footer, rows that lost their cells may not', () => {
  const footers = [
    'Người lập biểu|||Giám đốc',
    '(Ký, ghi rõ họ tên)',
    'Hưng Đạo, ngày 13 tháng 02 năm 2026',
    'Trang 1/3',
  ]
  const rows = ['1071', '12|00339/2026', 'TT6020000261', 'HKD-2026-22', '5|H24.131-2602', '', '|', 'a b|c|d|e|f']
  expect(footers.filter((line) => !mayBeFooter(line.split('|')))).toEqual([])
  expect(rows.filter((line) => mayBeFooter(line.split('|')))).toEqual([])
})

test('a last line that begins a row is not taken for a signature', () => {
  expect(isWholeFooter(['Người lập biểu', '', 'Giám đốc'])).toBe(true)
  expect(isWholeFooter(['Nguyễn Văn'])).toBe(false)
})

test('a total is a number behind the word for it: grouped by threes, else its first digits', () => {
  const read = (line: string) => totalIn(line.split('|'))
  expect(['Tổng số: 12.345 hồ sơ', 'Cộng|1,024,000', 'Tổng 1 024', 'Tổng: 1.0245', 'Tổng: 12 và 34'].map(read)).toEqual(
    [12_345, 1_024_000, 1024, 1, 12],
  )
  expect(['Tổng', 'Tổngx 5', 'Cộngđồng 5', 'số Tổng 5', 'x|Tổng|5', ''].map(read)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ])
  expect(read(' | Tổng | 5 ')).toBe(5)
})

test('a footer has at most four filled cells, the first of which is words', () => {
  const may = (line: string) => mayBeFooter(line.split('|'))
  expect(['a|b|c|d', ' |a| |b|c|d| ', 'Lập (ngày)|1', '(ký)', '...', 'Tổng: 5', 'Đ. Hà 5'].map(may)).toEqual(
    Array(7).fill(true),
  )
  expect(['a|b|c|d|e', '5 a', '12 Nguyễn Văn An', 'H24.131 x', 'a5', '1', '', ' | '].map(may)).toEqual(
    Array(8).fill(false),
  )
})

test('a last line is whole where it is a total, or begins as signatures do', () => {
  const whole = (line: string) => isWholeFooter(line.split('|'))
  const signed = ['Tổng: 5', 'NGƯỜI LẬP', ' | ngày 13', '(ký', 'Ký tên', 'KT. CHỦ TỊCH', 'Phó giám đốc', 'Phó|giám đốc']
  expect(signed.map(whole)).toEqual(signed.map(() => true))
  expect(['Tổng', 'x người', 'a|người', ''].map(whole)).toEqual([false, false, false, false])
})
