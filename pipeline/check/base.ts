import type { Term } from './equation.ts'
import type { Known } from './relation.ts'
import type { StatedKey } from './stated.ts'
import type { Sum } from './sums.ts'

/** A number of dossiers as it is made of figures: 949 is 952 − 3. */
export type Base = { readonly value: number; readonly plus: readonly Term[]; readonly minus: readonly Term[] }

/** Every known figure that has dossiers, as a base of a share. */
export function figuresAsBases(known: Known): Base[] {
  const figures = [...known].filter(([key, value]) => value > 0 && !key.includes('#'))
  return figures.map(([key, value]) => ({ value, plus: [{ key: key as StatedKey, value }], minus: [] }))
}

/**
 * What a whole is without some of its parts, and what some parts are together: the bases that the figures offer beside
 * the figures themselves. Of several ways to say one number the shortest is given.
 */
export function combinedBases(sums: readonly Sum[], known: Known): Base[] {
  const single = new Set(figuresAsBases(known).map(({ value }) => value))
  const all = sums.flatMap((sum) => combinationsOf(sum, known)).filter(({ value }) => value > 0 && !single.has(value))
  const longestFirst = all.toSorted((a, b) => lengthOf(b) - lengthOf(a))
  return [...new Map(longestFirst.map((base) => [base.value, base])).values()].toSorted((a, b) => b.value - a.value)
}

function combinationsOf({ whole, parts }: Sum, known: Known): Base[] {
  const there = parts
    .map((key) => ({ key: key as StatedKey, value: known.get(key) ?? 0 }))
    .filter(({ value }) => value > 0)
  const total = known.get(whole)
  return subsets(there).flatMap((some) => {
    const sum = some.reduce((added, { value }) => added + value, 0)
    const together: Base[] = some.length > 1 ? [{ value: sum, plus: some, minus: [] }] : []
    if (total === undefined) return together
    return [...together, { value: total - sum, plus: [{ key: whole, value: total }], minus: some }]
  })
}

/** Every choice of one or more. */
function subsets<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: 2 ** items.length - 1 }, (_, choice) =>
    items.filter((_, at) => ((choice + 1) >> at) % 2 === 1),
  )
}

function lengthOf({ plus, minus }: Base): number {
  return plus.length + minus.length
}
