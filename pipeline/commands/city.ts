import { buildCommand } from '@stricli/core'
import { cityText } from '../../reports/city/city-text.ts'
import type { Words } from '../../reports/words.ts'
import { publishCity } from '../city/city.ts'
import { isWhole } from '../city/city-report.ts'
import { readCity } from '../config/read-config.ts'
import { type Basis, bases } from '../figures.ts'
import type { Office } from '../office.ts'
import type { Common, Desk } from '../world.ts'
import { choiceOf, commonFlags, periodFlags, textFlag } from './flags.ts'
import { type PeriodFlags, periodOrCurrent } from './period-asked.ts'

type Flags = Common & PeriodFlags & { readonly basis?: string }

/** A period of every ward of a city, and what they make together. Exit 1 where a ward could not be asked. */
export function cityCommand(words: Words) {
  const { flag } = words
  return buildCommand<Flags, [], Desk>({
    docs: { brief: words.command.city },
    parameters: {
      flags: {
        ...commonFlags(words),
        ...periodFlags(words),
        basis: textFlag(flag.basis, bases.join('|')),
      },
    },
    func: city,
  })
}

async function city(this: Desk, flags: Flags): Promise<void> {
  const basis: Basis = choiceOf('--basis', flags.basis, bases) ?? 'centre'
  const found = readCity(flags, this.world.cwd)
  const asked = { basis, anew: true, periodIn: (office: Office) => periodOrCurrent(office, flags) }
  const { report, folder } = await publishCity(this, found, asked)
  const isGood = isWhole(report)
  if (!isGood) this.leave(1)
  if (flags.json) this.world.out(`${JSON.stringify({ schema: 1, folder, ...report }, null, 2)}\n`)
  else if (!flags.quiet || !isGood) this.world.out(cityText(report, this.words))
  if (!flags.json && !flags.quiet) this.world.err(`${this.words.night.written(folder)}\n`)
}
