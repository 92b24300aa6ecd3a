import { type Codeless, type Known, numberKey, place, type Told } from './codeless.ts'
import { addDays, type Day, daysBetween } from '../day.ts'
import { agree, areTwoPersons, hasIdentity, type Marks, metBy, sameIdentity } from './marks.ts'

/** What is not the same, but nearly: the reason for which a person should look. */
export type Near =
  | 'code_misspelled'
  | 'own_number_elsewhere'
  | 'identity_off_by_one'
  | 'day_off_by_one'
  | 'name_without_accents'
  | 'procedure_alike'

/** A dossier that a row without a code may tell of. Nothing here decides: a person does. */
export type Proposal = { readonly dossier: number; readonly near: readonly Near[] }

/**
 * The near misses of a row: its damaged code reads as a known one; its own number was seen with a code, on a row that
 * says something else; or of procedure, day and person two are the same and the third is nearly so. As with matches,
 * no later month is asked, and no dossier that the export lists already.
 */
export function makeProposer({ told, seen, listed }: Known): (row: Codeless) => readonly Proposal[] {
  const dossiers = Map.groupBy(told, ({ dossier }) => dossier)
  const identities = Map.groupBy(told, ({ identity }) => identity)
  const names = Map.groupBy(told, (each) => nameKey(each, each.day))
  const numbers = Map.groupBy(seen, numberKey)
  return (row) => {
    const inTime = <Row extends Told>(rows: readonly Row[] | undefined): Row[] =>
      (rows ?? []).filter(({ from }) => from <= row.to)
    const spelled = row.like.flatMap((dossier) => inTime(dossiers.get(dossier))).map(because('code_misspelled'))
    const numbered = inTime(numbers.get(numberKey(row))).filter((each) => saysSomethingElse(row, each))
    const around = [
      ...(hasIdentity(row) ? inTime(identities.get(row.identity)) : []),
      ...daysAround(row).flatMap((day) => inTime(names.get(nameKey(row, day)))),
    ]
    const missed = around.flatMap((each) => {
      const near = nearMiss(row, each, inTime(dossiers.get(each.dossier)))
      return near === null ? [] : [because(near)(each)]
    })
    const reasons = [...spelled, ...numbered.map(because('own_number_elsewhere')), ...missed]
    const open = reasons.filter(({ dossier }) => !listed.has(place(row.export, dossier)))
    return [...Map.groupBy(open, ({ dossier }) => dossier)]
      .toSorted(([a], [b]) => a - b)
      .map(([dossier, all]) => ({ dossier, near: [...new Set(all.map(({ near }) => near))].toSorted() }))
  }
}

/** Whether one number is the other with one digit wrong, lost or added, or two neighbours swapped. */
export function isOffByOne(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let first = 0
  while (first < a.length && a[first] === b[first]) first++
  const rest = (text: string, skipped: number): string => text.slice(first + skipped)
  const isSwapped = a[first] === b[first + 1] && a[first + 1] === b[first] && rest(a, 2) === rest(b, 2)
  if (a.length === b.length) return isSwapped || rest(a, 1) === rest(b, 1)
  return a.length > b.length ? rest(a, 1) === rest(b, 0) : rest(a, 0) === rest(b, 1)
}

function because(near: Near): (row: Told) => { dossier: number; near: Near } {
  return ({ dossier }) => ({ dossier, near })
}

function nameKey({ procedure, plainName }: Marks, day: Day | null): string {
  return `${procedure} ${day} ${plainName}`
}

function daysAround({ day, plainName }: Marks): Day[] {
  return day === null || plainName === null ? [] : [addDays(day, -1), day, addDays(day, 1)]
}

/** The number is the row's, but too little else is for the number to decide; where nothing else is, it is chance. */
function saysSomethingElse(row: Codeless, seen: Marks): boolean {
  const met = metBy(row, seen).filter((name) => name !== 'person')
  return met.length > 0 && !agree(row, seen) && !areTwoPersons(row, seen)
}

/** Of procedure, day and person the one that is nearly the same, where the other two are the same; else null. */
function nearMiss(row: Codeless, told: Told, dossier: readonly Marks[]): Near | null {
  const reasons = [nearProcedure(row, told), nearDay(row, told), nearPerson(row, told, dossier)]
  const near = reasons.filter((reason) => reason !== 'same')
  return near.length === 1 ? near[0]! : null
}

type Nearness = Near | 'same' | null // null: another

/** `1.00119`, `1.001193` and none at all: alike only beside the same identity, else too little is left. */
function nearProcedure(row: Marks, told: Marks): Nearness {
  const [a, b] = [row.procedure, told.procedure]
  if (a !== null && a === b) return 'same'
  const isAlike = a === null || b === null || a.startsWith(b) || b.startsWith(a) || isOffByOne(a, b)
  return isAlike && sameIdentity(row, told) ? 'procedure_alike' : null
}

function nearDay({ day: a }: Marks, { day: b }: Marks): Nearness {
  if (a === null || b === null) return null
  if (a === b) return 'same'
  return Math.abs(daysBetween(a, b)) === 1 ? 'day_off_by_one' : null
}

/** Two valid identities that differ are one person only by a slip of the pen: the name must be the same, too. */
function nearPerson(row: Marks, told: Marks, dossier: readonly Marks[]): Nearness {
  if (sameIdentity(row, told)) return 'same'
  if (row.plainName === null || row.plainName !== told.plainName) return null
  if (areTwoPersons(row, told)) return isOffByOne(row.identity!, told.identity!) ? 'identity_off_by_one' : null
  if (dossier.some((each) => areTwoPersons(row, each))) return null
  return row.name === told.name ? 'same' : 'name_without_accents'
}
