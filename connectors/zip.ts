import { crc32 } from 'node:zlib'
import { Inflate } from 'fflate'
import { type Broken, damaged } from './table.ts'
import { entryName } from './zip-name.ts'

/** A file within a zip, as the zip's directory has it; nothing of it has been unpacked yet. */
export type Entry = {
  readonly name: string
  readonly method: number
  readonly isLocked: boolean
  readonly isLink: boolean
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly at: number
}

const STORED = 0
const DEFLATED = 8
const MOST_ENTRIES = 10_000
const DIRECTORY_END = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
const WIDE_LOCATOR = 0x07064b50
const WIDE = 0xffffffff
const SLICE_BYTES = 16 * 1024 // a bomb unpacks to a thousand times that

/** What is in a zip. Its directory stands at its very end: a zip that was cut off has none. */
export function entriesIn(zip: Buffer): readonly Entry[] | Broken {
  const end = directoryEnd(zip)
  if (end < 0) return damaged
  const { count, from } = directoryAt(zip, end)
  if (count > MOST_ENTRIES) return tooLarge('zip', MOST_ENTRIES)
  const entries: Entry[] = []
  for (let [i, at] = [0, from]; i < count; i++) {
    if (at + 46 > end || zip.readUInt32LE(at) !== DIRECTORY_ENTRY) return damaged
    entries.push(entryAt(zip, at))
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return entries
}

/**
 * The bytes of an entry, a piece at a time, and at the end whether they were whole. The directory says how large an
 * entry is: more than the limit is not begun, more than was said is not gone on with.
 */
export function* unpacked(zip: Buffer, entry: Entry, limit: number): Generator<Uint8Array, Broken | null, void> {
  if (entry.isLocked) return { reason: { id: 'locked' } }
  if (entry.method !== STORED && entry.method !== DEFLATED) return { reason: { id: 'packing', part: entry.name } }
  if (entry.size > limit) return tooLarge(entry.name, limit)
  const packed = packedBytes(zip, entry)
  if (!packed) return damaged
  let [size, crc] = [0, 0]
  const pieces = entry.method === STORED ? slicesOf(packed) : inflated(packed)
  let next = pieces.next()
  for (; next.done !== true; next = pieces.next()) {
    size += next.value.length
    if (size > entry.size) return damaged
    crc = crc32(next.value, crc)
    yield next.value
  }
  return next.value ?? (size === entry.size && crc === entry.crc ? null : damaged)
}

export function tooLarge(part: string, limit: number): Broken {
  return { reason: { id: 'too_large', part, limit } }
}

function directoryEnd(zip: Buffer): number {
  const longestComment = 0xffff
  for (let at = zip.length - 22; at >= 0 && at >= zip.length - 22 - longestComment; at--) {
    if (zip.readUInt32LE(at) === DIRECTORY_END) return at
  }
  return -1
}

/** Programs that write while they work do not know how large it will be, and use the wide numbers for every size. */
function directoryAt(zip: Buffer, end: number): { count: number; from: number } {
  const isWide = end >= 20 && zip.readUInt32LE(end - 20) === WIDE_LOCATOR
  const at = isWide ? Number(zip.readBigUInt64LE(end - 12)) : -1
  if (at < 0 || at + 56 > end) return { count: zip.readUInt16LE(end + 10), from: zip.readUInt32LE(end + 16) }
  return { count: Number(zip.readBigUInt64LE(at + 32)), from: Number(zip.readBigUInt64LE(at + 48)) }
}

const [LOCKED, UTF8] = [1, 1 << 11]
const UNIX = 3
const [KIND, LINK] = [0xf000, 0xa000] // of a file's mode

function entryAt(zip: Buffer, at: number): Entry {
  const named = at + 46 + zip.readUInt16LE(at + 28)
  const extra = zip.subarray(named, named + zip.readUInt16LE(at + 30))
  const flags = zip.readUInt16LE(at + 8)
  const wide = wideNumbers(extra)
  const numberAt = (place: number): number => {
    const number = zip.readUInt32LE(place)
    return number === WIDE ? (wide.shift() ?? number) : number
  }
  return {
    name: entryName(zip.subarray(at + 46, named), (flags & UTF8) !== 0, extra),
    method: zip.readUInt16LE(at + 10),
    isLocked: (flags & LOCKED) !== 0,
    isLink: zip[at + 5] === UNIX && (zip.readUInt16LE(at + 40) & KIND) === LINK,
    crc: zip.readUInt32LE(at + 16),
    size: numberAt(at + 24),
    packed: numberAt(at + 20),
    at: numberAt(at + 42),
  }
}

/** Those of a size, a packed size and a place that do not fit where they belong, in this order. */
function wideNumbers(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    const field = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2))
    return Array.from({ length: field.length >> 3 }, (_, i) => Number(field.readBigUInt64LE(i * 8)))
  }
  return []
}

function packedBytes(zip: Buffer, { at, packed }: Entry): Buffer | null {
  if (at + 30 > zip.length || zip.readUInt32LE(at) !== LOCAL_HEADER) return null
  const from = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28)
  return from + packed > zip.length ? null : zip.subarray(from, from + packed)
}

function* slicesOf(bytes: Uint8Array): Generator<Uint8Array, null, void> {
  for (let at = 0; at < bytes.length; at += SLICE_BYTES) yield bytes.subarray(at, at + SLICE_BYTES)
  return null
}

/** Node's own inflate is either asynchronous or all at once; this one hands out what each slice unpacks to. */
function* inflated(packed: Uint8Array): Generator<Uint8Array, Broken | null, void> {
  const pieces: Uint8Array[] = []
  const inflate = new Inflate((piece) => pieces.push(piece))
  for (let at = 0; at < packed.length; at += SLICE_BYTES) {
    try {
      inflate.push(packed.subarray(at, at + SLICE_BYTES), at + SLICE_BYTES >= packed.length)
    } catch (error) {
      if (error instanceof Error && 'code' in error && typeof error.code === 'number') return damaged // a FlateError
      throw error
    }
    yield* pieces.splice(0)
  }
  return null
}
