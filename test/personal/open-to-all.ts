import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { main } from '../../pipeline/cli.ts'
import { watchSteps } from '../../pipeline/disk.ts'
import { quietWorld } from '../support/quiet-world.ts'

/**
 * The program in a process of its own, under an umask that takes nothing away: at every step it looks at what lies
 * there. `open-to-all.ts UMASK FOLDER TEMPORARY COMMANDS`; prints what was seen, and what others might have opened.
 */
const [umask = '', folder = '', temporary = '', commands = '[]'] = process.argv.slice(2)
process.umask(Number.parseInt(umask, 8))
process.env['TMPDIR'] = temporary
const [seen, open] = [new Set<string>(), new Set<string>()]

function look(): void {
  for (const place of [join(folder, 'var'), join(folder, 'out'), temporary]) {
    if (!existsSync(place)) continue
    const inside = readdirSync(place, { recursive: true, encoding: 'utf8' }).map((name) => join(place, name))
    for (const path of place === temporary ? inside : [place, ...inside]) {
      seen.add(path)
      const stats = statSync(path, { throwIfNoEntry: false })
      if (stats !== undefined && (stats.mode & 0o077) !== 0) open.add(`${path} ${stats.mode.toString(8)}`)
    }
  }
}

watchSteps(look)
for (const given of JSON.parse(commands) as string[][]) {
  const code = await main(quietWorld(folder, given))
  look()
  if (code > 1) throw new Error(`exit ${code}: ${given.join(' ')}`)
}
process.stdout.write(JSON.stringify({ seen: [...seen], open: [...open] }))
