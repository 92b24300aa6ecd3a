import { existsSync, readFileSync } from 'node:fs'
import { tryLock } from '../sql/lock.ts'
import { holderOnServer, isLockedOnServer, lockOnServer } from '../sql/postgres/lock.ts'
import type { Config } from './config/config.ts'
import { isOnServer } from './config/home.ts'
import { beforeLock, discard, writeWhole } from './disk.ts'
import { serverTrouble } from './keeping/server-trouble.ts'
import { systemCode, Trouble } from './trouble.ts'

export type Lock = { readonly release: () => void }

/** Who keeps others out: a process, and since when. */
export type Holder = { readonly pid: number | string; readonly since: string }

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

/**
 * Keeps other runs out of a ward: by a file beside its database; on a server by a connection that bears its holder's name,
 * whose end frees it, and that keeps out nobody from other wards. Throws as `takeLock` does, and what the server refuses.
 */
export function lockWard(config: Config, pid: number, since: string): Lock {
  return isOnServer(config) ? takeOnServer(config, pid, since) : takeLock(`${config.database}.lock`, pid, since)
}

/** Whether a run is at work on the ward at this moment. */
export function isLocked(config: Config): boolean {
  if (isOnServer(config)) return isLockedOnServer(config.database, config.unit.agencyCode)
  const lock = tryLock(`${config.database}.lock`)
  lock?.release()
  return lock === null
}

/**
 * Who works on the ward at this moment; null: nobody. To ask the lock of a file is to take it for a moment, so it is asked
 * only where a note beside it speaks for it; a server tells without that.
 */
export function holderOf(config: Config): Holder | null {
  if (isOnServer(config)) return holderOnServer(config.database, config.unit.agencyCode)
  const note = `${config.database}.lock.holder`
  return existsSync(note) && isLocked(config) ? holder(note) : null
}

function takeOnServer(config: Config, pid: number, since: string): Lock {
  try {
    const lock = lockOnServer(config.database, config.unit.agencyCode, pid, since)
    if (lock.is === 'held') return { release: lock.release }
    throw new Trouble('lock_held', lock.by, 75)
  } catch (error) {
    throw serverTrouble(error, config.database) ?? error
  }
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

function holder(note: string): Holder {
  try {
    return JSON.parse(readFileSync(note, 'utf8')) as Holder
  } catch {
    return { pid: '?', since: '?' } // it is being written, or has just been let go
  }
}
