import { buildCommand } from '@stricli/core'
import { changesText } from '../../reports/changes-text.ts'
import type { Words } from '../../reports/words.ts'
import { changesOf } from '../nights/changes.ts'
import { openOffice } from '../open-office.ts'
import { nightBy } from '../nights/past-night.ts'
import type { Common, Desk } from '../world.ts'
import { commonFlags, dayFlag, dayOr } from './flags.ts'

type Flags = Common & { readonly asOf?: string }

/** What changed from the last files of each window to those of a night. */
export function changesCommand(words: Words) {
  return buildCommand<Flags, [], Desk>({
    docs: { brief: words.command.changes },
    parameters: { flags: { ...commonFlags(words), asOf: dayFlag(words.flag.asOf) } },
    func: show,
  })
}

async function show(this: Desk, flags: Flags): Promise<void> {
  const office = await openOffice(this.world, flags)
  const asOf = dayOr('--as-of', flags.asOf, office.asOf)
  if (flags.asOf !== undefined) nightBy(office, asOf)
  const changes = changesOf(office, asOf)
  await office.store.close()
  if (flags.json) this.world.out(`${JSON.stringify({ schema: 1, asOf, changes }, null, 2)}\n`)
  else if (!flags.quiet || changes.length > 0) this.world.out(changesText(changes, asOf, this.words, this.world.colour))
}
