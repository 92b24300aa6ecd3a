import { accessSync, constants, statSync } from 'node:fs'
import type { Config } from '../config/config.ts'
import { homeOf, isOnServer } from '../config/home.ts'
import { landingOf } from '../open-office.ts'
import { systemCode } from '../trouble.ts'
import type { Machine } from '../world.ts'
import { type Finding, found } from './finding.ts'
import { nearestThere } from './machine-checks.ts'

/** Where personal data lies: the database, the kept files, the copies; each its owner's alone. What is not there is no matter. */
export function permissionFindings(config: Config, { platform }: Pick<Machine, 'platform'>): Finding[] {
  if (platform === 'win32') return [found('permissions', 'hint', 'permissions_of_windows', {})]
  const open = placesOf(config).flatMap((path) => {
    const mode = statSync(path, { throwIfNoEntry: false })?.mode ?? 0
    return (mode & 0o077) === 0 ? [] : [{ path, mode: (mode & 0o777).toString(8).padStart(4, '0') }]
  })
  return open.length === 0
    ? [found('permissions', 'yes', 'owner_alone', {})]
    : open.map((told) => found('permissions', 'no', 'open_to_others', told))
}

/** What is on a server is its keeper's to hide. */
function placesOf(config: Config): string[] {
  return isOnServer(config) ? [landingOf(config)] : [config.database, landingOf(config), config.backups.folder]
}

/** Every folder that a night writes to; one that is not there yet has to be made in what is. */
export function folderFindings(config: Config): Finding[] {
  const folders = [
    homeOf(config),
    landingOf(config),
    config.out,
    ...(isOnServer(config) ? [] : [config.backups.folder]),
  ]
  const closed = [...new Set(folders)].flatMap((folder) => {
    const cause = refusalOf(nearestThere(folder))
    return cause === null ? [] : [{ path: folder, cause }]
  })
  return closed.length === 0
    ? [found('folders', 'yes', 'folders_writable', {})]
    : closed.map((told) => found('folders', 'no', 'folder_closed', told))
}

/** What the system would say to a new file in there; null: nothing. */
function refusalOf(folder: string): string | null {
  if (!statSync(folder).isDirectory()) return 'ENOTDIR'
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
    return null
  } catch (error) {
    return systemCode(error)
  }
}
