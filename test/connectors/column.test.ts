import { describe, expect, test } from 'vitest'
import {
  choice,
  codeIfKnown,
  type Column,
  count,
  dong,
  dossierCode,
  identity,
  ifThere,
  isFault,
  moment,
  optional,
  serialMoment,
  text,
  type Value,
} from '../../connectors/column.ts'
import { channelWords, outcomeWords, statusCodesAndWords, statusWords, yesOrNo } from '../../connectors/words.ts'

/** What a cell gives: its value, or the reason why it has none. */
function given(column: Column<Value>, cell: string): unknown {
  const value = column.parse(cell)
  return isFault(value) ? `✗ ${value.reason}` : value
}

function all(column: Column<Value>, cases: Readonly<Record<string, unknown>>): void {
  expect(Object.fromEntries(Object.keys(cases).map((cell) => [cell, given(column, cell)]))).toEqual(cases)
}

test('a code is cleaned and turned the right way, or is none', () => {
  all(dossierCode('Mã hồ sơ'), {
    'H24.131-260123-0007': 'H24.131-260123-0007',
    ' h24.131 – 260123‑0007\u00a0\u200b': 'H24.131-260123-0007',
    '="H24.131-260123-0007"': 'H24.131-260123-0007',
    '000.00.131.H24-260123-0007': 'H24.131-260123-0007',
    '000.17.22.H56-210531-0001': 'H56.22.17-210531-0001',
    'G22.99-251225-020175': 'G22.99-251225-020175',
    'G22.99.08-260921-896048': 'G22.99.08-260921-896048',
    'G09.20-20260609-0092637': 'G09.20-20260609-0092637',
    'G22.99.3-241219795252': '✗ invalid_code',
    'H24.131-2601-0007': '✗ invalid_code',
    '': '✗ missing_code',
  })
})

test('a ministry may know a dossier by its own number only', () => {
  all(codeIfKnown('Mã hồ sơ'), { 'h24.131-260123-0007': 'H24.131-260123-0007', '00339/2026': null, '': null })
})

test('a day is read in every style in which it can mean only one', () => {
  const days = ['13/02/2026', '13/2/2026', '13-02-2026', '13.02.2026', '2026-02-13', '2026/02/13', '20260213']
  const words = ['Ngày 13 tháng 02 năm 2026', 'ngày  13 tháng 2 năm 2026', '13/2/26', ' 13/02/2026 ']
  for (const cell of [...days, ...words]) expect(given(moment('Ngày'), cell)).toBe('2026-02-13')
})

test('an instant is local time, whatever the style and the zone', () => {
  all(moment('Ngày'), {
    '13/02/2026 08:05:09': '2026-02-13T08:05:09',
    '3/2/2026 8:05': '2026-02-03T08:05:00',
    '2026/02/13 08:05:09': '2026-02-13T08:05:09',
    '20260213080509': '2026-02-13T08:05:09',
    '08h30 17/01/2026': '2026-01-17T08:30:00',
    '2026-02-13T08:05:09+07:00': '2026-02-13T08:05:09',
    '2026-02-13T18:05:09.123Z': '2026-02-14T01:05:09',
    '2026-02-13T08:05:09': '2026-02-13T08:05:09',
    '2026-02-13 08:05:09+00:00': '2026-02-13T15:05:09',
    '10/02/2026 4:43:28 CH': '2026-02-10T16:43:28',
    '10/02/2026 12:00:00 SA': '2026-02-10T00:00:00',
    '10/02/2026 12:30 CH': '2026-02-10T12:30:00',
  })
})

test('a day that is none is a reject, and a day that means nothing is none', () => {
  const none = ['31/02/2026', '13/13/2026', 'chưa rõ', '00/00/0000', '2026-02-30', '46039', '13/02/2026 25:00', '1/2']
  for (const cell of none) expect(given(optional(moment('Ngày')), cell)).toBe('✗ invalid_date')
  const nothing = ['', ' ', '-', '01/01/1900', '0001-01-01', '0001-01-01T00:00:00', '01/01/1900 00:00:00']
  for (const cell of nothing) expect(given(optional(moment('Ngày')), cell)).toBe(null)
  expect(given(moment('Ngày'), '')).toBe('✗ invalid_date')
})

test('a serial number is a day only where the system writes serial numbers', () => {
  all(optional(serialMoment('Ngày')), {
    '46039': '2026-01-17',
    '46066': '2026-02-13',
    '46054.397859': '2026-02-01T09:32:55',
    '46054,708333': '2026-02-01T17:00:00',
    '46038.999999': '2026-01-17T00:00:00',
    '1': null,
    '12': '✗ invalid_date',
    '17/01/2026': '2026-01-17',
  })
})

