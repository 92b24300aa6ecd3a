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
