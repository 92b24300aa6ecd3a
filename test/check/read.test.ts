import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkStatement } from '../../pipeline/check/checked.ts'
import { countKeys, keyLinesOf, rateKeys } from '../../pipeline/check/key-lines.ts'
import { dayIn, notFigure, numberIn } from '../../pipeline/check/number.ts'
import { readStated } from '../../pipeline/check/read.ts'
import { type Taken, waysToTake } from '../../pipeline/check/readings.ts'
import type { StatedKey, Statement } from '../../pipeline/check/stated.ts'
import { dong, grouped } from '../../reports/format.ts'
import { paragraphs } from '../../reports/paragraph.ts'

test.each([
  ['1.024', 1024],
  ['5.966.000', 5966000],
  ['1,024', 1024],
  ['12 500', 12500],
  ['06', 6],
  ['1024', 1024],
  ['95,47', null],
  ['1.02.4', null],
  ['0.123', null],
])('%s counts %s', (text, whole) => {
  expect(numberIn(text)?.whole ?? null).toBe(whole)
})

test.each([
  ['95,47', 95.47, 2],
  ['95.47', 95.47, 2],
  ['100', 100, 0],
  ['0,3', 0.3, 1],
  ['86,50', 86.5, 2],
])('%s is %s percent with %i decimals', (text, decimal, decimals) => {
  expect(numberIn(text)).toMatchObject({ decimal, decimals })
})

test.each([
  ['17/01/2026', 'day'],
  ['21/7', 'day'],
  ['9/2021', 'period'],
  ['III/2021', 'period'],
  ['09/UBND-VP', 'document'],
  ['30/2020/NĐ-CP', 'document'],
  ['H24.131-260204-0001', 'code'],
  ['08h30', 'time'],
  ['17:00', 'time'],
  ['4.561/5.650', null],
  ['31/02/2026', null],
])('%s is %s and no figure', (text, noted) => {
  expect(notFigure(text)).toBe(noted)
})

test('a day may be written in several ways, and a month has the days that it has', () => {
  expect(['17/01/2026', '17-1-2026', '17.01.2026', '2026-01-17'].map(dayIn)).toEqual(Array(4).fill('2026-01-17'))
  expect(dayIn('29/02/2026')).toBeNull()
})

