import { beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../pipeline/config/read-config.ts'
import { weeksOf } from '../../pipeline/documents/routing.ts'
import { daysLeft } from '../../pipeline/documents/parts.ts'
import { periodReport } from '../../pipeline/documents/period-report.ts'
import { counts, percent, rates } from '../../pipeline/figures.ts'
import { statedOf } from '../../pipeline/long-period.ts'
import { openOfficeToWrite } from '../../pipeline/open-office.ts'
import { periodOf } from '../../pipeline/period.ts'
import type { Basis, FigureValues, PeriodReport } from '../../reports/period-report.ts'
import { openWard } from '../support/ward.ts'

const ward = openWard()
const reports = new Map<string, PeriodReport>()
const ids = ['2026-01', '2026-02', '2026-03', '2026-Q1']
const cases = ids.flatMap((id) => (['centre', 'all'] as const).map((basis) => [id, basis] as const))

beforeAll(async () => {
  for (const month of ['2026-01', '2026-02', '2026-03']) ward.putMonth(month, month)
  await ward.nightly('2026-03-13')
  const office = await openOfficeToWrite(readConfig({}, ward.folder), '2026-03-13')
  for (const [id, basis] of cases) {
    const period = periodOf(id, office.config.periods)
    reports.set(`${id} ${basis}`, await periodReport(office, period, basis, statedOf(office, period)))
  }
  await office.store.close()
})

test("a later month's list of the portal does not change the index of an earlier month", () => {
  const { national } = reports.get('2026-02 centre')!
  expect(national.map(({ id, numerator }) => [id, numerator])).toEqual([
    ['on_time', 1011],
    ['online_payment', 593],
    ['digitization', 941],
    ['reuse', 872],
    ['online', 913],
  ])
})

const sums = Object.keys(counts) as (keyof typeof counts)[]

describe.each(cases)('%s on basis %s', (id, basis: Basis) => {
  const report = () => reports.get(`${id} ${basis}`)!
  const whole = () => report().stated[basis].figures

  test('fields, procedures and systems add up to the whole, figure by figure', () => {
    const { fields, procedures, systems } = report()
    for (const parts of [fields, procedures, systems]) {
      const added = (key: keyof FigureValues) => parts.reduce((sum, { figures }) => sum + figures[key]!, 0)
      for (const key of [...sums, 'online_payment_total'] as const)
        expect([key, added(key)]).toEqual([key, whole()[key]])
    }
  })

  test('days add up to what was received and what ended; every day of the period is there', () => {
    const { days, period } = report()
    expect([days[0]!.day, days.at(-1)!.day]).toEqual([period.from, period.to])
    const added = (key: 'received' | 'resolved') => days.reduce((sum, day) => sum + day[key], 0)
    expect([added('received'), added('resolved')]).toEqual([whole().received_new, whole().resolved_total])
  })

  test('what is pending is there by the days that are left', () => {
    const { pending } = report()
    const added = (some: typeof pending) => some.reduce((sum, { count }) => sum + count, 0)
    expect(added(pending)).toBe(whole().pending_total)
    expect(added(pending.filter(({ left }) => left !== null && left <= 0))).toBe(whole().pending_overdue)
  })

  test('as many dossiers stand behind each number as it says', () => {
    const { opened, stated } = report()
    const { behind, dossiers } = opened!
    for (const key of sums) expect([key, behind[key]!.length]).toEqual([key, whole()[key]])
    for (const key of Object.keys(rates) as (keyof typeof rates)[])
      expect([key, behind[key]!.length]).toEqual([key, stated[basis].rates[key].numerator])
    for (const { line, count } of stated.all.reconciliation)
      expect([line, behind[line]!.length]).toEqual([line, Math.abs(count)])
    const other = basis === 'centre' ? 'all' : 'centre'
    for (const key of sums) expect([key, behind[`${other}/${key}`]!.length]).toEqual([key, stated[other].figures[key]])
    for (const { id, numerator } of report().national)
      expect([id, behind[`national/${id}`]!.length]).toEqual([id, numerator])
    for (const { kind, count } of report().kinds) expect(behind[`kind/${kind}`]!.length).toBeLessThanOrEqual(count)
    expect(behind['kind/routed_past_centre']!.length).toBe(
      report().kinds.find(({ kind }) => kind === 'routed_past_centre')!.count,
    )
    expect(dossiers.every(({ lines }) => lines.length > 0)).toBe(true)
  })

  test('the national index counts by its own definitions', () => {
    const { national, opened } = report()
    const { dossiers, behind } = opened!
    const own = behind['received_total']!.map((at) => dossiers[at]!)
    const share = (name: string) => national.find((each) => each.id === name)!
    const inTime = own.filter(({ outcome, ended, due }) => {
      if (outcome === 'resolved') return due === null || ended! <= due
      return outcome === 'open' && (due === null || due > report().period.to)
    })
    expect(share('on_time')).toMatchObject({ numerator: inTime.length, denominator: own.length })
    const received = own.filter(({ received: day }) => day >= report().period.from)
    const online = received.filter(({ channel }) => channel === 'online')
    expect(share('online')).toMatchObject({ numerator: online.length, denominator: received.length })
    expect(share('reuse').denominator).toBe(received.length)
    expect(share('digitization').denominator).toBe(own.length)
    expect(share('online_payment').denominator).toBeGreaterThan(whole().fee_dossiers!)
    for (const each of national) expect(each.percent).toBe(percent(each))
  })

  test('the routing gap by week and by procedure is that of the statement, as far as it was received in the period', () => {
    const { routing, opened, period } = report()
    const past = opened!.behind['routed_past_centre']!.map((at) => opened!.dossiers[at]!)
    const fresh = past.filter(({ received }) => received >= period.from)
    expect(routing.received - routing.seen).toBe(fresh.length)
    expect(routing.routed).toEqual({ all: past.length, carried: past.length - fresh.length })
    for (const parts of [routing.weeks, routing.procedures]) {
      expect(parts.reduce((sum, { received }) => sum + received, 0)).toBe(routing.received)
      expect(parts.reduce((sum, { seen }) => sum + seen, 0)).toBe(routing.seen)
    }
    expect(routing.all.denominator - routing.others.denominator).toBe(routing.received)
  })
})

test('February has its January beside it, and no year before', () => {
  const { before, yearAgo, months } = reports.get('2026-02 centre')!
  expect([before!.period.id, yearAgo, months]).toEqual(['2026-01', null, []])
  expect(before!.figures).toEqual(reports.get('2026-01 centre')!.stated.centre.figures)
})

test('a quarter has its months', () => {
  const { months } = reports.get('2026-Q1 all')!
  expect(months.map(({ period }) => period.id)).toEqual(['2026-01', '2026-02', '2026-03'])
  expect(months[1]!.figures).toEqual(reports.get('2026-02 all')!.stated.all.figures)
})

test('weeks run from Monday to Sunday, and are cut to the period', () => {
  expect(weeksOf({ from: '2026-01-17', to: '2026-02-03' })).toEqual([
    { from: '2026-01-17', to: '2026-01-18' },
    { from: '2026-01-19', to: '2026-01-25' },
    { from: '2026-01-26', to: '2026-02-01' },
    { from: '2026-02-02', to: '2026-02-03' },
  ])
  expect(weeksOf({ from: '2026-02-02', to: '2026-02-02' })).toEqual([{ from: '2026-02-02', to: '2026-02-02' }])
})

test('a due day that is the day itself is over; one on a Saturday to come is not', () => {
  const calendar = { workingDaysBetween: (a: string, b: string) => (b > a ? 0 : a > b ? -1 : 0) } as never
  const pending = (dueDay: string | null) => ({ endedDay: null, dueDay, receivedDay: '2026-02-01' }) as never
  const span = { id: 'x', from: '2026-02-01', to: '2026-02-13' }
  const left = (due: string | null) => daysLeft([pending(due)], span, '2026-02-13', calendar)[0]!.left
  expect([left('2026-02-13'), left('2026-02-12'), left('2026-02-14'), left(null)]).toEqual([0, -1, 1, null])
})
