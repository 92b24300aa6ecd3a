import { join } from 'node:path'
import type { Day } from './day.ts'
import { listDiscrepancies } from './discrepancy-list.ts'
import type { Outcome, TurnedAway } from './night-run.ts'
import { monthOf } from './period.ts'
import { figuresOfPeriod, type PeriodFigures } from './period-figures.ts'
import { isOpen } from './publish.ts'
import { type Kind, kinds } from './rules/rule.ts'

/** A night in one value: the figures of the current month, what is open, what was not taken, where the documents lie. */
export type NightSummary = {
  readonly asOf: Day
  readonly figures: PeriodFigures
  readonly kinds: readonly { readonly kind: Kind; readonly count: number; readonly fresh: number }[]
  readonly turnedAway: readonly TurnedAway[]
  readonly broken: readonly string[]
  readonly folder: string
}

export function nightSummary({ night, turnedAway, broken }: Outcome): NightSummary {
  const period = monthOf(night.asOf, night.config.periods)
  const open = listDiscrepancies(night, night.asOf, period).filter(isOpen)
  const count = (kind: Kind) => {
    const these = open.filter((each) => each.kind === kind)
    return { kind, count: these.length, fresh: these.filter(({ state }) => state === 'new').length }
  }
  return {
    asOf: night.asOf,
    figures: figuresOfPeriod(night, period).centre,
    kinds: kinds.map(count).filter((each) => each.count > 0),
    turnedAway,
    broken,
    folder: join(night.config.out, period.id),
  }
}
