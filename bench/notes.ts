import type { Taken } from './measured.ts'

/** What whoever measures was asked for. */
export type Asked = {
  readonly rows: number
  readonly rounds: number
  readonly months: number
  readonly wards: number
  readonly dossiers: number // a ward and month, of many wards
  readonly server: boolean // many wards in a database of a PostgreSQL server
  readonly work: string // a folder that is thrown away
}

/** What was measured in a section, by what it was measured of. */
export type Notes = {
  readonly taken: ReadonlyMap<string, readonly Taken[]>
  readonly note: (of: string, taken: Taken) => void
  readonly say: (what: string) => void
}

/** Whoever waits sees each as it comes. */
export function takeNotes(say: (line: string) => void): Notes {
  const taken = new Map<string, Taken[]>()
  const note = (of: string, each: Taken): void => {
    taken.set(of, [...(taken.get(of) ?? []), each])
    say(`  ${each.seconds.toFixed(2)} s, ${each.cpu?.toFixed(2) ?? '?'} s of processor, ${each.megabytes?.toFixed(0) ?? '?'} MB: ${of}`) // prettier-ignore
  }
  return { taken, note, say: (what) => say(`  ${what}`) }
}
