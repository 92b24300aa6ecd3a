import type { FormCounts, FormGroup } from '../../reports/period-report.ts'
import type { Catalogue } from '../catalogue.ts'
import { byName } from '../compare.ts'
import type { Counted } from '../counted.ts'
import { type Condition, counts, howMany } from '../figures.ts'
import type { Period } from '../period.ts'

/**
 * The rows of form II.06a/VPCP/KSTT (Thông tư 01/2020/TT-VPCP): one a field, under the ministry that the catalogue
 * gives the field. Every dossier of `counted` is in one cell of what was received and in one of what became of it.
 * Groups and fields are in the order of their names, what no ministry is known of last.
 */
export function formOf(counted: readonly Counted[], period: Period, catalogue: Catalogue): FormGroup[] {
  const ministries = new Map(catalogue.procedures.map(({ field, ministry }) => [field, ministry]))
  const fields = [...Map.groupBy(counted, ({ field }) => field)]
    .map(([name, these]) => ({ name, counts: countsOf(these, period) }))
    .toSorted((a, b) => byName(a.name, b.name))
  return [...Map.groupBy(fields, ({ name }) => ministries.get(name) ?? '')]
    .map(([ministry, these]) => ({ ministry, fields: these }))
    .toSorted((a, b) => byName(a.ministry, b.ministry))
}

/** Columns (4) to (6), (8) to (10), (12) and (13); (9) takes in what was refused or withdrawn: it has no column. */
function countsOf(counted: readonly Counted[], period: Period): FormCounts {
  const count = (conditions: readonly Condition[]) => howMany(counted, conditions, period)
  const [refused, withdrawn] = [count(counts.refused), count(counts.withdrawn)]
  return {
    new_online: count([...counts.received_new, ...counts.received_online]),
    new_direct: count([...counts.received_new, ...counts.received_direct]),
    carried_in: count(counts.carried_in),
    early: count(counts.resolved_early),
    on_time: count(counts.resolved_on_time) + refused + withdrawn,
    overdue: count(counts.resolved_overdue),
    pending_in_time: count(counts.pending_in_time),
    pending_overdue: count(counts.pending_overdue),
    refused,
    withdrawn,
  }
}
