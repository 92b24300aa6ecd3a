import { readdirSync, readFileSync } from 'node:fs'
import type { Database } from 'better-sqlite3'

export const migrationsFolder = new URL('./migrations/', import.meta.url)

export type AtBorder = (does: 'connect' | 'begin' | 'commit') => void

export type Migrated =
  | { readonly is: 'current' }
  | { readonly is: 'newer'; readonly found: number; readonly known: number }

/**
 * Brings a database to the newest schema, all of it in one transaction: half a migration never stays, nor half of several.
 * `user_version` counts the migrations that have run. A database of a newer program is left alone and told of.
 */
export function migrate(raw: Database, border: AtBorder): Migrated {
  const files = migrationNames()
  const found = stepOf(raw)
  if (found > files.length) return { is: 'newer', found, known: files.length }
  if (found < files.length) apply(raw, border, files.slice(found), files.length)
  return { is: 'current' }
}

/** Whether a database that may only be read lacks what this program asks for; the next run that writes brings it. */
export function isOlder(raw: Database): boolean {
  return stepOf(raw) < newestStep()
}

/** How many migrations this program knows. */
export function newestStep(): number {
  return migrationNames().length
}

/** How many migrations a database has behind it; 0 for one that is empty. */
export function stepOf(raw: Database): number {
  return Number(raw.pragma('user_version', { simple: true }))
}

/** The migrations, in their order. */
export function migrationNames(): string[] {
  return readdirSync(migrationsFolder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
}

function apply(raw: Database, border: AtBorder, names: readonly string[], step: number): void {
  border('begin')
  raw.exec('begin immediate')
  try {
    for (const name of names) raw.exec(readFileSync(new URL(name, migrationsFolder), 'utf8'))
    raw.pragma(`user_version = ${step}`)
    border('commit')
    raw.exec('commit')
  } catch (error) {
    if (raw.inTransaction) raw.exec('rollback') // a full disk may have ended it
    throw error
  }
}
