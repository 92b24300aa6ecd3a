import { chmodSync, existsSync } from 'node:fs'
import BetterSqlite, { type Database } from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { type Parameters, question } from './ask.ts'
import { isBehind, migrate } from './migrate.ts'
import type { Schema } from './schema.ts'

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
  /** All of `work` or nothing of it. Writers begin at once: a late change from reading to writing cannot wait. */
  readonly transaction: <Result>(work: () => Promise<Result>) => Promise<Result>
  /** Inside a transaction: work that takes itself back unless it says to keep it. */
  readonly attempt: <Result>(work: () => { readonly keep: boolean; readonly result: Result }) => Result
  readonly close: () => Promise<void>
}

export type Opened =
  | { readonly is: 'open'; readonly store: Store }
  | { readonly is: 'newer'; readonly found: number; readonly known: number }

/**
 * Opens (and makes, and brings up to date) a database at a path whose folder is there.
 * Throws what SQLite throws: the caller knows which sentence the operator needs.
 */
export function openStore(path: string, mode: 'write' | 'read' = 'write'): Opened {
  if (mode === 'read') bringUpToDate(path)
  const fresh = !existsSync(path)
  const raw = new BetterSqlite(path, { readonly: mode === 'read', fileMustExist: mode === 'read', timeout: 5000 })
  if (fresh && mode === 'write') chmodSync(path, 0o600) // personal data
  if (mode === 'write') prepare(raw)
  const migrated = mode === 'write' ? migrate(raw) : { is: 'current' as const }
  if (migrated.is === 'newer') {
    raw.close()
    return migrated
  }
  return { is: 'open', store: storeOn(raw) }
}

/** The database of an older program is migrated by whoever meets it first, also by one who only reads. */
function bringUpToDate(path: string): void {
  const old = new BetterSqlite(path, { readonly: true, fileMustExist: true, timeout: 5000 })
  const isOld = isBehind(old)
  old.close()
  if (!isOld) return
  const raw = new BetterSqlite(path, { fileMustExist: true, timeout: 5000 })
  try {
    migrate(raw)
  } finally {
    raw.close()
  }
}

function prepare(raw: Database): void {
  raw.pragma('journal_mode = wal') // readers see the last night while this one is written
  raw.pragma('synchronous = full') // a committed night survives a power cut
  raw.pragma('foreign_keys = off') // stages replace their tables whole; a test checks the references
  raw.pragma('cache_size = -65536') // 64 MiB: bounded, whatever the size of the database
  raw.pragma('temp_store = memory')
}

function storeOn(raw: Database): Store {
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: raw }) })
  const prepared = new Map<string, ReturnType<Database['prepare']>>()
  const statement = (sql: string) => {
    const known = prepared.get(sql) ?? raw.prepare(sql)
    prepared.set(sql, known)
    return known
  }
  return {
    db,
    ask: <Row>(name: string, parameters: Parameters) => statement(question(name)).all(parameters) as Row[],
    each: <Row>(name: string, parameters: Parameters) =>
      raw.prepare(question(name)).iterate(parameters) as IterableIterator<Row>,
    tell: (name, parameters) => statement(question(name)).run(parameters).changes,
    insert: (table, rows) => insertInto(db, statement, table, rows),
    transaction: (work) => transact(raw, work),
    attempt: (work) => attemptOn(raw, work),
    close: () => db.destroy(),
  }
}

/** Kysely writes the statement, once; the prepared statement runs: a query object for each row costs several inserts. */
function insertInto<Table extends keyof Schema>(
  db: Kysely<Schema>,
  statement: (sql: string) => ReturnType<Database['prepare']>,
  table: Table,
  rows: readonly Schema[Table][],
): void {
  const [first] = rows
  if (first === undefined) return
  const columns = Object.keys(first)
  const { sql } = db
    .insertInto(table)
    .values(first as never)
    .compile()
  const insert = statement(sql)
  for (const row of rows) insert.run(columns.map((column) => (row as Record<string, unknown>)[column]))
}

async function transact<Result>(raw: Database, work: () => Promise<Result>): Promise<Result> {
  raw.exec('begin immediate')
  try {
    const result = await work()
    raw.exec('commit')
    return result
  } catch (error) {
    if (raw.inTransaction) raw.exec('rollback')
    throw error
  }
}

function attemptOn<Result>(raw: Database, work: () => { readonly keep: boolean; readonly result: Result }): Result {
  raw.exec('savepoint attempt')
  let keep = false
  try {
    const attempted = work()
    keep = attempted.keep
    return attempted.result
  } finally {
    if (!keep) raw.exec('rollback to attempt')
    raw.exec('release attempt')
  }
}
