import Sqlite from 'better-sqlite3'
import { isServer } from '../../sql/postgres/address.ts'
import { onServer, rowsOnServer } from './server.ts'

/** What a question to a ward's database is answered, on either engine: a test looks where the program does not. */
export function rowsIn<Row>(database: string, sql: string): Row[] {
  if (isServer(database)) return rowsOnServer<Row>(database, sql)
  const db = new Sqlite(database, { readonly: true })
  try {
    return db.prepare<[], Row>(sql).all()
  } finally {
    db.close()
  }
}

/** Changes a ward's database behind the program's back. */
export function changeIn(database: string, sql: string): void {
  if (isServer(database)) return onServer(database, (connection) => void connection.ask(sql))
  const db = new Sqlite(database)
  db.exec(sql)
  db.close()
}

/** The names of its tables. */
export function tablesIn(database: string): string[] {
  const sql = isServer(database)
    ? `select tablename as name from pg_tables where schemaname = current_schema() and tablename <> 'migrated' order by 1`
    : `select name from sqlite_schema where type = 'table' order by name`
  return rowsIn<{ name: string }>(database, sql).map(({ name }) => name)
}
