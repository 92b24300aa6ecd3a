import type { Counted } from '../counted.ts'
import { type Condition, type CountKey, counts, rates } from '../figures.ts'
import type { Span } from '../period.ts'
import type { StatedKey } from './stated.ts'

/** The dossiers that a stated figure counts by this program's definitions; null where it keeps no such figure. */
export function dossiersOf(key: StatedKey, counted: readonly Counted[], period: Span): readonly Counted[] | null {
  const definition = isFigure(key) ? [counts[key]] : further[key]
  if (definition === null) return null
  return counted.filter((each) => definition.some((one) => one.every(([, holds]) => holds(each, period))))
}

function isFigure(key: StatedKey): key is CountKey {
  return key in counts
}

/** Any one of several lists of conditions, all of its conditions met. */
type Definition = readonly (readonly Condition[])[]

const counter: Condition = ['counter', ({ channel }) => channel === 'counter']
const post: Condition = ['post', ({ channel }) => channel === 'post']

const further: Readonly<Record<Exclude<StatedKey, CountKey>, Definition | null>> = {
  received_counter: [[counter]],
  received_post: [[post]],
  new_online: [[...counts.received_new, ...counts.received_online]],
  new_direct: [[...counts.received_new, ...counts.received_direct]],
  new_counter: [[...counts.received_new, counter]],
  new_post: [[...counts.received_new, post]],
  resolved_early_or_on_time: [counts.resolved_early, counts.resolved_on_time],
  resolved_with_result: [counts.resolved_early, counts.resolved_on_time, counts.resolved_overdue],
  refused_or_withdrawn: [counts.refused, counts.withdrawn],
  overdue_total: [counts.resolved_overdue, counts.pending_overdue],
  turned_down: null,
  returned: null,
  due_in_period: null,
  digitized_dossiers: [[...rates.digitized_rate.base, ...rates.digitized_rate.share]],
  reused_dossiers: [[...rates.reuse_rate.base, ...rates.reuse_rate.share]],
  paid_dossiers: [[...rates.online_payment_rate.base, ...rates.online_payment_rate.share]],
}
