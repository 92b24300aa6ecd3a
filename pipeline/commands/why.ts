import { buildCommand } from '@stricli/core'
import { MOST_SHOWN, whyText } from '../../reports/why-text.ts'
import type { Words } from '../../reports/words.ts'
import { type Basis, bases } from '../figures.ts'
import { openOffice } from '../open-office.ts'
import { whyOf } from '../why/why.ts'
import type { Common, Desk } from '../world.ts'
import { choiceOf, commonFlags, textFlag } from './flags.ts'

type Flags = Common & { readonly basis?: string }

/** Where a dossier, a figure or a discrepancy comes from. Exit 1 where a figure is not the number of its dossiers. */
export function whyCommand(words: Words) {
  const { flag } = words
  return buildCommand<Flags, [string], Desk>({
    docs: { brief: words.command.why },
    parameters: {
      flags: { ...commonFlags(words), basis: textFlag(flag.basis, bases.join('|')) },
      positional: { kind: 'tuple', parameters: [{ parse: String, brief: flag.whyAsked, placeholder: 'WHAT' }] },
    },
    func: show,
  })
}

async function show(this: Desk, flags: Flags, asked: string): Promise<void> {
  const basis: Basis = choiceOf('--basis', flags.basis, bases) ?? 'centre'
  const office = await openOffice(this.world, flags)
  const { asOf } = office
  const why = await whyOf(office, asked, basis, flags.json ? undefined : MOST_SHOWN)
  await office.store.close()
  if (why.is === 'figure' && !why.isProven) this.leave(1)
  if (flags.json) this.world.out(`${JSON.stringify({ schema: 1, asOf, ...why }, null, 2)}\n`)
  else this.world.out(whyText(why, asOf, this.words))
}
