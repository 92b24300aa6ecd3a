import { type Base, combinedBases, figuresAsBases } from './base.ts'
import type { Known } from './relation.ts'
import { type Manner, mannerOf, numeratorsOver, type Percent, percentOf } from './share.ts'
import type { StatedKey, StatedRate } from './stated.ts'
import { sumsFor, wholesOf } from './sums.ts'

/** A numerator over a base that is written as the percentage stands; several numerators may be. */
export type Fit = { readonly base: Base; readonly from: number; readonly to: number; readonly manner: Manner }

/**
 * What a stated percentage can be. `fits`: a stated or derived figure is a base that gives it; `fits_if`: only a
 * combination of them is; `unknown_base`: none is, and what it is a share of need not be stated; `impossible`: none is,
 * and its base is stated; `untested`: there is nothing to try it on. `without`: the figures over which no numerator
 * gives it. `right`: what stands over its own base instead.
 */
export type RateCheck = {
  readonly verdict: 'fits' | 'fits_if' | 'unknown_base' | 'impossible' | 'untested'
  readonly fits: readonly Fit[]
  readonly without: readonly Base[]
  readonly right: readonly { readonly percent: number; readonly numerator: number; readonly base: Base }[]
}

/** `shared`: the figures of which the percentage is the share, where the text names them; empty where it names none. */
export function checkRate(rate: StatedRate, shared: readonly StatedKey[], known: Known): RateCheck {
  const numerators = numeratorsOf(shared, known)
  const isAny = numerators === null && rate.percent > 0 && rate.percent < 100 // a figure may give it by chance
  const own = ownBases(rate, shared).flatMap((key) => figuresAsBases(known).filter(({ plus }) => plus[0]!.key === key))
  const others = figuresAsBases(known).filter(({ plus }) => !own.some((base) => base.plus[0]!.key === plus[0]!.key))
  const bases = [...own, ...others].filter((base) => !isShare(base, shared, rate))
  const simple = bases.flatMap((base) => fitOver(rate, numerators, base) ?? [])
  const fitting = new Set(simple.map(({ base }) => base))
  const without = distinct(bases.filter((base) => !fitting.has(base)))
  const sums = sumsFor(new Set([...known.keys()] as StatedKey[]))
  const combined = combinedBases(sums, known).flatMap((base) => fitOver(rate, numerators, base) ?? [])
  if (simple.length > 0) return { verdict: 'fits', fits: [...simple, ...(isAny ? combined : [])], without, right: [] }
  if (combined.length > 0) return { verdict: 'fits_if', fits: combined, without, right: [] }
  const isSure = numerators !== null || 'rate' in rate.of // of what the words name only one may be meant otherwise
  if (own.length > 0 && isSure)
    return { verdict: 'impossible', fits: [], without, right: rightOver(rate, numerators, own) }
  const isNamed = !('rate' in rate.of) && numerators !== null
  return { verdict: bases.length === 0 || isNamed ? 'untested' : 'unknown_base', fits: [], without, right: [] }
}

/** Null: nobody says what has the share, so that any numerator will do. `Đúng hạn` is often said of early ones too. */
function numeratorsOf(shared: readonly StatedKey[], known: Known): readonly number[] | null {
  const keys = new Set(shared)
  const values = shared.flatMap((key) => known.get(key) ?? [])
  if (keys.has('resolved_on_time') || keys.has('resolved_early_or_on_time')) {
    const [early, onTime] = [known.get('resolved_early'), known.get('resolved_on_time')]
    values.push(...[known.get('resolved_early_or_on_time') ?? []].flat())
    if (early !== undefined && onTime !== undefined) values.push(early + onTime)
  }
  return values.length === 0 ? null : values
}

/** Online payment is a share of the dossiers with a fee; a figure's share is one of what it is a part of. */
function ownBases({ of }: StatedRate, shared: readonly StatedKey[]): StatedKey[] {
  if (!('rate' in of)) return [...new Set(shared.flatMap(wholesOf))]
  return of.rate === 'online_payment_rate' ? ['fee_dossiers'] : []
}

/** A figure is all of itself, which says nothing. */
function isShare({ plus }: Base, shared: readonly StatedKey[], { percent }: StatedRate): boolean {
  return percent !== 100 && shared.includes(plus[0]!.key)
}

function fitOver(rate: Percent, numerators: readonly number[] | null, base: Base): Fit | null {
  if (numerators === null) {
    const any = numeratorsOver(rate, base.value)
    return any === null ? null : { base, ...any, manner: 'half_up' }
  }
  for (const numerator of numerators) {
    const manner = numerator > base.value ? null : mannerOf(rate, numerator, base.value)
    if (manner !== null) return { base, from: numerator, to: numerator, manner }
  }
  return null
}

/** The rate of the stated numerators over the base that comes nearest; of unknown ones, those next to what was stated. */
function rightOver(
  { percent, decimals }: Percent,
  numerators: readonly number[] | null,
  own: readonly Base[],
): RateCheck['right'] {
  const tried = own.flatMap((base) => {
    const near = Math.floor((percent * base.value) / 100)
    const over = numerators ?? [near, near + 1]
    return over
      .filter((numerator) => numerator <= base.value)
      .map((numerator) => ({ base, numerator, percent: percentOf(numerator, base.value, decimals) }))
  })
  const sorted = tried.toSorted((a, b) => Math.abs(a.percent - percent) - Math.abs(b.percent - percent))
  return sorted.slice(0, numerators === null ? 2 : 1)
}

function distinct(bases: readonly Base[]): Base[] {
  return [...new Map(bases.map((base) => [base.value, base])).values()]
}
