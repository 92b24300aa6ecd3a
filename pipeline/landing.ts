import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Bytes } from '../connectors/reading.ts'

/** A file of the inbox that stood still and is kept: `path` is relative to the inbox, `folder` its drop. */
export type Landed = {
  readonly path: string
  readonly folder: string
  readonly sha256: string
  readonly bytes: number
  readonly kept: string
}

export type Met =
  | { readonly is: 'landed'; readonly landed: Landed }
  | { readonly is: 'not_ready' | 'link'; readonly path: string; readonly folder: string }

const chunk = 256 * 1024
const deepest = 16 // folders: an inbox is not a disk
const settling = 1500 // milliseconds: a file younger than that is looked at once more

/**
 * Copies every file of the inbox into the landing, under its hash, in the order of their paths. The inbox is never
 * changed. A file that is still being written gives `not_ready`; a link is not followed, it may lead anywhere.
 */
export function* land(inbox: string, landing: string, now: () => number = Date.now): Generator<Met> {
  for (const path of walk(inbox, '', 0)) {
    const folder = path.split('/').slice(0, -1).join('/')
    if (lstatSync(join(inbox, path)).isSymbolicLink()) yield { is: 'link', path, folder }
    else yield landOne(inbox, landing, path, folder, now)
  }
}

/** The bytes of a kept file, from the beginning at every call. */
export function bytesOf(kept: string): Bytes {
  return () => chunksOf(kept)
}

export function keptAt(landing: string, sha256: string): string {
  return join(landing, sha256.slice(0, 2), sha256)
}

function* walk(inbox: string, under: string, depth: number): Generator<string> {
  if (depth > deepest) return
  const entries = readdirSync(join(inbox, under), { withFileTypes: true }).toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  )
  for (const entry of entries) {
    const path = under === '' ? entry.name : `${under}/${entry.name}`
    if (entry.name.startsWith('.') || entry.name.startsWith('~$')) continue // a spreadsheet's lock, a half download
    if (entry.isDirectory()) yield* walk(inbox, path, depth + 1)
    else if (entry.isFile() || entry.isSymbolicLink()) yield path
  }
}

/** Size, time and inode must stand still over two looks, and the source read again must be what was copied. */
function landOne(inbox: string, landing: string, path: string, folder: string, now: () => number): Met {
  const source = join(inbox, path)
  const before = statSync(source)
  if (now() - before.mtimeMs < settling) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50)
  const draft = join(landing, '.draft')
  const copied = copy(source, landing, draft)
  const after = statSync(source)
  const still = before.size === after.size && before.mtimeMs === after.mtimeMs && before.ino === after.ino
  if (!still || copied.bytes !== after.size || hashOf(source) !== copied.sha256) {
    rmSync(draft, { force: true })
    return { is: 'not_ready', path, folder }
  }
  const kept = keptAt(landing, copied.sha256)
  keep(draft, kept)
  return { is: 'landed', landed: { path, folder, sha256: copied.sha256, bytes: copied.bytes, kept } }
}

function copy(source: string, landing: string, draft: string): { sha256: string; bytes: number } {
  mkdirSync(landing, { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  const out = openSync(draft, 'w', 0o600)
  let bytes = 0
  try {
    for (const part of chunksOf(source)) {
      hash.update(part)
      bytes += writeSync(out, part)
    }
    fsyncSync(out)
  } finally {
    closeSync(out)
  }
  return { sha256: hash.digest('hex'), bytes }
}

function keep(draft: string, kept: string): void {
  if (existsSync(kept)) return rmSync(draft)
  mkdirSync(join(kept, '..'), { recursive: true, mode: 0o700 })
  renameSync(draft, kept)
}

function hashOf(path: string): string {
  const hash = createHash('sha256')
  for (const part of chunksOf(path)) hash.update(part)
  return hash.digest('hex')
}

function* chunksOf(path: string): Generator<Uint8Array> {
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
