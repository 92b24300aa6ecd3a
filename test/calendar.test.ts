import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeCalendar } from '../pipeline/calendar.ts'
import { addDays, weekday } from '../pipeline/day.ts'
import { bundledCalendar as calendar } from './bundled.ts'

const anyDay = fc.integer({ min: 0, max: 1095 }).map((days) => addDays('2025-01-01', days))

test('Saturday 10/01/2026 makes up for 02/01 and is a working day; 17/01 is a Saturday like any other', () => {
  expect(calendar.isWorkingDay('2026-01-10')).toBe(true)
  expect(calendar.isWorkingDay('2026-01-02')).toBe(false)
  expect(calendar.isWorkingDay('2026-01-17')).toBe(false)
})

test('what is received on 13/02/2026 and takes one working day is due after Tết, on 23/02', () => {
  expect(calendar.addWorkingDays('2026-02-13', 1)).toBe('2026-02-23')
})

// received, working days of the procedure, due: rows of the sample month, looked up by hand
test.each([
  ['2026-02-04', 3, '2026-02-09'], // 1.001612
  ['2026-01-20', 3, '2026-01-23'], // 2.000575
  ['2026-01-28', 1, '2026-01-29'], // 1.001570
  ['2026-02-13', 3, '2026-02-25'], // 2.000720, over Tết
  ['2026-01-26', 3, '2026-01-29'], // 1.004873
  ['2026-02-12', 5, '2026-02-26'], // 1.004746, over Tết
  ['2025-12-10', 30, '2026-01-22'], // 1.012812, over New Year and the make-up Saturday
  ['2025-12-12', 30, '2026-01-26'],
])('received on %s, due after %i working days on %s', (received, days, due) => {
  expect(calendar.addWorkingDays(received, days)).toBe(due)
  expect(calendar.workingDaysBetween(received, due)).toBe(days)
})

test('8 working hours after 09/02/2026 15:10 is 10/02/2026 15:10', () => {
  expect(calendar.workingHoursBetween('2026-02-09T15:10:00', '2026-02-10T15:10:00')).toBe(8)
})

test('neither the noon break, the night, the week-end nor Tết are office hours', () => {
  expect(calendar.workingHoursBetween('2026-02-09T11:00:00', '2026-02-09T14:00:00')).toBe(1)
  expect(calendar.workingHoursBetween('2026-02-09T17:30:00', '2026-02-10T07:30:00')).toBe(0)
  expect(calendar.workingHoursBetween('2026-02-13T17:00:00', '2026-02-23T07:45:00')).toBe(0.75)
  expect(calendar.workingHoursBetween('2026-02-14T08:00:00', '2026-02-22T20:00:00')).toBe(0)
  expect(calendar.workingHoursBetween('2026-02-10T08:00', '2026-02-09T17:00')).toBe(-1)
})

test('a year that the government has not settled, or that the calendar lacks, is provisional', () => {
  expect(['2026-02-13', '2027-06-01', '2031-01-01'].map(calendar.isProvisional)).toEqual([false, true, true])
  expect(['2026-02-13', '2027-06-01', '2031-01-01'].map(calendar.coversYear)).toEqual([true, true, false])
})

test('without a calendar, working days are Monday to Friday', () => {
  const bare = makeCalendar([['date', 'kind', 'name', 'status']])
  fc.assert(fc.property(anyDay, (day) => bare.isWorkingDay(day) === weekday(day) <= 5))
})

test('look-ups agree with a walk from day to day', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (day, days) => {
      expect(calendar.addWorkingDays(day, days)).toBe(walk(day, days, 1))
      expect(calendar.addWorkingDays(day, -days)).toBe(walk(day, days, -1))
      expect(calendar.workingDaysBetween(day, walk(day, days, 1))).toBe(days)
    }),
  )
})

test('working days and hours between add up, and change sign with the direction', () => {
  const anyInstant = fc
    .tuple(anyDay, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([day, hours, minutes]) => `${day}T${two(hours)}:${two(minutes)}:00`)
  fc.assert(
    fc.property(anyInstant, anyInstant, anyInstant, (a, b, c) => {
      const hours = calendar.workingHoursBetween
      expect(hours(a, b) + hours(b, c)).toBeCloseTo(hours(a, c), 9)
      expect(calendar.workingDaysBetween(a, b)).toBe(0 - calendar.workingDaysBetween(b, a))
    }),
  )
})

test.each([
  [['2026-02-30', 'off', 'x', 'announced'], 'date', '2026-02-30'],
  [['2026-02-16', 'holiday', 'x', 'announced'], 'kind', 'holiday'],
  [['2026-02-16', 'off', 'x', 'perhaps'], 'status', 'perhaps'],
])('a line of the calendar that says something else is named: %j', (line, column, found) => {
  expect(() => makeCalendar([['date', 'kind', 'name', 'status'], line])).toThrow(
    expect.objectContaining({ code: 'table_cell', details: expect.objectContaining({ line: 2, column, found }) }),
  )
})

function walk(day: string, days: number, step: 1 | -1): string {
  let [left, at] = [days, day]
  while (left > 0) {
    at = addDays(at, step)
    if (calendar.isWorkingDay(at)) left--
  }
  return at
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
