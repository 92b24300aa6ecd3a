import type { System } from '../../connectors/connector.ts'
import type { Day } from '../day.ts'
import { agree, type Marks } from './marks.ts'

/** A row of an export that gives no code that can be used. */
export type Codeless = Marks & {
  readonly export: number
  readonly row: number
  readonly about: string // what lists call it
  readonly system: System
  readonly to: Day // where its window ends
  readonly number: string | null // its ministry's own
  readonly own_code: number | null // the same, where that is a dossier's code
  readonly like: readonly number[] // the dossiers that its damaged code may stand for
}

/** A row with a code, of an export in force whose window begins on `from`. */
export type Told = Marks & { readonly system: System; readonly from: Day; readonly dossier: number }

/** A ministry's own number beside a code, in any file that was loaded; `from`: where the first such window begins. */
export type Seen = Told & { readonly number: string; readonly inForce: boolean }

/** What a person said of a row: whose it is. */
export type Confirmed = Marks & {
  readonly decision: number
  readonly system: System
  readonly number: string | null
  readonly dossier: number
}

/** What rows without a code are held against. */
export type Known = {
  readonly told: readonly Told[]
  readonly seen: readonly Seen[]
  readonly confirmed: readonly Confirmed[]
  readonly listed: ReadonlySet<string> // places that an export has by the code, on a row that can be read or not
}

/** A dossier in an export. */
export function place(number: number, dossier: number): string {
  return `${number} ${dossier}`
}

type Numbered = Marks & { readonly system: System; readonly number: string | null }

/** How a row is known again on another night: by its ministry's own number, else by all that it says of itself. */
export function rowKey(row: Numbered): string {
  return row.number === null ? wholeKey(row) : numberKey(row)
}

export function numberKey({ system, number }: { readonly system: System; readonly number: string | null }): string {
  return `${system} ${number}`
}

export function wholeKey({ system, procedure, day, identity, name }: Marks & { readonly system: System }): string {
  return JSON.stringify([system, procedure, day, identity, name])
}

/**
 * Whether two rows under one `rowKey` are the same: registers begin their numbers anew each year, and each book its
 * own, so the number alone does not tell.
 */
export function isSameRow(a: Numbered, b: Numbered): boolean {
  return agree(a, b) || wholeKey(a) === wholeKey(b)
}
