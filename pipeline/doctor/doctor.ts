import { existsSync } from 'node:fs'
import type { Config } from '../config/config.ts'
import { readConfig } from '../config/read-config.ts'
import { isOnServer } from '../config/home.ts'
import { lastGoodNight } from '../ledger.ts'
import type { Office } from '../office.ts'
import { calendarOf, openOfficeOf } from '../open-office.ts'
import { Trouble } from '../trouble.ts'
import type { Common, World } from '../world.ts'
import { backupFinding, clockFinding, databaseFinding, inboxFinding, nightFindings, noNight } from './data-checks.ts'
import { type Finding, found, orTrouble } from './finding.ts'
import { diskFindings, nodeFinding, zoneFinding } from './machine-checks.ts'
import { folderFindings, permissionFindings } from './place-checks.ts'
import { serverFindings } from './server-checks.ts'
import { tableFindings } from './table-checks.ts'

/**
 * Everything that a night needs, looked at without changing anything (SQLite puts its empty files for readers beside the
 * database, as for any question). Without a configuration there is nothing more to look at than the machine.
 */
export async function examineAll(world: World, flags: Pick<Common, 'config' | 'unit'>): Promise<Finding[]> {
  const machine = machineFindings(world)
  let config: Config | null = null
  const configured = await orTrouble('configuration', () => {
    config = readConfig(flags, world.cwd)
    return [found('configuration', 'yes', 'configuration_good', { file: config.file, unit: config.unit.name })]
  })
  return [...machine, ...configured, ...(config === null ? [] : await findingsOf(config, world))]
}

/** Of the machine alone: whatever ward it works for. */
export function machineFindings(world: World): Finding[] {
  return [nodeFinding(world.machine), zoneFinding(world)]
}

/** Of one ward, its folders, its database and its nights. */
export async function findingsOf(config: Config, world: World): Promise<Finding[]> {
  const now = world.now()
  const server = isOnServer(config) ? await serverFindings(config) : null
  const database = server?.database ?? databaseFinding(config)
  const office = database.is === 'yes' ? await openOrNull(world, config) : null
  try {
    const night = office === null ? null : lastGoodNight(office)
    const isNew = database.id === 'database_none' || database.id === 'unit_unknown'
    return [
      clockFinding(config, night?.finished ?? null, now),
      ...diskFindings(config),
      ...permissionFindings(config, world.machine),
      ...folderFindings(config),
      ...(await tableFindings(config, now)),
      database,
      ...(await orTrouble('inbox', () => [inboxFinding(config, calendarOrNull(config), now)])),
      ...(office !== null ? nightFindings(office, now) : isNew ? [noNight] : []),
      ...(server?.backup ?? [backupFinding(config, office !== null || isNew ? (night?.asOf ?? null) : UNKNOWN)]),
    ]
  } finally {
    await office?.store.close()
  }
}

const UNKNOWN = '' // before every night: the database cannot say which was the last

/** A calendar or a catalogue that cannot be read has a line of its own, and leaves nothing to ask the database with. */
async function openOrNull(world: World, config: Config): Promise<Office | null> {
  if (!isOnServer(config) && !existsSync(config.database)) return null
  try {
    return await openOfficeOf(world, config)
  } catch (error) {
    if (error instanceof Trouble) return null
    throw error
  }
}

function calendarOrNull(config: Config) {
  try {
    return calendarOf(config)
  } catch (error) {
    if (error instanceof Trouble) return null
    throw error
  }
}
