import { chmodSync } from 'node:fs'
import BetterSqlite, { type Database } from 'better-sqlite3'

// A database that nobody refers to is closed by the garbage collector, and its lock is gone.
const held = new Set<Database>()

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
  held.add(raw)
  return {
    release: () => {
      held.delete(raw)
      raw.exec('rollback')
      raw.close()
    },
  }
}
