import type { Sum } from './sums.ts'

/** Something that must be zero: how often each figure is taken, and the sums that it follows from. */
export type Relation = { readonly terms: ReadonlyMap<string, number>; readonly from: readonly string[] }

/** What is known, by figure. */
export type Known = ReadonlyMap<string, number>

/**
 * What stated figures must satisfy: the sums, and what follows from two of them by working out a figure that is not
 * stated, again and again. A contradiction among whole numbers that cannot be negative shows in one of these.
 */
export function relationsOf(sums: readonly Sum[], isStated: (key: string) => boolean): Relation[] {
  const relations = new Map<string, Relation>()
  const queue: Relation[] = sums.map(relationOf)
  const lasting = lastingIn(queue, isStated)
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const name = nameOf(next)
    if (relations.has(name) || saysNothing(next, lasting)) continue
    const others = [...relations.values()]
    relations.set(name, next)
    for (const other of others) queue.push(...eliminated(next, other, isStated))
  }
  return [...relations.values()]
}

/** Figures that are not stated and stand in one sum only: nothing can work them out. */
function lastingIn(relations: readonly Relation[], isStated: (key: string) => boolean): ReadonlySet<string> {
  const times = Map.groupBy(
    relations.flatMap(({ terms }) => [...terms.keys()]),
    (key) => key,
  )
  return new Set([...times].filter(([key, { length }]) => length === 1 && !isStated(key)).map(([key]) => key))
}

/** Two such figures on both sides may always make up for each other. */
function saysNothing({ terms }: Relation, lasting: ReadonlySet<string>): boolean {
  const signs = new Set([...terms].filter(([key]) => lasting.has(key)).map(([, times]) => Math.sign(times)))
  return signs.size > 1
}

/**
 * What a relation says of known figures. `missing`: figures in it that are not known. When all of them stand on one
 * side they must add up to `gap`, which cannot be negative; when they do not, the relation says nothing: null.
 */
export type Tested = { readonly relation: Relation; readonly missing: readonly string[]; readonly gap: number }

export function test(relation: Relation, known: Known): Tested | null {
  const missing = [...relation.terms].filter(([key]) => !known.has(key))
  const signs = new Set(missing.map(([, times]) => Math.sign(times)))
  if (signs.size > 1) return null
  const [sign = 1] = signs
  const sum = [...relation.terms].reduce((total, [key, times]) => total + times * (known.get(key) ?? 0), 0)
  return { relation, missing: missing.map(([key]) => key), gap: -sign * sum || 0 }
}

/** A relation is broken when what is missing would have to be less than nothing, or nothing is missing and it is not zero. */
export function isBroken({ missing, gap }: Tested): boolean {
  return missing.length === 0 ? gap !== 0 : gap < 0
}

function relationOf({ id, whole, parts }: Sum): Relation {
  return { terms: new Map<string, number>([[whole, 1], ...parts.map((part) => [part, -1] as const)]), from: [id] }
}

/** The figures that two relations share and that are not stated, each worked out in turn. */
function eliminated(a: Relation, b: Relation, isStated: (key: string) => boolean): Relation[] {
  if (a.from.some((id) => b.from.includes(id))) return []
  const shared = [...a.terms.keys()].filter((key) => b.terms.has(key) && !isStated(key))
  return shared.flatMap((key) => {
    const sum = added(a, b, -Math.sign(a.terms.get(key)!) * Math.sign(b.terms.get(key)!))
    return sum === null ? [] : [sum]
  })
}

/** Null where a figure would be taken twice: nothing that such a relation says is missed by the others. */
function added(a: Relation, b: Relation, times: number): Relation | null {
  const terms = new Map(a.terms)
  for (const [key, count] of b.terms) {
    const sum = (terms.get(key) ?? 0) + times * count
    if (sum === 0) terms.delete(key)
    else terms.set(key, sum)
  }
  if (terms.size === 0 || [...terms.values()].some((count) => Math.abs(count) > 1)) return null
  return { terms, from: [...a.from, ...b.from].toSorted() }
}

/** The same relation with all signs turned has the same name. */
function nameOf({ terms }: Relation): string {
  const sorted = [...terms].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const turn = sorted[0]![1] < 0 ? -1 : 1
  return sorted.map(([key, count]) => `${count * turn}${key}`).join(' ')
}
