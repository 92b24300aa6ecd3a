import { isBroken, type Known, type Relation, relationsOf, test, type Tested } from './relation.ts'
import type { StatedKey } from './stated.ts'
import { type Sum, sumsFor } from './sums.ts'

/** Figures that were stated, by their key; a second value of a figure has the key `refused#2`. */
export type Values = ReadonlyMap<string, number>

/** What the sums say of stated figures. Where something is broken nothing is derived: nobody knows from what. */
export type Balance = {
  readonly held: readonly Tested[] // they add up; what is missing in them is none
  readonly broken: readonly Tested[]
  readonly open: readonly Tested[] // dossiers that are in no stated class
  readonly derived: ReadonlyMap<StatedKey, number> // not stated, and only one value is possible
}

/** Tests every sum that the stated figures say something about, and works out what follows; `sought` too where it can be. */
export function balanceOf(values: Values, sought: readonly string[] = []): Balance {
  const sums = sumsFor(new Set([...values.keys(), ...sought].map(keyOf)))
  const relations = relationsOf(sums, (key) => values.has(key))
  const tested = relations.flatMap((relation) => test(relation, values) ?? [])
  const broken = [...twice(values), ...leastOf(tested.filter(isBroken))]
  const held = tested.filter((each) => each.gap === 0 && each.relation.terms.size - each.missing.length > 1)
  const left = tested.filter((each) => each.gap > 0 && each.missing.length > 0 && isOpen(each, sums, values))
  const open = leastOf(left.filter((each) => !held.some((other) => accountsFor(other, each))))
  const derived = broken.length > 0 ? new Map<string, number>() : derivedFrom(relations, values)
  return { held: once(held), broken, open, derived: derived as ReadonlyMap<StatedKey, number> }
}

export function keyOf(key: string): StatedKey {
  return key.replace(/#\d+$/, '') as StatedKey
}

/** Two values of one figure must be the same; they are kept because they are not. */
function twice(values: Values): Tested[] {
  const others = [...values].filter(([key]) => key.includes('#'))
  return others.map(([key, value]) => {
    const first = keyOf(key)
    const terms = new Map<string, number>([
      [first, 1],
      [key, -1],
    ])
    return { relation: { terms, from: ['stated_twice'] }, missing: [], gap: values.get(first)! - value }
  })
}

/**
 * Who names a class names all: what is left over then is in none. All that is missing must be such a class, and must not
 * follow from other figures.
 */
function isOpen({ relation, missing }: Tested, sums: readonly Sum[], values: Values): boolean {
  if (relation.terms.size - missing.length < 2) return false // a whole by itself leaves nothing over
  const isStated = (key: string): boolean => values.has(key)
  const isNamed = (parts: Sum['parts']): boolean =>
    parts.some(isStated) ||
    sums.some(({ classes, whole, parts: finer }) => classes && isStated(whole) && isFiner(finer, parts))
  const isClass = (key: string): boolean =>
    sums.some(
      ({ id, classes, parts }) =>
        classes && relation.from.includes(id) && parts.includes(key as StatedKey) && isNamed(parts),
    )
  const follows = sums.some(
    ({ whole, parts }) =>
      (missing.includes(whole) && parts.every(isStated)) ||
      (isStated(whole) && parts.every((part) => missing.includes(part))),
  )
  return missing.every(isClass) && !follows
}

function isFiner(some: Sum['parts'], parts: Sum['parts']): boolean {
  return some.length < parts.length && some.every((part) => parts.includes(part))
}

/** A sum that holds with more figures says where the dossiers of one with fewer are. */
function accountsFor(held: Tested, { relation, missing }: Tested): boolean {
  const stated = [...relation.terms.keys()].filter((key) => !missing.includes(key))
  return stated.every((key) => held.relation.terms.has(key) && !held.missing.includes(key))
}

/** Of several that say it, those that name the fewest figures. */
function leastOf(tested: readonly Tested[]): Tested[] {
  const figures = ({ relation }: Tested): string[] => [...relation.terms.keys()]
  const isWithin = (a: Tested, b: Tested): boolean =>
    figures(a).length < figures(b).length && figures(a).every((key) => b.relation.terms.has(key))
  return once(tested.filter((each) => !tested.some((other) => isWithin(other, each))))
}

/** The same stated figures are told of once, with the fewest that are missing. */
function once(tested: readonly Tested[]): Tested[] {
  const stated = ({ relation, missing }: Tested): string =>
    [...relation.terms.keys()]
      .filter((key) => !missing.includes(key))
      .toSorted()
      .join()
  const sorted = tested.toSorted((a, b) => a.missing.length - b.missing.length)
  return [...new Map(sorted.toReversed().map((each) => [stated(each), each])).values()].toReversed()
}

/** What must be zero because nothing is left, and what alone is left. */
function derivedFrom(relations: readonly Relation[], values: Values): Map<string, number> {
  const derived = new Map<string, number>()
  for (let before = -1; before !== derived.size;) {
    before = derived.size
    const known: Known = new Map([...values, ...derived])
    for (const { missing, gap } of relations.flatMap((relation) => test(relation, known) ?? [])) {
      if (missing.length === 0 || (gap !== 0 && missing.length > 1)) continue
      for (const key of missing) derived.set(key, gap)
    }
  }
  return new Map([...derived].filter(([key]) => !key.startsWith('rest_of_')))
}
