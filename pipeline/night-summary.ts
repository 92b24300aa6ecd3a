import { join } from 'node:path'
import type { Day } from './day.ts'
import { countKinds, type KindCount, openIn } from './discrepancy-list.ts'
import type { Outcome, TurnedAway } from './night-run.ts'
import type { Outranked } from './loading/outranked.ts'
import { monthOf } from './period.ts'
import type { PeriodFigures } from './period-figures.ts'
import { type SettingsChange, settingsChangesOf } from './settings/settings-change.ts'
import { statedPeriod } from './summaries.ts'

/** A night in one value: the figures of the current month, what is open, what was not taken, where the documents lie. */
export type NightSummary = {
  readonly asOf: Day
  readonly figures: PeriodFigures
  readonly kinds: readonly KindCount[]
  readonly turnedAway: readonly TurnedAway[]
  readonly outranked: readonly Outranked[]
  readonly laterNight: Day | null
  readonly settingsChanges: readonly SettingsChange[] // other settings than before, and what they alone moved
  readonly broken: readonly string[]
  readonly folder: string
}

/** The current month is stated every night: it is taken as it was stated, not counted again. */
export function nightSummary(outcome: Outcome): NightSummary {
  const { night, turnedAway, outranked, broken } = outcome
  const period = monthOf(night.asOf, night.config.periods)
  const stated = statedPeriod(night.store, night.unit, period.id)
  return {
    asOf: night.asOf,
    figures: stated!.centre,
    kinds: countKinds(openIn(night, period)),
    turnedAway,
    outranked,
    laterNight: outcome.laterNight,
    settingsChanges: settingsChangesOf(night),
    broken,
    folder: join(night.config.out, period.id),
  }
}
