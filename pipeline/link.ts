import { foldKey, plainKey } from '../connectors/fold.ts'

/** A row of an export that gives no code that can be used. */
export type Codeless = {
  readonly export: number
  readonly row: number
  readonly own_code: number | null // its ministry's own number, where that is a dossier's code
  readonly procedure: string | null
  readonly person: string | null
}

/** A dossier of the same person, received on the same day, that the export does not list with its code. */
export type Candidate = {
  readonly export: number
  readonly row: number
  readonly dossier: number
  readonly procedure: string | null
  readonly person: string | null
}

export type Linked = { readonly export: number; readonly row: number; readonly dossier: number }
export type Unlinked = { readonly export: number; readonly row: number; readonly candidates: readonly number[] }

/** What became of rows without a code: matched, a dossier of their own ministry's code, or neither. */
export type Links = { readonly linked: Linked[]; readonly own: Linked[]; readonly unlinked: Unlinked[] }

/**
 * Matches rows without a code by procedure, identity and day of reception; the name breaks a tie. Never by a guess:
 * several candidates, or several rows for one dossier, decide nothing and are listed with what they stood between.
 * A row without any candidate stands for itself where its ministry's own number is a dossier's code.
 */
export function link(rows: readonly Codeless[], candidates: readonly Candidate[]): Links {
  const byRow = Map.groupBy(candidates, place)
  const found = rows.map((row) => ({ ...row, candidates: choose(row, byRow.get(place(row)) ?? []) }))
  const single = found.filter((row) => row.candidates.length === 1)
  const claims = Map.groupBy(single, (row) => `${row.export} ${row.candidates[0]}`)
  const kind = (row: (typeof found)[number]): keyof Links => {
    if (row.candidates.length === 0) return row.own_code === null ? 'unlinked' : 'own'
    return claims.get(`${row.export} ${row.candidates[0]}`)?.length === 1 && row.candidates.length === 1
      ? 'linked'
      : 'unlinked'
  }
  const of = (wanted: keyof Links) => found.filter((row) => kind(row) === wanted)
  return {
    linked: of('linked').map((row) => ({ export: row.export, row: row.row, dossier: row.candidates[0]! })),
    own: of('own').map((row) => ({ export: row.export, row: row.row, dossier: row.own_code! })),
    unlinked: of('unlinked').map((row) => ({ export: row.export, row: row.row, candidates: row.candidates })),
  }
}

function choose(row: Codeless, candidates: readonly Candidate[]): number[] {
  const same = candidates.filter((each) => each.procedure !== null && each.procedure === row.procedure)
  const all = dossiersOf(same)
  if (all.length < 2) return all
  for (const key of [foldKey, plainKey]) {
    const named = dossiersOf(
      same.filter((each) => each.person !== null && row.person !== null && key(each.person) === key(row.person)),
    )
    if (named.length > 0) return named
  }
  return all
}

function dossiersOf(candidates: readonly Candidate[]): number[] {
  return [...new Set(candidates.map((each) => each.dossier))]
}

function place({ export: of, row }: { export: number; row: number }): string {
  return `${of} ${row}`
}
