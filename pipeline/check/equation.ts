import { type Balance, keyOf } from './balance.ts'
import { isBroken, type Tested } from './relation.ts'
import type { StatedKey } from './stated.ts'

/** A figure with its value in a sum. */
export type Term = { readonly key: StatedKey; readonly value: number }

/**
 * A tested sum as it is told: `left` = `right`. `missing` were not stated and would stand on the right; they are none
 * where it holds, and `gap` dossiers where it is open (`holds` is null) or broken (then `gap` is what does not add up).
 */
export type Equation = {
  readonly from: readonly string[] // the identities that it follows from
  readonly left: readonly Term[]
  readonly right: readonly Term[]
  readonly missing: readonly StatedKey[]
  readonly gap: number
  readonly holds: boolean | null
}

/** The broken ones first, then those that leave something open, then those that hold. */
export function equationsOf({ broken, open, held }: Balance, values: ReadonlyMap<string, number>): Equation[] {
  return [...broken, ...open, ...held].map((tested) => equationOf(tested, values))
}

function equationOf(tested: Tested, values: ReadonlyMap<string, number>): Equation {
  const { relation, missing, gap } = tested
  const turn = turnOf(tested)
  const side = (sign: number): Term[] =>
    [...relation.terms]
      .filter(([key, times]) => times * turn === sign && values.has(key))
      .map(([key]) => ({ key: keyOf(key), value: values.get(key)! }))
  const [left, right] = [side(1), side(-1)]
  const difference = sumOf(left) - sumOf(right)
  const holds = isBroken(tested) ? false : gap === 0 ? true : null
  const shown = missing.filter((key) => !key.startsWith('rest_of_')) as StatedKey[]
  return { from: relation.from, left, right, missing: shown, gap: holds === null ? gap : difference, holds }
}

/** Missing parts stand on the right, where a sum is written out; with none, the shorter side stands on the left. */
function turnOf({ relation, missing }: Tested): 1 | -1 {
  const [first] = missing
  if (first !== undefined) return relation.terms.get(first)! > 0 ? -1 : 1
  const sum = [...relation.terms.values()].reduce((total, times) => total + times, 0)
  return sum > 0 ? -1 : 1
}

function sumOf(terms: readonly Term[]): number {
  return terms.reduce((sum, { value }) => sum + value, 0)
}
