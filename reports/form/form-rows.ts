import { knownFigures } from './form-head.ts'
import type { FormCounts, PeriodReport } from '../period-report.ts'

/** Columns (3) to (13) of form II.06a/VPCP/KSTT; null is not known. */
export type FormColumns = Readonly<Record<3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13, number | null>>

export type Form = {
  readonly rows: readonly { readonly name: string; readonly columns: FormColumns }[] // by field, in the order of names
  readonly total: FormColumns
}

/** The form's columns by field, and their sums (Thông tư 01/2020/TT-VPCP): (3)=(4)+(5)+(6), (7)=(8)+(9)+(10), (11)=(12)+(13). */
export function formRows(report: PeriodReport): Form {
  if (knownFigures(report) === null) return { rows: [], total: unknown }
  const fields = report.form.flatMap((group) => group.fields)
  const names = report.fields.map(({ name }) => name)
  const inOrder = fields.toSorted((a, b) => names.indexOf(a.name) - names.indexOf(b.name))
  const rows = inOrder.map(({ name, counts }) => ({ name, columns: columnsOf(counts) }))
  const total = (column: keyof FormColumns) => rows.reduce((sum, { columns }) => sum + columns[column]!, 0)
  const keys = Object.keys(unknown).map((key) => Number(key) as keyof FormColumns)
  return { rows, total: Object.fromEntries(keys.map((column) => [column, total(column)])) as FormColumns }
}

function columnsOf(of: FormCounts): FormColumns {
  return {
    3: of.new_online + of.new_direct + of.carried_in,
    4: of.new_online,
    5: of.new_direct,
    6: of.carried_in,
    7: of.early + of.on_time + of.overdue,
    8: of.early,
    9: of.on_time,
    10: of.overdue,
    11: of.pending_in_time + of.pending_overdue,
    12: of.pending_in_time,
    13: of.pending_overdue,
  }
}

const unknown: FormColumns = {
  3: null, 4: null, 5: null, 6: null, 7: null, 8: null, 9: null, 10: null, 11: null, 12: null, 13: null,
} // prettier-ignore
