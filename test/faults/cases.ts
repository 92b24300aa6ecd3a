import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { copyOf, type Ward } from '../support/ward.ts'
import { one, put, smallWard, three, two } from './small-ward.ts'

/** A command, and the ward that it is given to. */
export type Case = {
  readonly name: string
  readonly given: readonly string[]
  readonly ward: () => Promise<Ward>
  readonly decides?: boolean // a person's decision: it is taken once
}

const by = ['--by', 'Lan']

async function secondNight(): Promise<Ward> {
  const ward = await smallWard()
  await done(ward, 'nightly', '--as-of', '2026-02-13')
  put(ward, [one, { ...two, ended: '2026-02-12' }, three])
  return ward
}

async function lateChange(): Promise<Ward> {
  const ward = await smallWard()
  await done(ward, 'nightly', '--as-of', '2026-02-13')
  await done(ward, 'close', '2026-02', ...by)
  put(ward, [one, { ...two, ended: '2026-02-12' }, three])
  await done(ward, 'nightly', '--as-of', '2026-02-16')
  return ward
}

/** The database of a program before the newest migration, with the rows of a night. */
export async function olderDatabase(): Promise<Ward> {
  const ward = await secondNight()
  const now = copyOf(ward)
  for (const end of ['', '-wal', '-shm']) rmSync(`${ward.database}${end}`, { force: true })
  const folder = join(import.meta.dirname, '../../sql/migrations')
  const earlier = readdirSync(folder).toSorted().slice(0, -1)
  const db = new Sqlite(ward.database)
  for (const name of earlier) db.exec(readFileSync(join(folder, name), 'utf8'))
  db.pragma(`user_version = ${earlier.length}`)
  db.exec(`attach '${now.database}' as now`)
  const tables = db.prepare<[], string>(`select name from main.sqlite_schema where type = 'table'`).pluck().all()
  for (const table of tables) {
    const columns = db.prepare<[string], string>(`select name from pragma_table_info(?)`).pluck().all(table)
    db.exec(`insert into main."${table}" (${columns.join()}) select ${columns.join()} from now."${table}"`)
  }
  db.close()
  return ward
}

async function published(): Promise<Ward> {
  const ward = await secondNight()
  await done(ward, 'nightly', '--as-of', '2026-02-14')
  rmSync(join(ward.folder, 'out/2026-02'), { recursive: true })
  return ward
}

export const firstNight: Case = {
  name: 'the first night',
  given: ['nightly', '--as-of', '2026-02-13'],
  ward: smallWard,
}

/** So many dossiers that the database has to grow in every stage. */
export const largeNight: Case = {
  name: 'a second night with sixty more dossiers',
  given: ['nightly', '--as-of', '2026-02-14'],
  ward: async () => {
    const ward = await secondNight()
    const more = Array.from({ length: 60 }, (_, at) => ({
      code: `H24.131-260205-${String(at + 1).padStart(4, '0')}`,
      identity: `0311956${String(10_000 + at)}`,
    }))
    put(ward, [one, two, three, ...more])
    return ward
  },
}

export const cases: readonly Case[] = [
  firstNight,
  { name: 'a second night with changed files', given: ['nightly', '--as-of', '2026-02-14'], ward: secondNight },
  { name: 'a night on an older database', given: ['nightly', '--as-of', '2026-02-14'], ward: olderDatabase },
  {
    name: 'close',
    given: ['close', '2026-02', ...by],
    decides: true,
    ward: async () => {
      const ward = await smallWard()
      await done(ward, 'nightly', '--as-of', '2026-02-13')
      return ward
    },
  },
  { name: 'restate', given: ['restate', '2026-02', ...by], ward: lateChange, decides: true },
  { name: 'reopen', given: ['reopen', '2026-02', ...by], ward: lateChange, decides: true },
  { name: 'run load', given: ['run', 'load'], ward: published },
  { name: 'run publish', given: ['run', 'publish', '--period', '2026-02'], ward: published },
]

async function done(ward: Ward, ...given: string[]): Promise<void> {
  const { code, err } = await ward.doisoat(...given)
  if (code > 1 || !existsSync(ward.database)) throw new Error(err)
}
