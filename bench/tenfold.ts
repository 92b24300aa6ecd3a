import { join } from 'node:path'
import { handOverLists } from './contenders.ts'
import { makeLists } from './lists.ts'
import { settle, type Taken } from './measured.ts'
import type { Asked, Notes } from './notes.ts'
import { type Part, takenTable } from './results.ts'
import { emptied, night, openWard } from './ward.ts'

/** Whether a night of ten times the rows takes ten times the memory. */
export async function measureTenfold({ rows, work }: Asked, notes: Notes): Promise<Part> {
  const said: string[] = []
  const once = await nightOf(rows, work, notes, said)
  const tenfold = await nightOf(rows * 10, work, notes, said)
  const ratio = tenfold === null || once === null ? Infinity : (tenfold.megabytes ?? 0) / (once.megabytes ?? Infinity)
  return {
    heading: `The first night of ${rows.toLocaleString('en')} + as many rows, and of ten times as many`,
    text: [takenTable('', notes.taken), ...said].join('\n'),
    goals: [
      { says: 'memory of the night, MB', measured: once === null ? Infinity : once.megabytes, most: 350 },
      { says: 'memory at ten times the rows, of that at one', measured: ratio, most: 1.1 },
    ],
  }
}

/** Null where it did not come to its end: then that is what there is to say, and no goal is reached. */
async function nightOf(rows: number, work: string, notes: Notes, said: string[]): Promise<Taken | null> {
  const what = `${rows.toLocaleString('en')} + ${rows.toLocaleString('en')} rows`
  const folder = join(work, 'ward')
  openWard(folder)
  handOverLists(folder, makeLists(emptied(join(work, 'lists')), { dossiers: rows, changed: 0 }))
  settle()
  try {
    const taken = await night(folder, '2026-02-11')
    notes.note(what, taken)
    return taken
  } catch (error) {
    said.push(
      `${what}: no end. ${String(error)
        .split('\n')
        .filter((line) => /heap|memory|ended|Error/.test(line))
        .slice(0, 3)
        .join(' ')}\n`,
    )
    return null
  }
}
