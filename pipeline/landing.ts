import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Bytes } from '../connectors/reading.ts'
import { compare } from './compare.ts'
import { makeFolder } from './folder.ts'

/** A file of the inbox that stood still and is kept: `path` is relative to the inbox, `folder` its drop. */
export type Landed = {
  readonly path: string
  readonly folder: string
  readonly sha256: string
  readonly bytes: number
  readonly kept: string
}

/** What a file of the inbox turned out to be before anyone read it. */
export type Met =
  | { readonly is: 'landed'; readonly landed: Landed }
  | { readonly is: 'not_ready' | 'link' | 'too_deep' | 'unreadable'; readonly path: string; readonly folder: string }

const chunk = 256 * 1024
const deepest = 16 // folders: an inbox is not a disk
const settling = 1500 // milliseconds: a file younger than that may still be growing
const pause = 50
const patience = 500

/**
 * Copies every file of the inbox into the landing, under its hash, in the order of their paths. The inbox is never
 * changed. A file must stand still over two looks, else it is `not_ready`; a link is not followed, it may lead anywhere.
 */
export function* land(inbox: string, landing: string, now: () => number = Date.now): Generator<Met> {
  const looks = [...walk(inbox, '', 0)].map((path) => look(inbox, path))
  if (looks.some(({ stats }) => stats !== undefined && now() - stats.mtimeMs < settling)) sleep(pause)
  for (const each of looks) yield meet(inbox, landing, each)
}

/** A file that was still being written is looked at once more, at the end of the pass. */
export function landAgain(inbox: string, landing: string, path: string): Met {
  const first = look(inbox, path)
  sleep(patience)
  return meet(inbox, landing, first)
}

/** The bytes of a kept file, from the beginning at every call. */
export function bytesOf(kept: string): Bytes {
  return () => chunksOf(kept)
}

export function keptAt(landing: string, sha256: string): string {
  return join(landing, sha256.slice(0, 2), sha256)
}

function folderOf(path: string): string {
  return path.split('/').slice(0, -1).join('/')
}

type Look = { readonly path: string; readonly stats: Stats | undefined }

function look(inbox: string, path: string): Look {
  return { path, stats: lstatSync(join(inbox, path), { throwIfNoEntry: false }) }
}

/** A spreadsheet's lock and a hidden half of a download are no exports; folders that lie too deep are said. */
function* walk(inbox: string, under: string, depth: number): Generator<string> {
  const entries = readdirSync(join(inbox, under), { withFileTypes: true })
  for (const entry of entries.toSorted((a, b) => compare(a.name, b.name))) {
    const path = under === '' ? entry.name : `${under}/${entry.name}`
    if (entry.name.startsWith('.') || entry.name.startsWith('~$')) continue
    if (entry.isDirectory() && depth < deepest) yield* walk(inbox, path, depth + 1)
    else yield path
  }
}

function meet(inbox: string, landing: string, { path, stats }: Look): Met {
  const folder = folderOf(path)
  if (stats?.isSymbolicLink()) return { is: 'link', path, folder }
  if (stats?.isDirectory()) return { is: 'too_deep', path, folder }
  if (stats === undefined || !stats.isFile()) return { is: 'unreadable', path, folder }
  return landOne(inbox, landing, path, stats)
}

/** Size, time and inode must be those of the first look, and the source read again must be what was copied. */
function landOne(inbox: string, landing: string, path: string, before: Stats): Met {
  const [source, draft, folder] = [join(inbox, path), join(landing, '.draft'), folderOf(path)]
  try {
    const copied = copy(source, landing, draft)
    const after = statSync(source)
    const still = before.size === after.size && before.mtimeMs === after.mtimeMs && before.ino === after.ino
    if (still && copied.bytes === after.size && hashOf(source) === copied.sha256) {
      const kept = keptAt(landing, copied.sha256)
      keep(draft, kept)
      return { is: 'landed', landed: { path, folder, sha256: copied.sha256, bytes: copied.bytes, kept } }
    }
    rmSync(draft, { force: true })
    return { is: 'not_ready', path, folder }
  } catch (error) {
    rmSync(draft, { force: true })
    if (error instanceof Error && 'path' in error && error.path === source) return { is: 'unreadable', path, folder }
    throw error
  }
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}

function copy(source: string, landing: string, draft: string): { sha256: string; bytes: number } {
  makeFolder(landing)
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
  makeFolder(join(kept, '..'))
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
