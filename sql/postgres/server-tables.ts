import type { Border } from '../open.ts'
import type { Connection } from './connection.ts'
import { rowsOf } from './rows.ts'

/**
 * Puts empty tables of the same names before some of the database's, for this connection alone and gone with it. What was
 * prepared before still means the others, so it is forgotten.
 */
export function shadow(connection: Connection, tables: readonly string[]): void {
  const only = String(connection.ask('show default_transaction_read_only').rows[0]![0])
  connection.ask('set default_transaction_read_only = off')
  for (const table of tables) connection.ask(`create temp table "${table}" (like "${table}" including all)`)
  connection.ask(`set default_transaction_read_only = ${only}`)
  connection.forget()
}

/** Writes every table anew without what was deleted. The server's own copies and journals are its keeper's business. */
export function scrub(connection: Connection, at: (border: Border) => void): boolean {
  at({ does: 'begin' })
  const tables = rowsOf<{ name: string }>(
    connection.ask('select tablename as name from pg_tables where schemaname = current_schema() order by tablename'),
  )
  connection.ask('set statement_timeout = 0')
  for (const { name } of tables) connection.ask(`vacuum (full, analyze) "${name}"`)
  return true
}
