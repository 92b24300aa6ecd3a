import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { discard, makeFolder, remove, rename, writeWhole } from './disk.ts'
import { systemCode, Trouble } from './trouble.ts'

/**
 * Writes a document beside its place, then renames it: a reader never sees half of one, and a night that fails leaves
 * the last good one. Equal bytes are left alone. Throws Trouble `disk_full` or `not_writable` (exit 3).
 */
export function writeBeside(folder: string, name: string, content: string | Uint8Array): void {
  const path = join(folder, name)
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  const draft = `${path}.draft`
  if (holds(path, bytes)) return remove(draft) // of a run that was killed
  try {
    makeFolder(folder)
    writeWhole(draft, [bytes])
    rename(draft, path)
  } catch (error) {
    discard(draft)
    throw error
  }
}

function holds(path: string, bytes: Uint8Array): boolean {
  try {
    return existsSync(path) && readFileSync(path).equals(bytes)
  } catch (error) {
    throw new Trouble('not_writable', { path, cause: systemCode(error) }, 3, { cause: error })
  }
}
