import { basename, resolve } from 'node:path'
import { buildCommand } from '@stricli/core'
import { nightText } from '../../reports/night-text.ts'
import type { Words } from '../../reports/words.ts'
import { backUpNight } from '../keeping/backups.ts'
import { type Config, readConfig } from '../config/config.ts'
import { isOnServer } from '../config/home.ts'
import { tryTonight } from '../canary/tonight.ts'
import { errorText } from '../help-text.ts'
import type { Night } from '../night.ts'
import { gateHeld, type Outcome, runStages } from '../night-run.ts'
import { nightSummary } from '../night-summary.ts'
import { notifyFailure, notifyNight } from '../notify/notify.ts'
import type { RunLog } from '../running/run-log.ts'
import { stages } from '../stages.ts'
import { onThrowAway } from '../throw-away.ts'
import { Trouble } from '../trouble.ts'
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
  const seen: Outcome[] = []
  const last = (night: Night, log: RunLog): Promise<string | null> => finish(this, night, seen[0]!, log)
  const wanted = {
    command: 'nightly',
    asOf,
    stages: stages.map(({ name }) => name),
    only: null,
    first: undefined,
    last,
  }
  const desk = flags.quiet ? { ...this, world: { ...this.world, err: () => {} } } : this
  const night = (there: Config): Promise<void> =>
    runStages(desk, there, wanted, async (outcome) => {
      seen.push(outcome)
      const summary = await nightSummary(outcome)
      const canary = flags.canary ? await tryTonight(desk, outcome.night) : null
      const isGood = gateHeld(outcome) && (canary === null || canary.survivors.length === 0)
      if (!isGood) this.leave(1)
      if (flags.json) this.world.out(jsonOf({ dryRun: flags.dryRun, ...summary, ...(canary && { canary }) }))
      else if (!flags.quiet || !isGood) this.world.out(nightText(summary, { ...flags, canary }, this.words))
    })
  if (flags.dryRun) return onThrowAway(config, true, night)
  try {
    await night(config)
  } catch (error) {
    await notifyFailure(this, config, asOf, error)
    throw error
  }
}

/** What follows when a night is done: a copy of the database, then whoever is to know. Gives what could not be done. */
async function finish(desk: Desk, night: Night, outcome: Outcome, log: RunLog): Promise<string | null> {
  const unsaved = await backUp(desk, night)
  const untold = await notifyNight(desk, outcome, unsaved === null ? [] : ['backup'], log)
  const missed = [...(unsaved === null ? [] : [unsaved]), ...untold]
  return missed.length === 0 ? null : missed.join(' ')
}

/** A night that could not be copied stands; it is said, also by a quiet one, and the gate is not held. */
async function backUp(desk: Desk, night: Night): Promise<string | null> {
  try {
    const file = await backUpNight(night.config, night.asOf)
    if (file !== null || isOnServer(night.config)) night.say('backup', { file: file && basename(file) })
    return null
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    const missed = desk.words.keeping.notBackedUp(errorText(error, desk.words))
    desk.world.err(`${missed}\n`)
    desk.leave(1)
    return missed
  }
}

function jsonOf(value: object): string {
  return `${JSON.stringify({ schema: 1, ...value }, null, 2)}\n`
}
