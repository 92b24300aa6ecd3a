import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isServer } from '../../sql/postgres/address.ts'
import { rowsIn, tablesIn } from '../support/database.ts'
import type { Ward } from '../support/ward.ts'

export type Rows = Readonly<Record<string, readonly string[]>>

/** What a fault may not change: rows in the order of their keys, documents, kept files, and nothing half-written. */
export type State = { readonly rows: Rows; readonly files: Readonly<Record<string, string>> }

export function stateOf(ward: Ward): State {
  return {
    rows: rowsOf(ward),
    files: { ...hashesIn(ward, 'out'), ...hashesIn(ward, 'var/landing'), ...copiesOf(ward) },
  }
}

/** What is not the same in both. */
export function differences(a: State, b: State): string[] {
  const tables = Object.keys({ ...a.rows, ...b.rows }).filter(
    (name) => a.rows[name]?.join('\n') !== b.rows[name]?.join('\n'),
  )
  const files = Object.keys({ ...a.files, ...b.files }).filter((path) => a.files[path] !== b.files[path])
  return [...tables, ...files]
}

/** The ledger, a line a run: what it was for, and how it ended. */
export function ledgerOf(ward: Ward): string[] {
  const sql = `select command || ' ' || state as line from run order by unit, run`
  return tablesOf(ward).includes('run') ? rowsIn<{ line: string }>(ward.database, sql).map(({ line }) => line) : []
}

export function hashesIn({ folder }: Ward, under: string): Record<string, string> {
  const top = join(folder, under)
  if (!existsSync(top)) return {}
  const entries = readdirSync(top, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).toSorted()
  const hash = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), hash(path)]))
}

/** Of a copy of the database its rows: two that are made of equal ones need not have the same bytes. */
function copiesOf({ folder }: Ward): Record<string, string> {
  const under = join(folder, 'var/backups')
  const names = existsSync(under) ? readdirSync(under).filter((name) => name.endsWith('.db')) : []
  const hash = (name: string): string =>
    createHash('sha256')
      .update(JSON.stringify(rowsOf({ database: join(under, name) })))
      .digest('hex')
  return Object.fromEntries(names.toSorted().map((name) => [name, hash(name)]))
}

/** A run has another number when the one before it broke off: it is named by what it was for. */
function rowsOf(ward: Pick<Ward, 'database'>): Rows {
  const names = tablesOf(ward)
  const sql = `select run, command || ' ' || as_of as meant from run`
  const runs = names.includes('run') ? rowsIn<{ run: number; meant: string }>(ward.database, sql) : []
  const meant = new Map(runs.map((each) => [each.run, each.meant]))
  const plain = (row: Record<string, unknown>): string =>
    JSON.stringify({ ...row, reading: undefined, ...('run' in row ? { run: meant.get(Number(row['run'])) } : {}) })
  const all = names.filter((name) => !['run', 'reconciled', 'summarized'].includes(name)) // how often a file was read
  const rows = (name: string) => rowsIn<Record<string, unknown>>(ward.database, `select * from "${name}"`)
  return Object.fromEntries(all.map((name) => [name, rows(name).map(plain).toSorted()]))
}

/** None where no night has begun. */
function tablesOf({ database }: Pick<Ward, 'database'>): string[] {
  return isServer(database) || existsSync(database) ? tablesIn(database) : []
}
