import { foldKey, plainKey } from '../../connectors/fold.ts'
import { type Day, dayOf } from '../day.ts'

/** What a row says that tells one dossier from another. */
export type Marks = {
  readonly procedure: string | null // as the catalogue has it, else as it stands
  readonly day: Day | null // of reception
  readonly identity: string | null
  readonly isValid: boolean // whether the identity is one; false where there is none
  readonly name: string | null // folded: case, spaces and the place of the tone do not matter
  readonly plainName: string | null // the weaker key, without accents
}

export const markNames = ['own_number', 'procedure', 'received', 'identity', 'person'] as const

/** The values that met. */
export type Met = (typeof markNames)[number]

export function marksOf(row: {
  readonly procedure: string | null
  readonly received: string | null
  readonly identity: string | null
  readonly identityIsValid: boolean | null
  readonly person: string | null
}): Marks {
  return {
    procedure: row.procedure,
    day: row.received === null ? null : dayOf(row.received),
    identity: row.identity,
    isValid: row.identityIsValid === true,
    name: row.person === null ? null : foldKey(row.person),
    plainName: row.person === null ? null : plainNameOf(row.person),
  }
}

/** Names that are the same when folded are the same without accents, too. */
export function plainNameOf(person: string): string {
  return plainKey(foldKey(person))
}

/** The values that both rows give, and give alike. */
export function metBy(a: Marks, b: Marks): Met[] {
  const alike: Readonly<Record<Exclude<Met, 'own_number'>, boolean>> = {
    procedure: a.procedure !== null && a.procedure === b.procedure,
    received: a.day !== null && a.day === b.day,
    identity: sameIdentity(a, b),
    person: a.name !== null && a.name === b.name,
  }
  return markNames.filter((name) => name !== 'own_number' && alike[name])
}

/** The same number, also one that is out of pattern: a passport in a citizens' column. */
export function sameIdentity(a: Marks, b: Marks): boolean {
  return a.identity === b.identity && hasIdentity(a)
}

/** Whether there is a number that may be somebody's, valid or not: not a stand-in for none (`0`, `000000000`, `123`). */
export function hasIdentity({ identity, isValid }: Marks): boolean {
  return isValid || (identity !== null && identity.length >= 6 && !/^(.)\1*$/.test(identity))
}

/** Two valid identities that differ are two persons. */
export function areTwoPersons(a: Marks, b: Marks): boolean {
  return a.isValid && b.isValid && a.identity !== b.identity
}

/** Two of procedure, day and identity are the same, and the persons are not two: enough beside a number of one's own. */
export function agree(a: Marks, b: Marks): boolean {
  return !areTwoPersons(a, b) && metBy(a, b).filter((name) => name !== 'person').length >= 2
}
