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

test('what begins on a free day counts from the first office hour after it', () => {
  expect(calendar.workingHoursBetween('2026-02-07T09:00:00', '2026-02-09T08:00:00')).toBe(0.5)
  expect(calendar.workingHoursBetween('2026-02-06T17:00:00', '2026-02-07T09:00:00')).toBe(0.5)
})

test('a year that the government has not settled, or that the calendar lacks, is provisional', () => {
  expect(['2026-02-13', '2027-06-01', '2031-01-01'].map(calendar.isProvisional)).toEqual([false, true, true])
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

test('a date that is none at all is named too', () => {
  const details = { file: 'calendar.csv', line: 2, column: 'date', found: 'x', expected: 'day' }
  expect(() => makeCalendar([head, ['x', 'off', 'x', 'announced']])).toThrow(expect.objectContaining({ details }))
})

test.each([
  [['2026-02-16', 'holiday', 'x', 'announced'], 'off_or_workday'],
  [['2026-02-16', 'off', 'x', 'perhaps'], 'announced_or_provisional'],
])('what a cell of the calendar may say is told: %j', (line, expected) => {
  const details = expect.objectContaining({ file: 'lich.csv', expected })
  expect(() => makeCalendar([head, line], 'lich.csv')).toThrow(expect.objectContaining({ details }))
})

test('a calendar without one of its columns is refused with those that are missing', () => {
  const details = expect.objectContaining({ missing: ['kind', 'name', 'status'] })
  expect(() => makeCalendar([['date']])).toThrow(expect.objectContaining({ details }))
})

test('an office’s own calendar is its own: holidays, working Saturdays, and what is provisional', () => {
  const own = makeCalendar([
    head,
    ['2026-02-13', 'off', 'x', 'announced'],
    ['2026-02-14', 'workday', 'y', 'provisional'],
  ])
  expect(['2026-02-12', '2026-02-13', '2026-02-14', '2026-02-15'].map(own.isWorkingDay)).toEqual([
    true,
    false,
    true,
    false,
  ])
  expect(['2026-12-31', '2025-12-31'].map(own.isProvisional)).toEqual([true, true])
  expect(['2026-12-31', '2026-01-01', '2025-12-31'].map(own.hasYearOf)).toEqual([true, true, false])
  const other = makeCalendar([head, ['2026-02-13', 'workday', 'x', 'announced']])
  expect(['2026-02-13', '2026-02-14'].map(other.isWorkingDay)).toEqual([true, false])
  expect(['2026-12-31', '2025-12-31'].map(other.isProvisional)).toEqual([false, true])
})

test('no working day after a day is that day, whatever it is', () => {
  expect(['2026-02-13', '2026-02-14'].map((day) => calendar.addWorkingDays(day, 0))).toEqual([
    '2026-02-13',
    '2026-02-14',
  ])
})

test('a year beyond three centuries has the answer of their edge', () => {
  expect(['1900-01-01', '1900-01-02', '2199-12-31', '2200-01-01'].map(calendar.isWorkingDay)).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect(calendar.addWorkingDays('0202-02-13', 1)).toBe('1900-01-02')
  expect(calendar.addWorkingDays('2199-12-30', 1)).toBe('2199-12-31')
  expect(calendar.addWorkingDays('2199-12-31', 1)).toBe('2199-12-31')
  expect(calendar.addWorkingDays('2300-01-01', 5)).toBe('2199-12-31')
  expect(calendar.addWorkingDays('1900-01-01', -5)).toBe('1900-01-01')
  expect(calendar.workingDaysBetween('1800-01-01', '1900-01-03')).toBe(2)
  expect(calendar.workingDaysBetween('2199-12-30', '2500-01-01')).toBe(1)
})

test('office hours are counted to the second', () => {
  expect(calendar.workingHoursBetween('2026-02-10T08:00:00', '2026-02-10T08:00:36')).toBe(0.01)
  expect(calendar.workingHoursBetween('2026-02-10T00:00:00', '2026-02-10T24:00:00')).toBe(8)
})

const head = ['date', 'kind', 'name', 'status']

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
