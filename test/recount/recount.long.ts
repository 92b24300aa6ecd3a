import { availableParallelism } from 'node:os'
import { expect, test } from 'vitest'
import { kinds as allKinds } from '../../pipeline/rules/rule.ts'
import { inWorkers, sharesOf } from '../support/in-workers.ts'
import { movedByAComment, nothingMoved } from './settings.ts'
import type { Shard, Told } from './shard.ts'

const WORLDS = Number(process.env['RECOUNT_WORLDS'] ?? 3000)
const SEED = Number(process.env['RECOUNT_SEED'] ?? Date.now() % 1_000_000_000)
const WORKERS = Math.min(Number(process.env['RECOUNT_WORKERS'] ?? availableParallelism()), WORLDS)

/** No run plants it: a period has to be closed first. */
const notPlanted = new Set(['late_change'])

/** On every processor. A world has a seed of its own: it alone is `RECOUNT_SEED=… RECOUNT_WORLDS=1`. */
test(`${WORLDS} worlds of one or two months come to the same on paper`, async () => {
  const seeds = Array.from({ length: WORLDS }, (_, i) => SEED + i)
  const start = performance.now()
  const kinds = new Map<string, number>()
  const wrong: string[] = []
  let [done, months, dossiers] = [0, 0, 0]
  const hear = (told: Told): void => {
    done++
    months += told.months
    dossiers += told.dossiers
    for (const kind of told.kinds) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    if (told.wrong !== null) {
      wrong.push(`RECOUNT_SEED=${told.seed} RECOUNT_WORLDS=1: ${told.wrong}`)
      say(wrong.at(-1)!)
    }
    if (done % 200 === 0 || done === WORLDS) say(`${done} worlds (${months} months, ${dossiers} dossiers), ${((done * 1000) / (performance.now() - start)).toFixed(1)} a second, ${wrong.length} wrong`) // prettier-ignore
  }
  const shares = sharesOf(seeds, WORKERS).map((share): Shard => ({ seeds: share }))
  await inWorkers(new URL('shard.ts', import.meta.url), shares, hear)
  say(JSON.stringify(Object.fromEntries([...kinds].toSorted())))
  expect(wrong).toEqual([])
  expect(done).toBe(WORLDS)
  if (WORLDS >= 1000) expect(allKinds.filter((kind) => !kinds.has(kind) && !notPlanted.has(kind))).toEqual([])
})

test('settings that say the same in other words move nothing in three hundred worlds', async () => {
  const wrong: string[] = []
  for (let seed = SEED; seed < SEED + 300; seed++) {
    const said = JSON.stringify(await movedByAComment(seed, 60))
    if (said !== JSON.stringify([nothingMoved])) wrong.push(`${seed}: ${said}`)
  }
  expect(wrong).toEqual([])
})

function say(line: string): void {
  process.stderr.write(`${line}\n`)
}