test('an amount is whole dong, however it is grouped', () => {
  const cells = ['10000', '10.000', '10,000', '10 000', '10.000 đ', '10.000đ', '10.000 đồng', '10,000 VND', '10.000,00']
  for (const cell of cells) expect(given(dong('Phí'), cell)).toBe(10_000)
  all(optional(dong('Phí')), { '5.966.000': 5_966_000, '-': null, '~': null, '': null, '0': 0 })
  const none = ['mười nghìn', '10.00.0', '1.0000', '-5', '10k', '1e5']
  for (const cell of none) expect(given(optional(dong('Phí')), cell)).toBe('✗ invalid_number')
})

test('a count is a whole number', () => {
  all(optional(count('Số')), {
    '06': 6,
    '12': 12,
    '1.024': 1024,
    '': null,
    hai: '✗ invalid_number',
    '1,5': '✗ invalid_number',
  })
})

describe('an identity', () => {
  test('is a citizen number of a province, or a former one; a lost zero is given back', () => {
    all(optional(identity('Số CCCD')), {
      '031195694674': valid('031195694674'),
      '="031195694674"': valid('031195694674'),
      "'031 195 694 674": valid('031195694674'),
      '31195694674': valid('031195694674'),
      '031195694': valid('031195694'),
      '000195694674': odd('000195694674'),
      '097195694674': odd('097195694674'),
      '97195694674': odd('97195694674'),
      '0311956946': odd('0311956946'),
      C1234567: odd('C1234567'),
      '3.1198E+10': '✗ spreadsheet_damage',
      '': null,
    })
  })
  test('is a passport only where the column says so', () => {
    all(identity('Số CCCD/Hộ chiếu', 'Số CCCD'), { c1234567: valid('C1234567'), C123456: odd('C123456') })
  })
  test('is no passport under a name of the same column that does not say so', () => {
    const column = optional(identity('Số CCCD/Hộ chiếu', 'Số CCCD'))
    expect(column.parse('C1234567', 'Số CCCD')).toEqual(odd('C1234567'))
    expect(column.parse('C1234567', 'SỐ CCCD/HỘ  CHIẾU')).toEqual(valid('C1234567'))
    expect(column.parse('031195694674', 'Số CCCD')).toEqual(valid('031195694674'))
  })
})

test('a word means what the table says, whatever its case, spaces and place of tone', () => {
  all(choice(statusWords, 'Trạng thái'), {
    'Đã trả kết quả': 'returned',
    ' ĐÃ  TRẢ KẾT QUẢ ': 'returned',
    'DA TRA KET QUA': 'returned',
    '05-Đã cấp': 'returned',
    'Huỷ hồ sơ theo yêu cầu công dân': 'withdrawn',
    'Không được tiếp nhận': 'not_accepted',
    '8': '✗ unknown_status',
    'Đang chờ': '✗ unknown_status',
    '': '✗ unknown_status',
  })
  all(choice(statusCodesAndWords, 'Mã trạng thái'), {
    '8': 'stopped',
    '6': 'financial',
    '9': 'completed',
    '10': 'returned',
    '11': '✗ unknown_status',
  })
  all(optional(choice(channelWords, 'Hình thức')), {
    TT: 'online',
    TrT: 'counter',
    'Bưu chính công ích': 'post',
    '': null,
    Zalo: '✗ invalid_word',
  })
  all(choice(outcomeWords, 'Trạng thái'), { 'Thành công': 'succeeded', 'Thất bại': 'failed', 'Hoàn tiền': 'refunded' })
  all(optional(choice(yesOrNo, 'Có')), { Có: true, Không: false, '': null })
})

test('a text is trimmed and never empty, and an empty cell is a decision', () => {
  expect(given(text('Họ tên'), ' \u00a0Nguyễn Văn A ')).toBe('Nguyễn Văn A')
  expect(given(text('Họ tên'), ' ')).toBe('✗ missing_value')
  expect(given(optional(text('Họ tên')), ' ')).toBe(null)
  expect([optional(text('a')).mayBeMissing, ifThere(text('a')).mayBeMissing]).toEqual([false, true])
})

function valid(number: string): unknown {
  return { identity: number, isValid: true }
}

function odd(number: string): unknown {
  return { identity: number, isValid: false }
}

test('an amount is one number with one way of grouping and no part of a dong', () => {
  const good = { '1.000.000': 1_000_000, '100,000': 100_000, '1000 đ': 1000, '10.000,0': 10_000, '1,000.00 đ': 1000 }
  const more = {
    '10.000₫': 10_000,
    '10.000vnđ': 10_000,
    '1234,00': 1234,
    '1.00': 1,
    '1234 đồng': 1234,
    '1.234.567,00 VND': 1_234_567,
  }
  all(dong('Phí'), { ...good, ...more })
  const none = ['1234.567', '10.000,05', 'x10.000', '10.000x', '10.000 đ x', '9007199254740993', '1.0000', '10.000  đ']
  for (const cell of [...none, '.000', 'abc.000', '1.abc', '1234,000'])
    expect(given(dong('Phí'), cell)).toBe('✗ invalid_number')
})

