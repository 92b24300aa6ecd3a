import { expect, test } from 'vitest'
import { main } from '../pipeline/cli.ts'
import { foldedTo } from '../reports/screen-width.ts'
import { quietWorld } from './support/quiet-world.ts'
import { openWard } from './support/ward.ts'

const path = '/srv/Phường Đằng Giang (mới)/doisoat.yaml'

test.each([
  ['a sentence, between words', 'Đặt các tệp kết xuất vào thư mục nhận tệp rồi chạy lại.', ['Đặt các tệp kết xuất vào thư mục nhận', 'tệp rồi chạy lại.']], // prettier-ignore
  ['an entry of a list, below its text', '  files     Các tệp đã thấy: của hệ thống nào.', ['  files     Các tệp đã thấy: của hệ', '            thống nào.']], // prettier-ignore
  ['letters with accents of their own', `${'ế'.normalize('NFD')} `.repeat(20).trim() + '.', [`${'ế'.normalize('NFD')} `.repeat(20).trim() + '.']], // prettier-ignore
  ['a rule, cut', '─'.repeat(90), ['─'.repeat(40)]],
  ['what fits, as it is', 'a  b', ['a  b']],
  ['a line of a schedule, not at all', `30 18 * * * /srv/bin/doisoat nightly --config '${path}'`, [`30 18 * * * /srv/bin/doisoat nightly --config '${path}'`]], // prettier-ignore
  [
    'a command, not at all',
    `  /srv/bin/doisoat nightly --config '${path}'`,
    [`  /srv/bin/doisoat nightly --config '${path}'`],
  ],
  ['a row of many columns, below itself', `${'tên cột  '.repeat(5)}hết`, ['tên cột  tên cột  tên cột  tên cột  tên', '    cột  hết']], // prettier-ignore
  [
    'a column with one long word in it, below its row',
    `mã  tên  ${'a'.repeat(38)}`,
    ['mã  tên', `    ${'a'.repeat(38)}`],
  ],
  ['one long word, not at all', `${'a'.repeat(50)}.`, [`${'a'.repeat(50)}.`]],
])('on a terminal of forty letters %s is folded', (_, line, expected) => {
  expect(foldedTo(40, line).split('\n')).toEqual(expected)
})

test('a terminal without a size folds nothing', () => {
  for (const columns of [0, Number.NaN]) expect(foldedTo(columns, 'a b. '.repeat(90))).toBe('a b. '.repeat(90))
})

test('on a terminal no word of a night, an error or the help runs over the edge; through a pipe every line is whole', async () => {
  const ward = openWard()
  ward.put('2026-02/HKD.csv', '<!DOCTYPE html>\n<html><body>Đăng nhập</body></html>\n')
  for (const given of [
    ['nightly', '--as-of', '2026-02-13'],
    ['nightly', '--as-of', '2026-02-30'],
    ['--help'],
    ['nigtly'],
  ]) {
    // prettier-ignore
    const seen = { terminal: '', pipe: '' }
    const to = (where: keyof typeof seen) => (text: string) => void (seen[where] += text)
    const line = { columns: () => 80, draw: () => {} }
    await main(quietWorld(ward.folder, given, { out: to('terminal'), err: to('terminal'), columns: () => 80, screen: true, line })) // prettier-ignore
    await main(quietWorld(ward.folder, given, { out: to('pipe'), err: to('pipe') }))
    const wide = (text: string) => text.split('\n').filter((each) => each.length > 80 && !each.includes(ward.folder))
    expect([given, wide(seen.terminal)]).toEqual([given, []])
    if (given[0] !== 'nightly' || given[2] === '2026-02-30')
      expect(seen.pipe.replace(/\s+/g, ' ')).toBe(seen.terminal.replace(/\s+/g, ' '))
    expect(wide(seen.pipe).length).toBeGreaterThan(0)
  }
})
