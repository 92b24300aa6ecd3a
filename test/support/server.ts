import { withoutOurs } from '../../sql/postgres/address.ts'
import { connect, type Connection } from '../../sql/postgres/connection.ts'
import { rowsOf } from '../../sql/postgres/rows.ts'
import { settingsOf } from '../../sql/postgres/settings.ts'

/** The address of the server on which the tests' wards are, where they are to be on one: `npm run test:postgres` says it. */
export const server = process.env['DOISOAT_TEST_DATABASE'] ?? null

/**
 * What all wards on it say in their configuration, so that it is the same text as it is with files: which database is meant
 * comes from the environment.
 */
export const addressOfAll = server?.replace(/(\/\/[^/]+)\/[^?]*/, '$1') ?? null

let made = 0
const databases: string[] = []

/** The address of a database that nobody has used, or a copy of another one; it is thrown away with the test's file. */
export function newDatabase(template?: string): string {
  const name = `w${process.pid}_${Date.now().toString(36)}_${(made += 1)}`
  databases.push(name)
  onServer(server!, (connection) => {
    if (template !== undefined) empty(connection, template)
    const like = template === undefined ? '' : ` template ${nameOf(template)}`
    connection.ask(`create database ${name}${like}`)
  })
  return server!.replace(/(\/\/[^/]+)\/[^?]*/, `$1/${name}`)
}

const homes = new Map<string, string>()

/** The ward in a folder has this database. */
export function settle(folder: string, url: string): void {
  homes.set(folder, url)
}

/** From here on the wards' configuration means the database of the ward in this folder. */
export function mean(folder: string): void {
  const url = homes.get(folder)
  if (url !== undefined) process.env['PGDATABASE'] = nameOf(url)
}

/**
 * Nobody may be in a database that is copied. Who has left it is there for a moment more; a question that ended in a
 * sentence has left its connection to the end of its process, which is this one.
 */
function empty(connection: Connection, url: string): void {
  leave(url)
  const there = `from pg_stat_activity where datname = '${nameOf(url)}'`
  for (let left = 100; left > 0; left--) {
    if (connection.ask(`select 1 ${there}`).rows.length === 0) return
    connection.ask('select pg_sleep(0.05)')
    if (left === 80) connection.ask(`select pg_terminate_backend(pid) ${there} and application_name = 'doisoat asks'`)
  }
  throw new Error(JSON.stringify(connection.ask(`select application_name, state, query ${there}`).rows))
}

export function dropDatabases(): void {
  for (const url of shared.keys()) if (url !== withoutOurs(server!)) leave(url)
  for (const name of databases.splice(0))
    onServer(server!, (connection) => void connection.ask(`drop database if exists ${name} with (force)`))
}

function nameOf(url: string): string {
  return /\/\/[^/]+\/([^?]*)/.exec(url)![1]!
}

type Shared = { connection: Connection; meant: string }
const shared = new Map<string, Shared>() // by the server's address; one connection a worker, to connect takes its time

function leave(url: string): void {
  const known = shared.get(withoutOurs(url))
  if (shared.delete(withoutOurs(url))) void known!.connection.end()
}

/** Looks into a database of a server, or changes it. A server that was down in between is connected to again. */
export function onServer<Result>(url: string, work: (connection: Connection) => Result): Result {
  const address = withoutOurs(url)
  const settings = `reset all; ${settingsOf(url, 'write')}`
  try {
    const known = shared.get(address) ?? { connection: connect({ url: address, settings: '', purpose: 'tests' }), meant: '' } // prettier-ignore
    shared.set(address, known)
    if (settings !== known.meant) known.connection.ask(settings)
    known.meant = settings
    return work(known.connection)
  } catch (error) {
    if (!shared.delete(address) || (error as { code?: string }).code !== 'SERVER_GONE') throw error
    return onServer(url, work)
  }
}

export function rowsOnServer<Row>(url: string, sql: string): Row[] {
  return onServer(url, (connection) => rowsOf<Row>(connection.ask(sql)))
}
