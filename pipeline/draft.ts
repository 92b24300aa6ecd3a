import { createHash } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from './folder.ts'

/** A copy that is not kept yet: it stands in the landing under no hash. */
export type Draft = { readonly at: string; readonly sha256: string; readonly bytes: number }

const chunk = 256 * 1024

/** Writes bytes to the disk, and says what their hash is. */
export function makeDraft(at: string, parts: Iterable<Uint8Array>): Draft {
  makeFolder(join(at, '..'))
  const hash = createHash('sha256')
  const out = openSync(at, 'w', 0o600)
  let bytes = 0
  try {
    for (const part of parts) {
      hash.update(part)
      bytes += writeSync(out, part)
    }
    fsyncSync(out)
  } finally {
    closeSync(out)
  }
  return { at, sha256: hash.digest('hex'), bytes }
}

/** The draft becomes the kept file; where that is there already, the draft is not needed. */
export function keepDraft({ at }: Draft, kept: string): void {
  if (existsSync(kept)) return rmSync(at)
  makeFolder(join(kept, '..'))
  renameSync(at, kept)
}

export function hashOf(path: string): string {
  const hash = createHash('sha256')
  for (const part of chunksOf(path)) hash.update(part)
  return hash.digest('hex')
}

export function* chunksOf(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r')
  try {
    for (;;) {
      const part = new Uint8Array(chunk)
      const read = readSync(file, part, 0, chunk, null)
      if (read === 0) return
      yield part.subarray(0, read)
    }
  } finally {
    closeSync(file)
  }
}
