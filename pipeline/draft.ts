import { createHash } from 'node:crypto'
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'
import { dirname } from 'node:path'
import { discard, makeFolder, remove, rename, syncFolder, writeWhole } from './disk.ts'

/** A copy that is not kept yet: it stands in the landing under no hash. */
export type Draft = { readonly at: string; readonly sha256: string; readonly bytes: number }

const chunk = 256 * 1024

/** Writes bytes to the disk, and says what their hash is. */
export function makeDraft(at: string, parts: Iterable<Uint8Array>): Draft {
  makeFolder(dirname(at))
  const hash = createHash('sha256')
  let bytes = 0
  writeWhole(at, counted())
  return { at, sha256: hash.digest('hex'), bytes }

  function* counted(): Generator<Uint8Array> {
    for (const part of parts) {
      hash.update(part)
      bytes += part.length
      yield part
    }
  }
}

/**
 * The draft becomes the kept file; where that is there already, the draft is not needed. The database will say that it
 * is there, so its name is on the disk before.
 */
export function keepDraft({ at }: Draft, kept: string): void {
  if (existsSync(kept)) return remove(at)
  try {
    makeFolder(dirname(kept))
    rename(at, kept)
  } catch (error) {
    discard(at)
    throw error
  }
  syncFolder(dirname(kept))
  syncFolder(dirname(dirname(kept)))
}

/** The bytes of a file. What is thrown names the file, also where the system does not: a disk that cannot read, say. */
export function* chunksOf(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r')
  try {
    const length = Math.min(chunk, fstatSync(file).size + 1) // most exports are small: a chunk of zeros costs more than they do
    for (;;) {
      const part = new Uint8Array(length)
      const read = readInto(file, part, path)
      if (read === 0) return
      yield part.subarray(0, read)
    }
  } finally {
    closeSync(file)
  }
}

function readInto(file: number, part: Uint8Array, path: string): number {
  try {
    return readSync(file, part, 0, part.length, null)
  } catch (error) {
    throw Object.assign(error as Error, { path })
  }
}
