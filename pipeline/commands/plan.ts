import { resolve } from 'node:path'
import { buildCommand } from '@stricli/core'
import { planText } from '../../reports/plan-text.ts'
import type { Words } from '../../reports/words.ts'
import { withInbox } from '../config/config.ts'
import { readConfig } from '../config/read-config.ts'
import { planNight } from '../plan/plan.ts'
import type { Common, Desk } from '../world.ts'
import { commonFlags, dayFlag, textFlag } from './flags.ts'
import { asOfAsked } from './period-asked.ts'

type Flags = Common & { readonly asOf?: string; readonly inbox?: string }

/** What `nightly` would do now, stage by stage, and why; nothing is written. */
export function planCommand(words: Words) {
  const { flag } = words
  return buildCommand<Flags, [], Desk>({
    docs: { brief: words.command.plan },
    parameters: {
      flags: { ...commonFlags(words), asOf: dayFlag(flag.asOf), inbox: textFlag(flag.inbox, 'DIR') },
    },
    func: show,
  })
}

async function show(this: Desk, flags: Flags): Promise<void> {
  const { world, words } = this
  const read = readConfig(flags, world.cwd)
  const config = flags.inbox === undefined ? read : withInbox(read, resolve(world.cwd, flags.inbox))
  const plan = await planNight(world, config, asOfAsked(world, flags.asOf))
  if (flags.json) world.out(`${JSON.stringify({ schema: 1, ...plan }, null, 2)}\n`)
  else if (!flags.quiet) world.out(planText(plan, words))
}
