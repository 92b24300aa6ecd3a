import { dirname, join } from 'node:path'
import { copyDatabase } from '../../sql/copy.ts'
import { type Config, withInbox } from '../config/config.ts'
import type { Day } from '../day.ts'
import { makeFolder, writeSettled } from '../disk.ts'
import { type Outcome, runStages } from '../night-run.ts'
import type { Office } from '../office.ts'
import { onThrowAway } from '../throw-away.ts'
import type { Desk } from '../world.ts'
import { type Batch, planDossiers, planFiles, type Planned } from './plan.ts'
import { makeRandom } from './random.ts'
import { isShown, type Seen, seenIn } from './seen.ts'
import { takeApart } from './sheet.ts'
import type { Around } from './target.ts'
import { targetsIn } from './targets.ts'

/** An export as it stands in the inbox. */
export type GoodFile = { readonly path: string; readonly bytes: Uint8Array }

export type Canary = {
  readonly tried: number
  readonly caught: number
  readonly survivors: readonly Planned[]
}

export type Asked = { readonly dossiers: number; readonly files: number; readonly seed: number }

/**
 * Puts faults into a good month, in a ward that is thrown away, and says which of them nobody noticed. The faults in
 * dossiers are made in one run, each in a dossier of its own; those in files in runs with one fault a system.
 */
export async function tryFaults(
  desk: Desk,
  config: Config,
  asOf: Day,
  good: readonly GoodFile[],
  asked: Asked,
): Promise<Canary> {
  const tried: { planned: Planned; caught: boolean }[] = []
  await onThrowAway(config, false, async (there) => {
    const ward = wardIn(desk, there, asOf)
    const { before, batches } = await ward.begin(good, asked)
    for (const [number, batch] of batches.entries()) {
      const now = await ward.rerun(number, batch)
      for (const planned of batch.faults) tried.push({ planned, caught: isCaught(planned, now, before) })
    }
  })
  const survivors = tried.filter(({ caught }) => !caught).map(({ planned }) => planned)
  return { tried: tried.length, caught: tried.length - survivors.length, survivors }
}

function isCaught({ anyOf }: Planned, now: Seen, before: Seen): boolean {
  return anyOf.some((signs) => signs.every((sign) => isShown(sign, now, before)))
}

type Begun = { readonly before: Seen; readonly batches: readonly Batch[] }

function wardIn(desk: Desk, config: Config, asOf: Day) {
  const quiet: Desk = { ...desk, world: { ...desk.world, err: () => {} } }
  const home = dirname(config.database)
  const inbox = join(home, 'inbox')
  const originals = new Map<string, Uint8Array>()
  const run = async <Result>(database: string, look: (outcome: Outcome) => Result): Promise<Result> => {
    const results: Result[] = []
    const there = withInbox({ ...config, database }, inbox)
    await runStages(quiet, there, { command: 'nightly', asOf, stages: ['load', 'normalize', 'reconcile'], only: null, first: undefined }, async (outcome) => void results.push(look(outcome))) // prettier-ignore
    return results[0]!
  }
  const write = ([path, bytes]: readonly [string, Uint8Array]): void => writeSettled(join(inbox, path), bytes)
  return {
    begin: async (good: readonly GoodFile[], asked: Asked): Promise<Begun> => {
      makeFolder(inbox)
      for (const { path, bytes } of good) originals.set(path, bytes)
      for (const each of originals) write(each)
      return run(config.database, (outcome) => {
        const before = seenIn(outcome)
        return { before, batches: batchesOf(good, before, outcome.night, asked) }
      })
    },
    rerun: async (number: number, { files }: Batch): Promise<Seen> => {
      const database = join(home, `run-${number}.db`)
      copyDatabase(config.database, database)
      for (const each of files) write(each)
      const seen = await run(database, seenIn)
      for (const path of files.keys()) write([path, originals.get(path)!])
      return seen
    },
  }
}

function batchesOf(good: readonly GoodFile[], before: Seen, office: Office, asked: Asked): Batch[] {
  const { asOf, config, calendar, catalogue } = office
  const random = makeRandom(asked.seed)
  let number = random(10_000)
  const around: Around = { asOf, config, calendar, catalogue, random, fresh: () => number++ }
  const sheets = good.flatMap(({ path, bytes }) => takeApart(path, bytes) ?? [])
  const targets = targetsIn(sheets, before.codes, catalogue)
  return [planDossiers(sheets, targets, asked.dossiers, around), ...planFiles(sheets, asked.files, around)]
}
