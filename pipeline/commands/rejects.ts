import { buildCommand } from '@stricli/core'
import { rejectsText } from '../../reports/rejects-text.ts'
import type { Words } from '../../reports/words.ts'
import { openOffice } from '../open-office.ts'
import { masked } from '../mask.ts'
import type { Common, Desk } from '../world.ts'
import { commonFlags } from './flags.ts'

/** A row that could not be read, as lists and `--json` show it: the cell as it stands, but for names and numbers of people. */
export type Reject = {
  readonly file: string
  readonly line: number
  readonly system: string
  readonly code: string | null
  readonly column: string | null
  readonly reason: string
  readonly value: string | null
}

export function rejectsCommand(words: Words) {
  return buildCommand<Common, [], Desk>({
    docs: { brief: words.command.rejects },
    parameters: { flags: commonFlags(words) },
    func: show,
  })
}

async function show(this: Desk, flags: Common): Promise<void> {
  const { store, unit } = await openOffice(this.world, flags)
  const rejects = store.ask<Reject>('rejects-of-files', { unit }).map(shown)
  await store.close()
  if (flags.json) this.world.out(`${JSON.stringify({ schema: 1, rejects }, null, 2)}\n`)
  else if (!flags.quiet || rejects.length > 0) this.world.out(rejectsText(rejects, this.words))
}

function shown(reject: Reject): Reject {
  return { ...reject, value: reject.value === null ? null : masked(reject.value) }
}
