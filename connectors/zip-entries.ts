import type { Bytes } from './reading.ts'
import { headOf } from './decode.ts'
import { type Broken, isBroken } from './table.ts'
import { entriesIn, type Entry, tooLarge, unpacked } from './zip.ts'

/**
 * A file that came in a zip: its path in it, its drop, and its bytes. A zip of several files is a drop of its own: the
 * path of that zip in the outermost one, which is ''. A zip of one file is none: what it holds belongs to where it
 * lies, and null is the folder in which the outermost lies.
 */
export type Zipped = { readonly path: string; readonly drop: string | null; readonly bytes: Bytes }

const MiB = 1024 * 1024
const LARGEST_ZIP = 256 * MiB
const LARGEST_CONTENT = 1024 * MiB
const MOST_FILES = 1000
const SIGNATURE_BYTES = 2

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

/** What a zip holds, or why it is not unpacked; null where there is no zip, or an office file: that is one as well. */
export function entriesOf(bytes: Bytes): readonly Zipped[] | Broken | null {
  if (!isZip(headOf(bytes))) return null
  const zip = gathered(bytes)
  if (isBroken(zip)) return zip
  const entries = entriesIn(zip)
  return isBroken(entries) ? entries : isOffice(entries) ? null : filesIn(zip, entries)
}

/**
 * The files in a zip, and those in a zip within it, in the order of their paths. Every one has been unpacked once, so
 * that it is known to be whole: one that is not, or leads outside, turns the whole zip away.
 */
export function filesIn(zip: Buffer, entries: readonly Entry[]): readonly Zipped[] | Broken {
  const outermost = { zip, entries, path: '', drop: null, isInner: false }
  const files = filesOf(outermost, { files: 0, bytes: 0, held: zip.length })
  if (isBroken(files)) return files
  if (files.length === 0) return { reason: { id: 'empty_zip' } }
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const twice = sorted.find(({ path }, i) => path === sorted[i + 1]?.path)
  return twice ? { reason: { id: 'name_twice', part: twice.path } } : sorted
}

/** A workbook is a zip of parts, whatever its name; `.xlsb`, `.ods` and `.docx` are as well. */
export function isOffice(entries: readonly Entry[]): boolean {
  return entries.some(({ name }) => OFFICE_PARTS.has(name.toLowerCase().replace(/^\//, '')))
}

const OFFICE_PARTS = new Set([
  '[content_types].xml',
  'xl/workbook.xml',
  'xl/workbook.bin',
  'content.xml',
  'word/document.xml',
])

type Opened = {
  readonly zip: Buffer
  readonly entries: readonly Entry[]
  readonly path: string
  readonly drop: string | null
  readonly isInner: boolean
}

/** What has been taken on so far, by what the zips say of themselves: of the outermost and of those in it together. */
type Spent = { files: number; bytes: number; held: number }

function filesOf(opened: Opened, spent: Spent): readonly Zipped[] | Broken {
  const astray = opened.entries.find((entry) => entry.isLink || isOutside(entry.name))
  if (astray) return { reason: { id: 'outside', part: pathOf(opened, astray) } }
  const kept = opened.entries.filter((entry) => !isFolder(entry) && !isClutter(entry.name))
  spent.files += kept.length
  spent.bytes += kept.reduce((sum, { size }) => sum + size, 0)
  if (spent.files > MOST_FILES) return { reason: { id: 'large_zip', part: opened.path, files: MOST_FILES } }
  if (spent.bytes > LARGEST_CONTENT) return { reason: { id: 'large_zip', part: opened.path, limit: LARGEST_CONTENT } }
  const drop = kept.length > 1 ? opened.path : opened.drop
  const files: Zipped[] = []
  for (const entry of kept) {
    const found = fileOf({ ...opened, drop }, entry, spent)
    if (isBroken(found)) return found
    files.push(...found)
  }
  return files
}

/** An office file is a file, and so is what only begins like a zip; a zip in a zip in a zip is one too many. */
function fileOf(opened: Opened, entry: Entry, spent: Spent): readonly Zipped[] | Broken {
  const path = pathOf(opened, entry)
  const first = firstBytes(opened.zip, entry)
  if (isBroken(first)) return { reason: { ...first.reason, id: idOf(first), part: path } }
  const file = { path, drop: opened.drop, bytes: () => unpackedAgain(opened.zip, entry) }
  const zip = isZip(first) ? gathered(file.bytes) : null
  if (zip === null || isBroken(zip)) return [file]
  const entries = entriesIn(zip)
  if (isBroken(entries) || isOffice(entries)) return [file]
  if (opened.isInner) return { reason: { id: 'zip_in_zip', part: path } }
  if ((spent.held += zip.length) > LARGEST_ZIP) return { reason: { id: 'large_zip', part: path, limit: LARGEST_ZIP } }
  return filesOf({ zip, entries, path, drop: opened.drop, isInner: true }, spent)
}

function idOf({ reason }: Broken): string {
  return reason.id === 'locked' ? 'locked_zip' : reason.id
}

function pathOf({ path }: Opened, { name }: Entry): string {
  const parts = name.split('/').filter((part) => part !== '' && part !== '.')
  return (path === '' ? parts : [path, ...parts]).join('/')
}

/** One with something in it is a file, whatever its name says. */
function isFolder({ name, size }: Entry): boolean {
  return name.endsWith('/') && size === 0
}

/** What systems put beside the files of people, and what an inbox passes over too. */
function isClutter(name: string): boolean {
  return name.split('/').some((part) => /^(?:\..|~\$|__MACOSX$|Thumbs\.db$|desktop\.ini$)/.test(part))
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
    if (first.length < SIGNATURE_BYTES) first = Buffer.concat([first, next.value.subarray(0, SIGNATURE_BYTES)])
  }
  return next.value ?? first
}

function* unpackedAgain(zip: Buffer, entry: Entry): Generator<Uint8Array> {
  yield* unpacked(zip, entry, LARGEST_CONTENT)
}
