import { join } from 'node:path'
import { type Contender, handOverLists, ours, peers } from './contenders.ts'
import { foundByUs, holdToPlanted } from './differences.ts'
import { type Lists, makeLists } from './lists.ts'
import { median, settle, type Taken } from './measured.ts'
import type { Asked, Notes } from './notes.ts'
import { type Goal, type Part, takenTable } from './results.ts'
import { night } from './ward.ts'

const NOTHING_NEW = 'doisoat, the next night: no file changed'
const USUAL = 'doisoat, the usual night: 1 % of the rows changed or new'

/** The night's work beside every peer that is installed, in turns, and the nights that follow it. */
export async function measureNight({ rows, rounds, work }: Asked, notes: Notes): Promise<Part> {
  const lists = makeLists(join(work, 'lists'), { dossiers: rows, changed: 0 })
  const later = makeLists(join(work, 'later'), { dossiers: rows, changed: 0.01 })
  const { present, absent } = peers()
  const contenders: readonly Contender[] = [ours, ...present]
  for (const { name, why } of absent) notes.say(`not there: ${name}, ${why}`)
  for (let round = 0; round < rounds; round++) {
    for (const each of contenders) {
      settle()
      notes.note(each.is, await each.run(join(work, each.name), lists))
    }
    await followingNights(join(work, ours.name), later, notes)
  }
  const count = rows.toLocaleString('en')
  const heading = `The night of ${count} + ${count} rows`
  const missing = absent.map(({ name, why }) => `Not there: ${name}, ${why}.\n`)
  const text = [
    `Each of them found the ${lists.planted.length.toLocaleString('en')} differences that were planted, and no other. Rounds: ${rounds}, in turns.\n`,
    takenTable('', notes.taken),
    ...missing,
  ].join('\n')
  return { heading, text, goals: goals(notes.taken, contenders) }
}

/** Held to what was planted too: a night that is quick because it sees nothing is not quick. */
async function followingNights(folder: string, later: Lists, notes: Notes): Promise<void> {
  settle()
  notes.note(NOTHING_NEW, await night(folder, '2026-02-12'))
  handOverLists(folder, later)
  settle()
  notes.note(USUAL, await night(folder, '2026-02-13'))
  holdToPlanted('doisoat, on the usual night,', foundByUs(folder), later.planted)
}

function goals(taken: ReadonlyMap<string, readonly Taken[]>, contenders: readonly Contender[]): Goal[] {
  const of = (is: string | undefined, what: 'seconds' | 'megabytes'): number | null => {
    const known = (taken.get(is ?? '') ?? []).flatMap((each) => each[what] ?? [])
    return known.length === 0 ? null : median(known)
  }
  const first = of(ours.is, 'seconds')
  const ratio = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a / b)
  const than = (name: string): number | null => ratio(first, of(contenders.find((each) => each.name === name)?.is, 'seconds')) // prettier-ignore
  return [
    { says: 'the night, of DuckDB with a file', measured: than('DuckDB'), most: 0.8 },
    { says: 'the night, of the sqlite3 shell', measured: than('sqlite3'), most: 0.35 },
    { says: 'the night, of polars (which keeps no database)', measured: than('polars') },
    { says: 'the night, of pandas (which keeps no database)', measured: than('pandas') },
    { says: 'memory of the night, MB', measured: of(ours.is, 'megabytes'), most: 350 },
    { says: 'the first load, of the usual night', measured: ratio(first, of(USUAL, 'seconds')), least: 10 },
    { says: 'a night in which no file changed, seconds', measured: of(NOTHING_NEW, 'seconds'), most: 1 },
  ]
}
