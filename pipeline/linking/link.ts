import { type Codeless, type Confirmed, isSameRow, type Known, numberKey, place, wholeKey } from './codeless.ts'
import { compare } from '../compare.ts'
import { type Candidate, type Tier, tiersOn } from './link-tiers.ts'

/** A row and whose dossier it tells of: by which tier, and which values met. */
export type Linked = Candidate & { readonly export: number; readonly row: number; readonly tier: Tier }

/** Nothing decides: the dossiers between which it stood, and the rows of its export that want one of them too. */
export type Unlinked = {
  readonly row: Codeless
  readonly candidates: readonly number[]
  readonly rivals: readonly string[]
}

/** What became of rows without a code: matched, a dossier of their own ministry's code, or neither. */
export type Links = {
  readonly linked: readonly Linked[]
  readonly own: readonly Codeless[]
  readonly unlinked: readonly Unlinked[]
}

/**
 * Matches rows without a code, tier by tier; the first that has an answer decides. Never by a guess: several dossiers
 * for a row, or several rows of an export for one dossier, decide nothing. What an export has by its code, or by a
 * stronger tier, is no candidate any more. A row is held against what could be known while its window ran: an export
 * whose window begins after that is not asked, so that a later month changes nothing in an earlier one. A row that
 * nobody claims stands for itself where its ministry's own number is a dossier's code.
 */
export function link(rows: readonly Codeless[], known: Known): Links {
  const linked: Linked[] = []
  const unlinked: Unlinked[] = []
  const taken = new Set(known.listed)
  let left = rows
  for (const { tier, find } of tiersOn(known, taken)) {
    const found = left.map((row) => ({ row, candidates: find(row) })).filter(({ candidates }) => candidates.length > 0)
    const decided = decide(tier, found, taken)
    linked.push(...decided.linked)
    unlinked.push(...decided.unlinked)
    for (const each of decided.linked) taken.add(place(each.export, each.dossier))
    const done = new Set(found.map(({ row }) => row))
    left = left.filter((row) => !done.has(row))
  }
  const alone = left.filter(({ own_code }) => own_code === null)
  unlinked.push(...alone.map((row) => ({ row, candidates: [], rivals: [] })))
  return { linked, own: left.filter(({ own_code }) => own_code !== null), unlinked }
}

/** The decisions that an export in force contradicts: the row has a code by now, and it is another dossier's. */
export function overruled({ confirmed, told, seen }: Known): { decision: number; dossier: number }[] {
  const numbers = Map.groupBy(
    seen.filter(({ inForce }) => inForce),
    numberKey,
  )
  const wholes = Map.groupBy(told, wholeKey)
  const codesOf = (each: Confirmed): number[] => {
    const rows =
      each.number === null
        ? (wholes.get(wholeKey(each)) ?? [])
        : (numbers.get(numberKey(each)) ?? []).filter((row) => isSameRow(each, row))
    return [...new Set(rows.map(({ dossier }) => dossier))].toSorted((a, b) => a - b)
  }
  return confirmed.flatMap((each) =>
    codesOf(each)
      .filter((dossier) => dossier !== each.dossier)
      .map((dossier) => ({ decision: each.decision, dossier })),
  )
}

type Found = { readonly row: Codeless; readonly candidates: readonly Candidate[] }

function decide(tier: Tier, found: readonly Found[], taken: ReadonlySet<string>): Pick<Links, 'linked' | 'unlinked'> {
  const linked: Linked[] = []
  const unlinked: Unlinked[] = []
  const wanted = Map.groupBy(found.flatMap(wishes), ({ place }) => place)
  for (const each of found) {
    const { row, candidates } = each
    const [only] = candidates
    const places = wishes(each).map((wish) => wanted.get(wish.place)!)
    const isSole = candidates.length === 1 && places[0]!.filter(({ isOnly }) => isOnly).length === 1
    if (only !== undefined && isSole && !taken.has(place(row.export, only.dossier)))
      linked.push({ export: row.export, row: row.row, tier, ...only })
    else
      unlinked.push({ row, candidates: candidates.map(({ dossier }) => dossier), rivals: rivalsOf(row, places.flat()) })
  }
  return { linked, unlinked }
}

type Wish = { readonly row: Codeless; readonly place: string; readonly isOnly: boolean }

function wishes({ row, candidates }: Found): Wish[] {
  const isOnly = candidates.length === 1
  return candidates.map(({ dossier }) => ({ row, place: place(row.export, dossier), isOnly }))
}

function rivalsOf(row: Codeless, all: readonly Wish[]): string[] {
  const others = new Set(all.map((wish) => wish.row))
  others.delete(row)
  return [...others].map(({ about }) => about).toSorted(compare)
}
