import { join } from 'node:path'
import type { Desk, World } from '../../pipeline/world.ts'
import { wordsIn } from '../../reports/words.ts'
import { mean } from './server.ts'

/** The clock of every ward, where a test has none of its own. */
export const nowOfWards = new Date('2026-04-01T01:00:00Z')

const program = join(import.meta.dirname, '../../bin/doisoat')

/** What the program is given in a folder where nobody listens to it; `changes` says what a test has otherwise. */
export function quietWorld(folder: string, given: readonly string[], changes: Partial<World> = {}): World {
  mean(folder)
  return {
    arguments: given,
    env: { USER: 'trang' },
    cwd: folder,
    pid: process.pid,
    now: () => nowOfWards,
    out: () => {},
    drained: async () => {},
    err: () => {},
    input: async () => Buffer.of(),
    colour: false,
    machine: { node: '24.21.0', platform: 'linux', zone: 'Asia/Ho_Chi_Minh', program: [program] },
    wait: async () => {},
    ...changes,
  }
}

/** The same for what works below the command line. */
export function quietDesk(folder: string, changes: Partial<World> = {}): Desk {
  const nobody = { write: () => {} }
  return {
    process: { stdout: nobody, stderr: nobody },
    world: quietWorld(folder, [], changes),
    words: wordsIn('vi'),
    exact: () => {},
    leave: () => {},
  }
}
