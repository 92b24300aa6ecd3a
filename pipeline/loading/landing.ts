import { existsSync, type Stats } from 'node:fs'
import { join } from 'node:path'
import type { Bytes } from '../../connectors/reading.ts'
import { isBroken } from '../../connectors/table.ts'
import { entriesOf, type Zipped } from '../../connectors/zip-entries.ts'
import { discard, remove } from '../disk.ts'
import { chunksOf, type Draft, keepDraft, makeDraft } from '../draft.ts'
import { hashOf } from '../hash.ts'
import { folderOf, isStill, kindOf, lookAgain, type Look, looksAt, pathsIn } from './look.ts'

/**
 * A file of the inbox that stood still and is kept: `path` is relative to the inbox, `folder` its drop. A zip is a
 * folder in such a path: what it holds is landed as if somebody had unpacked it there.
 */
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

/**
 * Copies every file of the inbox into the landing, under its hash, in the order of their paths. The inbox is never
 * changed. A file must stand still over two looks, else it is `not_ready`; a link is not followed, it may lead anywhere.
 */
export function* land(
  inbox: string,
  landing: string,
  now: () => number = Date.now,
  has: (bytes: number) => void = () => {}, // in all
  paths: Iterable<string> = pathsIn(inbox),
): Generator<Met> {
  const looks = looksAt(inbox, paths, now)
  has(looks.reduce((sum, { stats }) => sum + (stats?.size ?? 0), 0))
  for (const each of looks) yield* meet(inbox, landing, each)
}

/** A file that was still being written is looked at once more, at the end of the pass. */
export function* landAgain(inbox: string, landing: string, path: string): Generator<Met> {
  yield* meet(inbox, landing, lookAgain(inbox, path))
}

/** The bytes of a kept file, from the beginning at every call. */
export function bytesOf(kept: string): Bytes {
  return () => chunksOf(kept)
}

export function keptAt(landing: string, sha256: string): string {
  return join(landing, sha256.slice(0, 2), sha256)
}

function* meet(inbox: string, landing: string, { path, stats }: Look): Generator<Met> {
  const folder = folderOf(path)
  const kind = kindOf(stats)
  if (kind !== 'file') yield { is: kind, path, folder }
  else {
    const copied = copyOf(join(inbox, path), landing, stats!)
    if (typeof copied === 'string') yield { is: copied, path, folder }
    else if ('kept' in copied) yield { is: 'landed', landed: { path, folder, ...copied } }
    else yield* keep(copied, landing, path)
  }
}

type Copied = Draft | Pick<Landed, 'sha256' | 'bytes' | 'kept'> | 'not_ready' | 'unreadable'

/**
 * Size, time and inode must be those of the first look, and what is copied what was read before. What is kept already,
 * as most of an inbox is on most nights, is not copied again.
 */
function copyOf(source: string, landing: string, before: Stats): Copied {
  const at = join(landing, '.draft')
  try {
    const sha256 = hashOf(source)
    const kept = keptAt(landing, sha256)
    if (isStill(source, before) && existsSync(kept) && !isZip(kept)) return { sha256, bytes: before.size, kept }
    const draft = makeDraft(at, chunksOf(source))
    if (isStill(source, before) && draft.bytes === before.size && draft.sha256 === sha256) return draft
    remove(at)
    return 'not_ready'
  } catch (error) {
    discard(at)
    if (error instanceof Error && 'path' in error && error.path === source) return 'unreadable'
    throw error
  }
}

/** Whether a kept file would be unpacked if it lay in the inbox: one that lay in a zip itself, say. */
function isZip(kept: string): boolean {
  const files = entriesOf(bytesOf(kept))
  return files !== null && !isBroken(files)
}

/** A zip that cannot be unpacked is kept as it is: whoever reads it says why. */
function* keep(draft: Draft, landing: string, path: string): Generator<Met> {
  const files = entriesOf(bytesOf(draft.at))
  if (files === null || isBroken(files)) yield landed(draft, landing, path, folderOf(path))
  else yield* unpacked(files, draft, landing, path)
}

function* unpacked(files: readonly Zipped[], draft: Draft, landing: string, zip: string): Generator<Met> {
  try {
    for (const file of files) yield landedFrom(file, landing, zip)
  } finally {
    discard(draft.at) // what stays is written over by whoever unpacks next
    discard(entryDraft(landing))
  }
}

function entryDraft(landing: string): string {
  return join(landing, '.draft-of-entry')
}

/** The name of an entry says where it came from, and never where it is written to. */
function landedFrom({ path, drop, bytes }: Zipped, landing: string, zip: string): Met {
  const draft = makeDraft(entryDraft(landing), bytes())
  const folder = drop === null ? folderOf(zip) : drop === '' ? zip : `${zip}/${drop}`
  return landed(draft, landing, `${zip}/${path}`, folder)
}

function landed(draft: Draft, landing: string, path: string, folder: string): Met {
  const { sha256, bytes } = draft
  const kept = keptAt(landing, sha256)
  keepDraft(draft, kept)
  return { is: 'landed', landed: { path, folder, sha256, bytes, kept } }
}
