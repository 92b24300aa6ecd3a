import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { backUp, type Examined, examine, stepThere } from '../../sql/backup.ts'
import { newestStep } from '../../sql/migrate.ts'
import { compare } from '../compare.ts'
import type { Config } from '../config/config.ts'
import { isOnServer } from '../config/home.ts'
import type { Day } from '../day.ts'
import { discard, makeFolder, rename, syncFolder, writeByDatabase } from '../disk.ts'
import { systemCode, Trouble } from '../trouble.ts'

/** A copy of the database in the folder of backups, as far as its name and its size tell. */
export type Copy = {
  readonly file: string // absolute
  readonly of: 'night' | 'migration' | 'replaced'
  readonly bytes: number
}

const KEPT_BEFORE_MIGRATIONS = 3

/**
 * Copies the database as a night left it, and takes the oldest copies away where there are more than are to be kept.
 * Gives its path; null where none is kept. Throws Trouble where the copy cannot be made, or does not pass its check.
 */
export async function backUpNight(config: Config, asOf: Day): Promise<string | null> {
  const { keep } = config.backups
  if (keep === 0 || isOnServer(config)) return null
  const file = nightFile(config, asOf)
  await copyChecked(config, file, config.unit.agencyCode)
  rotate(
    copiesIn(config).filter((each) => each.of === 'night' && each.file !== file),
    keep - 1,
  )
  clearDrafts(config)
  return file
}

/**
 * An older program's database is copied before it is brought to this one's; gives the copy, null where there is nothing
 * to bring. What cannot be opened at all is left to whoever opens it.
 */
export async function copyBeforeMigration(config: Config): Promise<string | null> {
  if (isOnServer(config)) return null
  const found = olderStep(config.database)
  if (found === null) return null
  const file = join(config.backups.folder, `${stemOf(config)}-before-${String(found + 1).padStart(4, '0')}.db`)
  await copyChecked(config, file, null)
  const others = copiesIn(config).filter((each) => each.of === 'migration' && each.file !== file)
  rotate(others, KEPT_BEFORE_MIGRATIONS - 1)
  return file
}

/** A checked copy of the database at a path, whole or not at all: written beside it and renamed. It has to hold a unit. */
export async function copyChecked({ database }: Config, file: string, agency: string | null): Promise<void> {
  const draft = `${file}.draft`
  makeFolder(dirname(file))
  try {
    await writeByDatabase(draft, () => backUp(database, draft))
    const found = examine(draft, 'quick')
    if (found.is !== 'good') throw new Trouble('copy_damaged', { database, cause: causeOf(found) }, 3)
    if (agency !== null && !holds(found, agency)) throw new Trouble('copy_damaged', { database, cause: agency }, 3)
    rename(draft, file)
  } catch (error) {
    discard(draft)
    throw error
  }
  syncFolder(dirname(file))
}

/** The copies that lie in the folder of backups, the newest night first; drafts are none. */
export function copiesIn(config: Config): Copy[] {
  if (isOnServer(config)) return []
  const { folder } = config.backups
  const isThere = statSync(folder, { throwIfNoEntry: false })?.isDirectory()
  const names = isThere === true ? readdirSync(folder) : []
  const copies = names.flatMap((name) => {
    const of = kindOf(name, stemOf(config))
    return of === null ? [] : [{ file: join(folder, name), of, bytes: statSync(join(folder, name)).size }]
  })
  return copies.toSorted((a, b) => compare(b.file, a.file))
}

/** The copy of the latest night, by its name; null where there is none. For messages: it has not been looked at. */
export function newestBackup(config: Config): string | null {
  return copiesIn(config).find(({ of }) => of === 'night')?.file ?? null
}

/** The night of such a copy, by its name. */
export function nightOfBackup(file: string): Day {
  return file.slice(-'2026-02-13.db'.length, -'.db'.length)
}

export function nightFile(config: Config, asOf: Day): string {
  return join(config.backups.folder, `${stemOf(config)}-${asOf}.db`)
}

/** Several databases may lie in one folder, and then their backups do. */
export function stemOf({ database }: Config): string {
  return basename(database, extname(database))
}

export function holds(found: Examined, agency: string): boolean {
  return found.is === 'good' && found.units.some((each) => each.agency === agency)
}

/** What is wrong with a copy, for a sentence that is told a cause. */
export function causeOf(found: Exclude<Examined, { is: 'good' }>): string {
  if (found.is === 'newer') return `${found.found} > ${found.known}`
  return found.is === 'damaged' ? found.cause : 'SQLITE_NOTADB'
}

function kindOf(name: string, stem: string): Copy['of'] | null {
  if (!name.startsWith(`${stem}-`) || !name.endsWith('.db')) return null
  const rest = name.slice(stem.length + 1, -'.db'.length)
  if (/^\d{4}-\d\d-\d\d$/.test(rest)) return 'night'
  if (/^before-\d{4}$/.test(rest)) return 'migration'
  return /^replaced-[\dT-]+$/.test(rest) ? 'replaced' : null
}

function rotate(newestFirst: readonly Copy[], keep: number): void {
  for (const { file } of newestFirst.slice(keep)) discard(file)
}

/** Of a night that was killed while it wrote: another day's name is not written again. */
function clearDrafts(config: Config): void {
  const { folder } = config.backups
  const drafts = readdirSync(folder).filter((name) => {
    const named = /^(.*)\.draft(-journal|-wal|-shm)?$/.exec(name)?.[1]
    return named !== undefined && kindOf(named, stemOf(config)) !== null
  })
  for (const name of drafts.toSorted(compare)) discard(join(folder, name))
}

function olderStep(database: string): number | null {
  if (!existsSync(database)) return null
  try {
    const found = stepThere(database)
    return found > 0 && found < newestStep() ? found : null
  } catch (error) {
    if (systemCode(error).startsWith('SQLITE_')) return null
    throw error
  }
}
