import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeRoom } from '../support/ward.ts'

const here = join(import.meta.dirname, '../..')

/** A throw-away clone with some of the program's text in it, and what was installed. */
export function cloneWith(paths: readonly string[]): string {
  const root = join(makeRoom(), 'bản sao')
  for (const path of paths) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    cpSync(join(here, path), join(root, path), { recursive: true })
  }
  symlinkSync(join(here, 'node_modules'), join(root, 'node_modules'))
  return root
}

/** What another program prints in it; throws with all that it said where it is not content. */
export function runIn(root: string, program: string, ...given: string[]): string {
  try {
    const path = `${join(here, 'node_modules/.bin')}:${process.env['PATH']}`
    const { VITEST: _, ...env } = process.env
    return execFileSync(program, given, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env: { ...env, PATH: path, CI: '' } }) // prettier-ignore
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout: string; readonly stderr: string }
    throw new Error(`${program} ${given.join(' ')}\n${stdout}${stderr}`, { cause: error })
  }
}

/** Every file in it, with its text; what was installed is left out. */
export function textsIn(root: string): Readonly<Record<string, string>> {
  const rooms = readdirSync(root, { withFileTypes: true }).filter(({ name }) => name !== 'node_modules')
  const paths = rooms.flatMap((room) => {
    const inside = room.isDirectory() ? readdirSync(join(root, room.name), { recursive: true, withFileTypes: true }) : [room] // prettier-ignore
    return inside.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  })
  return Object.fromEntries(paths.map((path) => [path.slice(root.length + 1), readFileSync(path, 'utf8')]))
}
