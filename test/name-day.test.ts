import { expect, test } from 'vitest'
import { nameDay } from '../pipeline/loading/name-day.ts'

test.each([
  ['HKD_20260213.csv', '2026-02-13'],
  ['so 2026-02-13.csv', '2026-02-13'],
  ['BC 13.02.2026.xlsx', '2026-02-13'],
  ['13-02-2026 (1).csv', '2026-02-13'],
  ['a/20250101/HKD_20260213.csv', '2026-02-13'],
  ['20260213_101500.csv', '2026-02-13'],
  ['a/20250101/HKD.csv', null],
  ['a/HKD_20260213.zip/HKD.csv', '2026-02-13'],
  ['a/x_20260212.zip/y_20260213.ZIP/b/HKD.csv', '2026-02-13'],
  ['a/x_20260212.zip/HKD_20260213.csv', '2026-02-13'],
  ['20260230.csv', null],
  ['HKD_120260213.csv', null],
  ['HKD-2026-2200037.csv', null],
  ['ho so.csv', null],
])('%s has the day %s', (path, day) => {
  expect(nameDay(path)).toBe(day)
})
