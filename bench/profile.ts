import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { handOverLists } from './contenders.ts'
import { makeLists } from './lists.ts'
import { measured } from './measured.ts'
import type { Asked, Notes } from './notes.ts'
import { type Part, table } from './results.ts'
import { emptied, home, openWard } from './ward.ts'

type Frame = { readonly functionName: string; readonly url: string; readonly lineNumber: number }

/** What Node writes with `--cpu-prof`, of it what is asked here; times in microseconds. */
type Profile = {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: Frame
    readonly children?: readonly number[]
  }[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

type Spent = { milliseconds: number; readonly by: Map<string, number> }

const LISTED = 15

/** Where the time of a night goes: of each thread, the files in which it was spent, without what they called. */
export async function profileNight({ rows, work }: Asked, notes: Notes): Promise<Part> {
  const folder = join(work, 'profiled')
  const profiles = emptied(join(work, 'profiles'))
  openWard(folder)
  handOverLists(folder, makeLists(join(work, 'lists'), { dossiers: rows, changed: 0 }))
  const env = { ...process.env, NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${profiles}` }
  const given = ['nightly', '--as-of', '2026-02-11', '--quiet']
  notes.note('a night, looked at', await measured({ command: join(home, 'bin/doisoat'), given, cwd: folder, env }))
  const threads = readdirSync(profiles).map((name) => threadText(join(profiles, name)))
  const count = rows.toLocaleString('en')
  return {
    heading: `Where the time of a night of ${count} + ${count} rows goes`,
    text: threads.toSorted((a, b) => b.milliseconds - a.milliseconds).map(({ text }) => text).join('\n'), // prettier-ignore
    goals: [],
  }
}

function threadText(path: string): { readonly milliseconds: number; readonly text: string } {
  const files = spentIn(JSON.parse(readFileSync(path, 'utf8')) as Profile)
  const busy = [...files].filter(([file]) => file !== '(idle)')
  const all = busy.reduce((sum, [, { milliseconds }]) => sum + milliseconds, 0)
  const rows = busy
    .toSorted(([, a], [, b]) => b.milliseconds - a.milliseconds)
    .slice(0, LISTED)
    .map(([file, { milliseconds, by }]) => [file, (milliseconds / 1000).toFixed(2), `${((100 * milliseconds) / all).toFixed(1)} %`, hottest(by)]) // prettier-ignore
  const text = `A thread that was busy for ${(all / 1000).toFixed(1)} s:\n\n${table(['spent in', 'seconds', 'share', 'most of it in'], rows)}`
  return { milliseconds: all, text }
}

function spentIn({ nodes, samples, timeDeltas }: Profile): Map<string, Spent> {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]))
  const callers = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])))
  const files = new Map<string, Spent>()
  for (const [at, id] of samples.entries()) {
    const [file, frame] = placeOf(id, frames, callers)
    const spent = files.get(file) ?? { milliseconds: 0, by: new Map<string, number>() }
    const milliseconds = timeDeltas[at]! / 1000
    const name = frame.functionName || 'a nameless function'
    const where = frame.url === '' ? name : `${name}, line ${frame.lineNumber + 1}`
    spent.milliseconds += milliseconds
    spent.by.set(where, (spent.by.get(where) ?? 0) + milliseconds)
    files.set(file, spent)
  }
  return files
}

/** What the database did is put down to whoever asked it: of the door to it nobody learns anything. */
function placeOf(
  id: number,
  frames: ReadonlyMap<number, Frame>,
  callers: ReadonlyMap<number, number>,
): [string, Frame] {
  const own = frames.get(id)!
  const name = nameOf(own)
  if (!isDatabase(name)) return [name, own]
  for (let up = callers.get(id); up !== undefined; up = callers.get(up)) {
    const frame = frames.get(up)!
    if (/^(?:pipeline|connectors|reports)\//.test(nameOf(frame))) return [`the database, for ${nameOf(frame)}`, frame]
  }
  return ['the database', own]
}

function isDatabase(name: string): boolean {
  return name.startsWith('sql/') || name === 'better-sqlite3' || name === 'kysely'
}

/** A file of ours by its path, a package by its name; what has no file is a function of the engine or a native one. */
function nameOf({ url, functionName }: Frame): string {
  if (url === '') return functionName.startsWith('(') ? functionName : 'native functions'
  if (!url.startsWith('file:')) return 'Node itself'
  const path = relative(home, fileURLToPath(url))
  const parts = path.split('node_modules/').at(-1)!.split('/')
  return path.includes('node_modules/') ? parts.slice(0, parts[0]!.startsWith('@') ? 2 : 1).join('/') : path
}

function hottest(by: ReadonlyMap<string, number>): string {
  const [name] = [...by].toSorted(([, a], [, b]) => b - a)[0]!
  return name
}
