import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { measured, median, settle } from './measured.ts'
import type { Asked, Notes } from './notes.ts'
import { type Part, takenTable } from './results.ts'
import { emptied, home } from './ward.ts'

const HELP = '`doisoat --help`'
const WARD = "a ward's month into an empty database, from the start of the process to its documents"

/** What somebody waits for who types a command: the program's start, and the night of the sample month. */
export async function measureStart({ rounds, work }: Asked, notes: Notes): Promise<Part> {
  const program = join(home, 'bin/doisoat')
  for (let turn = 0; turn < 11; turn++) notes.note(HELP, await measured({ command: program, given: ['--help'] }))
  for (let round = 0; round < Math.max(rounds, 3); round++) {
    const folder = sampleMonth(join(work, 'sample'))
    const given = ['nightly', '--config', join(folder, 'doisoat.yaml'), '--as-of', '2026-02-13', '--quiet']
    settle()
    notes.note(WARD, await measured({ command: program, given }))
  }
  const seconds = (of: string): number => median(notes.taken.get(of)!.map((each) => each.seconds))
  return {
    heading: 'The start, and a night from nothing',
    text: takenTable('', notes.taken),
    goals: [
      { says: `${HELP}, seconds`, measured: seconds(HELP), most: 0.15 },
      { says: "a ward's night from nothing, seconds", measured: seconds(WARD), most: 1.5 },
    ],
  }
}

/** The sample month where `fixtures/doisoat.yaml` has its places, with nothing made of it yet. */
function sampleMonth(folder: string): string {
  emptied(folder)
  for (const name of readdirSync(join(home, 'fixtures')).filter((name) =>
    ['doisoat.yaml', '2026-02', 'report'].includes(name),
  ))
    // prettier-ignore
    cpSync(join(home, 'fixtures', name), join(folder, 'fixtures', name), { recursive: true, preserveTimestamps: true })
  return join(folder, 'fixtures')
}
