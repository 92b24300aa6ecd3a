import BetterSqlite, { type Database } from 'better-sqlite3'
import { question } from './ask.ts'
import { newestStep, stepOf } from './migrate.ts'

/** What a file turns out to be that should be a database of this program. */
export type Examined =
  | { readonly is: 'good'; readonly step: number; readonly units: readonly UnitThere[] }
  | { readonly is: 'newer'; readonly found: number; readonly known: number }
  | { readonly is: 'damaged'; readonly cause: string }
  | { readonly is: 'foreign' } // whole, and of another program

/** A ward in a database, and the last line of its ledger that ended well; null where none did. */
export type UnitThere = { readonly agency: string; readonly run: number; readonly asOf: string | null }

export type RunThere = {
  readonly agency: string
  readonly run: number
  readonly command: string
  readonly asOf: string
  readonly state: string
}

/** A file that a database names, and the path under which it was met last. */
export type FileThere = { readonly sha256: string; readonly path: string; readonly agency: string }

/** What is said of a whole database without opening it as an office: of any earlier step too. */
export type Contents = {
  readonly runs: readonly RunThere[]
  readonly files: readonly FileThere[]
  readonly acknowledgements: number
  readonly links: number
  readonly purges: number
}

/**
 * Copies a database page by page while others may read it (SQLite's online backup), as a file that needs no other beside
 * it. `to` is there already, and is written over.
 */
export async function backUp(from: string, to: string): Promise<void> {
  const raw = new BetterSqlite(from, { readonly: true, fileMustExist: true, timeout: 5000 })
  try {
    await raw.backup(to, { progress: () => PAGES })
  } finally {
    raw.close()
  }
  settle(to)
}

const PAGES = 4096 // at a time

/** Brings into the file what still stands beside it; false where somebody else reads it at the moment. */
export function settle(path: string): boolean {
  return withDatabase(path, { timeout: 1000 }, (raw) => {
    raw.pragma('wal_checkpoint(truncate)')
    return raw.pragma('journal_mode = delete', { simple: true }) === 'delete'
  })
}

/** Opens a file and reads all of its pages: `quick` leaves out whether the indexes agree with the rows. */
export function examine(path: string, how: 'quick' | 'whole'): Examined {
  try {
    return withDatabase(path, { readonly: true, fileMustExist: true }, (raw) => examined(raw, how))
  } catch (error) {
    if (!(error instanceof BetterSqlite.SqliteError) || error.code === 'SQLITE_ERROR') throw error
    return { is: 'damaged', cause: error.code }
  }
}

function examined(raw: Database, how: 'quick' | 'whole'): Examined {
  const said = String(raw.pragma(how === 'quick' ? 'quick_check(1)' : 'integrity_check(1)', { simple: true }))
  if (said !== 'ok') return { is: 'damaged', cause: said.split('\n')[0]! }
  const step = stepOf(raw)
  if (step > newestStep()) return { is: 'newer', found: step, known: newestStep() }
  if (step === 0 || !has(raw, 'unit') || !has(raw, 'run')) return { is: 'foreign' }
  const units = raw.prepare<[], UnitThere>(question('units-of-a-database')).all()
  return { is: 'good', step, units }
}

/** What people decided; a database of an older program may lack the tables. */
const counts = {
  acknowledgement: 'select count(*) from acknowledgement',
  link_decision: 'select count(*) from link_decision',
  purge: 'select count(*) from purge',
} as const

/** Of a database that `examine` found good. */
export function contentsOf(path: string): Contents {
  return withDatabase(path, { readonly: true, fileMustExist: true }, (raw) => {
    const count = (table: keyof typeof counts): number =>
      has(raw, table) ? Number(raw.prepare(counts[table]).pluck().get()) : 0
    return {
      runs: raw.prepare<[], RunThere>(question('runs-of-a-database')).all(),
      files: raw.prepare<[], FileThere>(question('kept-files-of-a-database')).all(),
      acknowledgements: count('acknowledgement'),
      links: count('link_decision'),
      purges: count('purge'),
    }
  })
}

/** How many migrations a database that is there has behind it. Throws what SQLite throws. */
export function stepThere(path: string): number {
  return withDatabase(path, { readonly: true, fileMustExist: true, timeout: 5000 }, stepOf)
}

function has(raw: Database, table: string): boolean {
  return raw.prepare('select 1 from sqlite_schema where type = ? and name = ?').get('table', table) !== undefined
}

function withDatabase<Result>(path: string, options: BetterSqlite.Options, work: (raw: Database) => Result): Result {
  const raw = new BetterSqlite(path, options)
  try {
    return work(raw)
  } finally {
    raw.close()
  }
}
