import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Contents, contentsOf, type Examined, examine, settle } from '../../sql/backup.ts'
import { causeOf, copiesIn, holds, stemOf } from './backups.ts'
import { compare } from '../compare.ts'
import type { Config } from '../config/config.ts'
import type { Day } from '../day.ts'
import { bordersOf, discard, makeFolder, remove, rename, syncFolder, writeWhole } from '../disk.ts'
import { chunksOf } from '../draft.ts'
import { keptAt } from '../loading/landing.ts'
import { landingOf } from '../open-office.ts'
import { copyBytes, sameBytes } from './raw-copy.ts'
import { systemCode, Trouble } from '../trouble.ts'

/** A copy that was looked at. */
export type Offered = {
  readonly file: string
  readonly of: 'night' | 'migration' | 'replaced'
  readonly bytes: number
  readonly state: 'good' | 'damaged' | 'newer' | 'other_unit'
  readonly asOf: Day | null // the last night in it
  readonly run: number
}

/** What a restoration did, or would do. */
export type Restored = {
  readonly from: string
  readonly asOf: Day | null
  readonly already: boolean // the database is that copy, to the byte
  readonly aside: string | null // where the database went that was there; null where none was
  readonly lost: Lost | null // null: what was there cannot be read
  readonly missing: readonly string[] // kept files that the copy names and that are not kept: by their last paths
}

/** What the database knew and the copy does not. */
export type Lost = {
  readonly nights: readonly Day[]
  readonly decisions: readonly string[] // commands of people: they are not taken again by a night
  readonly acknowledgements: number
  readonly links: number
  readonly purges: number // what they took away is there again
  readonly gone: readonly string[] // files that came since and lie in the inbox no longer
}

/** Every copy of the folder of backups, read from end to end: the newest night first. */
export function offered(config: Config): Offered[] {
  return copiesIn(config).map((copy) => {
    const found = examine(copy.file, 'whole')
    const mine = found.is === 'good' ? found.units.find(({ agency }) => agency === config.unit.agencyCode) : undefined
    const state = found.is === 'good' ? (mine === undefined ? 'other_unit' : 'good') : stateOf(found)
    return { ...copy, state, asOf: mine?.asOf ?? null, run: mine?.run ?? 0 }
  })
}

/** The copy of the last run that was copied well. Throws Trouble `no_backup`. */
export function newestGood(config: Config, copies: readonly Offered[]): string {
  const good = copies.filter(({ of, state }) => of === 'night' && state === 'good')
  const [newest] = good.toSorted((a, b) => b.run - a.run || compare(b.file, a.file))
  if (newest === undefined) throw new Trouble('no_backup', { folder: config.backups.folder }, 3)
  return newest.file
}

/**
 * Puts a copy in the place of the database, under the lock: the copy is checked as it will stand, the database that is
 * there is put aside, and only then replaced, whole. Throws Trouble where the copy is not good; nothing is changed then.
 */
export function restore(config: Config, from: string, at: string): Restored {
  const { database } = config
  const done = planned(config, from)
  if (done.already) return done
  const draft = `${database}.draft`
  makeFolder(dirname(database))
  try {
    writeWhole(draft, chunksOf(from))
    checkCopy(config, draft, from)
    const aside = setAside(config, at)
    for (const end of ['-journal', '-wal', '-shm']) remove(`${database}${end}`) // SQLite would take them for the copy's
    rename(draft, database)
    syncFolder(dirname(database))
    return { ...done, aside }
  } finally {
    for (const end of ['', '-wal', '-shm']) discard(`${draft}${end}`)
  }
}

/** What would be done, and what would be lost. Throws Trouble where the copy is not good. */
export function planned(config: Config, from: string): Restored {
  const { database } = config
  if (existsSync(database) && !statSync(database).isFile()) throw new Trouble('database_is_folder', { database }, 3)
  const found = checkCopy(config, from, from)
  const then = contentsOf(from)
  const { agencyCode } = config.unit
  const asOf = found.units.find(({ agency }) => agency === agencyCode)!.asOf
  const kept = then.files.filter(({ agency }) => agency === agencyCode)
  const missing = kept.filter(({ sha256 }) => !existsSync(keptAt(landingOf(config), sha256))).map(({ path }) => path)
  const isAside = existsSync(`${database}-wal`) && statSync(`${database}-wal`).size > 0
  const already = !isAside && sameBytes(from, database)
  return { from, asOf, already, aside: null, lost: lostBy(config, then), missing }
}

