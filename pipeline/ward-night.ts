import { basename } from 'node:path'
import { tryTonight } from './canary/tonight.ts'
import type { Config } from './config/config.ts'
import { isOnServer } from './config/home.ts'
import type { Day } from './day.ts'
import { errorText } from './help-text.ts'
import { backUpNight } from './keeping/backups.ts'
import type { Night } from './night.ts'
import { gateHeld, type Outcome, runStages } from './night-run.ts'
import { type NightSummary, nightSummary } from './night-summary.ts'
import { notifyFailure, notifyNight } from './notify/notify.ts'
import type { RunLog } from './running/run-log.ts'
import { stages } from './stages.ts'
import { onThrowAway } from './throw-away.ts'
import { Trouble } from './trouble.ts'
import type { Desk } from './world.ts'

/** `copied`: the database is copied when the night is done; else whoever asked for several nights sees to it. */
export type How = {
  readonly asOf: Day
  readonly dryRun: boolean
  readonly canary: boolean
  readonly copied: boolean
  readonly loud: Desk // where it is said what could not be done, also of a night that is quiet
}

/** A night that is done, seen while its database is open. */
export type Done = {
  readonly summary: NightSummary
  readonly canary: Awaited<ReturnType<typeof tryTonight>> | null
  readonly isGood: boolean
}

/**
 * One ward's night from its inbox to its documents; then a copy of the database, and whoever the ward itself tells.
 * Gives whether all that follows the night could be done too. Throws what `runStages` does, once it has been told.
 */
export async function wardNight(
  desk: Desk,
  config: Config,
  how: How,
  look: (done: Done) => void | Promise<void>,
): Promise<void> {
  const seen: Outcome[] = []
  const last = (night: Night, log: RunLog): Promise<string | null> => finish(night, how, seen[0]!, log)
  const names = stages.map(({ name }) => name)
  const wanted = { command: 'nightly', asOf: how.asOf, stages: names, only: null, first: undefined, last }
  const night = (there: Config): Promise<void> =>
    runStages(desk, there, wanted, async (outcome) => {
      seen.push(outcome)
      const summary = nightSummary(outcome)
      const canary = how.canary ? await tryTonight(desk, outcome.night) : null
      const isGood = gateHeld(outcome) && (canary === null || canary.survivors.length === 0)
      if (!isGood) desk.leave(1)
      await look({ summary, canary, isGood })
    })
  if (how.dryRun) return onThrowAway(config, true, night)
  try {
    await night(config)
  } catch (error) {
    await notifyFailure(how.loud, config, how.asOf, error)
    throw error
  }
}

/** What follows when a night is done: a copy of the database, then whoever is to know. Gives what could not be done. */
async function finish(night: Night, how: How, outcome: Outcome, log: RunLog): Promise<string | null> {
  const unsaved = how.copied ? await copyKept(how.loud, night.config, night.asOf, night) : null
  const untold = await notifyNight(how.loud, outcome, unsaved === null ? [] : ['backup'], log)
  const missed = [...(unsaved === null ? [] : [unsaved]), ...untold]
  return missed.length === 0 ? null : missed.join(' ')
}

/** A night that could not be copied stands; it is said, also by a quiet one, and the gate is not held. */
export async function copyKept(desk: Desk, config: Config, asOf: Day, night: Night | null): Promise<string | null> {
  try {
    const file = await backUpNight(config, asOf)
    if (file !== null || isOnServer(config)) night?.say('backup', { file: file && basename(file) })
    return null
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    const missed = desk.words.keeping.notBackedUp(errorText(error, desk.words))
    desk.world.err(`${missed}\n`)
    desk.leave(1)
    return missed
  }
}
