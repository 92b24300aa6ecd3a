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
 * those first that leave no dossier without a class. A class that was left out stays none where a broken sum needs it.
 */
export function repairsOf(values: Values): Repairs {
  const nothing = balanceOf(values).broken.flatMap(({ missing }) =>
    missing.filter((key) => !key.startsWith('rest_of_')),
  )
  const whole: Values = new Map([...values, ...nothing.map((key) => [key, 0] as const)])
  let sets: readonly (readonly string[])[] = [[]]
  for (let size = 1; size <= MOST_FIGURES; size++) {
    sets = inOrder(
      sets.flatMap((set) => largerBy(set, whole, values)),
      [...values.keys()],
    )
    const repairs = sets.flatMap((set) => repairBy(set, whole, values) ?? [])
    const sorted = repairs.toSorted((a, b) => a.unclassified - b.unclassified)
    if (sorted.length > 0) return { repairs: sorted.slice(0, MOST_REPAIRS), more: sorted.length > MOST_REPAIRS }
  }
  return { repairs: [], more: false }
}

/** Whatever mends a broken sum changes a figure in it: each of them is one more figure of a set. */
function largerBy(set: readonly string[], whole: Values, values: Values): string[][] {
  const [first] = balanceOf(without(set, whole), set).broken
  const keys = [...(first?.relation.terms.keys() ?? [])].filter((key) => values.has(key) && !set.includes(key))
  return keys.map((key) => [...values.keys()].filter((each) => each === key || set.includes(each)))
}

/** Null when the sums still do not hold with these figures left open. */
function repairBy(set: readonly string[], whole: Values, values: Values): Repair | null {
  const rest = without(set, whole)
  const { broken, derived } = balanceOf(rest, set)
  if (broken.length > 0) return null
  const changes = set.map((key): Change => {
    const instead = rest.get(keyOf(key)) ?? derived.get(keyOf(key)) ?? null
    return { key: keyOf(key), stated: values.get(key)!, instead }
  })
  if (changes.some(({ stated, instead }) => stated === instead)) return null
  const known = changes.flatMap(({ key, instead }) => (instead === null ? [] : [[key, instead] as const]))
  const { open } = balanceOf(new Map<string, number>([...rest, ...known]))
  return { changes, unclassified: open.reduce((sum, { gap }) => sum + gap, 0) }
}

/** The values but for some; where the first of several of one figure is left open, the next is the figure's. */
function without(set: readonly string[], values: Values): Values {
  const rest = new Map([...values].filter(([key]) => !set.includes(key)))
  for (const [key, value] of rest) {
    if (rest.has(keyOf(key))) continue
    rest.set(keyOf(key), value)
    rest.delete(key)
  }
  return rest
}

/** Each set once, in the order in which the figures were stated. */
function inOrder(sets: readonly (readonly string[])[], keys: readonly string[]): (readonly string[])[] {
  const place = (set: readonly string[]): string => set.map((key) => String(keys.indexOf(key)).padStart(4, '0')).join()
  const places = new Map(sets.map((set) => [place(set), set]))
  return [...places.keys()].toSorted().map((each) => places.get(each)!)
}
