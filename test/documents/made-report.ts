import * as fc from 'fast-check'
import type { Counted } from '../../pipeline/counted.ts'
import { bases, type Basis, figuresOf, noFigures, onBasis } from '../../pipeline/figures.ts'
import { formOf } from '../../pipeline/documents/form.ts'
import { nationalRates } from '../../pipeline/documents/national.ts'
import { daysOf, fieldsOf, proceduresOf, systemsOf } from '../../pipeline/documents/parts.ts'
import { addDays } from '../../pipeline/day.ts'
import type { Period } from '../../pipeline/period.ts'
import { statementOf } from '../../pipeline/statement.ts'
import type { PeriodReport, StatedPeriod } from '../../reports/period-report.ts'
import { bundledCalendar, bundledCatalogue } from '../bundled.ts'

export const february: Period = { id: '2026-02', from: '2026-01-17', to: '2026-02-13' }

export type Asked = {
  readonly period?: Period
  readonly basis?: Basis
  readonly incomplete?: StatedPeriod['incomplete']
  readonly isUnknown?: boolean // the list was never handed over
}

/** A period's value from counted dossiers, by the pure functions that make it of a database. */
export function reportOf(counted: readonly Counted[], asked: Asked = {}): PeriodReport {
  const { period = february, basis = 'centre', incomplete = [], isUnknown = false } = asked
  const these = onBasis(counted, basis)
  const stated = (of: Basis): StatedPeriod => {
    const { figures, rates } = figuresOf(onBasis(counted, of), period)
    const reconciliation = statementOf(counted, onBasis(counted, 'centre').length)
    return { figures: isUnknown ? noFigures : figures, rates, identities: [], reconciliation, incomplete, warnings: [] }
  }
  const count = { received: 0, seen: 0 }
  const none = { numerator: 0, denominator: 0 }
  return {
    unit: {
      name: 'phường Hưng Đạo',
      city: 'thành phố Hải Phòng',
      centre: 'Trung tâm Phục vụ hành chính công phường Hưng Đạo',
      agencyCode: 'H24.131',
    },
    period,
    asOf: period.to,
    basis,
    stated: Object.fromEntries(bases.map((of) => [of, stated(of)])) as PeriodReport['stated'],
    before: null,
    yearAgo: null,
    months: [],
    bySettings: [],
    form: formOf(these, period, bundledCatalogue),
    fields: fieldsOf(these, period),
    procedures: proceduresOf(these, period, bundledCatalogue),
    systems: systemsOf(these, period, new Map([['bogddt', { reaches: period.to, came: null }]])),
    days: daysOf(these, period, bundledCalendar),
    national: nationalRates(these, period),
    pending: [],
    routing: {
      ...count,
      routed: { all: 0, carried: 0 },
      weeks: [],
      procedures: [],
      accounts: [],
      all: none,
      others: none,
    },
    kinds: [],
    opened: null,
  }
}

export const usualCounted: Counted = {
  dossier: 1,
  code: 'H24.131-260204-0001',
  procedure: '1.001193',
  field: 'Hộ tịch',
  system: 'botuphap-hotich',
  receivedDay: '2026-02-04',
  endedDay: '2026-02-05',
  outcome: 'resolved',
  dueDay: '2026-02-06',
  channel: 'online',
  portal: 'listed',
  book: 'listed',
  householdBusiness: false,
  routed: false,
  digitized: 2,
  reused: 1,
  electronicResult: true,
  fee_dong: null,
  paid_dong: null,
}

/** Dossiers of February: received before or in it, ended in it or pending, in any way. */
export const anyCounted: fc.Arbitrary<Counted[]> = fc.array(
  fc
    .record({
      field: fc.constantFrom('Hộ tịch', 'Chứng thực', 'Đất đai', 'Giáo dục', '', 'Lĩnh vực lạ'),
      procedure: fc.constantFrom('1.001193', '2.000815', '9.900001', null),
      system: fc.constantFrom('botuphap-hotich', 'bogddt', null),
      received: fc.integer({ min: -20, max: 27 }),
      lasted: fc.option(fc.integer({ min: 0, max: 27 })),
      due: fc.option(fc.integer({ min: -20, max: 50 })),
      outcome: fc.constantFrom('resolved', 'resolved', 'resolved', 'refused', 'withdrawn'),
      channel: fc.constantFrom('online', 'online', 'counter', 'post'),
      book: fc.constantFrom('listed', 'listed', 'absent', 'unreadable'),
      portal: fc.constantFrom('listed', 'listed', 'absent', 'unreadable'),
      digitized: fc.constantFrom(0, 2, null),
      reused: fc.constantFrom(0, 1, null),
      fee_dong: fc.constantFrom(0, 5000, null),
      paid_dong: fc.constantFrom(5000, null),
      routed: fc.boolean(),
    })
    .map(({ received, lasted, due, ...each }): Counted => {
      const ended = lasted === null ? null : Math.max(received, 0) + lasted
      const endedDay = ended === null || ended > 27 ? null : addDays(february.from, ended)
      return {
        ...usualCounted,
        ...each,
        receivedDay: addDays(february.from, received),
        endedDay,
        outcome: endedDay === null ? 'open' : each.outcome,
        dueDay: due === null ? null : addDays(february.from, due),
      }
    }),
  { maxLength: 40 },
)