/** Sentences as offices write them, with what they state. */
describe.each([
  ['Trung tâm đã tiếp nhận 1.024 hồ sơ.', { received_total: 1024 }],
  ['Tiếp nhận mới: 913 hồ sơ', { received_new: 913 }],
  ['Mới tiếp nhận 913 hồ sơ, 111 hồ sơ kỳ trước chuyển sang.', { received_new: 913, carried_in: 111 }],
  ['Hồ sơ tồn tháng trước chuyển qua là 12', { carried_in: 12 }],
  [
    'Tiếp nhận 150 hồ sơ (trực tuyến 120, trực tiếp và bưu chính 30)',
    { received_total: 150, received_online: 120, received_direct: 30 },
  ],
  [
    'Tiếp nhận 150 hồ sơ: 120 hồ sơ qua mạng, 18 hồ sơ trực tiếp, 12 hồ sơ qua dịch vụ bưu chính công ích',
    { received_total: 150, received_online: 120, received_counter: 18, received_post: 12 },
  ],
  ['Đã giải quyết và trả kết quả 2.051 hồ sơ', { resolved_total: 2051 }],
  [
    'Trả kết quả trước hạn, đúng hạn 945 hồ sơ; trễ hạn 06 hồ sơ',
    { resolved_early_or_on_time: 945, resolved_overdue: 6 },
  ],
  [
    'Đã giải quyết 490 hồ sơ, trong đó đúng và trước hạn 482, quá hạn 8',
    { resolved_total: 490, resolved_early_or_on_time: 482, resolved_overdue: 8 },
  ],
  [
    'Đã xử lý 952 hồ sơ gồm 939 hồ sơ trước hạn và 13 hồ sơ đúng hạn',
    { resolved_total: 952, resolved_early: 939, resolved_on_time: 13 },
  ],
  ['Đang giải quyết 214 hồ sơ trong thời hạn', { pending_in_time: 214 }],
  [
    'Đang xử lý 75 hồ sơ, trong đó chưa đến hạn 72, quá hạn 3',
    { pending_total: 75, pending_in_time: 72, pending_overdue: 3 },
  ],
  ['Có 72 hồ sơ đang giải quyết trong hạn, 02 hồ sơ quá hạn.', { pending_in_time: 72, pending_overdue: 2 }],
  ['Từ chối 04 hồ sơ; công dân xin rút 03 hồ sơ', { refused: 4, withdrawn: 3 }],
  ['Trả lại, rút hồ sơ: 90', { refused_or_withdrawn: 90 }],
  ['Có 90 hồ sơ (chiếm 2,16%), bị trả lại hoặc do người nộp rút', { refused_or_withdrawn: 90 }],
  [
    'Tiếp nhận mới 20 hồ sơ, kỳ trước chuyển sang 3 hồ sơ, tổng cộng 23 hồ sơ',
    { received_new: 20, carried_in: 3, received_total: 23 },
  ],
  ['Từ chối 04 hồ sơ, trả lại 02 hồ sơ', { turned_down: 4, returned: 2 }],
  ['Đã giải quyết 100 hồ sơ, trả lại 02 hồ sơ', { resolved_total: 100, refused: 2 }],
  ['952hồ sơ đã giải quyết', { resolved_total: 952 }],
  ['Tiếp nhận\n1024 hồ sơ, giải quyết\n952 hồ sơ', { received_total: 1024, resolved_total: 952 }],
  [
    'Thu phí, lệ phí 593 hồ sơ; số tiền thanh toán trực tuyến 5.966.000đ',
    { paid_dossiers: 593, online_payment_total: 5966000 },
  ],
  ['100% hồ sơ được số hóa; tỷ lệ tái sử dụng dữ liệu số hoá 95,47 %', { digitized_rate: 100, reuse_rate: 95.47 }],
  ['Tỷ lệ thanh toán trực tuyến đạt 99.5%', { online_payment_rate: 99.5 }],
  ['593 hồ sơ phát sinh phí, lệ phí', { fee_dossiers: 593 }],
  ['Tổng số tiền thu phí: 12.000.000 đồng', {}],
  ['Đã giải quyết 900 hồ sơ trực tuyến', {}],
  ['Từ chối tiếp nhận 15 hồ sơ', {}],
])('%s', (text, expected) => {
  test.each([
    ['as it stands', text],
    ['decomposed', text.normalize('NFD')],
    ['in capitals', text.toUpperCase()],
    ['with lines that end as on Windows', text.replaceAll('\n', '\r\n')],
  ])('%s', (_, written) => expect(valuesIn(written)).toEqual(expected))
})

test('several units are kept apart, whether a paragraph or a clause begins them', () => {
  const text =
    'Toàn tỉnh tiếp nhận 900 hồ sơ; giải quyết 800. Cấp xã tiếp nhận 600 hồ sơ, trong đó lĩnh vực hộ tịch tiếp nhận 200 hồ sơ.\n\nTrung tâm tiếp nhận 300 hồ sơ.'
  expect(readStated(text).statements.map(({ unit, counts }) => [unit, counts.map(({ value }) => value)])).toEqual([
    ['Toàn tỉnh', [900, 800]],
    ['Cấp xã', [600]],
    ['lĩnh vực hộ tịch', [200]],
    ['Trung tâm', [300]],
  ])
})

test('one unit states each of its periods by itself', () => {
  const text = 'Quý II, Trung tâm tiếp nhận 300 hồ sơ. Quý III, Trung tâm tiếp nhận 400 hồ sơ.'
  expect(readStated(text).statements.map(({ period }) => period)).toEqual([{ words: 'Quý II' }, { words: 'Quý III' }])
})

test('a percentage behind the name of another unit is not of the dossiers before it', () => {
  const { statements, doubted } = readStated('Toàn tỉnh tiếp nhận 900 hồ sơ, cấp xã chiếm 50%.')
  expect(statements.map(({ rates }) => rates)).toEqual([[]])
  expect(doubted).toMatchObject([{ text: '50', doubt: 'no_words' }])
})

