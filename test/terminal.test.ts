import { expect, test } from 'vitest'
import { table } from '../reports/terminal.ts'

const rows = [
  ['Từ kỳ trước chuyển sang', 111],
  ['Tổng số tiếp nhận', 1024],
] as const

test('columns line up, and figures stand to the right', () => {
  expect(table(['Chỉ tiêu', 'Số'], rows, { align: ['left', 'right'] })).toBe(
    [
      'Chỉ tiêu                   Số',
      '─────────────────────────────',
      'Từ kỳ trước chuyển sang   111',
      'Tổng số tiếp nhận        1024',
    ].join('\n'),
  )
})

test('letters of several code points are as wide as one', () => {
  const decomposed = rows.map(([text, number]) => [text.normalize('NFD'), number])
  expect(table(['Chỉ tiêu', 'Số'], decomposed).normalize('NFC')).toBe(table(['Chỉ tiêu', 'Số'], rows))
})

test('there is no escape sequence without colour, and none out of a cell with it', () => {
  expect(table(['a'], [['\u001b[31mx']])).toBe('a\n────\n[31mx'.replace('────', '─────'))
  expect(
    table(['a'], [['\u001b[31mx']], { colour: true })
      .split('\n')
      .at(-1),
  ).toBe('[31mx')
})

test('a table of nothing is its head', () => {
  expect(table(['Mã', 'Loại'], [])).toBe('Mã  Loại\n────────')
})
