import { baseText, type ShownBase } from './check-rate.ts'
import { labelOf } from './check-label.ts'
import type { Words } from '../words.ts'

export type ShownCondition =
  | {
      readonly is: 'meaning'
      readonly question: string
      readonly answer: string
      readonly count: number
      readonly carried: number | null
      readonly otherwise: number | 'broken'
    }
  | { readonly is: 'unclassified'; readonly count: number; readonly among: readonly string[] }
  | { readonly is: 'rate_base'; readonly rate: string; readonly bases: readonly ShownBase[] }
  | { readonly is: 'rate_base_unknown'; readonly rate: string }

/** What must be so for a statement to hold, as half a sentence. */
export function conditionText(condition: ShownCondition, words: Words): string {
  const { check } = words
  if (condition.is === 'unclassified')
    return check.unclassified(
      condition.count,
      condition.among.map((key) => labelOf(key, words)),
    )
  if (condition.is === 'rate_base')
    return check.rateBase(
      condition.rate,
      condition.bases.map((base) => baseText(base, words)),
    )
  if (condition.is === 'rate_base_unknown') return check.rateBaseUnknown(condition.rate)
  const meanings: Readonly<
    Record<string, Readonly<Record<string, (count: number, carried: number | null) => string>>>
  > = check.meaning
  const meant = meanings[condition.question]![condition.answer]!(condition.count, condition.carried)
  if (condition.otherwise === 'broken') return `${meant}${check.otherwiseBroken}`
  return condition.otherwise === 0 ? meant : `${meant}${check.otherwise(condition.otherwise)}`
}

/** Two meanings of which either would do. */
export function undecidedText(
  { question, count }: { readonly question: string; readonly count: number },
  { check }: Words,
): string {
  const meanings: Meanings = check.meaning
  return check.undecided(Object.values(meanings[question]!).map((meaning) => meaning(count, null)))
}

type Meanings = Readonly<Record<string, Readonly<Record<string, (count: number, carried: number | null) => string>>>>
