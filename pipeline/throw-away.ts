import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { copyDatabase } from '../sql/copy.ts'
import { copyFromServer } from '../sql/postgres/copy.ts'
import type { Config } from './config/config.ts'
import { isOnServer } from './config/home.ts'
import { nobody } from './config/notify-config.ts'
import { inThrowAwayFolder } from './disk.ts'
import { serverTrouble } from './keeping/server-trouble.ts'

/**
 * Lets `work` run on a ward that is gone afterwards: its own database, landing and output in a temporary folder.
 * With `known` it begins with a copy of what the ward knows.
 */
export async function onThrowAway(
  config: Config,
  known: boolean,
  work: (there: Config) => Promise<void>,
): Promise<void> {
  await inThrowAwayFolder(async (home) => {
    const backups = { folder: join(home, 'backups'), keep: 0 }
    const log = { folder: join(home, 'log'), days: 0 }
    const there: Config = {
      ...config,
      database: join(home, 'doisoat.db'),
      out: join(home, 'out'),
      backups,
      log,
      notify: nobody,
    }
    if (known) copyOfWard(config, there.database)
    await work(there)
  })
}

/** A trial of a ward that is on a server runs on a file, as all trials do: nobody needs rights for it there. */
function copyOfWard(config: Config, to: string): void {
  const { database, unit } = config
  if (!isOnServer(config)) return existsSync(database) ? copyDatabase(database, to) : undefined
  try {
    copyFromServer(database, unit.agencyCode, to)
  } catch (error) {
    throw serverTrouble(error, database) ?? error
  }
}
