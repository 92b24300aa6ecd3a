import { defaultAsOf } from '../day.ts'
import type { Office } from '../office.ts'
import { monthOf, type Period, periodBetween, periodOf } from '../period.ts'
import type { World } from '../world.ts'
import { dayOr } from './flags.ts'

export type PeriodFlags = { readonly period?: string; readonly from?: string; readonly to?: string }

/** The period that was asked for: by its id, by its days, else null. */
export function periodAsked({ config, asOf }: Office, flags: PeriodFlags): Period | null {
  if (flags.period !== undefined) return periodOf(flags.period, config.periods)
  if (flags.from === undefined && flags.to === undefined) return null
  const to = dayOr('--to', flags.to, asOf)
  return periodBetween(dayOr('--from', flags.from, monthOf(to, config.periods).from), to)
}

/** The same, else the current period: the month of the last night. */
export function periodOrCurrent(office: Office, flags: PeriodFlags): Period {
  return periodAsked(office, flags) ?? monthOf(office.asOf, office.config.periods)
}

export function asOfAsked(world: World, found: string | undefined): string {
  return dayOr('--as-of', found, defaultAsOf(world.now()))
}
