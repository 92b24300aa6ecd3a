import { resolve } from 'node:path'
import { buildCommand } from '@stricli/core'
import { nightText } from '../../reports/night-text.ts'
import type { Words } from '../../reports/words.ts'
import { type Config, readConfig } from '../config.ts'
import { tryTonight } from '../canary/tonight.ts'
import { gateHeld, runStages } from '../night-run.ts'
import { nightSummary } from '../night-summary.ts'
import { stages } from '../stages.ts'
import { onThrowAway } from '../throw-away.ts'
import type { Common, Desk } from '../world.ts'
import { commonFlags, dayFlag, switchFlag, textFlag } from './flags.ts'
import { asOfAsked } from './period-asked.ts'

type Flags = Common & {
  readonly asOf?: string
  readonly inbox?: string
  readonly dryRun: boolean
  readonly canary: boolean
}

/** The cron job. Exit 1 when a gate failed: the outputs are there, and say which figures are incomplete. */
export function nightlyCommand(words: Words) {
  const { flag } = words
  return buildCommand<Flags, [], Desk>({
    docs: { brief: words.command.nightly },
    parameters: {
      flags: {
        ...commonFlags(words),
        asOf: dayFlag(flag.asOf),
        inbox: textFlag(flag.inbox, 'DIR'),
        dryRun: switchFlag(flag.dryRun),
        canary: switchFlag(flag.canary),
      },
    },
    func: nightly,
  })
}

async function nightly(this: Desk, flags: Flags): Promise<void> {
  const read = readConfig(flags.config, this.world.cwd)
  const config = flags.inbox === undefined ? read : { ...read, inbox: resolve(this.world.cwd, flags.inbox) }
  const asOf = asOfAsked(this.world, flags.asOf)
  const wanted = { command: 'nightly', asOf, stages: stages.map(({ name }) => name), only: null, first: undefined }
  const desk = flags.quiet ? { ...this, world: { ...this.world, err: () => {} } } : this
  const night = (there: Config): Promise<void> =>
    runStages(desk, there, wanted, async (outcome) => {
      const summary = await nightSummary(outcome)
      const canary = flags.canary ? await tryTonight(desk, outcome.night) : null
      const isGood = gateHeld(outcome) && (canary === null || canary.survivors.length === 0)
      if (!isGood) this.leave(1)
      if (flags.json) this.world.out(jsonOf({ dryRun: flags.dryRun, ...summary, ...(canary && { canary }) }))
      else if (!flags.quiet || !isGood) this.world.out(nightText(summary, { ...flags, canary }, this.words))
    })
  await (flags.dryRun ? onThrowAway(config, true, night) : night(config))
}

function jsonOf(value: object): string {
  return `${JSON.stringify({ schema: 1, ...value }, null, 2)}\n`
}
