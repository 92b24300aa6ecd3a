import type { Known } from './relation.ts'
import type { StatedKey } from './stated.ts'
import type { Sum } from './sums.ts'

/** A number of dossiers as it is made of figures: 949 is 952 − 3. */
export type Base = { readonly value: number; readonly plus: readonly StatedKey[]; readonly minus: readonly StatedKey[] }

/** Every known figure that has dossiers, as a base of a share. */
export function figuresAsBases(known: Known): Base[] {
  return [...known]
    .filter(([key, value]) => value > 0 && !key.includes('#'))
    .map(([key, value]) => ({ value, plus: [key as StatedKey], minus: [] }))
}

/**
 * What a whole is without some of its parts, and what some parts are together: the bases that the figures offer beside
 * the figures themselves. Of two ways to say one number the shorter is given.
 */
export function combinedBases(sums: readonly Sum[], known: Known): Base[] {
  const singles = new Set(figuresAsBases(known).map(({ value }) => value))
  const all = sums.flatMap((sum) => combinationsOf(sum, known)).filter(({ value }) => value > 0 && !singles.has(value))
  const sorted = all.toSorted((a, b) => lengthOf(a) - lengthOf(b))
  return [...new Map(sorted.toReversed().map((base) => [base.value, base])).values()].toSorted(
    (a, b) => b.value - a.value,
  )
}

function combinationsOf({ whole, parts }: Sum, known: Known): Base[] {
  const there = parts.filter((part): part is StatedKey => (known.get(part) ?? 0) > 0)
  const sumOf = (keys: readonly string[]): number => keys.reduce((sum, key) => sum + known.get(key)!, 0)
  return subsets(there).flatMap((some) => {
    const together: Base[] = some.length > 1 ? [{ value: sumOf(some), plus: some, minus: [] }] : []
    const without = known.get(whole)
    return without === undefined
      ? together
      : [...together, { value: without - sumOf(some), plus: [whole], minus: some }]
  })
}

function subsets<Item>(items: readonly Item[]): Item[][] {
  const all: Item[][] = items.reduce<Item[][]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]])
  return all.filter((set) => set.length > 0)
}

function lengthOf({ plus, minus }: Base): number {
  return plus.length + minus.length
}
