import { readFileSync } from 'node:fs'
import type { System } from '../../connectors/connector.ts'
import { type Day, numberOf } from '../day.ts'
import { keptAt } from '../loading/landing.ts'
import type { Night } from '../night.ts'
import type { Span } from '../period.ts'
import type { Desk } from '../world.ts'
import { type Canary, type GoodFile, tryFaults } from './canary.ts'

/** Faults in tonight's lists of the month that runs: other ones each night, the same ones for the same night. */
export function tryTonight(desk: Desk, night: Night): Promise<Canary> {
  const asked = { dossiers: 30, files: 10, seed: numberOf(night.asOf) }
  return tryFaults(desk, night.config, night.asOf, filesOfTheMonth(night), asked)
}

type Kept = { system: System; from: Day; to: Day; path: string; sha256: string }

/** What the exports in force are made of, where they speak of the days of the portal's newest one. */
function filesOfTheMonth({ store, unit, landing }: Night): GoodFile[] {
  const kept = store.ask<Kept>('kept-files-in-force', { unit })
  const portals: Span[] = kept.filter(({ system }) => system === 'dvcqg')
  const newest = portals.reduce<Span | null>((last, each) => (last === null || each.to > last.to ? each : last), null)
  if (newest === null) return []
  return kept
    .filter(({ from, to }) => from <= newest.to && to >= newest.from)
    .map(({ path, sha256 }) => ({ path, bytes: readFileSync(keptAt(landing, sha256)) }))
}
