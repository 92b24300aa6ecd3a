import { cpSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { measured, type Taken } from './measured.ts'
import type { Asked, Notes } from './notes.ts'
import { type Part, table } from './results.ts'
import { emptied, home } from './ward.ts'

const LARGE = 10e6 // bytes: a package above it has its reason in DECISIONS.md

const PLATFORM = /[-/](?:linux|darwin|win32)-.*$/

type Installed = { readonly name: string; readonly bytes: number }

/** A clean install, with nothing kept from an earlier one: for whoever only runs the program, and for whoever works on it. */
export async function measureInstall({ work }: Asked, notes: Notes): Promise<Part> {
  const all = [
    { who: 'whoever runs it (`npm ci --omit=dev`)', given: ['--omit=dev'] },
    { who: 'whoever works on it (`npm ci`)', given: [] },
  ]
  const rows: string[][] = []
  const large = new Map<string, number>()
  for (const { who, given } of all) {
    const { taken, installed, why } = await install(join(work, 'install'), given)
    if (taken === null) {
      notes.say(`not measured: ${why}`)
      return { heading: 'A clean install', text: `Not measured: ${why}\n`, goals: [] }
    }
    notes.note(who, taken)
    const bytes = installed.reduce((sum, each) => sum + each.bytes, 0)
    rows.push([who, taken.seconds.toFixed(1), (bytes / 1e6).toFixed(0), String(installed.length)])
    for (const each of installed.filter((each) => each.bytes > LARGE)) large.set(each.name, each.bytes)
  }
  return {
    heading: 'A clean install',
    text: `${table(['', 'seconds', 'MB', 'packages'], rows)}\n${largeText(large)}`,
    goals: [],
  }
}

/** A reason is a sentence of DECISIONS.md that names the package, whatever the platform that its files are for. */
function largeText(large: ReadonlyMap<string, number>): string {
  const reasons = readFileSync(join(home, 'DECISIONS.md'), 'utf8')
  const rows = [...large]
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, bytes]) => [
      `\`${name}\``,
      (bytes / 1e6).toFixed(0),
      reasons.includes(`\`${name.replace(PLATFORM, '')}`) ? 'has one' : '**none**',
    ])
  return `Packages over 10 MB, and whether DECISIONS.md gives a reason:\n\n${table(['package', 'MB', 'reason'], rows)}`
}

async function install(
  folder: string,
  given: readonly string[],
): Promise<{ taken: Taken | null; installed: Installed[]; why: string }> {
  emptied(folder)
  for (const name of ['package.json', 'package-lock.json']) cpSync(join(home, name), join(folder, name))
  const flags = [
    '--no-audit',
    '--no-fund',
    '--cache',
    join(folder, 'cache'),
    '--fetch-retries=1',
    '--fetch-timeout=20000',
  ]
  try {
    const taken = await measured({ command: 'npm', given: ['ci', ...given, ...flags], cwd: folder })
    return { taken, installed: packagesIn(join(folder, 'node_modules')), why: '' }
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    return { taken: null, installed: [], why: reasonOf(said) }
  }
}

/** Without the name of a host: where packages come from is nobody's business. */
function reasonOf(said: string): string {
  const code = /npm error code (\S+)/.exec(said)?.[1]
  return code === undefined
    ? 'npm is not there.'
    : `npm ends with ${code}: no registry can be reached, or it lacks a package.`
}

function packagesIn(folder: string): Installed[] {
  const names = readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(folder, name)).map((each) => `${name}/${each}`) : [name],
    )
  return names.map((name) => ({ name, bytes: bytesIn(join(folder, name)) }))
}

/** A file with several names, as Node has, is one. */
function bytesIn(folder: string): number {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = all.filter((each) => each.isFile()).map((each) => lstatSync(join(each.parentPath, each.name)))
  return [...new Map(files.map(({ ino, size }) => [ino, size])).values()].reduce((sum, size) => sum + size, 0)
}
