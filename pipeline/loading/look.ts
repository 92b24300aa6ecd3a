import { lstatSync, readdirSync, type Stats, statSync } from 'node:fs'
import { join } from 'node:path'
import { compare } from '../compare.ts'

/** A file of the inbox as it was met first: `path` is relative to the inbox; no `stats` where it is gone by now. */
export type Look = { readonly path: string; readonly stats: Stats | undefined }

const deepest = 16 // folders: an inbox is not a disk
const settling = 1500 // milliseconds: a file younger than that may still be growing
const pause = 50
const patience = 500

/** A first look at each path. Where a file is so young that it may still be growing, some time passes after it. */
export function looksAt(inbox: string, paths: Iterable<string>, now: () => number): Look[] {
  const looks = [...paths].map((path) => look(inbox, path))
  if (looks.some(({ stats }) => stats !== undefined && now() - stats.mtimeMs < settling)) sleep(pause)
  return looks
}

/** A look at a file that was still being written, and after it more time. */
export function lookAgain(inbox: string, path: string): Look {
  const first = look(inbox, path)
  sleep(patience)
  return first
}

/** The paths of all that lies in an inbox, in their order: files, links, and what lies too deep. */
export function pathsIn(inbox: string): Iterable<string> {
  return walk(inbox, '', 0)
}

/** What lies under a path: a link is not followed, it may lead anywhere. */
export function kindOf(stats: Stats | undefined): 'file' | 'link' | 'too_deep' | 'unreadable' {
  if (stats?.isSymbolicLink() === true) return 'link'
  if (stats?.isDirectory() === true) return 'too_deep'
  return stats?.isFile() === true ? 'file' : 'unreadable'
}

/** Whether size, time and inode of a file are those of the first look. */
export function isStill(source: string, before: Stats): boolean {
  const now = statSync(source)
  return before.size === now.size && before.mtimeMs === now.mtimeMs && before.ino === now.ino
}

export function folderOf(path: string): string {
  return path.split('/').slice(0, -1).join('/')
}

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

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}
