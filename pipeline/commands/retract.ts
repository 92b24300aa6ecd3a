import { buildCommand } from '@stricli/core'
import type { Words } from '../../reports/words.ts'
import { readConfig } from '../config/read-config.ts'
import { decidingOf } from '../deciding.ts'
import { type First, gateHeld, runStages } from '../night-run.ts'
import type { Stage } from '../night.ts'
import { openOffice } from '../open-office.ts'
import { decideOnFile, type Decision } from '../loading/retract.ts'
import type { Common, Desk } from '../world.ts'
import { commonFlags, neededText, switchFlag, textFlag } from './flags.ts'

type Flags = Common & { readonly why: string; readonly by?: string; readonly undo: boolean }

/** A file that should not have been loaded is taken back, and everything after it worked out anew as of the last night. */
export function retractCommand(words: Words) {
  const { flag } = words
  return buildCommand<Flags, [string], Desk>({
    docs: { brief: words.command.filesRetract },
    parameters: {
      flags: {
        ...commonFlags(words),
        why: neededText(flag.why, 'TEXT'),
        by: textFlag(flag.by, 'NAME'),
        undo: switchFlag(flag.undo),
      },
      positional: { kind: 'tuple', parameters: [{ parse: String, brief: flag.retracted, placeholder: 'FILE' }] },
    },
    func: retract,
  })
}

const afterwards: readonly Stage['name'][] = ['normalize', 'reconcile', 'summarize', 'publish']

async function retract(this: Desk, flags: Flags, file: string): Promise<void> {
  const deciding = { ...decidingOf(this.world, flags), why: flags.why.trim() }
  const decision: Decision = flags.undo ? 'restored' : 'retracted'
  const office = await openOffice(this.world, flags)
  await office.store.close()
  const first: First = async (night, kept) => {
    if (!kept) await decideOnFile(night, file, decision, deciding)
  }
  const wanted = {
    command: flags.undo ? `files retract --undo ${file}` : `files retract ${file}`,
    asOf: office.asOf,
    stages: afterwards,
    only: null,
    first,
  }
  const desk = flags.quiet ? { ...this, world: { ...this.world, err: () => {} } } : this
  await runStages(desk, readConfig(flags, this.world.cwd), wanted, async (outcome) => {
    if (!gateHeld(outcome)) this.leave(1)
    if (flags.json) this.world.out(`${JSON.stringify({ schema: 1, file, decision, ...deciding }, null, 2)}\n`)
    else if (!flags.quiet) this.world.out(`${this.words.terminal.retracted[decision](file)}\n`)
  })
}
