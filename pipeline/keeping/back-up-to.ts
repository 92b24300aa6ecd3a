import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { contentsOf, examine } from '../../sql/backup.ts'
import { causeOf, copyChecked, holds, nightFile } from './backups.ts'
import type { Config } from '../config/config.ts'
import { type Day, dayOf } from '../day.ts'
import { keptAt } from '../loading/landing.ts'
import { landingOf } from '../open-office.ts'
import { textKeys } from '../config/report-config.ts'
import { Trouble } from '../trouble.ts'

/** A copy that was made, and what it does not hold. */
export type BackedUp = {
  readonly file: string
  readonly bytes: number
  readonly asOf: Day | null // the last night in it
  readonly step: number // migrations that it has behind it
  readonly alsoKeep: readonly {
    readonly what: 'landing' | 'configuration' | 'inbox' | 'office'
    readonly path: string
  }[]
  readonly keptFiles: number
  readonly missing: readonly string[] // kept files that the database names and that are not kept
}

/**
 * Copies the database, also one of an earlier program, to a path, or to that of its last night. Throws Trouble where it
 * is damaged, newer, no database or another unit's.
 */
export async function backUpTo(config: Config, to: string | null): Promise<BackedUp> {
  const { database, unit } = config
  if (!statSync(database).isFile()) throw new Trouble('database_is_folder', { database }, 3)
  const found = examine(database, 'quick')
  if (found.is === 'newer') throw new Trouble('database_newer', { ...found, database }, 3)
  if (found.is !== 'good') throw new Trouble('copy_damaged', { database, cause: causeOf(found) }, 3)
  if (!holds(found, unit.agencyCode))
    throw new Trouble('database_missing', { database: `${database} (${unit.agencyCode})` })
  const { asOf } = found.units.find(({ agency }) => agency === unit.agencyCode)!
  const file = to ?? nightFile(config, asOf ?? dayOf(statSync(database).mtime.toISOString()))
  await copyChecked(config, file, unit.agencyCode)
  const { files } = contentsOf(file)
  const landing = landingOf(config)
  const missing = files.filter(({ sha256 }) => !existsSync(keptAt(landing, sha256))).map(({ path }) => path)
  const { size: bytes } = statSync(file)
  return { file, bytes, asOf, step: found.step, alsoKeep: besides(config), keptFiles: files.length, missing }
}

/** What the office has to copy itself: it lies in files that the database only names. */
function besides(config: Config): BackedUp['alsoKeep'] {
  const bundled = join(import.meta.dirname, '..', '..')
  const { catalogue, calendar, report } = config
  const office = [catalogue, calendar, report.template, ...textKeys.flatMap((key) => report[key] ?? [])]
  return [
    { what: 'landing', path: landingOf(config) },
    { what: 'configuration', path: config.file },
    { what: 'inbox', path: config.inbox },
    ...office.filter((path) => !path.startsWith(bundled)).map((path) => ({ what: 'office' as const, path })),
  ]
}
