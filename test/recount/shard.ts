import { parentPort, workerData } from 'node:worker_threads'
import { judge, smallest } from './compare.ts'
import { worldOf } from './world.ts'

/** Some of the worlds, by their seeds. */
export type Shard = { readonly seeds: readonly number[] }

/** A world is done, with the kinds that it had and, where it was counted in two ways, what differs. */
export type Told = {
  readonly seed: number
  readonly months: number
  readonly dossiers: number
  readonly kinds: readonly string[]
  readonly wrong: string | null
}

const { seeds } = workerData as Shard
for (const seed of seeds) parentPort!.postMessage(await told(seed), [])

async function told(seed: number): Promise<Told> {
  const world = worldOf(seed)
  const { dossiers, periods } = world
  try {
    const { differences, kinds } = await judge(world)
    const wrong = differences.length === 0 ? null : await shrunk(seed)
    return { seed, months: periods.length, dossiers, kinds, wrong }
  } catch (error) {
    return { seed, months: periods.length, dossiers, kinds: [], wrong: String((error as Error).stack) }
  }
}

async function shrunk(seed: number): Promise<string> {
  const { largest, differences } = await smallest(seed)
  return [`with its first ${largest} dossiers:`, ...differences].join('\n  ')
}
