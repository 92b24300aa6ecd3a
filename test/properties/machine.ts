import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { configOf } from '../recount/program.ts'
import type { World } from '../recount/world.ts'
import { dumpOf, openWard, publishedBy, type Ward } from '../support/ward.ts'

/** What is otherwise about a machine: none of it may show. */
export type Machine = {
  readonly env?: Readonly<Record<string, string>>
  readonly isElsewhere?: boolean // started in another folder, with a path to the configuration
  readonly umask?: string
  readonly oneProcessor?: boolean
}

const program = join(import.meta.dirname, '../../bin/doisoat')
const plain = { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' }
const hasTaskset = existsSync('/usr/bin/taskset')

/** A world's nights in real processes on such a machine; gives what they left. */
export function leftBy(world: World, machine: Machine): { dump: unknown; documents: Record<string, string> } {
  const ward = openWard(configOf(world))
  for (const { asOf, files } of world.nights) {
    for (const { path, bytes } of files) ward.put(path, bytes)
    run(ward, asOf, machine)
  }
  return { dump: dumpOf(ward), documents: publishedBy(ward) }
}

function run(
  ward: Ward,
  asOf: string,
  { env = {}, isElsewhere = false, umask = '022', oneProcessor = false }: Machine,
): void {
  const elsewhere = join(ward.folder, 'elsewhere')
  mkdirSync(elsewhere, { recursive: true })
  const given = ['nightly', '--as-of', asOf, ...(isElsewhere ? ['--config', '../doisoat.yaml'] : [])]
  const pinned = oneProcessor && hasTaskset ? 'exec taskset -c 0 ' : 'exec '
  const done = spawnSync('sh', ['-c', `umask ${umask}; ${pinned}"$0" "$@"`, program, ...given], {
    cwd: isElsewhere ? elsewhere : ward.folder,
    env: { PATH: process.env['PATH'] ?? '', USER: 'trang', ...plain, ...env },
    encoding: 'utf8',
  })
  if (done.status !== 0 && done.status !== 1) throw new Error(`exit ${done.status}: ${done.stderr}`)
}
