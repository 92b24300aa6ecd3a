import { connect, type Connection } from '../../sql/postgres/connection.ts'
import { settingsOf } from '../../sql/postgres/settings.ts'
import { withoutOurs } from '../../sql/postgres/address.ts'
import { rowsOf } from '../../sql/postgres/rows.ts'

/** The address of the server on which the tests' wards are, where they are to be on one: `npm run test:postgres` says it. */
export const server = process.env['DOISOAT_TEST_DATABASE'] ?? null

let made = 0
const schemas: string[] = []

/** An address of a schema that nobody has used, and that is thrown away with the ward. */
export function newSchema(): string {
  const schema = `w${process.pid}_${Date.now().toString(36)}_${(made += 1)}`
  schemas.push(schema)
  return `${server}${server!.includes('?') ? '&' : '?'}schema=${schema}`
}

export function dropSchemas(): void {
  if (schemas.length === 0) return
  for (const schema of schemas.splice(0)) onServer(server!, (connection) => void connection.ask(`drop schema if exists "${schema}" cascade`)) // prettier-ignore
}

type Shared = { connection: Connection; meant: string }
const shared = new Map<string, Shared>() // by the server's address; one connection a worker, to connect takes its time

/** Looks into a schema of a server, or changes it. A server that was down in between is connected to again. */
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

/** The tables of one schema, with their rows and keys, in another one. */
export function copySchema(from: string, to: string): void {
  const [source, target] = [from, to].map((url) => /schema=(\w+)/.exec(url)![1]!)
  onServer(to, (connection) => {
    connection.ask(`create schema "${target}"`)
    const names = connection.ask('select tablename from pg_tables where schemaname = $1', [source!]).rows
    for (const [name] of names) {
      connection.ask(`create table "${target}"."${String(name)}" (like "${source}"."${String(name)}" including all)`)
      connection.ask(`insert into "${target}"."${String(name)}" select * from "${source}"."${String(name)}"`)
    }
  })
}
