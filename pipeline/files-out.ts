import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from './folder.ts'
import { systemCode, Trouble } from './trouble.ts'

/**
 * Writes a document beside its place, then renames it: a reader never sees half of one, and a night that fails leaves
 * the last good one. Equal bytes are left alone. Throws Trouble `disk_full` or `not_writable` (exit 3).
 */
export function writeBeside(folder: string, name: string, content: string | Uint8Array): void {
  const path = join(folder, name)
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  const draft = `${path}.draft`
  try {
    if (existsSync(path) && readFileSync(path).equals(bytes)) return
    makeFolder(folder)
    writeWhole(draft, bytes)
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, { force: true })
    const cause = systemCode(error)
    if (cause === 'ENOSPC') throw new Trouble('disk_full', { path }, 3, { cause: error })
    if (cause !== '') throw new Trouble('not_writable', { path, cause }, 3, { cause: error })
    throw error
  }
}

function writeWhole(draft: string, bytes: Uint8Array): void {
  const file = openSync(draft, 'w', 0o600)
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
