import { messageLines, type NightMessage, type Standing } from '../../reports/night-message.ts'
import { wordsIn } from '../../reports/words.ts'
import type { Config } from '../config/config.ts'
import type { Day } from '../day.ts'
import { readNightReport } from '../documents/published.ts'
import { lastGoodNight } from '../ledger.ts'
import type { Outcome } from '../night-run.ts'
import { openOfficeOf } from '../open-office.ts'
import type { RunLog } from '../running/run-log.ts'
import { Trouble } from '../trouble.ts'
import type { Desk, World } from '../world.ts'
import { failureMessage, nightMessage } from './message.ts'
import { type Sent, whyText } from './sent.ts'
import { heartbeatOf, type Way, waysOf } from './ways.ts'

const PAUSES = [1000, 5000, 15_000] // milliseconds; with what each attempt may take, about a minute in all

/**
 * Tells of a night that came to its end, and gives a sign of life. Gives a sentence for each way that could not be gone:
 * the night stands all the same.
 */
export async function notifyNight(
  desk: Desk,
  outcome: Outcome,
  missed: readonly 'backup'[],
  log: RunLog,
): Promise<string[]> {
  const { config, asOf } = outcome.night
  const { file, smtp, webhook } = config.notify
  const isTold = file !== null || smtp !== null || webhook !== null
  const ways = isTold ? waysFor(desk, config, nightMessage(readNightReport(outcome.night), outcome, missed)) : []
  return goAll(desk, [...ways, ...heartbeatOf(desk.world, config.notify, asOf)], log)
}

/** Tells of a night that failed, and of which night the documents are that stand. There is no sign of life. */
export async function notifyFailure(desk: Desk, config: Config, asOf: Day, error: unknown): Promise<string[]> {
  if (isNoFailure(error)) return []
  const standing = await standingOf(desk.world, config)
  return goAll(desk, waysFor(desk, config, failureMessage(config, asOf, error, standing)), () => {})
}

/** Whoever stopped the night knows of it; and whoever holds the lock tells of its own. */
function isNoFailure(error: unknown): boolean {
  return error instanceof Trouble && (error.code === 'interrupted' || error.code === 'lock_held')
}

/** The message is Vietnamese, as the documents are, whoever runs the program. */
function waysFor({ world }: Desk, config: Config, message: NightMessage): Way[] {
  const lines = messageLines(message, wordsIn('vi'))
  return waysOf(world, config.notify, lines, { schema: 1, text: lines.join('\n'), ...message })
}

/** Goes all ways at once; gives a sentence for each that could not be gone, and says it. */
export async function goAll({ world, words, leave }: Desk, ways: readonly Way[], log: RunLog): Promise<string[]> {
  const gone = await Promise.all(ways.map(async (way) => ({ way, ...(await go(world, way)) })))
  for (const { way, attempts, sent } of gone) log('told', { way: way.name, done: sent === null, attempts })
  const { way: names, untold } = words.message
  const missed = gone.flatMap(({ way, attempts, sent }) =>
    sent === null ? [] : [untold(names[way.name], way.to, whyText(sent.why, words.message), attempts)],
  )
  for (const sentence of missed) world.err(`${sentence}\n`)
  if (missed.length > 0) leave(1)
  return missed
}

async function go(world: World, way: Way): Promise<{ readonly sent: Sent; readonly attempts: number }> {
  for (let attempts = 1; ; attempts++) {
    const sent = await way.send()
    const pause = PAUSES[attempts - 1]
    if (sent === null || !sent.again || pause === undefined) return { sent, attempts }
    await world.wait(pause)
  }
}

/** What failed may be the database itself: then nobody knows. The night's own error is what is told, not this one. */
async function standingOf(world: World, config: Config): Promise<Standing> {
  try {
    const office = await openOfficeOf(world, config)
    try {
      return { is: 'known', day: lastGoodNight(office)?.asOf ?? null }
    } finally {
      await office.store.close()
    }
  } catch (error) {
    const isNone = error instanceof Trouble && error.code === 'database_missing'
    return isNone ? { is: 'known', day: null } : { is: 'unknown' }
  }
}
