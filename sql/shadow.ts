import type { Database } from 'better-sqlite3'

/**
 * Puts empty tables of the same names before some of a database's, for this connection alone and gone with it: whoever
 * asks or writes from here on meets them, and the database is not touched. So a past night can be worked out again
 * beside what stands now.
 */
export function shadow(raw: Database, tables: readonly string[]): void {
  const made = raw.prepare<[string], { type: string; name: string; sql: string }>(
    `select type, name, sql from main.sqlite_schema where tbl_name = ? and sql is not null order by type desc`,
  )
  for (const table of tables) {
    for (const { type, name, sql } of made.all(table)) raw.exec(inTemp(type, name, sql))
  }
}

/** An index lies where its table lies only if it is told so. */
function inTemp(type: string, name: string, sql: string): string {
  if (type === 'table') return sql.replace(/^create table/i, 'create temp table')
  return sql.replace(/^create (unique )?index \S+/i, (_, unique: string = '') => `create ${unique}index temp.${name}`)
}