test('a count is one whole number, grouped or not', () => {
  all(count('Số'), { '1.024': 1024, '1,024,000': 1_024_000, '12 500': 12_500, '102400': 102_400, '12.345': 12_345 })
  const none = ['x06', '06x', '1.0240', '1234.567', '1.024x', 'x1.024', 'a.024', '1.abc', '12 đ', '1.00']
  for (const cell of none) expect(given(count('Số'), cell)).toBe('✗ invalid_number')
})

test('nothing is written as an empty cell, a dash or some of them', () => {
  for (const cell of ['', ' ', '-', '--', '–', '—', '~~', '="" ', '=" - "'])
    expect([cell, given(optional(count('Số')), cell)]).toEqual([cell, null])
  for (const cell of ['= "', '-1', '1-', '='])
    expect([cell, given(optional(count('Số')), cell)]).toEqual([cell, '✗ invalid_number'])
})

test('what a formula keeps is read without it, and only where it is whole', () => {
  all(text('Ghi chú'), { '=" a "': 'a', '="a': '="a', 'a"': 'a"', '="': '="', '=""': '✗ missing_value', '="1"': '1' })
})

test('a reason says whether the cell said nothing, or something that is wrong', () => {
  const reasons = [
    dossierCode('a').parse(''),
    dossierCode('a').parse('x'),
    text('a').parse(''),
    moment('a').parse('-'),
    moment('a').parse('01/01/1900'),
    moment('a').parse('x'),
    dong('a').parse('-'),
    dong('a').parse('x'),
    identity('a').parse('-'),
    identity('a').parse('3,1198E10'),
    choice(yesOrNo, 'a').parse(' '),
    choice(yesOrNo, 'a').parse('x'),
  ]
  expect(reasons).toEqual([
    { reason: 'missing_code', isNothing: true },
    { reason: 'invalid_code', isNothing: false },
    { reason: 'missing_value', isNothing: true },
    { reason: 'invalid_date', isNothing: true },
    { reason: 'invalid_date', isNothing: true },
    { reason: 'invalid_date', isNothing: false },
    { reason: 'missing_value', isNothing: true },
    { reason: 'invalid_number', isNothing: false },
    { reason: 'missing_value', isNothing: true },
    { reason: 'spreadsheet_damage', isNothing: false },
    { reason: 'invalid_word', isNothing: true },
    { reason: 'invalid_word', isNothing: false },
  ])
  expect([isFault(null), isFault({ identity: '1', isValid: false }), isFault('x'), isFault(0)]).toEqual([
    false,
    false,
    false,
    false,
  ])
})

test('a column has its names, and must be there unless it says otherwise', () => {
  for (const make of [text, dossierCode, codeIfKnown, moment, serialMoment, dong, count, identity])
    expect([make('a', 'b').headers, make('a').mayBeMissing]).toEqual([['a', 'b'], false])
  expect(choice(yesOrNo, 'a', 'b').headers).toEqual(['a', 'b'])
  expect(ifThere(text('a')).parse('')).toBe(null)
})

test('an identity is of a province from 001 to 096, or has nine digits; a passport a letter and seven or eight', () => {
  const given = (cell: string) => identity('Hộ chiếu').parse(cell)
  const whole = [
    '001195694674',
    '009195694674',
    '010195694674',
    '089195694674',
    '090195694674',
    '096195694674',
    '123456789',
    'C12345678',
  ]
  expect(whole.map(given)).toEqual(whole.map(valid))
  const none = [
    '0011956946741',
    'x001195694674',
    '1234567890',
    'x123456789',
    '12345678',
    'C123456789',
    'CC1234567',
    '1C1234567',
    'C123456x',
  ]
  expect(none.map(given)).toEqual(none.map(odd))
  const others = ['101195694674', '00119569467x', '311956946744']
  expect(others.map(given)).toEqual([odd('101195694674'), odd('00119569467x'), odd('311956946744')])
  expect(['3E10', '3.1198E+10', '3,1198e+10', '311E+1'].map((cell) => isFault(given(cell)))).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect(['x3E10', '3E10x', '3.E10', 'E10', '3.1198E+x'].map((cell) => isFault(given(cell)))).toEqual([
    false,
    false,
    false,
    false,
    false,
  ])
  expect(given("12'3456789")).toEqual(odd("12'3456789"))
})
