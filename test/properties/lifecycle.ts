import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { plus } from '../recount/days.ts'
import { chanceOf } from '../recount/chance.ts'
import { inFolder, nightOf, put } from '../recount/program.ts'
import { type World, worldOf } from '../recount/world.ts'
import { main } from '../../pipeline/cli.ts'
import { quietWorld } from '../support/quiet-world.ts'
import { anyNights, followed, listsOf, makeModel, type State } from './lifecycle-model.ts'

/** A ward and nothing in it yet. */
const ward: World = { ...worldOf(1, 0), config: { periods: { regime: 'nd09', override: {} }, expectedSystems: [] } }

/** Plays nights on a ward and on the model; gives how each night stood on both sides. */
export async function played(seed: number, count: number): Promise<{ ours: unknown[]; theirs: unknown[] }> {
  const nights = anyNights(chanceOf(seed), count)
  const model = makeModel()
  const [ours, theirs]: [unknown[], unknown[]] = [[], []]
  await inFolder(ward, async (folder) => {
    for (const night of nights) {
      rmSync(join(folder, 'inbox'), { recursive: true })
      for (const [list, text] of listsOf(night)) put(folder, `${list}.csv`, text)
      const { listed } = await nightOf({ ...ward, periods: [] }, folder, night.day)
      model.night(night)
      ours.push([night.day, model.shown(night.day)])
      theirs.push([night.day, statesOf(listed)])
      if (night.decision === null) continue
      const { does, pick, days } = night.decision
      const keys = does === 'ack' ? model.open() : model.acknowledged(night.day)
      const key = keys[pick % Math.max(keys.length, 1)]
      if (key === undefined) continue
      const until = plus(night.day, days)
      await command(folder, ...(does === 'ack' ? ['ack', key, '--until', until, '--why', 'đã hẹn'] : ['reopen', key]))
      if (does === 'ack') model.acknowledge(key, until)
      else model.reopen(key)
    }
  })
  return { ours, theirs }
}

type Standing = State & { readonly key: string; readonly kind: string }

function statesOf(listed: readonly Standing[]): Record<string, State> {
  const these = listed.filter(({ kind }) => followed.has(kind))
  return Object.fromEntries(
    these.map(({ key, state, verified, since, lastSeen }) => [key, { state, verified, since, lastSeen }]),
  )
}

async function command(folder: string, ...given: string[]): Promise<void> {
  const said: string[] = []
  const code = await main(
    quietWorld(folder, ['discrepancies', ...given], {
      now: () => new Date('2026-02-20T01:00:00Z'),
      err: (text) => void said.push(text),
    }),
  )
  if (code !== 0) throw new Error(`${given.join(' ')}: ${said.join('')}`)
}
