import { readdirSync, readFileSync } from 'node:fs'
import type { Database } from 'better-sqlite3'

const folder = new URL('./migrations/', import.meta.url)

export type Migrated =
  | { readonly is: 'current' }
  | { readonly is: 'newer'; readonly found: number; readonly known: number }

/**
 * Brings a database to the newest schema, each file in a transaction of its own: half a migration never stays.
 * `user_version` counts the migrations that have run. A database of a newer program is left alone and told of.
 */
export function migrate(raw: Database): Migrated {
  const files = migrations()
  const found = versionOf(raw)
  if (found > files.length) return { is: 'newer', found, known: files.length }
  for (const [index, name] of files.entries()) if (index >= found) apply(raw, name, index + 1)
  return { is: 'current' }
}

/** Whether a newer program has made tables since: whoever only reads would ask for what is not there. */
export function isBehind(raw: Database): boolean {
  return versionOf(raw) < migrations().length
}

function migrations(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
}

function versionOf(raw: Database): number {
  return Number(raw.pragma('user_version', { simple: true }))
}

function apply(raw: Database, name: string, version: number): void {
  raw.exec('begin immediate')
  try {
    raw.exec(readFileSync(new URL(name, folder), 'utf8'))
    raw.pragma(`user_version = ${version}`)
    raw.exec('commit')
  } catch (error) {
    raw.exec('rollback')
    throw error
  }
}
