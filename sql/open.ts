import { closeSync, existsSync, openSync } from 'node:fs'
import BetterSqlite, { type Database } from 'better-sqlite3'
import type { Kysely } from 'kysely'
import { type Parameters, question } from './ask.ts'
import { type Attempted, makeAttempt } from './attempt.ts'
import { type AtBorder, isOlder, migrate } from './migrate.ts'
import { makeInsert } from './insert.ts'
import type { Schema } from './schema.ts'
import { type Guarded, guarded, type Told } from './guard.ts'
import { whenAsked } from './kysely.ts'
import { isServer } from './postgres/address.ts'
import { openServer } from './postgres/open.ts'
import { shadow } from './shadow.ts'

/** A database that is open: typed queries, questions, bulk writing, transactions. */
export type Store = {
  readonly db: Kysely<Schema>
  /** The answer to `questions/<name>.sql`, whole. */
  readonly ask: <Row>(name: string, parameters: Parameters) => Row[]
  /** The same, row by row: for answers that may be larger than memory. Nothing may be written while it runs. */
  readonly each: <Row>(name: string, parameters: Parameters) => IterableIterator<Row>
  /** Carries out `questions/<name>.sql` that changes rows; gives how many. */
  readonly tell: (name: string, parameters: Parameters) => number
  /** Writes many rows of one table; every row has the same columns. */
  readonly insert: <Table extends keyof Schema>(table: Table, rows: readonly Schema[Table][]) => void
  /** Whether each question takes its time, however small: then a few that answer much are better than many. */
  readonly isFar: boolean
  /** All of `work` or nothing of it. Writers begin at once: a late change from reading to writing cannot wait. */
  readonly transaction: <Result>(work: () => Promise<Result>) => Promise<Result>
  /** Inside a transaction: work that takes itself back unless it says to keep it. */
  readonly attempt: <Result>(work: () => Attempted<Result>) => Result
  /** The same of work that lets others have a turn now and then. */
  readonly attemptLong: <Result>(work: () => Promise<Attempted<Result>>) => Promise<Result>
  /** Writes the whole file anew without what was deleted; false where somebody who reads keeps the old pages. */
  readonly scrub: () => boolean
  /** Puts empty tables before those of these names, for this store alone: the database stays as it is. */
  readonly shadow: (tables: readonly (keyof Schema)[]) => void
  readonly close: () => Promise<void>
}

export type Opened =
  | { readonly is: 'open'; readonly store: Store }
  | { readonly is: 'newer'; readonly found: number; readonly known: number }
  | { readonly is: 'older' } // to be read only, and not yet brought up to date
  | { readonly is: 'none' } // to be read only, and nothing is there on the server yet

/** What is about to happen to a database: a transaction begins, or is made to last. */
export type Border = {
  readonly does: 'create' | 'connect' | 'begin' | 'commit'
  readonly limit?: (pages: number) => void // the database may have no more pages than these
}

/**
 * Opens (and makes, and brings up to date) a database at a path whose folder is there, or at a server's address; `at` is told of every border.
 * Throws what SQLite throws: the caller knows which sentence the operator needs.
 */
export function openStore(
  path: string,
  mode: 'write' | 'read' = 'write',
  at: (border: Border) => void = () => {},
  told: Told = (error) => error,
): Opened {
  if (isServer(path)) return openServer(path, mode, at, told)
  if (mode === 'write') create(path, at)
  const raw = new BetterSqlite(path, { readonly: mode === 'read', fileMustExist: mode === 'read', timeout: 5000 })
  try {
    const opened = mode === 'write' ? openedToWrite(raw, at, told) : openedToRead(raw, told)
    if (opened.is !== 'open') raw.close()
    return opened
  } catch (error) {
    raw.close()
    throw error
  }
}

function openedToRead(raw: Database, told: Told): Opened {
  raw.pragma('temp_store = memory')
  return isOlder(raw) ? { is: 'older' } : { is: 'open', store: storeOn(raw, () => {}, told) }
}

function openedToWrite(raw: Database, at: (border: Border) => void, told: Told): Opened {
  const border: AtBorder = (does) => at({ does, limit: (pages) => raw.pragma(`max_page_count = ${pages}`) })
  border('connect')
  prepare(raw)
  const migrated = migrate(raw, border)
  return migrated.is === 'newer' ? migrated : { is: 'open', store: storeOn(raw, border, told) }
}

/** Personal data: the owner's alone from its first moment, and with it the files that SQLite puts beside it. */
function create(path: string, at: (border: Border) => void): void {
  if (existsSync(path)) return
  at({ does: 'create' })
  createEmpty(path)
}

/** A file that is its owner's alone before anything stands in it. */
export function createEmpty(path: string): void {
  closeSync(openSync(path, 'a', 0o600))
}

function prepare(raw: Database): void {
  raw.pragma('temp_store = memory')
  raw.pragma('journal_mode = wal') // readers see the last night while this one is written
  raw.pragma('synchronous = full') // a committed night survives a power cut
  raw.pragma('foreign_keys = off') // stages replace their tables whole; a test checks the references
  raw.pragma('cache_size = -65536') // 64 MiB: bounded, whatever the size of the database
}

function storeOn(raw: Database, border: AtBorder, told: Told): Store {
  const database = guarded(raw, told)
  const db = whenAsked(({ SqliteDialect }) => new SqliteDialect({ database }))
  const prepared = new Map<string, Guarded>()
  const statement = (sql: string) => {
    const known = prepared.get(sql) ?? database.prepare(sql)
    prepared.set(sql, known)
    return known
  }
  return {
    get db() {
      return db()
    },
    ask: <Row>(name: string, parameters: Parameters) => statement(question(name)).all(parameters) as Row[],
    each: <Row>(name: string, parameters: Parameters) =>
      database.prepare(question(name)).iterate(parameters) as IterableIterator<Row>,
    tell: (name, parameters) => statement(question(name)).run(parameters).changes,
    insert: makeInsert(db, statement),
    isFar: false,
    transaction: (work) => transact(raw, border, told, work),
    ...makeAttempt(() => savepoint(raw)),
    scrub: () => scrub(raw, border),
    shadow: (tables) => shadow(raw, tables),
    close: async () => void raw.close(),
  }
}

/** Gives how it ends. A full disk may have ended the whole transaction, and the savepoint with it. */
function savepoint(raw: Database): (keep: boolean) => void {
  raw.exec('savepoint attempt')
  return (keep) => {
    if (!keep && raw.inTransaction) raw.exec('rollback to attempt')
    if (raw.inTransaction) raw.exec('release attempt')
  }
}

async function transact<Result>(
  raw: Database,
  border: AtBorder,
  told: Told,
  work: () => Promise<Result>,
): Promise<Result> {
  border('begin')
  raw.exec('begin immediate')
  try {
    const result = await work()
    border('commit')
    raw.exec('commit')
    return result
  } catch (error) {
    if (raw.inTransaction) raw.exec('rollback')
    throw told(named(error, raw))
  }
}

/** SQLite does not say which database had no room. */
function named(error: unknown, { name: path }: Database): unknown {
  return error instanceof BetterSqlite.SqliteError ? Object.assign(error, { path }) : error
}

function scrub(raw: Database, border: AtBorder): boolean {
  border('begin')
  raw.exec('vacuum')
  const [done] = raw.pragma('wal_checkpoint(truncate)') as { busy: number }[]
  return done!.busy === 0
}
