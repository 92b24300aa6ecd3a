import { buildCommand } from '@stricli/core'
import { closedText, movedText } from '../../reports/closing-text.ts'
import type { Words } from '../../reports/words.ts'
import { closedOne, closePeriod, reopenPeriod, restatePeriod } from '../closing/close-period.ts'
import { movedSince } from '../closing/closing.ts'
import { readConfig } from '../config/read-config.ts'
import { type Deciding, type DecidingFlags, decidingOf } from '../deciding.ts'
import type { Night, Stage } from '../night.ts'
import { type First, runStages } from '../night-run.ts'
import { openOffice } from '../open-office.ts'
import { type Period, periodOf } from '../period.ts'
import type { Desk } from '../world.ts'
import { commonFlags, switchFlag, textFlag } from './flags.ts'

type Flags = DecidingFlags
type RestateFlags = Flags & { readonly dryRun: boolean }

/** Freezes the figures of a period as they are published. */
export function closeCommand(words: Words) {
  return buildCommand<Flags, [string], Desk>({
    docs: { brief: words.command.close },
    parameters: { flags: decidingFlags(words), positional: onePeriod(words) },
    func: close,
  })
}

/** Gives up a closing. */
export function reopenCommand(words: Words) {
  return buildCommand<Flags, [string], Desk>({
    docs: { brief: words.command.reopen },
    parameters: { flags: decidingFlags(words), positional: onePeriod(words) },
    func: reopen,
  })
}

/** States a closed period again, and says what moved. */
export function restateCommand(words: Words) {
  const flags = { ...decidingFlags(words), dryRun: switchFlag(words.flag.preview) }
  return buildCommand<RestateFlags, [string], Desk>({
    docs: { brief: words.command.restate },
    parameters: { flags, positional: onePeriod(words) },
    func: restate,
  })
}

function decidingFlags(words: Words) {
  return { ...commonFlags(words), why: textFlag(words.flag.why, 'TEXT'), by: textFlag(words.flag.by, 'NAME') } as const
}

function onePeriod({ flag }: Words) {
  return {
    kind: 'tuple',
    parameters: [{ parse: String, brief: flag.closedPeriod, placeholder: 'PERIOD' }],
  } as const
}

async function close(this: Desk, flags: Flags, id: string): Promise<void> {
  await onPeriod(this, flags, id, 'close', ['summarize', 'publish'], async (night, period, deciding) => {
    await closePeriod(night, period, deciding)
  })
  await sayClosed(this, flags, id)
}

async function reopen(this: Desk, flags: Flags, id: string): Promise<void> {
  const period = await onPeriod(this, flags, id, 'reopen', afterwards, reopenPeriod)
  if (flags.json) this.world.out(`${JSON.stringify({ schema: 1, period, closed: null }, null, 2)}\n`)
  else if (!flags.quiet) this.world.out(`${this.words.terminal.reopened(period.id)}\n`)
}

async function restate(this: Desk, flags: RestateFlags, id: string): Promise<void> {
  if (flags.dryRun) return preview(this, flags, id)
  let text = ''
  let moved: object | null = null
  await onPeriod(this, flags, id, 'restate', afterwards, async (night, period, deciding) => {
    const change = await restatePeriod(night, period, deciding)
    text = movedText(change, this.words)
    moved = change
  })
  if (!flags.json && !flags.quiet) this.world.out(`${text}\n`)
  await sayClosed(this, flags, id, { moved })
}

/** What is wrong with figures is asked anew where they are not frozen as they were. */
const afterwards: readonly Stage['name'][] = ['reconcile', 'summarize', 'publish']

type Act = (night: Night, period: Period, deciding: Deciding) => Promise<void>

/** Does something to a period as of the last night, and what follows from it, in one transaction. */
async function onPeriod(
  desk: Desk,
  flags: Flags,
  id: string,
  command: string,
  stages: readonly Stage['name'][],
  act: Act,
): Promise<Period> {
  const office = await openOffice(desk.world, flags)
  await office.store.close()
  const config = readConfig(flags, desk.world.cwd)
  const period = periodOf(id, config.periods)
  const deciding = decidingOf(desk.world, flags)
  const first: First = async (night, kept) => {
    if (!kept) await act(night, period, deciding)
  }
  const quiet = { ...desk, world: { ...desk.world, err: () => {} } }
  const wanted = { command: `${command} ${id}`, asOf: office.asOf, stages, only: period, first }
  await runStages(quiet, config, wanted, async () => {})
  return period
}

async function sayClosed(desk: Desk, flags: Flags, id: string, more: object = {}): Promise<void> {
  const office = await openOffice(desk.world, flags)
  const closed = closedOne(office, periodOf(id, office.config.periods))
  await office.store.close()
  if (flags.json) desk.world.out(`${JSON.stringify({ schema: 1, ...closed, ...more }, null, 2)}\n`)
  else if (!flags.quiet) desk.world.out(closedText(closed, desk.words))
}

async function preview(desk: Desk, flags: Flags, id: string): Promise<void> {
  const office = await openOffice(desk.world, flags)
  const closed = closedOne(office, periodOf(id, office.config.periods))
  const moved = movedSince(closed, office)
  await office.store.close()
  if (flags.json)
    desk.world.out(`${JSON.stringify({ schema: 1, dryRun: true, period: closed.period, moved }, null, 2)}\n`)
  else desk.world.out(`${desk.words.terminal.wouldRestate(id)}\n${movedText(moved, desk.words)}\n`)
}
