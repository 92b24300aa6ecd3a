import type { FigureValues, OpenedDossier, PeriodReport, StatedPeriod } from '../../reports/period-report.ts'

/** What an export may have in any of its cells. */
export const hostile = '=HYPERLINK("http://x")</script><script>alert(1)</script><!--<img src=x>\u202eabc\u0000'

const none: FigureValues = {
  received_total: 0,
  received_online: 0,
  received_direct: 0,
  carried_in: 0,
  received_new: 0,
  resolved_total: 0,
  resolved_early: 0,
  resolved_on_time: 0,
  resolved_overdue: 0,
  refused: 0,
  withdrawn: 0,
  pending_total: 0,
  pending_in_time: 0,
  pending_overdue: 0,
  fee_dossiers: 0,
  digitized_rate: null,
  reuse_rate: null,
  online_payment_rate: null,
  online_payment_total: 0,
}

export const unknown = Object.fromEntries(Object.keys(none).map((key) => [key, null])) as FigureValues

/** Three dossiers: one carried in and early, one new and overdue, one new and pending; a fourth that the Centre has not. */
const figures: FigureValues = {
  ...none,
  received_total: 3,
  received_online: 3,
  carried_in: 1,
  received_new: 2,
  resolved_total: 2,
  resolved_early: 1,
  resolved_overdue: 1,
  pending_total: 1,
  pending_in_time: 1,
  fee_dossiers: 1,
  digitized_rate: 66.67,
  reuse_rate: 50,
  online_payment_rate: 100,
  online_payment_total: 1_250_000,
}

export function stated(changes: Partial<StatedPeriod> = {}): StatedPeriod {
  return {
    figures,
    rates: {
      digitized_rate: { numerator: 2, denominator: 3 },
      reuse_rate: { numerator: 1, denominator: 2 },
      online_payment_rate: { numerator: 1, denominator: 1 },
    },
    identities: [
      { id: 'received_by_time', left: 3, right: 3, holds: true },
      { id: 'carried_in_is_pending_before', left: null, right: null, holds: null },
    ],
    reconciliation: [
      { line: 'portal', count: 4 },
      { line: 'unreadable_portal', count: 0 },
      { line: 'routed_past_centre', count: 1 },
      { line: 'missing_at_centre', count: 0 },
      { line: 'missing_in_portal', count: 0 },
      { line: 'centre_book', count: 3 },
      { line: 'unexplained', count: 0 },
    ],
    incomplete: [],
    warnings: [],
    ...changes,
  }
}

const dossier = (code: string, changes: Partial<OpenedDossier>): OpenedDossier => ({
  code,
  procedure: '1.001612',
  field: 'Hộ tịch',
  system: 'botuphap-hotich',
  received: '2026-02-02',
  due: '2026-02-06',
  ended: null,
  outcome: 'open',
  channel: 'online',
  inBook: true,
  lines: [{ system: 'dvcqg', file: 'DVCQG.csv', line: 7 }],
  ...changes,
})

export const dossiers: readonly OpenedDossier[] = [
  dossier('H24.131-260110-0001', { received: '2026-01-10', ended: '2026-02-03', outcome: 'resolved' }),
  dossier('H24.131-260202-0002', { ended: '2026-02-09', outcome: 'resolved' }),
  dossier('H24.131-260203-0003', { received: '2026-02-03', due: '2026-02-20' }),
  dossier('H24.131-260204-0004', { received: '2026-02-04', field: 'Hộ kinh doanh', system: null, inBook: false }),
]

/** A report as small as it can be with something in every part of it. */
export function periodValue(changes: Partial<PeriodReport> = {}): PeriodReport {
  return {
    unit: { name: 'phường Hưng Đạo', city: 'thành phố Hải Phòng', centre: 'Trung tâm', agencyCode: 'H24.131' },
    period: { id: '2026-02', from: '2026-01-17', to: '2026-02-13' },
    asOf: '2026-02-13',
    basis: 'centre',
    stated: { centre: stated(), all: stated({ figures: { ...figures, received_total: 4 } }) },
    before: null,
    yearAgo: null,
    months: [],
    bySettings: [],
    form: [],
    fields: [{ name: 'Hộ tịch', figures }],
    procedures: [{ code: '1.001612', name: 'Đăng ký khai sinh', field: 'Hộ tịch', figures }],
    systems: [{ system: 'botuphap-hotich', figures, reaches: '2026-02-13', came: '2026-02-13' }],
    days: [
      { day: '2026-02-02', received: 1, resolved: 0, working: true },
      { day: '2026-02-03', received: 1, resolved: 1, working: true },
      { day: '2026-02-08', received: 0, resolved: 0, working: false },
      { day: '2026-02-09', received: 0, resolved: 1, working: true },
    ],
    national: [{ id: 'on_time', numerator: 2, denominator: 3, percent: 66.67 }],
    pending: [{ left: 5, count: 1 }],
    routing: {
      received: 1,
      seen: 0,
      routed: { all: 1, carried: 0 },
      weeks: [
        { from: '2026-02-02', to: '2026-02-08', received: 1, seen: 0 },
        { from: '2026-02-09', to: '2026-02-13', received: 0, seen: 0 },
      ],
      procedures: [{ code: '1.001612', name: 'Thành lập hộ kinh doanh', received: 1, seen: 0 }],
      accounts: ['ktht.truongphong'],
      all: { numerator: 2, denominator: 3 },
      others: { numerator: 2, denominator: 2 },
    },
    kinds: [{ kind: 'routed_past_centre', count: 1, fresh: 1 }],
    opened: { dossiers, behind },
    ...changes,
  }
}

const behind: Readonly<Record<string, readonly number[]>> = {
  received_total: [0, 1, 2],
  received_online: [0, 1, 2],
  carried_in: [0],
  received_new: [1, 2],
  resolved_total: [0, 1],
  resolved_early: [0],
  resolved_overdue: [1],
  pending_total: [2],
  pending_in_time: [2],
  fee_dossiers: [0],
  digitized_rate: [0, 1],
  reuse_rate: [0],
  online_payment_rate: [0],
  online_payment_total: [0],
  portal: [0, 1, 2, 3],
  routed_past_centre: [3],
  centre_book: [0, 1, 2],
}
