import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { count, dayText, dong, initials, instantText, lastThree, printable, rate } from '../reports/format.ts'

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