test('a text with thousands of other values of one figure is read and judged to its end', () => {
  const text = Array.from({ length: 3000 }, (_, at) => `tiếp nhận ${at} hồ sơ, quá hạn ${at} hồ sơ`).join(', ')
  const [statement] = readStated(text).statements
  expect(statement!.counts).toHaveLength(6000)
  expect(checkStatement(statement!).verdict).toBe('cannot_hold')
})

test('a period may stand in a title, and days are surer than a month', () => {
  const text =
    'Báo cáo tháng 02 và phương hướng tháng 03 năm 2026\n(Từ 17/01/2026 đến 13/02/2026)\n\nTiếp nhận 5 hồ sơ.'
  expect(readStated(text).statements[0]!.period).toEqual({ from: '2026-01-17', to: '2026-02-13' })
})

test('a number is quoted with its place and its words', () => {
  const [count] = readStated('Trong kỳ:\n  – đã giải quyết\u00a0952 hồ sơ;').statements[0]!.counts
  expect(count).toMatchObject({ text: '952', words: 'đã giải quyết 952 hồ sơ', at: { line: 2, column: 19 } })
})

test('the words that stand apart from a number are quoted with it', () => {
  const { statements } = readStated('Trả lại, rút hồ sơ: 90. Có 12 hồ sơ (chiếm 1%), quá hạn giải quyết.')
  expect(statements[0]!.counts.map(({ words }) => words)).toEqual([
    'Trả lại, rút hồ sơ: 90',
    'Có 12 hồ sơ (chiếm 1%), quá hạn giải quyết',
  ])
})

test('a key that is none is said, with the nearest', () => {
  expect(readStated('receivd_total: 12\nrefused: 1').doubted).toMatchObject([
    { doubt: 'unknown_key', nearest: 'received_total', at: { line: 1, column: 16 } },
  ])
})

const texts = [
  ['Trung tâm', 'đã tiếp nhận', 'giải quyết', 'đang giải quyết', 'trước hạn', 'quá hạn', 'trong đó', 'và', 'hồ sơ'],
  [
    'kỳ trước',
    'trực tuyến',
    'chiếm',
    'tháng',
    'ngày',
    'số',
    'so với',
    'khoảng',
    'đồng',
    'cán bộ',
    'số hóa',
    '%',
    'Cấp xã',
  ],
  ['.', ',', ';', ':', '(', ')', '-', '\n', '\n\n', '/', '+', ' '],
  [
    '1024',
    '1.024',
    '06',
    '95,47',
    '5.966.000',
    '17/01/2026',
    '09/UBND-VP',
    'III/2026',
    '4.561/5.650',
    '08h30',
    '12 500',
    '952hồ',
  ],
  ['received_total:', 'reuse_rate:', 'refused:', 'unit:'],
].flat()

test('every digit of any text stands in exactly one number, understood or not', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...texts), fc.string()), { maxLength: 40 }), (parts) => {
      const text = parts.join(' ').normalize('NFC').replaceAll(/\r\n?/g, '\n')
      const { statements, doubted, noted } = readStated(text)
      const quotes = [
        ...statements.flatMap(({ counts, rates, money }) => [...counts, ...rates, ...money]),
        ...doubted,
        ...noted,
      ]
      const taken = new Uint8Array(text.length)
      for (const { at } of quotes) for (let place = at.start; place < at.end; place++) taken[place]!++
      const digits = [...text.matchAll(/\d/g)].filter(({ index }) => !isInUnit(text, index))
      expect(
        digits.filter(({ index }) => taken[index] !== 1).map(({ index }) => text.slice(index - 9, index + 9)),
      ).toEqual([])
      expect(statements.map((each) => checkStatement(each).verdict)).toHaveLength(statements.length)
      for (const { text: written, at } of quotes) expect(text.slice(at.start, at.end)).toBe(written)
    }),
    { numRuns: 1000 },
  )
})

const counted = fc.dictionary(fc.constantFrom(...countKeys), fc.nat(3_000_000), { noNullPrototype: true })
const rated = fc.dictionary(fc.constantFrom(...rateKeys), fc.nat(10_000), { noNullPrototype: true })

