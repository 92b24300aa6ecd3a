import BetterSqlite from 'better-sqlite3'
import { createEmpty } from './open.ts'

/** A whole and consistent copy of a database, also while others read it; `to` must not be there yet. */
export function copyDatabase(from: string, to: string): void {
  const raw = new BetterSqlite(from, { readonly: true, fileMustExist: true })
  try {
    createEmpty(to)
    raw.prepare('vacuum into ?').run(to)
  } finally {
    raw.close()
  }
}
