import { join } from 'node:path'
import { type Asked, type Canary, type GoodFile, tryFaults } from '../../pipeline/canary/canary.ts'
import { readConfig } from '../../pipeline/config/config.ts'
import type { Day } from '../../pipeline/day.ts'
import { wordsIn } from '../../reports/words.ts'
import { quietWorld } from '../support/quiet-world.ts'
import { openWard } from '../support/ward.ts'

/** Tries faults in a good month, as `nightly --canary` does. */
export function tryIn(
  files: readonly (readonly [string, string | Uint8Array])[],
  asOf: Day,
  asked: Asked,
): Promise<Canary> {
  const { folder } = openWard()
  const nobody = { write: () => {} }
  const world = quietWorld(folder, [])
  const desk = {
    process: { stdout: nobody, stderr: nobody },
    world,
    words: wordsIn('en'),
    exact: () => {},
    leave: () => {},
  }
  const good = files.map(([path, text]): GoodFile => ({ path, bytes: Buffer.from(text) }))
  return tryFaults(desk, readConfig(join(folder, 'doisoat.yaml'), folder), asOf, good, asked)
}