test('what is printed as key: value reads back as it was', () => {
  fc.assert(
    fc.property(counted, rated, fc.option(fc.nat()), (counts, rates, money) => {
      const [read = null] = readStated(keyLinesOf(statementOf(counts, rates, money))).statements
      if (Object.keys(counts).length + Object.keys(rates).length === 0 && money === null) return
      expect(keyLinesOf(read!)).toBe(keyLinesOf(statementOf(counts, rates, money)))
      expect(read!.counts.map(({ value, meanings }) => [meanings[0]!.key, value])).toEqual(Object.entries(counts))
    }),
  )
})

const few = fc.nat(40_000)
const ofReport = fc.record({
  received_total: few,
  received_online: few,
  received_direct: few,
  carried_in: few,
  resolved_total: few,
  resolved_early: few,
  resolved_on_time: few,
  resolved_overdue: few,
  refused: few,
  withdrawn: few,
  pending_in_time: few,
  pending_overdue: few,
  online_payment_total: fc.nat(900_000_000),
  paid: few,
  digitized_rate: share(),
  reuse_rate: share(),
  online_payment_rate: share(),
})

test("the program's own paragraph reads back as the figures that it was written from", () => {
  fc.assert(
    fc.property(ofReport, (figures) => {
      const text = paragraphs(figures, { from: '2026-01-17', to: '2026-02-13' }, [])
      const { paid, ...rest } = figures
      expect(valuesIn(text)).toEqual(saidOf({ ...rest, paid_dossiers: paid }))
    }),
  )
})

test('numbers as people group them are read as they are', () => {
  fc.assert(
    fc.property(fc.nat(2_000_000_000), (number) => {
      expect(numberIn(grouped(number))?.whole).toBe(number)
      expect(valuesIn(`Số tiền thanh toán trực tuyến: ${dong(number)}.`)).toEqual({ online_payment_total: number })
    }),
  )
})

/** What is zero is left out of a report, with the parts of a whole that is zero. */
function saidOf(figures: Readonly<Record<string, number>>): Record<string, number> {
  const isSaid = (key: string): boolean =>
    key.endsWith('_rate') ||
    (figures[key]! > 0 &&
      !(figures['received_total'] === 0 && /^received_|^carried/.test(key)) &&
      !(figures['resolved_total'] === 0 && /^resolved_|^refused|^withdrawn/.test(key)))
  return Object.fromEntries(Object.entries(figures).filter(([key]) => isSaid(key)))
}

function share(): fc.Arbitrary<number> {
  return fc.nat(10_000).map((hundredths) => hundredths / 100)
}

function statementOf(counts: object, rates: object, money: number | null): Statement {
  const quote = { text: '', words: '', at: { line: 1, column: 1, start: 0, end: 0 } }
  return {
    unit: 'phường Hưng Đạo',
    period: { from: '2026-01-17', to: '2026-02-13' },
    counts: Object.entries(counts).map(([key, value]) => ({
      ...quote,
      value,
      meanings: [{ key: key as StatedKey, under: {} }],
    })),
    rates: Object.entries(rates).map(([key, value]) => ({
      ...quote,
      percent: value / 100,
      decimals: 2,
      of: { rate: key as (typeof rateKeys)[number] },
    })),
    money: money === null ? [] : [{ ...quote, value: money }],
  }
}

/** What a text states, by key, under the usual meaning of its words. */
function valuesIn(text: string): Record<string, number> {
  const { statements } = readStated(text)
  const [statement] = statements
  if (statement === undefined) return {}
  expect(statements).toHaveLength(1)
  const [{ keys }] = waysToTake(statement) as [Taken]
  return Object.fromEntries([
    ...statement.counts.map(({ value }, at) => [keys[at]!, value]),
    ...statement.rates.flatMap(({ of, percent }) => ('rate' in of ? [[of.rate, percent]] : [])),
    ...statement.money.map(({ value }) => ['online_payment_total', value]),
  ]) as Record<string, number>
}

/** A unit's name may have digits, and states nothing. */
function isInUnit(text: string, index: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', index - 1) + 1, index)
  return /^\s*(?:unit|period)\s*[:=]/.test(line)
}
