import { lstatSync, type Stats } from 'node:fs'
import { join } from 'node:path'
import type { Reason } from '../../connectors/reading.ts'
import type { CommonInbox } from '../config/config.ts'
import { bytesOf } from '../loading/landing.ts'
import { kindOf, pathsIn } from '../loading/look.ts'
import { systemCode } from '../trouble.ts'
import { type Memory, readMemory, type Remembered, writeMemory } from './memory.ts'
import { whoseFile } from './read-file.ts'
import type { Verdict } from './verdict.ts'

/** The files of a common inbox by whose they are, and those that are nobody's or several wards', with the reason. */
export type Sorted = {
  readonly byUnit: ReadonlyMap<string, readonly string[]> // by agency code
  readonly untaken: readonly { readonly path: string; readonly reason: Reason }[]
}

/** Whether what was found is kept for the next night; whoever only asks writes nothing. */
export type Remembering = 'kept' | 'only read'

/**
 * Says of each file of a common inbox whose it is: a folder that is called as a ward's agency code is the ward's; any
 * other file is read. What was read once is remembered, as long as the file stands as it stood and the wards are the same.
 */
export function sortInbox(
  inbox: string,
  { units, memory: at }: CommonInbox,
  remembering: Remembering = 'kept',
): Sorted {
  const folders = new Map(units.map(({ agencyCode }) => [agencyCode.toUpperCase(), agencyCode]))
  const before = readMemory(at, inbox, units)
  const after: Memory = new Map()
  const byUnit = new Map<string, string[]>()
  const untaken: { path: string; reason: Reason }[] = []
  for (const path of pathsIn(inbox)) {
    const verdict = inFolderOf(path, folders) ?? lookedAt(inbox, path)
    if ('reason' in verdict) untaken.push({ path, reason: verdict.reason })
    else byUnit.set(verdict.unit, [...(byUnit.get(verdict.unit) ?? []), path])
  }
  if (remembering === 'kept') writeMemory(at, inbox, units, after, before)
  return { byUnit, untaken }

  function lookedAt(folder: string, path: string): Verdict {
    const stats = lstatSync(join(folder, path), { throwIfNoEntry: false })
    const kind = kindOf(stats)
    if (stats === undefined || kind !== 'file') return { reason: { id: kind } }
    const known = before.get(path)
    const verdict = known !== undefined && isSame(known, stats) ? known.verdict : read(join(folder, path))
    after.set(path, { size: stats.size, changed: stats.mtimeMs, inode: stats.ino, verdict })
    return verdict
  }

  function read(file: string): Verdict {
    try {
      return whoseFile(bytesOf(file), units)
    } catch (error) {
      if (systemCode(error) === '') throw error
      return { reason: { id: 'unreadable' } }
    }
  }
}

function inFolderOf(path: string, folders: ReadonlyMap<string, string>): Verdict | null {
  const folder = path.split('/').slice(0, -1).find((part) => folders.has(part.toUpperCase())) // prettier-ignore
  return folder === undefined ? null : { unit: folders.get(folder.toUpperCase())! }
}

function isSame({ size, changed, inode }: Remembered, stats: Stats): boolean {
  return size === stats.size && changed === stats.mtimeMs && inode === stats.ino
}