function checkCopy(config: Config, path: string, named: string): Examined & { is: 'good' } {
  if (!existsSync(path)) throw new Trouble('file_missing', { file: named })
  const found = statSync(path).isFile() ? examine(path, 'whole') : ({ is: 'foreign' } as const)
  if (found.is === 'newer') throw new Trouble('database_newer', { ...found, database: named }, 3)
  if (found.is !== 'good') throw new Trouble('backup_damaged', { file: named, cause: causeOf(found) }, 3)
  const [expected, units] = [config.unit.agencyCode, found.units.map(({ agency }) => agency)]
  if (!holds(found, expected)) throw new Trouble('other_unit', { folder: named, found: units.join(', '), expected })
  return found
}

function lostBy(config: Config, then: Contents): Lost | null {
  const now = contentsNow(config.database)
  if (now === null) return null
  const last = new Map(then.runs.map(({ agency, run }) => [agency, run]))
  const since = now.runs.filter(
    ({ agency, run, state }) => run > (last.get(agency) ?? 0) && /^(done|incomplete)$/.test(state),
  )
  const known = new Set(then.files.map(({ sha256 }) => sha256))
  const came = now.files.filter(({ agency, sha256 }) => agency === config.unit.agencyCode && !known.has(sha256))
  return {
    nights: [...new Set(since.filter(({ command }) => command === 'nightly').map(({ asOf }) => asOf))],
    decisions: since.map(({ command }) => command).filter((command) => !/^(nightly|run )/.test(command)),
    acknowledgements: Math.max(0, now.acknowledgements - then.acknowledgements),
    links: Math.max(0, now.links - then.links),
    purges: Math.max(0, now.purges - then.purges),
    gone: came.map(({ path }) => path).filter((path) => !liesIn(config.inbox, path)),
  }
}

function contentsNow(database: string): Contents | null {
  if (!existsSync(database) || !statSync(database).isFile()) return null
  return examine(database, 'quick').is === 'good' ? contentsOf(database) : null
}

/** Also a file in a zip that lies there. */
function liesIn(inbox: string, path: string): boolean {
  if (path === '' || path === '.') return false
  const there = join(inbox, path)
  return existsSync(there) ? statSync(there).isFile() : liesIn(inbox, dirname(path))
}

/** The database that is there, under a name that tells when; never written over by another. Null where none is. */
function setAside(config: Config, at: string): string | null {
  const { database, backups } = config
  if (!existsSync(database)) return null
  bringIn(database)
  const name = (copy: number): string =>
    join(backups.folder, `${stemOf(config)}-replaced-${at.replaceAll(':', '-')}${copy === 1 ? '' : `-${copy}`}.db`)
  for (let copy = 1; ; copy++) {
    const aside = name(copy)
    if (existsSync(aside) && !sameBytes(aside, database)) continue
    for (const end of ['', '-wal'])
      if (existsSync(`${database}${end}`)) copyBytes(`${database}${end}`, `${aside}${end}`)
    return aside
  }
}

/** A damaged database is kept as it lies there, with what stands beside it. Throws Trouble `database_busy`. */
function bringIn(database: string): void {
  bordersOf(database)({ does: 'connect' })
  try {
    if (examine(database, 'quick').is === 'good' && !settle(database))
      throw new Trouble('database_busy', { database }, 3)
  } catch (error) {
    if (systemCode(error) === 'SQLITE_BUSY') throw new Trouble('database_busy', { database }, 3, { cause: error })
    throw error
  }
}

function stateOf({ is }: Exclude<Examined, { is: 'good' }>): 'damaged' | 'newer' {
  return is === 'newer' ? 'newer' : 'damaged'
}
