import { buildCommand } from '@stricli/core'
import { purgedText } from '../../reports/purge-text.ts'
import type { Words } from '../../reports/words.ts'
import type { Config } from '../config/config.ts'
import { readConfig } from '../config/read-config.ts'
import { type Day, isDay, todayIn } from '../day.ts'
import { decideOn, type Deciding, decidingOf } from '../deciding.ts'
import { errorText } from '../help-text.ts'
import type { Night } from '../night.ts'
import { type First, runStages } from '../night-run.ts'
import type { Office } from '../office.ts'
import { openOffice } from '../open-office.ts'
import { countPurge, purge as takeAway, type PurgeCounts, purgedContents } from '../keeping/purge.ts'
import { clearLeftovers, type Leftovers, leftoversOf, type Nights } from '../keeping/purge-leftovers.ts'
import { planPurge, type PurgePlan } from '../keeping/purge-plan.ts'
import { Trouble } from '../trouble.ts'
import type { Common, Desk } from '../world.ts'
import { commonFlags, dayFlag, dayOr, switchFlag, textFlag } from './flags.ts'

type Flags = Common & {
  readonly before?: string
  readonly olderThan?: string
  readonly dryRun: boolean
  readonly yes: boolean
  readonly by?: string
  readonly why?: string
}

/** Personal data of dossiers that ended long ago. Says only what would go, unless `--yes` is given. */
export function purgeCommand(words: Words) {
  const { flag } = words
  return buildCommand<Flags, [], Desk>({
    docs: { brief: words.command.purge },
    parameters: {
      flags: {
        ...commonFlags(words),
        before: dayFlag(flag.purgeBefore),
        olderThan: textFlag(flag.olderThan, 'YEARS'),
        dryRun: switchFlag(flag.preview),
        yes: switchFlag(flag.yes),
        by: textFlag(flag.by, 'NAME'),
        why: textFlag(flag.why, 'TEXT'),
      },
    },
    func: purge,
  })
}

async function purge(this: Desk, flags: Flags): Promise<void> {
  const config = readConfig(flags, this.world.cwd)
  const before = dayAsked(flags, config, todayIn(this.world.now()))
  const isReal = flags.yes && !flags.dryRun
  const done = isReal ? await forReal(this, flags, config, before) : await preview(this, flags, before)
  const shown = { dryRun: !isReal, asked: before, ...done }
  if (flags.json) this.world.out(`${JSON.stringify({ schema: 1, ...shown }, null, 2)}\n`)
  else if (!flags.quiet) this.world.out(purgedText(shown, this.words))
}

type Done = Pick<PurgePlan, 'before' | 'windowsBefore' | 'spans' | 'held'> & {
  readonly counts: PurgeCounts
  readonly leftovers: Leftovers
  readonly backup: string | null
}

/** Everything but what is kept is done as it would be, and taken back. */
async function preview(desk: Desk, flags: Flags, before: Day): Promise<Done> {
  const nobody = { ...flags, by: flags.by ?? '–' } // nothing is decided
  return decideOn(desk, nobody, async (office) => {
    const plan = planPurge(office, before)
    const already = purgedContents(office)
    const hashes = await hashesOf(office, plan.files)
    const left = leftoversOf(office, nightsOf(plan), [...already, ...hashes], plan.files.length > 0)
    const leftovers = isNothing(plan.files.length, left) ? nothing : left
    return { ...shownOf(plan), counts: countPurge(office, plan), leftovers, backup: null }
  })
}

async function forReal(desk: Desk, flags: Flags, config: Config, before: Day): Promise<Done> {
  const deciding: Deciding = decidingOf(desk.world, flags)
  const office = await openOffice(desk.world, flags)
  await office.store.close()
  let done: Done | null = null
  const first: First = async (night) => {
    const plan = planPurge(night, before)
    const counts = takeAway(night, plan, deciding)
    done = { ...shownOf(plan), counts, leftovers: nothing, backup: null }
  }
  const last = async (night: Night): Promise<string | null> => {
    const cleared = await clear(desk, night, done!)
    done = cleared.done
    return cleared.missed
  }
  const stages = ['normalize', 'reconcile', 'summarize', 'publish'] as const
  const wanted = { command: `purge --before ${before}`, asOf: office.asOf, stages, only: null, first, last }
  const quiet = flags.quiet ? { ...desk, world: { ...desk.world, err: () => {} } } : desk
  await runStages(quiet, config, wanted, async () => {})
  return done!
}

/** Files, documents and copies after the rows; what is not cleared is said, and cleared when the command is given again. */
async function clear(desk: Desk, night: Night, done: Done): Promise<{ done: Done; missed: string | null }> {
  const leftovers = leftoversOf(night, nightsOf(done), purgedContents(night), false)
  if (isNothing(done.counts.files, leftovers)) return { done, missed: null }
  try {
    if (!night.store.scrub()) throw new Trouble('database_busy', { database: night.config.database }, 3)
    const backup = await clearLeftovers(night, leftovers)
    return { done: { ...done, leftovers, backup }, missed: null }
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    const missed = desk.words.keeping.purge.notCleared(errorText(error, desk.words))
    desk.world.err(`${missed}\n`)
    desk.leave(1)
    return { done, missed }
  }
}

/** Nothing goes now, and no earlier purge broke off before it had cleared up: the lists of nights stay too. */
function isNothing(files: number, { kept, copies }: Leftovers): boolean {
  return files + kept.length + copies.length === 0
}

const nothing: Leftovers = { kept: [], nights: [], copies: [] }

/** A window that stays keeps the lists of its nights. */
function nightsOf({ windowsBefore, held }: Pick<PurgePlan, 'windowsBefore' | 'held'>): Nights {
  return { before: windowsBefore, but: held }
}

function shownOf({ before, windowsBefore, spans, held }: PurgePlan) {
  return { before, windowsBefore, spans, held }
}

async function hashesOf({ store, unit }: Office, files: readonly number[]): Promise<string[]> {
  const wanted = new Set(files)
  const rows = await store.db.selectFrom('file').select(['file', 'sha256']).where('unit', '=', unit).execute()
  return rows.filter(({ file }) => wanted.has(file)).map(({ sha256 }) => sha256)
}

/** Exactly one of the two, or what the configuration says. Throws Trouble `purge_when`. */
function dayAsked({ before, olderThan }: Flags, { retention }: Config, today: Day): Day {
  if (before !== undefined && olderThan === undefined) return dayOr('--before', before, today)
  if (before !== undefined) throw new Trouble('purge_when', {})
  const years = olderThan === undefined ? retention.years : Number(olderThan)
  if (years === null) throw new Trouble('purge_when', {})
  if (!Number.isInteger(years) || years < 1)
    throw new Trouble('purge_years', { option: '--older-than', found: olderThan ?? '' })
  const day = `${String(Number(today.slice(0, 4)) - years).padStart(4, '0')}${today.slice(4)}`
  return isDay(day) ? day : day.replace(/29$/, '28')
}
