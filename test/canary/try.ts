import { type Asked, type Canary, type GoodFile, tryFaults } from '../../pipeline/canary/canary.ts'
import { readConfig } from '../../pipeline/config/read-config.ts'
import type { Day } from '../../pipeline/day.ts'
import { quietDesk } from '../support/quiet-world.ts'
import { openWard } from '../support/ward.ts'

/** Tries faults in a good month, as `nightly --canary` does. */
export function tryIn(
  files: readonly (readonly [string, string | Uint8Array])[],
  asOf: Day,
  asked: Asked,
): Promise<Canary> {
  const { folder } = openWard()
  const good = files.map(([path, text]): GoodFile => ({ path, bytes: Buffer.from(text) }))
  return tryFaults(quietDesk(folder), readConfig({}, folder), asOf, good, asked)
}
