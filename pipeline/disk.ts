import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Border } from '../sql/open.ts'
import { systemCode, Trouble } from './trouble.ts'

/**
 * Something that is about to be made durable: a change of the file system, or a border of the database's transactions.
 * A run is a row of them, in an order that equal inputs repeat; between two of them the machine may stop.
 */
export type Step = {
  readonly does: 'folder' | 'open' | 'write' | 'sync' | 'rename' | 'remove' | 'lock' | Border['does']
  readonly path: string
  readonly half?: () => void // of a write: brings half of it to the disk
  readonly limit?: Border['limit'] // of a border: no more pages than these for the database
}

// The fault sweep looks here before each step (test/faults). Nothing in the program sets it; a test holds that.
let watcher: ((step: Step) => void) | null = null

export function watchSteps(watch: typeof watcher): void {
  watcher = watch
}

/**
 * Makes a folder and those above it, readable by their owner alone. Step by step: asked to do it all at once where
 * nobody may (below /proc, say), Node tries for ever.
 */
export function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  take({ does: 'folder', path }, () => mkdirSync(path, { mode: 0o700 }))
}

/** Writes a file whole, and to the disk. The parts may come from elsewhere: what fails there is no matter of this file. */
export function writeWhole(path: string, parts: Iterable<Uint8Array>): void {
  const file = take({ does: 'open', path }, () => openSync(path, 'w', 0o600))
  try {
    for (const part of parts) {
      const half = (): unknown => writeSync(file, part, 0, part.length >> 1)
      take({ does: 'write', path, half }, () => writeAll(file, part))
    }
    take({ does: 'sync', path }, () => fsyncSync(file))
  } finally {
    closeSync(file)
  }
}

/**
 * Lets the database write a file of its own, whole, and brings it to the disk: it begins empty, and is its owner's alone.
 * What stands beside it is of a run that was killed: SQLite would take it for a part of the new file.
 */
export async function writeByDatabase(path: string, write: () => Promise<void>): Promise<void> {
  for (const end of ['-journal', '-wal', '-shm']) remove(`${path}${end}`)
  take({ does: 'open', path }, () => closeSync(openSync(path, 'w', 0o600)))
  const half = (): void => writeFileSync(path, 'SQLite format 3')
  await takeLong({ does: 'write', path, half }, write)
  const file = openSync(path, 'r+')
  try {
    take({ does: 'sync', path }, () => fsyncSync(file))
  } finally {
    closeSync(file)
  }
}

/** A disk that is almost full takes a part of what it is given, and says so by a number only. */
function writeAll(file: number, part: Uint8Array): void {
  for (let at = 0; at < part.length;) at += writeSync(file, part, at)
}

/** The same for an inbox: its date says that it has stood still for long. */
export function writeSettled(path: string, bytes: Uint8Array): void {
  makeFolder(dirname(path))
  writeWhole(path, [bytes])
  utimesSync(path, 0, 0)
}

export function rename(from: string, to: string): void {
  take({ does: 'rename', path: to }, () => renameSync(from, to))
}

/**
 * Adds to a log. This is no step of a run: nothing is made of it, and a run goes on without it. Throws Trouble as all
 * of this file does.
 */
export function note(path: string, line: string): void {
  try {
    makeQuietly(dirname(path))
    appendFileSync(path, line, { mode: 0o600 })
  } catch (error) {
    throw refused(error, path)
  }
}

function makeQuietly(path: string): void {
  if (existsSync(path)) return
  makeQuietly(dirname(path))
  mkdirSync(path, { mode: 0o700 })
}

/** A new name in a folder survives a power cut when the folder is on the disk too. */
export function syncFolder(path: string): void {
  const folder = take({ does: 'open', path }, () => openSync(path, 'r'))
  try {
    take({ does: 'sync', path }, () => fsyncSync(folder))
  } finally {
    closeSync(folder)
  }
}

export function remove(path: string): void {
  if (existsSync(path)) take({ does: 'remove', path }, () => rmSync(path, { force: true }))
}

/** Takes away what was begun; where even that is refused, what went wrong first is what is told. */
export function discard(path: string): void {
  try {
    remove(path)
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
  }
}

export function beforeLock(path: string): void {
  take({ does: 'lock', path }, () => {})
}

/** What a store tells of its transactions, as steps. */
export function bordersOf(path: string): (border: Border) => void {
  return ({ does, limit }) => watcher?.({ does, path, limit })
}

/** A folder that is gone when the work is done: nothing in it is durable. */
export async function inThrowAwayFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'doisoat-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What the system refuses becomes Trouble `disk_full` or `not_writable` (exit 3), with the path: Node leaves it out. */
function take<Result>(step: Step, act: () => Result): Result {
  try {
    watcher?.(step)
    return act()
  } catch (error) {
    throw refused(error, step.path)
  }
}

async function takeLong<Result>(step: Step, act: () => Promise<Result>): Promise<Result> {
  try {
    watcher?.(step)
    return await act()
  } catch (error) {
    throw refused(error, step.path)
  }
}

function refused(error: unknown, path: string): unknown {
  const cause = systemCode(error)
  if (['ENOSPC', 'EDQUOT', 'SQLITE_FULL'].includes(cause))
    return new Trouble('disk_full', { path }, 3, { cause: error })
  if (/^E|^SQLITE_(IOERR|CANTOPEN|READONLY)/.test(cause))
    return new Trouble('not_writable', { path, cause }, 3, { cause: error })
  return error
}
