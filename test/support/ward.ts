import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { stringify } from 'yaml'
import { main } from '../../pipeline/cli.ts'
import { nowOfWards, quietWorld } from './quiet-world.ts'
import { rowsIn, tablesIn } from './database.ts'
import { scratch } from './scratch.ts'
import { addressOfAll, dropDatabases, mean, newDatabase, server, settle } from './server.ts'

export type Done = { readonly code: number; readonly out: string; readonly err: string }

/** A ward in a folder of its own that is thrown away: an inbox, a configuration, and the program on top of them. */
export type Ward = {
  readonly folder: string
  readonly database: string
  /** A file into the inbox, old enough to be taken at once. */
  readonly put: (name: string, content: string | Uint8Array) => void
  readonly take: (name: string) => void
  readonly read: (name: string) => Buffer
  readonly putMonth: (month: string, under?: string, rename?: (name: string) => string) => void
  readonly doisoat: (...given: string[]) => Promise<Done>
  /** The same with a text piped in. */
  readonly piped: (text: string, ...given: string[]) => Promise<Done>
  readonly nightly: (asOf: string, ...given: string[]) => Promise<Done>
  readonly ask: <Answer>(...given: string[]) => Promise<Answer>
  readonly configure: (changes: object) => void
}

export const fixtures = join(import.meta.dirname, '../../fixtures')

/** Long before any test runs: a file of that age stands still. */
const longAgo = new Date('2026-01-01T00:00:00Z')
const rooms: string[] = []

/** Each file of tests ends with this (test/support/leave-rooms.ts): workers stay for the next one. */
export function leaveRooms(): void {
  for (const room of rooms.splice(0)) rmSync(room, { recursive: true, force: true })
  if (server !== null) dropDatabases()
}

export const months = {
  '2026-01': { from: '2025-12-18', to: '2026-01-16' },
  '2026-02': { from: '2026-01-17', to: '2026-02-13' },
  '2026-03': { from: '2026-02-14', to: '2026-03-13' },
} as const

const usual = {
  unit: {
    name: 'phường Hưng Đạo',
    city: 'thành phố Hải Phòng',
    centre: 'Trung tâm Phục vụ hành chính công phường Hưng Đạo',
    agencyCode: 'H24.131',
    centreAccounts: ['ttpvhcc.hd01', 'ttpvhcc.hd02', 'ttpvhcc.hd03'],
    householdBusinessAccounts: ['ktht.truongphong'],
  },
  periods: { regime: 'nd09', override: months },
}

export function makeRoom(): string {
  const room = mkdtempSync(join(scratch, 'doisoat-test-'))
  rooms.push(room)
  return room
}

/** On a server the ward begins with what another one's database holds, where `template` names it. */
export function openWard(changes: object = {}, now = nowOfWards, template?: string): Ward {
  const folder = makeRoom()
  const inbox = join(folder, 'inbox')
  const database = server === null ? join(folder, 'var/doisoat.db') : newDatabase(template)
  const onServer = server === null ? {} : { database: addressOfAll }
  const put = (name: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(inbox, name)), { recursive: true })
    writeFileSync(join(inbox, name), content)
    utimesSync(join(inbox, name), longAgo, longAgo)
  }
  const configure = (wanted: object): void =>
    writeFileSync(join(folder, 'doisoat.yaml'), stringify({ ...usual, ...onServer, ...wanted }))
  const piped = async (text: string, ...given: string[]): Promise<Done> => {
    const said = { out: '', err: '' }
    const code = await oneAtATime(() =>
      main(
        quietWorld(folder, given, {
          pid: 4711,
          now: () => now,
          out: (more) => void (said.out += more),
          err: (more) => void (said.err += more),
          input: async () => Buffer.from(text),
        }),
      ),
    )
    return { code, ...said }
  }
  const doisoat = async (...given: string[]): Promise<Done> => piped('', ...given)
  if (server !== null) settle(folder, database)
  mean(folder) // for a process that is started
  mkdirSync(inbox)
  configure(changes)
  return {
    folder,
    database,
    put,
    take: (name) => rmSync(join(inbox, name), { recursive: true }),
    read: (name) => readFileSync(join(inbox, name)),
    putMonth: (month, under = '', rename = (name) => name) => {
      for (const name of readdirSync(join(fixtures, month, 'exports')))
        put(join(under, rename(name)), readFileSync(join(fixtures, month, 'exports', name)))
    },
    doisoat,
    piped,
    nightly: (asOf, ...given) => doisoat('nightly', '--as-of', asOf, ...given),
    ask: async <Answer>(...given: string[]) => {
      const { out, err } = await doisoat(...given, '--json')
      if (out === '') throw new Error(err)
      return JSON.parse(out) as Answer
    },
    configure,
  }
}

let turn: Promise<unknown> = Promise.resolve()

/** On a server the environment says which ward is meant: two at once would be taken for each other. */
async function oneAtATime<Result>(work: () => Promise<Result>): Promise<Result> {
  if (server === null) return work()
  const mine = turn.then(work, work)
  turn = mine
  return mine
}

/** A ward as another one stands, so that a test may go on from there without touching it. */
export function copyOf(ward: Ward): Ward {
  const copy = openWard({}, nowOfWards, server === null ? undefined : ward.database)
  cpSync(ward.folder, copy.folder, { recursive: true, force: true, preserveTimestamps: true })
  return copy
}

/**
 * Every row of every table, but for the ledger's, how often a file was read, and what says so: what two runs must agree
 * on.
 */
export function dumpOf(
  { database }: Pick<Ward, 'database'>,
  leaveOut = ['run', 'sighting', 'reconciled', 'summarized'],
): Record<string, string[]> {
  const plain = (row: object): string => JSON.stringify({ ...row, reading: undefined })
  const rows = (name: string): string[] => rowsIn<object>(database, `select * from "${name}"`).map(plain).toSorted()
  const names = tablesIn(database).filter((name) => !leaveOut.includes(name))
  return Object.fromEntries(names.map((name) => [name, rows(name)]))
}

/** The tables whose rows are not the same in both. */
export function tablesThatDiffer(a: Pick<Ward, 'database'>, b: Pick<Ward, 'database'>, leaveOut?: string[]): string[] {
  const [one, other] = [dumpOf(a, leaveOut), dumpOf(b, leaveOut)]
  return Object.keys({ ...one, ...other }).filter((name) => one[name]?.join('\n') !== other[name]?.join('\n'))
}

/** Every document that was published, by its path. */
export function publishedBy({ folder }: Pick<Ward, 'folder'>): Record<string, string> {
  const out = join(folder, 'out')
  if (!existsSync(out)) return {}
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).toSorted()
  return Object.fromEntries(paths.map((path) => [path.slice(out.length + 1), readFileSync(path, 'latin1')]))
}
