import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const home = join(import.meta.dirname, '..')

/** The program's own version, as its package has it. */
export const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
  readonly version: string
}

let known: string | null = null

/**
 * A SHA-256 of all that reads, settles and counts: a version says nothing of a clone that was brought up to date, and
 * what was worked out by other rules may not stand.
 */
export function programHash(): string {
  return (known ??= hashOfRooms(home))
}

/** The same of a program that lies in another folder. */
export function hashOfRooms(folder: string): string {
  const hash = createHash('sha256')
  for (const room of ['connectors', 'pipeline', 'sql'])
    for (const name of readdirSync(join(folder, room), { recursive: true, encoding: 'utf8' }).toSorted())
      if (/\.(ts|js|sql)$/.test(name)) hash.update(`${room}/${name}\0`).update(readFileSync(join(folder, room, name)))
  return hash.digest('hex')
}
