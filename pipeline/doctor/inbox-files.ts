import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Config } from '../config/config.ts'
import { filesSeen } from '../loading/files-seen.ts'
import type { Office } from '../office.ts'
import { ownPaths } from '../whose/own-paths.ts'

/** A file of the inbox, by its path below it; `changed` in milliseconds. */
export type InboxFile = { readonly path: string; readonly changed: number }

/** The newest file that a night would look at, and how many there are; null where there is none. Throws what the system throws. */
export function newestIn(config: Config): { readonly files: number; readonly newest: InboxFile } | null {
  const { inbox } = config
  const files = (ownPaths(config, 'only read') ?? allIn(inbox)).filter((path) => !/(^|\/)(\.|~\$)/.test(path)) // hidden, or a spreadsheet's lock
  const times = files.map((path) => ({ path, changed: statSync(join(inbox, path)).mtimeMs }))
  const newest = times.reduce<InboxFile | null>((a, b) => (a !== null && a.changed >= b.changed ? a : b), null)
  return newest === null ? null : { files: files.length, newest }
}

function allIn(inbox: string): string[] {
  const entries = readdirSync(inbox, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return entries.map((entry) => relative(inbox, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}

/** The files that were not taken when they were last looked at, and still lie there; of a zip, what is in it. */
export function notTaken({ store, unit, config }: Office): string[] {
  const refused = filesSeen({ store, unit }).filter(({ state }) => isRefused(state))
  const paths = [...new Set(refused.map(({ file }) => file))]
  return paths.filter((path) => isRefused(lastState({ store, unit }, path)) && liesIn(config.inbox, path))
}

function isRefused(state: string | undefined): boolean {
  return state === 'refused' || state === 'unclaimed' || state === 'not_ready'
}

function lastState({ store, unit }: Pick<Office, 'store' | 'unit'>, path: string): string | undefined {
  return store.ask<{ state: string }>('last-sighting-of-a-path', { unit, path })[0]?.state
}

/** The path of what is in a zip begins with the zip's. */
function liesIn(inbox: string, path: string): boolean {
  const parts = path.split('/')
  return parts.some((_, at) => {
    const file = join(inbox, ...parts.slice(0, at + 1))
    return existsSync(file) && statSync(file).isFile()
  })
}
