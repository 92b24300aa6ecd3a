import { newestBackup } from './backups.ts'
import type { Config } from '../config/config.ts'
import { serverTrouble } from './server-trouble.ts'
import { systemCode, Trouble } from '../trouble.ts'

/** What the database refused while it was being opened, as the operator's trouble; what is none is handed on. */
export function openingTrouble(error: unknown, config: Config, database: string, copy: string | null): unknown {
  const cause = systemCode(error)
  const options = { cause: error }
  const damage = serverTrouble(error, database) ?? damageOf(error, config, database)
  if (damage !== null) return damage
  if (cause.startsWith('SQLITE_READONLY')) return new Trouble('database_read_only', { database }, 3, options)
  if (cause === 'SQLITE_FULL' || cause === 'ENOSPC') return new Trouble('disk_full', { path: database }, 3, options)
  if (cause === 'SQLITE_BUSY') return new Trouble('database_busy', { database }, 3, options)
  if (copy !== null && /^SQLITE_(ERROR|CONSTRAINT)/.test(cause))
    return new Trouble('migration_failed', { database, copy, cause: (error as Error).message }, 3, options)
  if (/^SQLITE_|^E/.test(cause)) return new Trouble('database_unreadable', { database, cause }, 3, options)
  return error
}

/** The same while it is asked and written: damage shows only where somebody reads. */
export function tellDamage(config: Config, database: string): (error: unknown) => unknown {
  return (error) => serverTrouble(error, database) ?? damageOf(error, config, database) ?? error
}

function damageOf(error: unknown, config: Config, database: string): Trouble | null {
  const cause = systemCode(error)
  if (!/^SQLITE_(CORRUPT|NOTADB|IOERR_SHORT_READ)/.test(cause)) return null
  return new Trouble('database_damaged', { database, cause, backup: newestBackup(config) }, 3, { cause: error })
}
