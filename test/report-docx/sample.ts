import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Letter } from '../../reports/letter/letter.ts'
import type { FigureValues, PeriodReport } from '../../reports/period-report.ts'
import { reportDocx } from '../../reports/letter/report-docx.ts'
import { wordsIn } from '../../reports/words.ts'

export const template: Uint8Array = readFileSync(join(import.meta.dirname, '../../reports/templates/bao-cao.docx'))

export function documentOf(
  report: PeriodReport = sampleReport(),
  letter: Letter = sampleLetter(),
  by = template,
): Uint8Array {
  return reportDocx(report, letter, by, wordsIn('vi'))
}

export function sampleLetter(changes: Partial<Letter> = {}): Letter {
  return {
    symbol: 'BC-TTPVHCC',
    place: 'Hưng Đạo',
    day: null,
    addressees: ['Ủy ban nhân dân phường Hưng Đạo'],
    recipients: ['Như trên', 'Lưu: TTPVHCC'],
    signature: ['GIÁM ĐỐC'],
    signer: '',
    intro: '',
    businessOffice: 'phòng Kinh tế, Hạ tầng và Đô thị',
    tasks: '',
    difficulties: '',
    plans: '',
    ...changes,
  }
}

/** Twelve dossiers of two fields, on both bases. */
export function sampleReport(changes: Partial<PeriodReport> = {}, of = figures()): PeriodReport {
  const period = changes.period ?? { id: '2026-02', from: '2026-01-17', to: '2026-02-13' }
  const stated = {
    figures: of,
    rates: {
      digitized_rate: { numerator: 12, denominator: 12 },
      reuse_rate: { numerator: 6, denominator: 8 },
      online_payment_rate: { numerator: 3, denominator: 4 },
    },
    identities: [],
    reconciliation: [],
    incomplete: [],
    warnings: [],
  }
  return {
    unit: {
      name: 'phường Hưng Đạo',
      city: 'thành phố Hải Phòng',
      centre: 'Trung tâm Phục vụ hành chính công phường Hưng Đạo',
      agencyCode: 'H24.131',
    },
    period,
    asOf: period.to,
    basis: 'centre',
    stated: { centre: stated, all: stated },
    before: null,
    yearAgo: null,
    months: [],
    bySettings: [],
    form: formOfOne('Hộ tịch', of),
    fields: [{ name: 'Hộ tịch', figures: of }],
    procedures: [],
    systems: [],
    days: [],
    national: [],
    pending: [],
    routing: {
      received: 0,
      seen: 0,
      routed: { all: 0, carried: 0 },
      weeks: [],
      procedures: [],
      accounts: [],
      all: { numerator: 9, denominator: 9 },
      others: { numerator: 9, denominator: 9 },
    },
    kinds: [{ kind: 'due_soon', count: 3, fresh: 1 }],
    opened: null,
    ...changes,
  }
}

/** A report to which systems sent nothing. */
export function incompleteReport(
  of: FigureValues,
  ...incomplete: PeriodReport['stated']['all']['incomplete']
): PeriodReport {
  const report = sampleReport({}, of)
  return {
    ...report,
    stated: { centre: { ...report.stated.centre, incomplete }, all: { ...report.stated.all, incomplete } },
  }
}

export function figures(changes: Partial<FigureValues> = {}): FigureValues {
  return {
    received_total: 12,
    received_online: 12,
    received_direct: 0,
    carried_in: 3,
    received_new: 9,
    resolved_total: 9,
    resolved_early: 5,
    resolved_on_time: 1,
    resolved_overdue: 1,
    refused: 1,
    withdrawn: 1,
    pending_total: 3,
    pending_in_time: 2,
    pending_overdue: 1,
    fee_dossiers: 4,
    digitized_rate: 100,
    reuse_rate: 75,
    online_payment_rate: 75,
    online_payment_total: 30_000,
    ...changes,
  }
}

/** Every figure the same: none of all, or not known. */
export function allOf(value: 0 | null): FigureValues {
  const same = Object.fromEntries(Object.keys(figures()).map((key) => [key, value])) as FigureValues
  return value === null ? same : { ...same, digitized_rate: null, reuse_rate: null, online_payment_rate: null }
}

/** The form of a period that has one field: its counts are the period's. */
export function formOfOne(name: string, of: FigureValues, direct = 0): PeriodReport['form'] {
  const known = (key: keyof FigureValues) => of[key] ?? 0
  const counts = {
    new_online: known('received_new') - direct,
    new_direct: direct,
    carried_in: known('carried_in'),
    early: known('resolved_early'),
    on_time: known('resolved_on_time') + known('refused') + known('withdrawn'),
    overdue: known('resolved_overdue'),
    pending_in_time: known('pending_in_time'),
    pending_overdue: known('pending_overdue'),
    refused: known('refused'),
    withdrawn: known('withdrawn'),
  }
  return [{ ministry: 'Bộ Tư pháp', fields: [{ name, counts }] }]
}
