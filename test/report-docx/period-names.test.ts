import { expect, test } from 'vitest'
import { periodName, periodNames } from '../../reports/period-names.ts'

const work = (now: string, next: string) => `Kết quả thực hiện nhiệm vụ ${now} và phương hướng, nhiệm vụ ${next}`

test.each([
  ['2026-02', 'tháng 02 năm 2026', work('tháng 02', 'tháng 03 năm 2026')],
  ['2026-12', 'tháng 12 năm 2026', work('tháng 12 năm 2026', 'tháng 01 năm 2027')],
  ['2026-Q1', 'quý I năm 2026', work('quý I', 'quý II năm 2026')],
  ['2026-Q4', 'quý IV năm 2026', work('quý IV năm 2026', 'quý I năm 2027')],
  ['2026-H1', '6 tháng đầu năm 2026', work('6 tháng đầu năm', '6 tháng cuối năm 2026')],
  ['2026-9M', '9 tháng đầu năm 2026', work('9 tháng đầu năm', '3 tháng cuối năm 2026')],
  ['2026', 'năm 2026', work('năm 2026', 'năm 2027')],
  [
    '2026-01-17..2026-02-13',
    'từ ngày 17/01/2026 đến ngày 13/02/2026',
    'Kết quả thực hiện nhiệm vụ và phương hướng, nhiệm vụ trong thời gian tới',
  ],
])('the report of %s is named as an office names it', (id, now, title) => {
  const names = periodNames({ id, from: '2026-01-17', to: '2026-02-13' })
  expect(names.now).toBe(now)
  expect(names.title).toBe(title)
})

test('days that only end like a period are no period', () => {
  expect(periodNames({ id: '12026-02', from: '2026-01-17', to: '2026-02-13' }).now).toMatch('từ ngày')
})

test.each([
  ['2026-02', 'tháng 02/2026'],
  ['2026-12', 'tháng 12/2026'],
  ['2026-Q1', 'quý I/2026'],
  ['2026-Q4', 'quý IV/2026'],
  ['2026-H1', 'nửa 2026'],
  ['2026-9M', 'chín 2026'],
  ['2026', 'năm 2026'],
  ['2026-Q5', null],
  ['2026-021', null],
  ['12026', null],
  ['2026-01-17..2026-02-13', null],
])('%s is the period %s', (id, name) => {
  const names = {
    month: (month: string, year: string) => `tháng ${month}/${year}`,
    quarter: (quarter: string, year: string) => `quý ${quarter}/${year}`,
    half: (year: string) => `nửa ${year}`,
    nineMonths: (year: string) => `chín ${year}`,
    year: (year: string) => `năm ${year}`,
  }
  expect(periodName(id, names)).toBe(name)
})
