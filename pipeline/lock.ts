import { readFileSync } from 'node:fs'
import { tryLock } from '../sql/lock.ts'
import { beforeLock, discard, writeWhole } from './disk.ts'
import { systemCode, Trouble } from './trouble.ts'

export type Lock = { readonly release: () => void }

/**
 * Keeps other runs out until `release`. The lock dies with its process, also by `kill -9`, so no later night is
 * blocked; who holds it stands beside it for the message. Throws Trouble `lock_held` (exit 75), or `not_writable` (exit 3).
 */
export function takeLock(path: string, pid: number, since: string): Lock {
  beforeLock(path)
  const lock = attempt(path)
  const note = `${path}.holder`
  if (lock === null) throw new Trouble('lock_held', holder(note), 75)
  try {
    writeWhole(note, [Buffer.from(JSON.stringify({ pid, since }))])
  } catch (error) {
    lock.release()
    throw error
  }
  return { release: () => release(lock, note) }
}

function release(lock: Lock, note: string): void {
  try {
    discard(note) // who comes next writes over it
  } finally {
    lock.release()
  }
}

function attempt(path: string): Lock | null {
  try {
    return tryLock(path)
  } catch (error) {
    throw new Trouble('not_writable', { path, cause: systemCode(error) }, 3, { cause: error })
  }
}

function holder(note: string): { pid: number | string; since: string } {
  try {
    return JSON.parse(readFileSync(note, 'utf8')) as { pid: number; since: string }
  } catch {
    return { pid: '?', since: '?' } // it is being written, or has just been let go
  }
}
