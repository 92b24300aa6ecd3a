import { expect, test } from 'vitest'
import type { FigureValues, PeriodReport } from '../reports/period-report.ts'
import { isRateKnown, onTime, ourShare } from '../reports/rates.ts'

const figures = {
  received_total: 10,
  received_online: 7,
  resolved_early: 4,
  resolved_on_time: 2,
  resolved_overdue: 1,
  online_payment_total: 5000,
}
const share = (numerator: number, denominator: number) => ({ numerator, denominator })
const rates = { digitized_rate: share(3, 9), reuse_rate: share(2, 6), online_payment_rate: share(1, 5) }
const ids = ['on_time', 'online_payment', 'digitization', 'reuse', 'online'] as const

/** Of the report only what is stated of its basis is asked. */
function report(changed: object = {}, digitized = rates.digitized_rate): PeriodReport {
  const stated = { figures: { ...figures, ...changed }, rates: { ...rates, digitized_rate: digitized } }
  return { stated: { centre: stated, all: null }, basis: 'centre' } as unknown as PeriodReport
}

function known(given: PeriodReport): string[] {
  return ids.filter((id) => isRateKnown(id, given))
}

test('a share of payments or components is known where their list was handed over, all of them where dossiers are', () => {
  expect(known(report())).toEqual(ids)
  expect(known(report({ received_total: null }))).toEqual([])
  expect(known(report({ online_payment_total: null }))).toEqual(['on_time', 'digitization', 'reuse', 'online'])
  expect(known(report({ online_payment_total: 0 }))).toEqual(ids)
  expect(known(report({}, share(0, 0)))).toEqual(['on_time', 'online_payment', 'online'])
})

test('beside each rate of the national index stands our own share of the same name', () => {
  expect(ids.map((id) => ourShare(id, report()))).toEqual([
    share(6, 7),
    share(1, 5),
    share(3, 9),
    share(2, 6),
    share(7, 10),
  ])
})

test('our share of what is not known is not known', () => {
  expect(ourShare('online', report({ received_online: null }))).toBe(null)
  expect(ourShare('online', report({ received_total: null }))).toBe(null)
  for (const figure of ['resolved_early', 'resolved_on_time', 'resolved_overdue'])
    expect(onTime({ ...figures, [figure]: null } as unknown as FigureValues)).toBe(null)
})
