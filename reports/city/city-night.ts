import type { Words } from '../words.ts'

type System = keyof Words['system']

/** A night of several wards: each in one line's worth of values, and what the city itself met. Days are `2026-02-13`. */
export type CityNight = {
  readonly city: string
  readonly asOf: string
  readonly part: string | null // of the wards; null: all
  readonly wards: readonly WardOfNight[]
  readonly untaken: readonly Untaken[] // of common inboxes: nobody's, or several wards'
  readonly missed: readonly 'backup'[]
  readonly folder: string | null // the city's documents; null: none were made
  readonly problem: string | null // why not, where they should have been
  readonly broken: number // identities of the city that do not hold
}

export type WardOfNight = {
  readonly agencyCode: string
  readonly name: string
  readonly state: 'done' | 'incomplete' | 'failed' | 'held'
  readonly seconds: number
  readonly turnedAway: number // files
  readonly broken: number // identities
  readonly late: readonly System[] // that its figures lack
  readonly missed: boolean // a copy, or somebody who is to be told
  readonly why: string | null // of a ward that did not come to its end: the operator's sentence
}

export type Untaken = {
  readonly path: string
  readonly reason: Readonly<Record<string, string | number | readonly string[]>> & { readonly id: string }
}
