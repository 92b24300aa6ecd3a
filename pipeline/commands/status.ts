import { buildCommand } from '@stricli/core'
import { statusText } from '../../reports/status-text.ts'
import type { Words } from '../../reports/words.ts'
import { openOffice } from '../open-office.ts'
import { statusOf } from '../status.ts'
import type { Common, Desk } from '../world.ts'
import { commonFlags } from './flags.ts'

export function statusCommand(words: Words) {
  return buildCommand<Common, [], Desk>({
    docs: { brief: words.command.status },
    parameters: { flags: commonFlags(words) },
    func: show,
  })
}

async function show(this: Desk, flags: Common): Promise<void> {
  const office = await openOffice(this.world, flags)
  const status = statusOf(office, this.world.now())
  await office.store.close()
  if (flags.json) this.world.out(`${JSON.stringify({ schema: 1, ...status }, null, 2)}\n`)
  else if (!flags.quiet) this.world.out(statusText(status, this.words))
}
