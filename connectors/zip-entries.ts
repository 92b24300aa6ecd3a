import type { Bytes } from './reading.ts'
import { type Broken, isBroken } from './table.ts'
import { entriesIn, type Entry, tooLarge, unpacked } from './zip.ts'

/** A file that came in a zip: where it stood in it, and its bytes. */
export type Zipped = { readonly path: string; readonly bytes: Bytes }

const MiB = 1024 * 1024
const LARGEST_ZIP = 256 * MiB
const LARGEST_CONTENT = 1024 * MiB
const MOST_FILES = 1000
const FEWEST_BYTES = 4

/** The directory of a zip is at its end and points back into it, so all of its bytes have to be at hand. */
export function gathered(bytes: Bytes): Buffer | Broken {
  const parts: Uint8Array[] = []
  let size = 0
  for (const chunk of bytes()) {
    size += chunk.length
    if (size > LARGEST_ZIP) return tooLarge('zip', LARGEST_ZIP)
    parts.push(Buffer.from(chunk)) // whoever reads a file may use one buffer for all of it
  }
  return Buffer.concat(parts)
}

/** The files in a zip, and those in a zip within it; every one has been unpacked once, so that it is known to be whole. */
export function entriesOf(bytes: Bytes): readonly Zipped[] | Broken {
  const zip = gathered(bytes)
  return isBroken(zip) ? zip : filesIn(zip, '', 0)
}

function filesIn(zip: Buffer, folder: string, depth: number): readonly Zipped[] | Broken {
  const entries = entriesIn(zip)
  if (isBroken(entries)) return entries
  const files: Zipped[] = []
  let size = 0
  for (const entry of entries.filter(({ name }) => !name.endsWith('/') && !isClutter(name))) {
    size += entry.size
    if (size > LARGEST_CONTENT || files.length >= MOST_FILES) return tooLarge(entry.name, LARGEST_CONTENT)
    const found = fileOf(zip, entry, folder, depth)
    if (isBroken(found)) return found
    files.push(...found)
  }
  return files
}

function fileOf(zip: Buffer, entry: Entry, folder: string, depth: number): readonly Zipped[] | Broken {
  const path = folder + entry.name
  if (isOutside(entry.name)) return { reason: { id: 'outside', part: path } }
  const first = firstBytes(zip, entry)
  if (isBroken(first)) return first
  if (!isZip(first) || !/\.zip$/i.test(entry.name)) return [{ path, bytes: () => unpackedAgain(zip, entry) }]
  if (depth > 0) return { reason: { id: 'zip', part: path } }
  const inner = gathered(() => unpackedAgain(zip, entry))
  return isBroken(inner) ? inner : filesIn(inner, `${path}/`, depth + 1)
}

/** What systems put beside the files of people. */
function isClutter(name: string): boolean {
  return name.startsWith('__MACOSX/') || /(?:^|\/)(?:\.DS_Store|Thumbs\.db)$/.test(name)
}

function isOutside(name: string): boolean {
  return /^\/|^[a-z]:|\0/i.test(name) || name.split('/').includes('..')
}

function isZip(first: Uint8Array): boolean {
  return first[0] === 0x50 && first[1] === 0x4b
}

/** Reads to the end, because only the end says that all was whole. */
function firstBytes(zip: Buffer, entry: Entry): Uint8Array | Broken {
  let first = new Uint8Array()
  const pieces = unpacked(zip, entry, LARGEST_CONTENT)
  let next = pieces.next()
  for (; next.done !== true; next = pieces.next()) {
    if (first.length < FEWEST_BYTES) first = Buffer.concat([first, next.value.subarray(0, FEWEST_BYTES)])
  }
  return next.value ?? first
}

function* unpackedAgain(zip: Buffer, entry: Entry): Generator<Uint8Array> {
  yield* unpacked(zip, entry, LARGEST_CONTENT)
}
