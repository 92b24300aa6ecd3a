import type { FigureValues, PeriodReport } from './period-report.ts'

/** Columns (3) to (13) of the form II.06a/VPCP/KSTT; null is not known. */
export type FormColumns = Readonly<Record<3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13, number | null>>

export type Form = {
  readonly rows: readonly { readonly name: string; readonly columns: FormColumns }[] // by field
  readonly total: FormColumns
}

/**
 * The form by field (Thông tư 01/2020/TT-VPCP). It has no column for refusals and withdrawals: they stand in (9), as
 * the offices' software has them. (4) and (5) are those received in the period alone.
 */
export function formOf(report: PeriodReport): Form {
  const { fields, stated, basis } = report
  return {
    rows: fields.map(({ name, figures }) => ({
      name,
      columns: columnsOf(figures, newByChannel(report, figures, name)),
    })),
    total: columnsOf(stated[basis].figures, newByChannel(report, stated[basis].figures, null)),
  }
}

type ByChannel = { readonly online: number | null; readonly direct: number | null }

function columnsOf(of: FigureValues, { online, direct }: ByChannel): FormColumns {
  return {
    3: of.received_total,
    4: online,
    5: direct,
    6: of.carried_in,
    7: of.resolved_total,
    8: of.resolved_early,
    9: sum(of.resolved_on_time, of.refused, of.withdrawn),
    10: of.resolved_overdue,
    11: of.pending_total,
    12: of.pending_in_time,
    13: of.pending_overdue,
  }
}

function sum(...numbers: readonly (number | null)[]): number | null {
  return numbers.reduce((all, each) => (all === null || each === null ? null : all + each), 0)
}

/** Those received in the period by channel, of one field or of all; null where the value does not have the dossiers. */
function newByChannel({ opened }: PeriodReport, of: FigureValues, field: string | null): ByChannel {
  if (of.received_direct === 0) return { online: of.received_new, direct: 0 }
  if (of.received_online === 0) return { online: 0, direct: of.received_new }
  if (opened === null || of.received_new === null) return { online: null, direct: null }
  const behind = (opened.behind['received_new'] ?? []).map((at) => opened.dossiers[at]!)
  const these = behind.filter((each) => field === null || each.field === field)
  const online = these.filter(({ channel }) => channel === 'online').length
  return { online, direct: these.length - online }
}
