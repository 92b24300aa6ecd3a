import type { World } from '../../pipeline/world.ts'

/** The clock of every ward, where a test has none of its own. */
export const nowOfWards = new Date('2026-04-01T01:00:00Z')

/** What the program is given in a folder where nobody listens to it; `changes` says what a test has otherwise. */
export function quietWorld(folder: string, given: readonly string[], changes: Partial<World> = {}): World {
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
    ...changes,
  }
}
