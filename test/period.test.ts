import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../pipeline/day.ts'
import {
  contains,
  exampleIds,
  gapBetween,
  isPeriodId,
  monthBefore,
  monthNext,
  monthsIn,
  monthOf,
  overlap,
  periodBefore,
  periodBetween,
  periodOf,
  tilingOf,
  touches,
  touchingBefore,
  yearBefore,
} from '../pipeline/period.ts'
import type { Periods } from '../pipeline/period.ts'

const decree: Periods = { regime: 'nd09', override: {} }
const calendar: Periods = { regime: 'calendar', override: {} }
const ward: Periods = {
  regime: 'nd09',
  override: {
    '2026-01': { from: '2025-12-18', to: '2026-01-16' },
    '2026-02': { from: '2026-01-17', to: '2026-02-13' },
    '2026-03': { from: '2026-02-14', to: '2026-03-13' },
  },
}

test.each([
  ['2026-02', '2026-01-15', '2026-02-14'],
  ['2026-01', '2025-12-15', '2026-01-14'],
  ['2026-Q1', '2025-12-15', '2026-03-14'],
  ['2026-Q4', '2026-09-15', '2026-12-14'],
  ['2026-H1', '2025-12-15', '2026-06-14'],
  ['2026-9M', '2025-12-15', '2026-09-14'],
  ['2026', '2025-12-15', '2026-12-14'],
])('by the decree %s runs from %s to %s', (id, from, to) => {
  expect(periodOf(id, decree)).toEqual({ id, from, to })
})

test.each([
  ['2026-02', '2026-02-01', '2026-02-28'],
  ['2028-02', '2028-02-01', '2028-02-29'],
  ['2026-Q2', '2026-04-01', '2026-06-30'],
  ['2026', '2026-01-01', '2026-12-31'],
])('by the calendar %s runs from %s to %s', (id, from, to) => {
  expect(periodOf(id, calendar)).toEqual({ id, from, to })
})

test("a month's override moves the longer periods that begin or end with it", () => {
  expect(periodOf('2026-02', ward)).toEqual({ id: '2026-02', from: '2026-01-17', to: '2026-02-13' })
  expect(periodOf('2026-Q1', ward)).toEqual({ id: '2026-Q1', from: '2025-12-18', to: '2026-03-13' })
  expect(periodOf('2026', ward)).toEqual({ id: '2026', from: '2025-12-18', to: '2026-12-14' })
})

test('a longer period may be overridden itself', () => {
  const config = { ...ward, override: { ...ward.override, '2026-Q1': { from: '2026-01-01', to: '2026-03-31' } } }
  expect(periodOf('2026-Q1', config)).toEqual({ id: '2026-Q1', from: '2026-01-01', to: '2026-03-31' })
  expect(periodOf('2026-H1', config).from).toBe('2025-12-18')
})

test.each(['2026-13', '2026-Q5', '2026-H2', '2026-2', 'Q1', '', '2026-02-13', '26'])('%j is no period', (id) => {
  expect(() => periodOf(id, decree)).toThrow(expect.objectContaining({ code: 'unknown_period', exit: 2 }))
})

test('a period that ends before it begins is refused, overridden or given by its days', () => {
  const config = { ...decree, override: { '2026-02': { from: '2026-02-13', to: '2026-01-17' } } }
  const reversed = expect.objectContaining({ code: 'period_reversed' })
  expect(() => periodOf('2026-02', config)).toThrow(reversed)
  expect(() => periodBetween('2026-02-13', '2026-02-12')).toThrow(reversed)
  expect(periodBetween('2026-02-13', '2026-02-13').id).toBe('2026-02-13..2026-02-13')
})

test.each([
  ['2026-01-17', '2026-02'],
  ['2026-02-13', '2026-02'],
  ['2026-02-14', '2026-03'], // the decree alone would say 2026-02
  ['2026-01-16', '2026-01'], // the decree alone would say 2026-02
  ['2026-03-14', '2026-03'], // in the gap after the last override: the decree's month
  ['2025-12-16', '2026-01'], // in the gap before the first
  ['2026-03-15', '2026-04'],
  ['2025-12-14', '2025-12'],
])("%s is a day of the ward's %s", (day, id) => {
  expect(monthOf(day, ward)).toEqual(periodOf(id, ward))
})

test('without overrides every day lies in exactly its month', () => {
  const days = fc.integer({ min: 0, max: 5000 }).map((days) => addDays('2020-01-01', days))
  fc.assert(
    fc.property(days, fc.constantFrom(decree, calendar), (day, config) => {
      const month = monthOf(day, config)
      expect(contains(month, day)).toBe(true)
      expect(touches(monthBefore(month.id, config), month)).toBe(true)
    }),
  )
})

