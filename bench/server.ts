import { existsSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { secondsIn } from './measured.ts'
import { serverPrograms, startServer } from '../test/postgres/real-server.ts'

/** A PostgreSQL of this machine, as it is installed and durable, while something is measured on it. */
export type BenchServer = {
  readonly url: string
  readonly version: string
  readonly cpu: () => number | null // seconds of all of its processes that have ended, and of the one that starts them
  readonly bytes: () => Promise<number> // of the database
  readonly end: () => void
}

/** Its user may not go into the folder of a ward; what is in /tmp may be in a memory that calls itself a disk. */
const onDisk = existsSync('/var/tmp') ? '/var/tmp' : tmpdir()

/** Null where this machine has none. */
export async function openServer(): Promise<BenchServer | null> {
  if (serverPrograms() === null) return null
  const { url, data, end } = await startServer(null, onDisk)
  const [pid] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
  const version = String(await answer(url, `select split_part(current_setting('server_version'), ' ', 1)`))
  return {
    url,
    version,
    cpu: () => usedBy(pid!),
    bytes: async () => Number(await answer(url, 'select pg_database_size(current_database())')),
    end,
  }
}

async function answer(url: string, sql: string): Promise<unknown> {
  const client = new Client(url)
  await client.connect()
  const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' })
  await client.end()
  return rows[0]![0]
}

function usedBy(pid: string): number | null {
  try {
    return secondsIn(pid, [11, 12, 13, 14]) // its own, and those of its children that have ended
  } catch {
    return null // no such file system
  }
}
