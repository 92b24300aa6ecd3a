import { schemaOf, withoutOurs } from './address.ts'
import { connect, type Connection } from './connection.ts'
import { settingsOf } from './settings.ts'

/** Who holds a lock, as the server tells it: `4711@máy-1`, and since when. */
export type Holder = { readonly pid: string; readonly since: string }

export type ServerLock =
  | { readonly is: 'held'; readonly release: () => void }
  | { readonly is: 'taken'; readonly by: Holder }

/**
 * An advisory lock for a ward, on a connection of its own that bears its holder's name: the server frees it when the
 * connection is gone. `since` is an instant.
 */
export function lockOnServer(url: string, agency: string, pid: number, since: string): ServerLock {
  const address = { url: withoutOurs(url), settings: settingsOf(url, 'write'), purpose: `${pid}@ ${since}` }
  const connection = connect(address)
  const [first, second] = keysOf(schemaOf(url), agency)
  const mine = connection.ask(`select pg_try_advisory_lock(${first}, ${second})`).rows[0]![0] === 1
  if (mine) return { is: 'held', release: () => release(connection, first, second) }
  const by = holderIn(connection, [first, second])
  void connection.end()
  return { is: 'taken', by: by ?? holderOf('') }
}

/** Who holds the lock of a ward; null: nobody. It is not tried, so nobody is kept out meanwhile. */
export function holderOnServer(url: string, agency: string): Holder | null {
  const connection = connect({ url: withoutOurs(url), settings: settingsOf(url, 'read'), purpose: 'asks' })
  try {
    return holderIn(connection, keysOf(schemaOf(url), agency))
  } finally {
    void connection.end()
  }
}

function holderIn(connection: Connection, [first, second]: readonly [number, number]): Holder | null {
  const named = connection.ask(
    `select coalesce(max(application_name), ''), count(*) from pg_locks join pg_stat_activity using (pid)
      where locktype = 'advisory' and granted and objsubid = 2 and database = (select oid from pg_database where datname = current_database())
        and classid = ${oid(first)} and objid = ${oid(second)}`,
  )
  const [name, count] = named.rows[0]!
  return Number(count) === 0 ? null : holderOf(String(name))
}

/** Said before the connection ends: the server takes its time to notice that. Where it is gone, so is the lock. */
function release(connection: Connection, first: number, second: number): void {
  try {
    connection.ask(`select pg_advisory_unlock(${first}, ${second})`)
  } catch {}
  void connection.end().catch(() => {})
}

/** Whether a run is at work on the ward at this moment. */
export function isLockedOnServer(url: string, agency: string): boolean {
  const lock = lockOnServer(url, agency, 0, '')
  if (lock.is === 'held') lock.release()
  return lock.is === 'taken'
}

function holderOf(name: string): Holder {
  const [, pid = '?', since = '?'] = /^doisoat (\S+) (\S+)$/.exec(name) ?? []
  return { pid, since }
}

/** Two numbers of 32 bits that stand for a ward in a schema. */
function keysOf(schema: string, agency: string): readonly [number, number] {
  return [hash(`doisoat ${schema}`), hash(agency)]
}

function hash(text: string): number {
  let value = 0x811c9dc5
  for (const byte of Buffer.from(text)) value = Math.imul(value ^ byte, 0x01000193)
  return value | 0
}

function oid(value: number): number {
  return value >>> 0
}
