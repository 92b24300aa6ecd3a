import * as fc from 'fast-check'
import { DateTime } from 'luxon'
import { expect, test } from 'vitest'
import {
  addDays,
  dayOf,
  daysBetween,
  defaultAsOf,
  instantOf,
  isDay,
  timeIn,
  todayIn,
  weekday,
} from '../pipeline/day.ts'

test('days are added across months, leap days and years', () => {
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
})

test('adding days and counting them agree with luxon, and with each other', () => {
  const days = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1950-01-01', days))
  fc.assert(
    fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, step) => {
      expect(addDays(day, step)).toBe(DateTime.fromISO(day, { zone: 'utc' }).plus({ days: step }).toISODate())
      expect(daysBetween(day, addDays(day, step))).toBe(step)
      expect(weekday(day)).toBe(DateTime.fromISO(day, { zone: 'utc' }).weekday)
    }),
  )
})

test('only a day that a month has is a day', () => {
  expect(['2026-02-13', '2028-02-29'].map(isDay)).toEqual([true, true])
  expect(
    [
      '2026-02-29',
      '2026-13-01',
      '13/02/2026',
      '2026-2-3',
      '',
      '0001-01-01',
      '2026-02-13T00:00',
      'x2026-02-13',
      'ngày',
    ].map(isDay),
  ).toEqual(Array(9).fill(false))
})

test('the day of an instant is its first ten characters', () => {
  expect(dayOf('2026-02-13T08:05:00')).toBe('2026-02-13')
})

test('today is the day in Asia/Ho_Chi_Minh, whatever the zone of the machine', () => {
  expect(todayIn(new Date('2026-02-13T16:59:59Z'))).toBe('2026-02-13')
  expect(todayIn(new Date('2026-02-13T17:00:00Z'))).toBe('2026-02-14')
  expect(instantOf(new Date('2026-02-13T17:00:05Z'))).toBe('2026-02-14T00:00:05')
})

test('a run before noon is as of yesterday, a later one as of today', () => {
  expect(defaultAsOf(new Date('2026-02-14T01:30:00+07:00'))).toBe('2026-02-13')
  expect(defaultAsOf(new Date('2026-02-14T11:59:59+07:00'))).toBe('2026-02-13')
  expect(defaultAsOf(new Date('2026-02-14T12:00:00+07:00'))).toBe('2026-02-14')
  expect(defaultAsOf(new Date('2026-01-01T00:10:00+07:00'))).toBe('2025-12-31')
})

test('a time of the night in Vietnam is told by another zone’s clock, with its summer; by Vietnam’s where the zone is none', () => {
  const [winter, summer] = [new Date('2026-02-13T01:00:00Z'), new Date('2026-07-13T01:00:00Z')]
  const berlin = (now: Date) => timeIn('Europe/Berlin', '20:30', now)
  expect([berlin(winter), berlin(summer)]).toEqual(['14:30', '15:30'])
  expect(berlin(new Date('2026-03-28T16:59:00Z'))).toBe('14:30')
  expect(berlin(new Date('2026-03-28T17:00:00Z'))).toBe('15:30') // in Vietnam it is the 29th, when the summer begins
  expect([timeIn('Asia/Ho_Chi_Minh', '02:00', winter), timeIn('America/New_York', '02:00', winter)]).toEqual(['02:00', '14:00']) // prettier-ignore
  expect(timeIn('Nowhere', '20:30', winter)).toBe('20:30')
})
