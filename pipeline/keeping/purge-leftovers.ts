import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { contentsOf, examine } from '../../sql/backup.ts'
import { backUpNight, copiesIn, copyChecked, nightFile } from './backups.ts'
import { compare } from '../compare.ts'
import type { Config } from '../config/config.ts'
import { isOnServer } from '../config/home.ts'
import type { Day } from '../day.ts'
import { discard, remove } from '../disk.ts'
import { MANIFEST } from '../documents/manifest.ts'
import { keptAt } from '../loading/landing.ts'
import type { Office } from '../office.ts'
import { landingOf } from '../open-office.ts'
import { contains, type Span } from '../period.ts'

/** What lies beside the database and holds what was taken out of it. */
export type Leftovers = {
  readonly kept: readonly string[] // files of the landing
  readonly nights: readonly string[] // documents of nights that ended before the day
  readonly copies: readonly string[] // of the database, as it was before
}

/** Which nights' documents go: those of days before one, but for some days. */
export type Nights = { readonly before: Day; readonly but: readonly Span[] }

/** What is there of it, also of an earlier purge that broke off; with `all`, every copy as if it were older than a purge. */
export function leftoversOf(office: Office, nights: Nights, hashes: readonly string[], all: boolean): Leftovers {
  const { config } = office
  const needed = neededBeside(config)
  const kept = hashes.filter((hash) => !needed.has(hash)).map((hash) => keptAt(landingOf(config), hash))
  return {
    kept: kept.filter((path) => existsSync(path)),
    nights: documentsOf(config, nights),
    copies: copiesOlder(config, all),
  }
}

/**
 * Takes it away: files and documents, then every copy of the database but a new one that is made and checked first. Gives
 * the new copy; null where the database is on a server.
 */
export async function clearLeftovers(office: Office, { kept, nights, copies }: Leftovers): Promise<string | null> {
  const { config, asOf } = office
  for (const path of [...kept, ...nights]) remove(path)
  if (isOnServer(config)) return null // its copies are the business of who keeps it
  const fresh = (await backUpNight(config, asOf)) ?? (await backUpAnyway(config, asOf))
  for (const path of copies.filter((each) => each !== fresh))
    for (const end of ['', '-wal', '-shm']) discard(`${path}${end}`)
  discard(`${config.database}.draft`) // of a restoration that was killed
  return fresh
}

/** Nobody keeps copies of nights here; without one, the old copies would be all there is. */
async function backUpAnyway(config: Config, asOf: Day): Promise<string> {
  const file = nightFile(config, asOf)
  await copyChecked(config, file, config.unit.agencyCode)
  return file
}

/** Several databases may lie beside each other, and then they share the files that are kept. */
function neededBeside(config: Config): ReadonlySet<string> {
  if (isOnServer(config)) return new Set()
  const { database } = config
  const folder = dirname(database)
  const beside = readdirSync(folder).map((name) => join(folder, name))
  const others = beside.filter((path) => path !== database && extname(path) === extname(database))
  const good = others.filter((path) => statSync(path).isFile() && examine(path, 'quick').is === 'good')
  return new Set(good.flatMap((path) => contentsOf(path).files.map(({ sha256 }) => sha256)))
}

/** All but the manifest: it names no dossier, and says that there was a folder. */
function documentsOf({ out }: Config, { before, but }: Nights): string[] {
  const folder = join(out, 'nightly')
  const isGone = (day: string): boolean => day < before && !but.some((span) => contains(span, day))
  const days = existsSync(folder) ? readdirSync(folder).filter(isGone) : []
  return days.toSorted(compare).flatMap((day) => {
    const names = readdirSync(join(folder, day)).toSorted(compare)
    return names.filter((name) => name !== MANIFEST).map((name) => join(folder, day, name))
  })
}

/** A copy that knows of fewer purges than the database does holds what they took; of one that is not good nobody knows. */
function copiesOlder(config: Config, all: boolean): string[] {
  if (isOnServer(config)) return []
  const { purges } = contentsOf(config.database)
  const isOlder = (path: string): boolean => examine(path, 'quick').is !== 'good' || contentsOf(path).purges < purges
  const copies = copiesIn(config).map(({ file }) => file)
  return all ? copies : copies.filter((path) => isOlder(path))
}
