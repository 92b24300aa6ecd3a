import { balanceOf, keyOf, type Values } from './balance.ts'
import type { StatedKey } from './stated.ts'

/**
 * Figures that would have to be others for every sum to hold, with the values that they would then have: `instead` is
 * null where several would do. `unclassified`: dossiers that would then be in no stated class.
 */
export type Repair = { readonly changes: readonly Change[]; readonly unclassified: number }

export type Change = { readonly key: StatedKey; readonly stated: number; readonly instead: number | null }

/** All repairs of the smallest number of figures; `more` when there are others than those listed. */
export type Repairs = { readonly repairs: readonly Repair[]; readonly more: boolean }

/** Above this many figures at once, what was stated is not a slip of the pen. */
const MOST_FIGURES = 3
const MOST_REPAIRS = 20

/**
 * The smallest sets of figures whose change restores every sum. None is preferred: whatever restores them is listed,
 * those first that leave no dossier without a class.
 * A class that was left out stays none where the broken sums would need it.
 */
export function repairsOf(values: Values): Repairs {
  const { broken } = balanceOf(values)
  const involved = [...values.keys()].filter((key) => broken.some(({ relation }) => relation.terms.has(key)))
  const nothing = broken.flatMap(({ missing }) => missing.filter((key) => !key.startsWith('rest_of_')))
  const whole: Values = new Map([...values, ...nothing.map((key) => [key, 0] as const)])
  for (let size = 1; size <= MOST_FIGURES; size++) {
    const sets = combinations(involved, size).filter((set) =>
      broken.every(({ relation }) => set.some((key) => relation.terms.has(key))),
    )
    const repairs = sets.flatMap((set) => repairBy(set, whole, values) ?? [])
    const sorted = repairs.toSorted((a, b) => a.unclassified - b.unclassified)
    if (sorted.length > 0) return { repairs: sorted.slice(0, MOST_REPAIRS), more: sorted.length > MOST_REPAIRS }
  }
  return { repairs: [], more: false }
}

/** Null when the sums still do not hold with these figures left open. */
function repairBy(set: readonly string[], whole: Values, values: Values): Repair | null {
  const rest = withoutTwins(new Map([...whole].filter(([key]) => !set.includes(key))), set)
  const { broken, derived } = balanceOf(rest, set)
  if (broken.length > 0) return null
  const changes = set.map((key): Change => {
    const instead = rest.get(keyOf(key)) ?? derived.get(keyOf(key)) ?? null
    return { key: keyOf(key), stated: values.get(key)!, instead }
  })
  if (changes.some(({ stated, instead }) => stated === instead)) return null
  const mended = new Map<string, number>([
    ...rest,
    ...changes.flatMap(({ key, instead }) => (instead === null ? [] : [[key, instead] as const])),
  ])
  return { changes, unclassified: balanceOf(mended).open.reduce((sum, { gap }) => sum + gap, 0) }
}

/** Where the first of two values is left open, the second is the figure's. */
function withoutTwins(rest: Values, set: readonly string[]): Values {
  const isOpen = (key: string): boolean => set.includes(key)
  return new Map(
    [...rest].map(([key, value]) => (key.includes('#') && isOpen(keyOf(key)) ? [keyOf(key), value] : [key, value])),
  )
}

function combinations<Item>(items: readonly Item[], size: number): Item[][] {
  if (size === 0) return [[]]
  return items.flatMap((item, at) => combinations(items.slice(at + 1), size - 1).map((rest) => [item, ...rest]))
}
