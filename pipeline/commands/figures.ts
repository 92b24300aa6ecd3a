import { buildCommand } from '@stricli/core'
import { figuresText } from '../../reports/figures-text.ts'
import type { Words } from '../../reports/words.ts'
import type { Day } from '../day.ts'
import { bases, type Basis } from '../figures.ts'
import { openOfficeOn } from '../nights/past-night.ts'
import type { Office } from '../office.ts'
import type { Period } from '../period.ts'
import type { PeriodFigures } from '../period-figures.ts'
import { stillStated } from '../standing/still-stated.ts'
import type { Common, Desk } from '../world.ts'
import { choiceOf, commonFlags, dayFlag, dayOr, periodFlags, textFlag } from './flags.ts'
import { type PeriodFlags, periodOrCurrent } from './period-asked.ts'

type Flags = Common & PeriodFlags & { readonly basis?: string; readonly asOf?: string }

/** Every figure of a period, with its identities and the walk from the portal to the book. */
export function figuresCommand(words: Words) {
  const { flag } = words
  return buildCommand<Flags, [], Desk>({
    docs: { brief: words.command.figures },
    parameters: {
      flags: {
        ...commonFlags(words),
        ...periodFlags(words),
        asOf: dayFlag(words.flag.asOfNight),
        basis: textFlag(flag.basis, bases.join('|')),
      },
    },
    func: show,
  })
}

async function show(this: Desk, flags: Flags): Promise<void> {
  const day = flags.asOf === undefined ? null : dayOr('--as-of', flags.asOf, '')
  const office = await openOfficeOn(this.world, flags, day)
  const basis: Basis = choiceOf('--basis', flags.basis, bases) ?? 'centre'
  const period = periodOrCurrent(office, flags)
  const stated = (await statedBy(office, period, day))[basis]
  await office.store.close()
  const broken = stated.identities.some(({ holds }) => holds === false)
  if (broken) this.leave(1)
  if (flags.json) this.world.out(`${JSON.stringify(stated, null, 2)}\n`)
  else if (!flags.quiet || broken) this.world.out(figuresText(stated, this.words, this.world.colour))
}

/**
 * As it was known on a day, what was counted then; else what stands, where that is still so, or is counted now. Where it
 * stands, nobody waits for what counts.
 */
async function statedBy(office: Office, period: Period, day: Day | null): Promise<Record<Basis, PeriodFigures>> {
  if (day !== null) return (await import('../period-figures.ts')).figuresOfPeriod(office, period)
  return stillStated(office, period) ?? (await import('../long-period.ts')).statedOf(office, period)
}
