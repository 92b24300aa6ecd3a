import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  capitalized,
  count,
  dayText,
  dong,
  figureValue,
  hoursText,
  initials,
  instantText,
  lastThree,
  printable,
  rate,
} from '../reports/format.ts'
import { plainLine, plainName, plainParagraphs } from '../reports/plain-text.ts'

test('days and instants are written as people write them', () => {
  expect(dayText('2026-02-13')).toBe('13/02/2026')
  expect(instantText('2026-02-13T08:05:00')).toBe('13/02/2026 08:05')
  expect(instantText('2026-02-13')).toBe('13/02/2026')
})

test('dong have dots', () => {
  expect([0, 4000, 5966000, -12000].map(dong)).toEqual(['0 đồng', '4.000 đồng', '5.966.000 đồng', '-12.000 đồng'])
})

test('the dots of an amount can be taken out again', () => {
  fc.assert(fc.property(fc.maxSafeInteger(), (amount) => Number(dong(amount).replace(/[.đồng ]/g, '')) === amount))
})

test('a count under ten has a leading zero, 1024 has no dot', () => {
  expect([6, 10, 72, 1024].map(count)).toEqual(['06', '10', '72', '1024'])
})

test('rates have a point and two decimals, whole rates none', () => {
  expect([95.47, 95.5, 100, 0].map(rate)).toEqual(['95.47%', '95.50%', '100%', '0%'])
})

test('a name shows its initials, composed or not', () => {
  expect(initials('Nguyễn Văn An')).toBe('N.V.A.')
  expect(initials('Đặng Thị Ánh'.normalize('NFD'))).toBe('Đ.T.Á.')
  expect(initials('  lê   văn-b ')).toBe('L.V.B.')
  expect(initials('')).toBe('')
})

test('a number shows its last three signs, a short one none', () => {
  expect(lastThree('031357473600')).toBe('•••600')
  expect(lastThree('600')).toBe('•••')
})

test('what is printed holds no control character and nothing that turns the direction', () => {
  expect(printable('a\u0000b\u001b[31mc\u202Ed\r\ne\tf')).toBe('ab[31mcd\ne\tf')
  expect(printable('hoà'.normalize('NFD'))).toBe('hoà'.normalize('NFD'))
})

test('a line that ends as on old Macs ends', () => {
  expect(printable('a\rb\r\nc')).toBe('a\nb\nc')
})

test('a place begins its line with a capital, of whatever letter, and no other letter changes', () => {
  expect(capitalized('thành phố Hải Phòng')).toBe('Thành phố Hải Phòng')
  expect(capitalized('đảo')).toBe('Đảo')
  expect(capitalized('Hải Phòng')).toBe('Hải Phòng')
  expect(capitalized('03 phường')).toBe('03 phường')
})

test('hours have a comma', () => {
  expect([7.5, 12].map(hoursText)).toEqual(['7,5', '12'])
})

test('text for a document stands on one line, with single spaces and nothing that XML cannot hold', () => {
  expect(plainLine('  Nguyễn\tVăn \r\n An\u0000\uFFFE\uFFFF\uD83D ')).toBe('Nguyễn Văn An\uFFFD')
})

test('a name of 300 signs stands whole; of a longer one 299 and a sign that more was there', () => {
  expect(plainName('a'.repeat(300))).toBe('a'.repeat(300))
  expect(plainName('a'.repeat(301))).toBe(`${'a'.repeat(299)}…`)
  expect(plainName(' An ')).toBe('An')
})

test('each line of free text is a paragraph, empty ones part them, wherever it was written', () => {
  expect(plainParagraphs('một\r\n\r\nhai\rba\u2029bốn\n  \nnăm ')).toEqual(['một', 'hai', 'ba', 'bốn', 'năm'])
})

test('a figure is a share in percent by its name, a number by any other, and a dash where it is not known', () => {
  const value = (figure: string, of: number | null) => figureValue(figure, of)
  expect([value('digitized_rate', 95.5), value('digitized_rate', 100)]).toEqual(['95.50%', '100%'])
  expect([value('online_payment_total', 5966000), value('received_total', 1024)]).toEqual(['5.966.000', '1.024'])
  expect([value('received_total', 0), value('received_total', null), value('reuse_rate', null)]).toEqual([
    '0',
    '–',
    '–',
  ])
})
