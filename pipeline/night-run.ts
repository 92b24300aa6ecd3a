import { existsSync } from 'node:fs'
import { dayText } from '../reports/format.ts'
import type { Config } from './config/config.ts'
import { homeOf } from './config/home.ts'
import { checkReport } from './documents/report-document.ts'
import { type Day, instantOf } from './day.ts'
import { makeFolder } from './disk.ts'
import { errorText } from './help-text.ts'
import { closeLine, keepLine, lastGoodNight, openLine } from './ledger.ts'
import { lockWard } from './lock.ts'
import type { Night, Stage } from './night.ts'
import type { Office } from './office.ts'
import type { Period } from './period.ts'
import { landingOf, laterNight, openOfficeToWrite } from './open-office.ts'
import { beginLongWork, type LongWork } from './running/long-work.ts'
import { failureFields, openRunLog, type RunLog } from './running/run-log.ts'
import { keepSettings } from './settings/made-with.ts'
import { movedAlone } from './settings/moved-alone.ts'
import { keepChange } from './settings/settings-change.ts'
import { stages } from './stages.ts'
import { type Outranked, outrankedOn } from './loading/outranked.ts'
import { statedPeriods } from './summaries.ts'
import { systemCode, Trouble } from './trouble.ts'
import { version } from './version.ts'
import type { Desk } from './world.ts'

export type Wanted = {
  readonly command: string
  readonly asOf: Day
  readonly stages: readonly Stage['name'][]
  readonly only: Period | null
  readonly first: First | undefined // in the same transaction, before the stages
  readonly last?: (night: Night, log: RunLog) => Promise<string | null> // when all is done and said: null, or what it could not do
}

/** `kept`: the same command did it already, and broke off before its documents were written. */
export type First = (night: Night, kept: boolean) => Promise<void>

export type Look = (outcome: Outcome) => Promise<void>

/** A file that was met and not taken, tonight. */
export type TurnedAway = {
  readonly path: string
  readonly state: string
  readonly system: string | null
  readonly reason: string | null
}

export type Outcome = {
  readonly night: Night
  readonly turnedAway: readonly TurnedAway[]
  readonly outranked: readonly Outranked[]
  readonly laterNight: Day | null // a night after this one that was run before it
  readonly broken: readonly string[]
}

/**
 * Runs stages on a ward: all of the database's work in one transaction, then what is published. A run that fails
 * leaves the database as it was and says so in the ledger. `look` sees the outcome while the database is open.
 */
export async function runStages(desk: Desk, config: Config, wanted: Wanted, look: Look): Promise<void> {
  if (!existsSync(config.inbox)) throw new Trouble('inbox_missing', { folder: config.inbox })
  if (wanted.stages.includes('publish')) await checkReport(config)
  makeFolder(homeOf(config))
  const started = instantOf(desk.world.now())
  const lock = lockWard(config, desk.world.pid, started)
  try {
    const office = await openOfficeToWrite(config, wanted.asOf)
    try {
      await inLedger(desk, office, wanted, started, look)
    } finally {
      await office.store.close()
    }
  } finally {
    lock.release()
  }
}

async function inLedger(desk: Desk, office: Office, wanted: Wanted, started: string, look: Look): Promise<void> {
  const { run, kept } = await openLine(office, wanted, started)
  const long = beginLongWork(desk)
  const log = openRunLog(desk, office.config, run, started)
  log('begin', { command: wanted.command, asOf: wanted.asOf, program: version })
  const how = { say: sayer(desk, long, log), at: long.at }
  const night: Night = { ...office, run, landing: landingOf(office.config), only: wanted.only, ...how }
  try {
    await inItsLine(desk, night, wanted, kept, look)
  } catch (error) {
    log('failed', failureFields(error))
    throw error
  } finally {
    long.end()
  }
  const missed = (await wanted.last?.(night, log)) ?? null
  if (missed !== null) await closeLine(desk, night, 'incomplete', missed)
  log('end', { missed: missed !== null })
}

async function inItsLine(desk: Desk, night: Night, wanted: Wanted, kept: boolean, look: Look): Promise<void> {
  try {
    const outcome = await work(desk, night, wanted, kept, look)
    await closeLine(desk, night, gateHeld(outcome) ? 'done' : 'incomplete', '')
  } catch (error) {
    const isStopped = error instanceof Trouble && error.code === 'interrupted'
    const detail = errorText(error, desk.words).split('\n')[0]!
    await asFarAsItGoes(() => closeLine(desk, night, isStopped ? 'interrupted' : 'failed', detail))
    await asFarAsItGoes(() => sayLastGood(desk, night))
    throw error
  }
}

/** What went wrong is told also where the ledger has no room for it: the next run says that this one broke off. */
async function asFarAsItGoes(work: () => Promise<void> | void): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!/^(?:SQLITE|SERVER)_/.test(systemCode(error)) && !(error instanceof Trouble)) throw error
  }
}

/** Whoever reads of the failure is told how old the documents are that still stand. */
function sayLastGood({ world, words }: Desk, night: Night): void {
  const last = lastGoodNight(night)
  const line =
    last === null ? words.terminal.noNight : words.terminal.lastNight(dayText(last.asOf), last.state === 'done')
  world.err(`${line}\n`)
}

async function work({ world }: Desk, night: Night, wanted: Wanted, kept: boolean, look: Look): Promise<Outcome> {
  const chosen = stages.filter(({ name }) => wanted.stages.includes(name))
  const moved = await movedAlone(world, night, wanted.stages)
  const outcome = await night.store.transaction(async () => {
    night.store.ask('alone-with-a-ward', { unit: night.unit })
    await wanted.first?.(night, kept)
    for (const stage of chosen.filter(({ name }) => name !== 'publish')) await ran(stage, night)
    if (moved !== null) keepChange(night, moved)
    await keepSettings(night, wanted.stages)
    await keepLine(night)
    return outcomeOf(night)
  })
  for (const stage of chosen.filter(({ name }) => name === 'publish')) await ran(stage, night)
  await look(outcome)
  return outcome
}

async function ran(stage: Stage, night: Night): Promise<void> {
  await night.at?.(stage.name, { rows: 0, done: 0, of: 0 })
  await stage.run(night)
}

/** Exit 0 or 1: a file that was refused, or an identity that does not hold, is a gate that failed. */
export function gateHeld({ turnedAway, broken }: Pick<Outcome, 'turnedAway' | 'broken'>): boolean {
  return turnedAway.length === 0 && broken.length === 0
}

function outcomeOf(night: Night): Outcome {
  const { store, unit, run } = night
  const outranked = outrankedOn(night)
  const turnedAway = store.ask<TurnedAway>('turned-away-tonight', { unit, run })
  const stated = [...statedPeriods(store, unit).values()].flatMap(({ all, centre }) => [all, centre])
  const broken = stated.flatMap(({ period, basis, identities }) =>
    identities.filter(({ holds }) => holds === false).map(({ id }) => `${period.id} ${basis} ${id}`),
  )
  return { night, turnedAway, outranked, laterNight: laterNight(night), broken }
}

function sayer({ world, words }: Desk, long: LongWork, log: RunLog): Night['say'] {
  return (stage, what) => {
    const line: (what: never) => string = words.log[stage]
    long.clear()
    world.err(`${line(what as never)}\n`)
    log(stage, what)
  }
}
