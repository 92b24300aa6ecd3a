import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { discard, makeFolder, rename, syncFolder, writeWhole } from '../disk.ts'
import { chunksOf } from '../draft.ts'
import { hashOf } from '../hash.ts'

/** A file, byte for byte, whole or not at all; whatever stood there under that name is replaced. */
export function copyBytes(from: string, to: string): void {
  const draft = `${to}.draft`
  makeFolder(dirname(to))
  try {
    writeWhole(draft, chunksOf(from))
    rename(draft, to)
  } catch (error) {
    discard(draft)
    throw error
  }
  syncFolder(dirname(to))
}

/** Whether two files are the same to the byte; false where one is not there. */
export function sameBytes(a: string, b: string): boolean {
  return existsSync(a) && existsSync(b) && hashOf(a) === hashOf(b)
}
