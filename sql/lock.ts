import { chmodSync } from 'node:fs'
import BetterSqlite from 'better-sqlite3'

/** An exclusive transaction on a small database of its own; null when another process has it. The system frees it. */
export function tryLock(path: string): { readonly release: () => void } | null {
  const raw = new BetterSqlite(path, { timeout: 0 })
  try {
    chmodSync(path, 0o600)
    raw.exec('begin exclusive')
  } catch (error) {
    raw.close()
    if (error instanceof BetterSqlite.SqliteError && error.code === 'SQLITE_BUSY') return null
    throw error
  }
  return {
    release: () => {
      raw.exec('rollback')
      raw.close()
    },
  }
}