test('the period before is one of the same kind, and before six or nine months the year before', () => {
  const ids = ['2026-01', '2026-Q1', '2026-Q3', '2026-H1', '2026-9M', '2026']
  expect(ids.map((id) => periodBefore(id, decree).id)).toEqual([
    '2025-12',
    '2025-Q4',
    '2026-Q2',
    '2025',
    '2025',
    '2025',
  ])
})

test('periods touch, leave a gap or overlap', () => {
  const [january, february, march, april] = ['2026-01', '2026-02', '2026-03', '2026-04'].map((id) => periodOf(id, ward))
  expect(touches(january!, february!)).toBe(true)
  expect(gapBetween(february!, march!)).toBe(0)
  expect(gapBetween(march!, april!)).toBe(1)
  expect(touches(march!, april!)).toBe(false)
  expect(gapBetween(periodOf('2025-12', decree), periodOf('2025-12', decree))).toBe(-30)
})

test('spans overlap that have a day in common, in whatever order', () => {
  const within = { from: '2026-01-17', to: '2026-02-13' }
  const meets = (from: string, to: string) => [overlap(within, { from, to }), overlap({ from, to }, within)]
  expect([meets('2026-01-01', '2026-01-16'), meets('2026-02-14', '2026-02-28')]).toEqual([[false, false], [false, false]]) // prettier-ignore
  expect([meets('2026-01-01', '2026-01-17'), meets('2026-02-13', '2026-02-28')]).toEqual([
    [true, true],
    [true, true],
  ])
  expect([meets('2026-02-01', '2026-02-02'), overlap(within, within)]).toEqual([[true, true], true])
})

test('a period that is none is told with examples of some that are', () => {
  const details = { found: '2026-13', examples: ['2026-02', '2026-Q1', '2026-H1', '2026-9M', '2026'] }
  expect(() => periodOf('2026-13', decree)).toThrow(expect.objectContaining({ details }))
  const reversed = { period: '2026-02-13..2026-02-12', from: '2026-02-13', to: '2026-02-12' }
  expect(() => periodBetween('2026-02-13', '2026-02-12')).toThrow(expect.objectContaining({ details: reversed }))
  expect(exampleIds.filter((id) => !isPeriodId(id))).toEqual([])
  expect(['12026', '2026-021', 'x2026', '2026x', '0026', '3026'].filter(isPeriodId)).toEqual([])
})

test('the month after, and the same period a year before', () => {
  expect([monthNext('2026-01', ward).id, monthNext('2026-12', ward).id]).toEqual(['2026-02', '2027-01'])
  expect(monthNext('2026-01', ward).from).toBe('2026-01-17')
  expect(['2026-02', '2026-Q1', '2026'].map((id) => yearBefore(id, ward).id)).toEqual(['2025-02', '2025-Q1', '2025'])
})

test('a longer period has its months, in their order and with their own days; a month has none', () => {
  expect(monthsIn('2026-Q1', ward)).toEqual(['2026-01', '2026-02', '2026-03'].map((id) => periodOf(id, ward)))
  expect(monthsIn('2026-Q4', ward).map(({ id }) => id)).toEqual(['2026-10', '2026-11', '2026-12'])
  expect(['2026-H1', '2026-9M', '2026'].map((id) => monthsIn(id, decree).length)).toEqual([6, 9, 12])
  expect(monthsIn('2026-02', ward)).toEqual([])
  expect(monthsIn('2026-01-17..2026-02-13', ward)).toEqual([])
})

test('what a period carries in is of the month that ends on the day before it, where one does', () => {
  expect(touchingBefore(periodOf('2026-02', ward), ward)).toEqual(periodOf('2026-01', ward))
  expect(touchingBefore(periodOf('2026-Q1', decree), decree)?.id).toBe('2025-12')
  expect(touchingBefore(periodOf('2026-04', ward), ward)).toBe(null) // a day lies between
  expect(touchingBefore(periodBetween('2026-02-01', '2026-02-13'), ward)).toBe(null)
})

test('a month that leaves days out, or has them twice, says how many', () => {
  expect(tilingOf(periodOf('2026-04', ward), ward)).toEqual([{ id: 'gap', period: '2026-03', days: 1 }])
  const wide = { ...ward, override: { ...ward.override, '2026-03': { from: '2026-02-12', to: '2026-03-14' } } }
  expect(tilingOf(periodOf('2026-03', wide), wide)).toEqual([{ id: 'overlap', period: '2026-02', days: -2 }])
  expect(tilingOf(periodOf('2026-02', ward), ward)).toEqual([])
  expect(tilingOf(periodOf('2026-Q2', ward), ward)).toEqual([])
  expect(tilingOf(periodBetween('2026-04-15', '2026-05-01'), ward)).toEqual([])
})

test('a longer period that is overridden does not say which month a day belongs to', () => {
  const config = { ...decree, override: { '2026-Q1': { from: '2026-01-01', to: '2026-03-31' } } }
  expect(monthOf('2026-03-20', config)).toEqual(periodOf('2026-04', decree))
})
