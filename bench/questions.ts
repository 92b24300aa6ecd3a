import type { Period } from '../pipeline/period.ts'
import { median, type Taken } from './measured.ts'
import { someDossier } from './months.ts'
import type { Notes } from './notes.ts'
import { lastReceived, type OldWard } from './old-ward.ts'
import type { Goal } from './results.ts'
import { doisoat } from './ward.ts'

const TURNS = 5

/** What a ward is asked, of a period that is long over and of the one that goes on; in turns. */
export async function askAll(ward: OldWard, notes: Notes): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++)
    for (const [name, given] of questionsTo(ward)) notes.note(nameOf(ward, name), await doisoat(ward.folder, ...given))
}

/** Seconds, from the start of the process to its end. */
export function questionGoals(taken: ReadonlyMap<string, readonly Taken[]>, ward: OldWard, most: number): Goal[] {
  return questionsTo(ward).map(([name]) => {
    const of = nameOf(ward, name)
    return { says: `${of}, seconds`, measured: median(taken.get(of)!.map(({ seconds }) => seconds)), most }
  })
}

function questionsTo({ months, dossiers }: OldWard): [name: string, given: string[]][] {
  const all = [months[1]!, months.at(-1)!].flatMap((period: Period): [string, string[]][] => [
    [`\`figures\` of ${period.id}`, ['figures', '--period', period.id]],
    [`\`why\` a dossier of ${period.id}`, ['why', someDossier(period, dossiers, lastReceived(period))]],
    [`\`why\` a figure of ${period.id}`, ['why', `${period.id}/pending_total`]],
    [`\`discrepancies\` of ${period.id}`, ['discrepancies', '--period', period.id]],
  ])
  return [...all, ['all `discrepancies`', ['discrepancies']]]
}

function nameOf({ name }: OldWard, question: string): string {
  return `${name}: ${question}`
}
