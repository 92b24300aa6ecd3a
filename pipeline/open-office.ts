import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { smallTable } from '../connectors/table.ts'
import { isServer } from '../sql/postgres/address.ts'
import { openStore, type Store } from '../sql/open.ts'
import { copyBeforeMigration, newestBackup } from './keeping/backups.ts'
import { type Calendar, makeCalendar } from './calendar.ts'
import { type Catalogue, makeCatalogue } from './catalogue.ts'
import type { Config } from './config/config.ts'
import { readConfig } from './config/read-config.ts'
import { homeOf, isOnServer } from './config/home.ts'
import { type Day, defaultAsOf } from './day.ts'
import { openingTrouble, tellDamage } from './keeping/database-trouble.ts'
import { bordersOf } from './disk.ts'
import { lastGoodLine } from './ledger.ts'
import type { Office } from './office.ts'
import { systemCode, Trouble } from './trouble.ts'
import type { Common, World } from './world.ts'

/** Opens a ward to be asked about: `asOf` is its last night. Throws Trouble when there is no database yet. */
export async function openOffice(world: World, flags: Common): Promise<Office> {
  return openOfficeOf(world, readConfig(flags, world.cwd))
}

/** The same, where the configuration has been read. */
export async function openOfficeOf(world: World, config: Config): Promise<Office> {
  if (!isOnServer(config) && !existsSync(config.database))
    throw new Trouble('database_missing', { database: config.database })
  const store = open(config, config.database, 'read', null)
  return orClosed(store, () => {
    const unit = numberOf(store, config)
    return officeOn(store, unit, config, lastNight(store, unit, defaultAsOf(world.now())))
  })
}

/** Opens a ward to be worked on, and makes what is not there yet. */
export async function openOfficeToWrite(config: Config, asOf: Day, database = config.database): Promise<Office> {
  if (database === config.database) refuseToBeginAnew(config)
  const copy = database === config.database ? await copyBeforeMigration(config) : null
  const store = open(config, database, 'write', copy)
  return orClosed(store, async () => officeOn(store, await numberForGood(store, config), config, asOf))
}

/** An office that cannot be opened leaves no open store behind: nobody else could close it. */
async function orClosed(store: Store, work: () => Office | Promise<Office>): Promise<Office> {
  try {
    return await work()
  } catch (error) {
    await store.close()
    throw error
  }
}

/**
 * A database that is gone leaves its backups: a new one would begin without what people decided, and outlive them. Throws
 * Trouble `database_gone`.
 */
export function refuseToBeginAnew(config: Config): void {
  const { database } = config
  if (isOnServer(config)) return
  const backup = newestBackup(config)
  if (backup === null || (existsSync(database) && statSync(database).size > 0)) return
  throw new Trouble('database_gone', { database, backup }, 3)
}

/** Where every file that was taken in is kept: beside the database. */
export function landingOf(config: Config): string {
  return join(homeOf(config), 'landing')
}

/** The latest night of the ledger, where that is after this one; else null. */
export function laterNight({ store, unit, asOf: as_of }: Pick<Office, 'store' | 'unit' | 'asOf'>): Day | null {
  return store.ask<{ as_of: Day | null }>('latest-night-after', { unit, as_of })[0]!.as_of
}

function officeOn(store: Store, unit: number, config: Config, asOf: Day): Office {
  return { store, unit, config, calendar: calendarOf(config), catalogue: catalogueOf(config), asOf }
}

/** The calendar that a ward goes by. Throws Trouble where it cannot be read. */
export function calendarOf({ calendar }: Pick<Config, 'calendar'>): Calendar {
  return makeCalendar(smallTable(text(calendar)), calendar)
}

/** The catalogue that a ward goes by. Throws Trouble where it cannot be read. */
export function catalogueOf({ catalogue }: Pick<Config, 'catalogue'>): Catalogue {
  return makeCatalogue(smallTable(text(catalogue)), catalogue)
}

function open(config: Config, database: string, mode: 'read' | 'write', copy: string | null): Store {
  if (!isServer(database) && existsSync(database) && statSync(database).isDirectory())
    throw new Trouble('database_is_folder', { database }, 3)
  try {
    const opened = openStore(database, mode, bordersOf(database), tellDamage(config, database))
    if (opened.is === 'open') return opened.store
    if (opened.is === 'none') throw new Trouble('database_missing', { database })
    if (opened.is === 'older') throw new Trouble('database_older', { database }, 3)
    throw new Trouble('database_newer', { database, found: opened.found, known: opened.known }, 3)
  } catch (error) {
    throw error instanceof Trouble ? error : openingTrouble(error, config, database, copy)
  }
}

function numberOf(store: Store, { unit, database }: Config): number {
  const [row] = store.ask<{ unit: number }>('number-of-a-unit', { agency_code: unit.agencyCode })
  if (row === undefined) throw new Trouble('database_missing', { database: `${database} (${unit.agencyCode})` })
  return row.unit
}

/** Several wards may begin at once on one server: who finds the number taken takes the next. */
async function numberForGood(store: Store, config: Config): Promise<number> {
  for (let left = 20; ; left--) {
    try {
      return await store.transaction(() => numberOrNew(store, config))
    } catch (error) {
      if (systemCode(error) !== 'SERVER_TAKEN' || left === 0) throw error
    }
  }
}

async function numberOrNew(store: Store, { unit }: Config): Promise<number> {
  const known = await store.db.selectFrom('unit').selectAll().execute()
  const mine = known.find((each) => each.agency_code === unit.agencyCode)
  if (mine !== undefined) return mine.unit
  const number = Math.max(0, ...known.map((each) => each.unit)) + 1
  store.insert('unit', [{ unit: number, agency_code: unit.agencyCode }])
  return number
}

function lastNight(store: Store, unit: number, otherwise: Day): Day {
  return lastGoodLine({ store, unit }, null)?.as_of ?? otherwise
}

function text(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new Trouble('not_readable', { path, cause: systemCode(error) }, 2, { cause: error })
  }
}
