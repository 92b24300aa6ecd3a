import { buildCommand } from '@stricli/core'
import { reportText } from '../../reports/letter/report-text.ts'
import { wordsIn, type Words } from '../../reports/words.ts'
import { statedOf } from '../long-period.ts'
import { bases, type Basis } from '../figures.ts'
import { openOffice } from '../open-office.ts'
import { publishPeriod } from '../publish.ts'
import type { Common, Desk } from '../world.ts'
import { choiceOf, commonFlags, periodFlags, textFlag } from './flags.ts'
import { type PeriodFlags, periodOrCurrent } from './period-asked.ts'

type Flags = Common & PeriodFlags & { readonly basis?: string }

/** Prints section I.2 and writes the period's folder. The report is in Vietnamese, whatever the language of messages. */
export function reportCommand(words: Words) {
  const { flag } = words
  return buildCommand<Flags, [], Desk>({
    docs: { brief: words.command.report },
    parameters: {
      flags: {
        ...commonFlags(words),
        ...periodFlags(words),
        basis: textFlag(flag.basis, bases.join('|')),
      },
    },
    func: report,
  })
}

async function report(this: Desk, flags: Flags): Promise<void> {
  const office = await openOffice(this.world, flags)
  const basis: Basis = choiceOf('--basis', flags.basis, bases) ?? 'centre'
  const period = periodOrCurrent(office, flags)
  const stated = statedOf(office, period)
  const { folder } = await publishPeriod(office, stated, basis)
  await office.store.close()
  const text = reportText(stated[basis], wordsIn('vi'))
  if (flags.json) this.world.out(`${JSON.stringify({ schema: 1, period, basis, folder, text }, null, 2)}\n`)
  else this.world.out(`${text}\n`)
  if (!flags.quiet && !flags.json) this.world.err(`${this.words.night.written(folder)}\n`)
}
