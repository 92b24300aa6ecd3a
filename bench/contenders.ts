import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { foundByPeer, foundByUs, holdToPlanted } from './differences.ts'
import type { Lists } from './lists.ts'
import { measured, type Taken } from './measured.ts'
import { emptied, handOver, home, night, openWard } from './ward.ts'

/**
 * Somebody who does the night's work; `run` does it once in a folder that it empties first, and throws where other
 * differences were found than those that were planted.
 */
export type Contender = {
  readonly name: string
  readonly is: string // with its version, as the results name it
  readonly run: (folder: string, lists: Lists) => Promise<Taken>
}

export type Absent = { readonly name: string; readonly why: string }

export const ours: Contender = {
  name: 'doisoat',
  is: `doisoat, Node ${process.versions.node}: SQLite on the disk, with lineage, line accounts, all rules, a backup`,
  run: async (folder, lists) => {
    openWard(folder)
    handOverLists(folder, lists)
    const taken = await night(folder, '2026-02-11')
    holdToPlanted('doisoat', foundByUs(folder), lists.planted)
    return taken
  },
}

export function handOverLists(folder: string, { portal, ministry }: Lists): void {
  handOver(folder, 'DVCQG_DanhSachHoSo.csv', portal)
  handOver(folder, 'HoTich_DanhSach.csv', ministry)
}

/** Who is there to be compared with, and who is not. */
export function peers(): { readonly present: readonly Contender[]; readonly absent: readonly Absent[] } {
  const tried = [duckdb(), sqlite(), python('polars', 'into Parquet'), python('pandas', 'in memory')]
  return {
    present: tried.filter((each) => 'run' in each),
    absent: tried.filter((each) => 'why' in each),
  }
}

type Ways = { readonly [place: string]: string }

/** A peer in an empty folder, held to what was planted. */
function peer(name: string, is: string, work: (folder: string, ways: Ways) => Promise<Taken>): Contender {
  const run = async (folder: string, { portal, ministry, planted }: Lists): Promise<Taken> => {
    const taken = await work(emptied(folder), { portal, ministry, differences: join(folder, 'differences.csv') })
    holdToPlanted(name, foundByPeer(folder), planted)
    return taken
  }
  return { name, is, run }
}

function duckdb(): Contender | Absent {
  const name = 'DuckDB'
  const version = versionOf('@duckdb/node-api')
  if (version === null) return { name, why: 'its package is not installed (npm ci, without --omit=dev)' }
  const script = join(import.meta.dirname, 'peers/night.duckdb.sql')
  return peer(name, `DuckDB ${version}: in the process, a file as its database, all cores`, (folder, ways) => {
    const given = [join(import.meta.dirname, 'duckdb.ts'), join(folder, 'night.duckdb'), script]
    const places = Object.entries(ways).map((pair) => pair.join('='))
    return measured({ command: process.execPath, given: [...given, ...places] })
  })
}

function sqlite(): Contender | Absent {
  const name = 'sqlite3'
  const version = saidBy('sqlite3', ['--version'])
  if (version === null) return { name, why: 'no sqlite3 on the path' }
  return peer(name, `sqlite3 ${version.split(' ')[0]}: the shell, .import and SQL`, (folder, ways) => {
    const script = readFileSync(join(import.meta.dirname, 'peers/night.sqlite.sql'), 'utf8')
    const input = join(folder, 'night.sql')
    writeFileSync(input, Object.entries(ways).reduce((text, [place, path]) => text.replaceAll(`{${place}}`, path), script)) // prettier-ignore
    return measured({ command: 'sqlite3', given: [join(folder, 'night.db')], input })
  })
}

function python(name: 'polars' | 'pandas', where: string): Contender | Absent {
  const version = saidBy('python3', ['-c', `import ${name}; print(${name}.__version__)`])
  if (version === null) return { name, why: `no python3 with ${name}` }
  const script = join(import.meta.dirname, `peers/night.${name}.py`)
  return peer(name, `${name} ${version.trim()}: ${where}, no database`, (folder, { portal, ministry }) =>
    measured({ command: 'python3', given: [script, portal!, ministry!, folder] }),
  )
}

function saidBy(command: string, given: readonly string[]): string | null {
  try {
    return execFileSync(command, given, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return null // it is not there: the results say so
  }
}

function versionOf(name: string): string | null {
  try {
    const about = readFileSync(join(home, 'node_modules', name, 'package.json'), 'utf8')
    return (JSON.parse(about) as { version: string }).version
  } catch {
    return null
  }
}
