import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

/** A PostgreSQL that was started for tests, in a folder that is thrown away. */
export type RealServer = {
  readonly url: string
  readonly data: string // the folder of its files
  readonly kill: () => void // as when the machine loses its power
  readonly startAgain: () => void
  readonly end: () => void
}

const root = process.getuid?.() === 0

/** The folder of the server's programs: on the PATH, or where systems put them; null where this machine has none. */
export function serverPrograms(): string | null {
  const versions = '/usr/lib/postgresql'
  const known = existsSync(versions) ? readdirSync(versions).toSorted((a, b) => Number(b) - Number(a)) : []
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...known.map((each) => join(versions, each, 'bin'))]
  return folders.find((folder) => ['initdb', 'pg_ctl', 'postgres'].every((name) => existsSync(join(folder, name)))) ?? null // prettier-ignore
}

/**
 * Lets everybody in, but where a password is given. What is committed survives a power cut only where it is durable in a folder:
 * tests do not wait for that. Throws where this machine has no server.
 */
export async function startServer(
  password: string | null = null,
  durableIn: string | null = null,
): Promise<RealServer> {
  const programs = serverPrograms()
  if (programs === null) throw new Error('no initdb, pg_ctl and postgres on this machine')
  const folder = mkdtempSync(join(durableIn ?? tmpdir(), 'doisoat-postgres-'))
  chmodSync(folder, 0o755)
  if (root) chownSync(folder, ...owner())
  const port = await freePort()
  const run = (name: string, ...given: string[]) =>
    execFileSync(join(programs, name), given, { cwd: folder, stdio: 'ignore', ...(root ? { uid: owner()[0], gid: owner()[1] } : {}) }) // prettier-ignore
  const data = join(folder, 'data')
  const secret = join(folder, 'password')
  writeFileSync(secret, `${password ?? ''}\n`, { mode: 0o644 })
  const letIn = password === null ? ['-A', 'trust'] : ['-A', 'scram-sha-256', `--pwfile=${secret}`]
  run('initdb', '-D', data, ...letIn, '-U', 'postgres', '-E', 'UTF8', '--locale=C', '-N')
  const careless = durableIn !== null ? '' : ' -c fsync=off -c full_page_writes=off'
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1${careless}`
  const startAgain = (): void => void run('pg_ctl', '-D', data, '-o', options, '-l', join(folder, 'log'), '-w', 'start')
  startAgain()
  const kill = (): void => void run('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop')
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    data,
    kill,
    startAgain,
    end: () => {
      try {
        kill()
      } catch {} // it is down already
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** It refuses to run as root: as the system's postgres, or nobody. */
function owner(): [number, number] {
  const of = (name: string, what: '-u' | '-g'): number => Number(execFileSync('id', [what, name], { encoding: 'utf8' }))
  try {
    return [of('postgres', '-u'), of('postgres', '-g')]
  } catch {
    return [of('nobody', '-u'), of('nobody', '-g')]
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
