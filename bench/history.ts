import { median } from './measured.ts'
import type { Asked, Notes } from './notes.ts'
import { askAll, questionGoals } from './questions.ts'
import { type Part, takenTable } from './results.ts'
import { handOverMonth, loadedWard, nextNight, type OldWard, takeBack } from './old-ward.ts'

const SHORT = 12
const ROUNDS = 3 // each is two days of the month that goes on

/** A ward after one year and after ten: what its nights take, and what it is asked. */
export async function measureHistory({ months, work }: Asked, notes: Notes): Promise<Part> {
  const short = await loadedWard(work, SHORT, 1000, notes)
  const long = await loadedWard(work, months, 1000, notes)
  for (let round = 1; round <= ROUNDS; round++) for (const ward of [short, long]) await usualNights(ward, round, notes)
  for (const ward of [short, long]) await askAll(ward, notes)
  await withAllFiles(long, notes)
  const of = (ward: OldWard, what: string): number => median(notes.taken.get(`${ward.name}: ${what}`)!.map(({ seconds }) => seconds)) // prettier-ignore
  return {
    heading: `A ward of 1,000 dossiers a month, after ${SHORT} and after ${months} months`,
    text: takenTable('', notes.taken),
    goals: [
      { says: `the usual night after ${months} months, of the one after ${SHORT}`, measured: of(long, USUAL) / of(short, USUAL), most: 1.1 }, // prettier-ignore
      {
        says: `a night in which no file changed, after ${months} months, seconds`,
        measured: of(long, NOTHING),
        most: 1,
      },
      {
        says: 'the same, with every file since then still in the inbox, seconds',
        measured: of(long, ALL_FILES),
        most: 1,
      },
      ...questionGoals(notes.taken, long, 0.2),
    ],
  }
}

/** A city's year as one office: what it is asked, and its nights. */
export async function measureCity({ work }: Asked, notes: Notes, dossiers = 150_000): Promise<Part> {
  const city = await loadedWard(work, SHORT, dossiers, notes)
  await usualNights(city, 1, notes)
  await askAll(city, notes)
  const count = (dossiers * SHORT).toLocaleString('en')
  return {
    heading: `A city's year, ${count} dossiers`,
    text: takenTable('', notes.taken),
    goals: questionGoals(notes.taken, city, 2),
  }
}

const NOTHING = 'a night, no file changed'
const USUAL = 'the usual night, 1 % of the month changed'
const ALL_FILES = 'a night, no file changed, every file still in the inbox'

async function usualNights(ward: OldWard, round: number, notes: Notes): Promise<void> {
  notes.note(`${ward.name}: ${NOTHING}`, await nextNight(ward))
  handOverMonth(ward, ward.months.at(-1)!, round)
  notes.note(`${ward.name}: ${USUAL}`, await nextNight(ward))
}

/** The first night meets them all again; the one after it is measured. */
async function withAllFiles(ward: OldWard, notes: Notes): Promise<void> {
  for (const month of ward.months.slice(0, -1)) handOverMonth(ward, month, 0)
  await nextNight(ward)
  notes.note(`${ward.name}: ${ALL_FILES}`, await nextNight(ward))
  for (const { id } of ward.months.slice(0, -1)) takeBack(ward, id)
}
