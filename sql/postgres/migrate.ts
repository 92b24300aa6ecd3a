import { readFileSync } from 'node:fs'
import { migrationNames, migrationsFolder } from '../migrate.ts'
import type { Border } from '../open.ts'
import { schemaOf } from './address.ts'
import type { Connection } from './connection.ts'
import { translated } from './translate.ts'

/** The migrations are those of SQLite, with PostgreSQL's words for types; texts are compared byte by byte, as there. */
export function migrationText(name: string): string {
  const { text } = translated(readFileSync(new URL(name, migrationsFolder), 'utf8'))
  return types.reduce((said, [from, to]) => said.replaceAll(from, to), text)
}

const types = [
  [/\) strict(?:, without rowid)?(?=;|$)/g, ')'],
  [/^(  |alter table \w+ add column )(\w+) text\b/gm, '$1$2 text collate "C"'],
  [/^(  |alter table \w+ add column )(\w+) integer\b/gm, '$1$2 bigint'],
  [/^(  |alter table \w+ add column )(\w+) real\b/gm, '$1$2 double precision'],
] as const

/** How many migrations a database has behind it; 0 for one that has nothing yet. */
export function stepOnServer(connection: Connection): number {
  if (connection.ask("select to_regclass('migrated') is not null").rows[0]![0] === 0) return 0
  return Number(connection.ask('select step from migrated').rows[0]?.[0] ?? 0)
}

/**
 * Brings the tables to the newest schema, all of it in one transaction, and one program at a time: several wards' nights may
 * meet an older database at once. Gives the step that was found; a newer one is left alone.
 */
export function migrateServer(connection: Connection, url: string, at: (border: Border) => void): number {
  const names = migrationNames()
  const before = stepOnServer(connection)
  if (before >= names.length) return before
  at({ does: 'begin' })
  connection.ask('begin')
  try {
    connection.ask("select pg_advisory_xact_lock(hashtext('doisoat migrates'))")
    makeSchema(connection, schemaOf(url))
    const found = stepOnServer(connection)
    for (const name of names.slice(found)) connection.ask(migrationText(name))
    if (found < names.length) keepStep(connection, names.length)
    at({ does: 'commit' })
    connection.ask('commit')
    return found
  } catch (error) {
    connection.ask('rollback')
    throw error
  }
}

/** Where the keeper of the server has made it, nobody needs the right to. */
function makeSchema(connection: Connection, schema: string): void {
  if (connection.ask('select current_schema() is null').rows[0]![0] === 1) connection.ask(`create schema "${schema}"`)
}

function keepStep(connection: Connection, step: number): void {
  connection.ask('create table if not exists migrated (step bigint not null)')
  connection.ask(`delete from migrated; insert into migrated (step) values (${step})`)
}
