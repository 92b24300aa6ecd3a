import { newestStep } from '../../sql/migrate.ts'
import { type Looked, lookAtServer } from '../../sql/postgres/look.ts'
import type { Config } from '../config/config.ts'
import { serverTrouble } from '../keeping/server-trouble.ts'
import { type Finding, found, orTrouble } from './finding.ts'
import { sizeText } from './machine-checks.ts'

/** The server asked: whether it can be reached and written to, and what it says of its journal being kept elsewhere. */
export async function serverFindings(config: Config): Promise<{ database: Finding; backup: Finding[] }> {
  let looked: Looked | null = null
  const [database] = await orTrouble('database', () => {
    looked = look(config.database)
    return [databaseOf(looked, config)]
  })
  return { database: database!, backup: looked === null ? [] : [backupOf(looked)] }
}

function look(database: string): Looked {
  try {
    return lookAtServer(database)
  } catch (error) {
    throw serverTrouble(error, database) ?? error
  }
}

function databaseOf({ version, bytes, step, agencies, mayWrite }: Looked, { database: file, unit }: Config): Finding {
  const known = newestStep()
  if (step > known) return found('database', 'no', 'database_newer', { file, found: step, known })
  if (!mayWrite) return found('database', 'no', 'server_rights', { file })
  if (step === 0) return found('database', 'hint', 'database_none', { file })
  if (step < known) return found('database', 'hint', 'server_older', { file })
  if (!agencies.includes(unit.agencyCode))
    return found('database', 'hint', 'unit_unknown', { file, agency: unit.agencyCode })
  return found('database', 'yes', 'server_good', { file, version, size: sizeText(bytes) })
}

function backupOf({ archives, archived, failing }: Looked): Finding {
  if (!archives) return found('backup', 'hint', 'server_archive_off', {})
  if (failing) return found('backup', 'no', 'server_archive_fails', { at: archived })
  return found('backup', 'yes', 'server_archives', { at: archived })
}
