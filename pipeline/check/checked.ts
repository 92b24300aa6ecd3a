import type { Base } from './base.ts'
import { type Equation, equationsOf } from './equation.ts'
import { type Outcome, outcomesOf } from './outcome.ts'
import { checkRate, type RateCheck } from './rate.ts'
import type { Repair } from './repair.ts'
import type { Quote, Question, StatedKey, StatedPeriod, StatedRate, Statement } from './stated.ts'

/** `untested`: nothing that was stated says anything of anything else. */
export type Verdict = 'holds' | 'holds_if' | 'cannot_hold' | 'untested'

/** What must be so for a statement to hold, and what would follow otherwise. */
export type Condition =
  /** The question that the words of `count` leave open has this answer; else so many would be in no stated class. */
  | {
      readonly is: 'meaning'
      readonly question: Question
      readonly answer: string
      readonly count: number
      readonly carried: number | null
      readonly otherwise: number | 'broken'
    }
  /** So many dossiers of the whole stand in none of its stated classes: they must be in one that was left out. */
  | { readonly is: 'unclassified'; readonly count: number; readonly among: readonly StatedKey[] }
  /** The percentage is a share of a combination of figures; of one of these when there are several. */
  | {
      readonly is: 'rate_base'
      readonly rate: string
      readonly bases: readonly (Base & { readonly from: number; readonly to: number })[]
    }
  /** The percentage is a share of something that is not stated. */
  | { readonly is: 'rate_base_unknown'; readonly rate: string }

/** One statement with all that arithmetic says of it. */
export type Checked = {
  readonly unit: string | null
  readonly period: StatedPeriod | null
  readonly verdict: Verdict
  readonly figures: readonly (Quote & { readonly key: StatedKey | 'online_payment_total'; readonly value: number })[]
  readonly derived: readonly { readonly key: StatedKey; readonly value: number }[]
  readonly equations: readonly Equation[]
  readonly rates: readonly (StatedRate & RateCheck & { readonly shared: readonly StatedKey[] })[]
  readonly conditions: readonly Condition[]
  readonly undecided: readonly { readonly question: Question; readonly count: number }[] // either meaning would do
  readonly repairs: readonly Repair[]
  readonly moreRepairs: boolean
}

/** Tests a statement under every meaning of its words, and takes the one that leaves the least to be explained. */
export function checkStatement(statement: Statement): Checked {
  const outcome = outcomesOf(statement)
  const { taken, balance } = outcome.best
  const known = new Map([...taken.values, ...balance.derived])
  const rates = statement.rates.map((rate) => {
    const shared = sharedBy(rate, taken.keys)
    return { ...rate, ...checkRate(rate, shared, known), shared }
  })
  const conditions = [...conditionsOf(outcome, statement), ...rates.flatMap(rateCondition)]
  return {
    unit: statement.unit,
    period: statement.period,
    verdict: verdictOf(outcome, rates, conditions),
    figures: [
      ...statement.counts.map(({ text, at, words, value }, index) => ({
        text,
        at,
        words,
        value,
        key: taken.keys[index]!,
      })),
      ...statement.money.map((quote) => ({ ...quote, key: 'online_payment_total' as const })),
    ].toSorted((a, b) => a.at.start - b.at.start),
    derived: [...balance.derived].map(([key, value]) => ({ key, value })),
    equations: equationsOf(balance, taken.values),
    rates,
    conditions,
    undecided: outcome.undecided.map((question) => ({ question, count: askedOf(question, statement) })),
    repairs: outcome.repairs,
    moreRepairs: outcome.moreRepairs,
  }
}

function sharedBy({ of }: StatedRate, keys: readonly StatedKey[]): readonly StatedKey[] {
  if ('count' in of) return [keys[of.count]!]
  if ('keys' in of) return of.keys
  const counted = {
    digitized_rate: 'digitized_dossiers',
    reuse_rate: 'reused_dossiers',
    online_payment_rate: 'paid_dossiers',
  } as const
  return [counted[of.rate]]
}

function verdictOf({ best }: Outcome, rates: readonly RateCheck[], conditions: readonly Condition[]): Verdict {
  if (best.balance.broken.length > 0 || rates.some(({ verdict }) => verdict === 'impossible')) return 'cannot_hold'
  if (conditions.length > 0) return 'holds_if'
  return best.balance.held.length > 0 || rates.some(({ verdict }) => verdict === 'fits') ? 'holds' : 'untested'
}

/** Under broken sums no condition helps. */
function conditionsOf({ best, conditions }: Outcome, statement: Statement): Condition[] {
  if (best.balance.broken.length > 0) return []
  const meanings = conditions.map(({ question, answer, otherwise }): Condition => {
    return {
      is: 'meaning',
      question,
      answer,
      count: askedOf(question, statement),
      carried: best.taken.values.get('carried_in') ?? null,
      otherwise,
    }
  })
  const open = best.balance.open.map(({ gap, missing }): Condition => ({
    is: 'unclassified',
    count: gap,
    among: missing as StatedKey[],
  }))
  return [...meanings, ...open]
}

/** The number whose words leave the question open. */
function askedOf(question: Question, { counts }: Statement): number {
  return counts.find(({ meanings }) => meanings.length > 1 && meanings.some(({ under }) => question in under))!.value
}

function rateCondition({ verdict, text, fits }: StatedRate & RateCheck): Condition[] {
  const rate = `${text}%`
  if (verdict === 'fits_if')
    return [{ is: 'rate_base', rate, bases: fits.map(({ base, from, to }) => ({ ...base, from, to })) }]
  return verdict === 'unknown_base' ? [{ is: 'rate_base_unknown', rate }] : []
}
