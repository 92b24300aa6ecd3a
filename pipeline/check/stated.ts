import type { CountKey, RateKey } from '../figures.ts'
import type { Day } from '../day.ts'
import type { Noted } from './number.ts'
import type { Doubt } from './piece.ts'
import type { Place } from './token.ts'

/**
 * What offices count and this program's figures do not: each is a sum or a part of figures (`sums.ts`), or what a rate
 * has above its line.
 */
export const furtherKeys = [
  'received_counter',
  'received_post',
  'new_online',
  'new_direct',
  'new_counter',
  'new_post',
  'resolved_early_or_on_time',
  'resolved_with_result',
  'turned_down',
  'returned',
  'refused_or_withdrawn',
  'overdue_total',
  'due_in_period',
  'digitized_dossiers',
  'reused_dossiers',
  'paid_dossiers',
] as const

export type StatedKey = CountKey | (typeof furtherKeys)[number]

/** What the words leave open, and how it may be answered; the first answer is the usual one. */
export const questions = {
  received_is: ['total', 'new'], // "tiếp nhận 1024": with or without those carried over
  channels_of: ['total', 'new'], // "trực tuyến": of all received, or of the new ones
  overdue_is: ['resolved', 'pending'], // "quá hạn" without a word of what
  resolved_is: ['total', 'with_result'], // "đã giải quyết": with or without refused and withdrawn
  whole_is: ['received', 'resolved'], // "tổng số hồ sơ giải quyết": to be resolved, or resolved
} as const satisfies Record<string, readonly [string, string]>

export type Question = keyof typeof questions
export type Answers = { readonly [Asked in Question]?: (typeof questions)[Asked][number] }

/** One meaning of a number's words: the figure, and the answers under which it is that one. */
export type Meaning = { readonly key: StatedKey; readonly under: Answers }

/** A number in the text, with the words beside it. */
export type Quote = { readonly text: string; readonly at: Place; readonly words: string }

/** A number of dossiers that was stated, with all that its words may mean. */
export type StatedCount = Quote & { readonly value: number; readonly meanings: readonly Meaning[] }

/** A percentage. `of` is what has the share: a figure, the count before it (its place in `counts`), or a rate by name. */
export type StatedRate = Quote & {
  readonly percent: number
  readonly decimals: number
  readonly of: { readonly rate: RateKey } | { readonly keys: readonly StatedKey[] } | { readonly count: number }
}

export type StatedMoney = Quote & { readonly value: number } // dong paid online

/** The days that a text names for its figures, or the month or other period by its words. */
export type StatedPeriod =
  | { readonly from: Day; readonly to: Day }
  | { readonly id: string }
  | { readonly words: string }

/** What one unit states of one period. */
export type Statement = {
  readonly unit: string | null
  readonly period: StatedPeriod | null
  readonly counts: readonly StatedCount[]
  readonly rates: readonly StatedRate[]
  readonly money: readonly StatedMoney[]
}

/** A number that is not taken for a figure, and why; `nearest`: the key that an unknown one is most like. */
export type Doubted = Quote & { readonly doubt: Doubt; readonly nearest?: string | null }

/** All that a text states; every number of the text is in exactly one of its lists. */
export type Reading = {
  readonly statements: readonly Statement[]
  readonly doubted: readonly Doubted[]
  readonly noted: readonly { readonly text: string; readonly at: Place; readonly is: Noted }[]
}
