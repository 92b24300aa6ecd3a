import { beforeAll, describe, expect, test } from 'vitest'
import type { PeriodFigures } from '../pipeline/period-figures.ts'
import { monthsIn, tilingOf } from '../pipeline/period.ts'
import { copyOf, months, openWard, type Ward } from './support/ward.ts'

const ward = openWard()

beforeAll(async () => {
  for (const month of ['2026-01', '2026-02', '2026-03']) ward.putMonth(month, month)
  await ward.nightly('2026-03-13')
})

const figures = (from: Ward, period: string, basis = 'centre') =>
  from.ask<PeriodFigures>('figures', '--period', period, '--basis', basis)

describe('a quarter', () => {
  test.each(['centre', 'all'])('adds up from its months, basis %s', async (basis) => {
    const [quarter, ...each] = await Promise.all(
      ['2026-Q1', '2026-01', '2026-02', '2026-03'].map((period) => figures(ward, period, basis)),
    )
    const sum = (key: 'received_new' | 'resolved_total' | 'refused') =>
      each.reduce((all, { figures: its }) => all + its[key]!, 0)
    for (const key of ['received_new', 'resolved_total', 'refused'] as const)
      expect([key, quarter!.figures[key]]).toEqual([key, sum(key)])
    expect(quarter!.figures.carried_in).toBe(each[0]!.figures.carried_in)
    expect(quarter!.figures.pending_total).toBe(each[2]!.figures.pending_total)
    expect(quarter!.identities.find(({ id }) => id === 'months_add_up')).toMatchObject({ holds: true })
    expect(quarter!.identities.filter(({ holds }) => holds === false)).toEqual([])
    expect(quarter!.months).toEqual([1, 2, 3].map((n) => ({ period: `2026-0${n}`, known: true, closed: null })))
  })

  test('a month has no such identity', async () => {
    const { identities, months: parts } = await figures(ward, '2026-02')
    expect(identities.map(({ id }) => id)).not.toContain('months_add_up')
    expect(parts).toBeUndefined()
  })

  test('says which month was closed, how often it was published, and that it does not add up any more', async () => {
    const closed = copyOf(ward)
    await closed.doisoat('close', '2026-02', '--by', 'Lan', '--why', 'đã ký')
    expect((await figures(closed, '2026-Q1')).identities.find(({ id }) => id === 'months_add_up')?.holds).toBe(true)
    closed.take('2026-02/SoTheoDoi_TTPVHCC_20260213.csv')
    closed.take('2026-02/DVCQG_DanhSachHoSo_20260213.csv')
    closed.putMonth('2026-02', '2026-02b', (name) => name)
    for (const name of ['SoTheoDoi_TTPVHCC_20260213.csv', 'DVCQG_DanhSachHoSo_20260213.csv'])
      closed.put(`2026-02b/${name}`, withoutLastRow(closed, `2026-02b/${name}`))
    await closed.nightly('2026-03-14')
    const quarter = await figures(closed, '2026-Q1')
    expect(quarter.months![1]).toEqual({ period: '2026-02', known: true, closed: { asOf: '2026-03-13', closing: 1 } })
    expect(quarter.identities.find(({ id }) => id === 'months_add_up')?.holds).toBe(false)
    await closed.doisoat('restate', '2026-02', '--by', 'Lan', '--why', 'bản kết xuất mới')
    const again = await closed.doisoat('figures', '--period', '2026-Q1')
    expect(again.out).toContain(
      'Gồm các tháng: 2026-01, 2026-02 (đã chốt theo đêm 14/03/2026, công bố lần 2), 2026-03.',
    )
    expect((await figures(closed, '2026-Q1')).identities.find(({ id }) => id === 'months_add_up')?.holds).toBe(true)
  })
})

test('a year that has only begun is held against the months there are; months of the future are none', async () => {
  const year = await figures(ward, '2026')
  expect(year.months!.map(({ period }) => period)).toEqual(['2026-01', '2026-02', '2026-03'])
  expect(year.identities.find(({ id }) => id === 'months_add_up')?.holds).toBe(true)
})

test('where nothing is known of a month, nothing is held against it', async () => {
  const alone = openWard()
  alone.putMonth('2026-02')
  await alone.nightly('2026-02-13')
  const { months: parts, identities } = await figures(alone, '2026-Q1')
  expect(parts!.map(({ known }) => known)).toEqual([false, true])
  expect(identities.find(({ id }) => id === 'months_add_up')).toMatchObject({ right: null, holds: null })
})

test('the months of a period, and how they meet', () => {
  const periods = { regime: 'nd09', override: months } as const
  const ids = (id: string) => monthsIn(id, periods).map((each) => each.id)
  expect(ids('2026-Q2')).toEqual(['2026-04', '2026-05', '2026-06'])
  expect(ids('2026-H1')).toHaveLength(6)
  expect(ids('2026-9M')).toHaveLength(9)
  expect(ids('2026')).toHaveLength(12)
  expect([ids('2026-02'), ids('2026-01-17..2026-02-13')]).toEqual([[], []])
  const untiled = monthsIn('2026-H1', periods).flatMap((month) => tilingOf(month, periods))
  expect(untiled).toContainEqual({ id: 'gap', period: '2026-03', days: 1 })
})

/** The last row of its table is taken out, and its total with it. */
function withoutLastRow(from: Ward, name: string): Buffer {
  const lines = from.read(name).toString('utf8').split('\n')
  const last = lines.findLastIndex((line) => line.includes('H24.131'))
  return Buffer.from(
    lines
      .toSpliced(last, 1)
      .join('\n')
      .replace(/(Tổng[^\d]*)(\d+)/, (_, words: string, n: string) => `${words}${Number(n) - 1}`),
  )
}
