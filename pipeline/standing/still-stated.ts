import type { Basis } from '../figures.ts'
import type { Office } from '../office.ts'
import type { Period } from '../period.ts'
import type { PeriodFigures } from '../period-figures.ts'
import { statedPeriod } from '../summaries.ts'
import { type ClosedSpan, madeOfThen, settingsOf } from './made-of.ts'

/**
 * What the last night stated of a month, on both bases. Null where it stated nothing of those days, or may state
 * otherwise now: a setting is another, a period was closed or opened since, a stage was run without those that follow it.
 */
export function stillStated(office: Office, { id, from, to }: Period): Record<Basis, PeriodFigures> | null {
  const { store, unit, config } = office
  const then = madeOfThen(office, 'summarized')
  if (then === null || then.settings !== settingsOf(config)) return null
  const closed = store.ask<ClosedSpan>('closed-periods', { unit })
  if (JSON.stringify(closed) !== JSON.stringify(then.closed)) return null
  const stated = statedPeriod(store, unit, id)
  const days = stated?.all.period
  return days?.from === from && days.to === to ? stated : null
}
