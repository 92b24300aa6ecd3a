import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Config } from '../config/config.ts'
import { tryLock } from '../../sql/lock.ts'
import { makeFolder } from '../disk.ts'
import { writeBeside } from '../files-out.ts'
import { sha256 } from '../hash.ts'
import { systemCode } from '../trouble.ts'
import { programHash } from '../version.ts'
import type { Verdict } from './verdict.ts'

/** A file as it stood when it was looked into, and what was found: by its path below the inbox. */
export type Remembered = {
  readonly size: number
  readonly changed: number // milliseconds
  readonly inode: number
  readonly verdict: Verdict
}
export type Memory = Map<string, Remembered>

type Units = readonly Config['unit'][]
type Kept = { readonly key: string; readonly files: Readonly<Record<string, Remembered>> }

/** What was found of an inbox; nothing where its wards, or the program that reads, are others now. Losing it costs time alone. */
export function readMemory(at: string, inbox: string, units: Units): Memory {
  try {
    const kept = existsSync(at) ? (JSON.parse(readFileSync(at, 'utf8')) as Kept) : null
    return new Map(kept?.key === keyOf(inbox, units) ? Object.entries(kept.files) : [])
  } catch (error) {
    if (error instanceof SyntaxError || systemCode(error) !== '') return new Map()
    throw error
  }
}

/** Written where something is new in it. */
export function writeMemory(at: string, inbox: string, units: Units, after: Memory, before: Memory): void {
  const isSame = after.size === before.size && [...after].every(([path, each]) => before.get(path)?.changed === each.changed && before.get(path)?.size === each.size) // prettier-ignore
  if (isSame) return
  const kept: Kept = { key: keyOf(inbox, units), files: Object.fromEntries(after) }
  makeFolder(dirname(at))
  const lock = tryLock(`${at}.lock`)
  if (lock === null) return // another run writes the same
  try {
    writeBeside(dirname(at), basename(at), `${JSON.stringify(kept)}\n`)
  } finally {
    lock.release()
  }
}

function keyOf(inbox: string, units: Units): string {
  return sha256(JSON.stringify([programHash(), inbox, units]))
}
