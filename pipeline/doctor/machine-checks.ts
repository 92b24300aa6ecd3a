import { existsSync, statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Config } from '../config/config.ts'
import { isOnServer } from '../config/home.ts'
import { timeIn } from '../day.ts'
import { landingOf } from '../open-office.ts'
import type { Machine, World } from '../world.ts'
import { type Finding, found } from './finding.ts'

const OLDEST_NODE = '22.18' // what main.ts asks for

export function nodeFinding({ node }: Pick<Machine, 'node'>): Finding {
  const [major = 0, minor = 0] = node.split('.').map(Number)
  const isNew = major > 22 || (major === 22 && minor >= 18)
  return isNew
    ? found('node', 'yes', 'node_good', { version: node })
    : found('node', 'no', 'node_old', { version: node, needed: OLDEST_NODE })
}

/** The program keeps Vietnam's time by itself: it is the schedule that goes by the machine's. */
export function zoneFinding({ machine, now }: Pick<World, 'machine' | 'now'>): Finding {
  const { zone } = machine
  const at = timeIn(zone, NIGHTLY_AT, now())
  return at === NIGHTLY_AT
    ? found('zone', 'yes', 'zone_vietnam', { zone })
    : found('zone', 'hint', 'zone_other', { zone, at })
}

/** The time of the nightly run in Vietnam. */
export const NIGHTLY_AT = '01:30'

/** One line for each disk on which database, landing, documents or backups lie. */
export function diskFindings(config: Config): Finding[] {
  const { database, out, backups } = config
  const kept = [landingOf(config), out]
  const places = (isOnServer(config) ? kept : [database, ...kept, backups.folder]).map(nearestThere)
  const disks = new Map(places.toReversed().map((path) => [statSync(path).dev, path]))
  const bytes = isOnServer(config) ? 0 : (statSync(config.database, { throwIfNoEntry: false })?.size ?? 0)
  return [...disks.values()].map((path) => {
    const { bavail, bsize } = statfsSync(path)
    return diskFinding(path, bavail * bsize, bytes)
  })
}

const LEAST = 200 * 2 ** 20 // bytes: documents, a journal, the landing's new files
const COMFORTABLE = 2 * 2 ** 30

/** A night's copy and its journal may each grow as large as the database. */
export function diskFinding(path: string, free: number, database: number): Finding {
  const needed = LEAST + 3 * database
  const told = { path, free: sizeText(free) }
  if (free < needed) return found('disk', 'no', 'disk_short', { ...told, needed: sizeText(needed) })
  return free < needed + COMFORTABLE ? found('disk', 'hint', 'disk_low', told) : found('disk', 'yes', 'disk_free', told)
}

/** A number of bytes as people say it. */
export function sizeText(bytes: number): string {
  return bytes < 2 ** 30 ? `${(bytes / 2 ** 20).toFixed(1)} MB` : `${(bytes / 2 ** 30).toFixed(1)} GB`
}

/** The path itself, or what it will be made in. */
export function nearestThere(path: string): string {
  return existsSync(path) ? path : nearestThere(dirname(path))
}
