import type { Counted } from './counted.ts'
import type { Span } from './period.ts'

export type Basis = 'centre' | 'all'
export const bases = ['centre', 'all'] as const

/** What a figure asks of a dossier: all of its conditions, each of which can be told to a person. */
export type Condition = readonly [name: string, holds: (each: Counted, period: Span) => boolean]

/** The figures that count dossiers, each with the dossiers behind it: a definition is a list of conditions, all of them met. */
export const counts = {
  received_total: [],
  received_online: [['online', ({ channel }) => channel === 'online']],
  received_direct: [['direct', ({ channel }) => channel !== 'online']],
  carried_in: [['received_before', ({ receivedDay }, { from }) => receivedDay < from]],
  received_new: [['received_within', ({ receivedDay }, { from }) => receivedDay >= from]],
  resolved_total: [['ended', ({ endedDay }) => endedDay !== null]],
  resolved_early: [resolved(), ['early', ({ endedDay, dueDay }) => dueDay !== null && endedDay! < dueDay]],
  resolved_on_time: [resolved(), ['on_time', ({ endedDay, dueDay }) => dueDay === null || endedDay === dueDay]],
  resolved_overdue: [resolved(), ['overdue', ({ endedDay, dueDay }) => dueDay !== null && endedDay! > dueDay]],
  refused: [['refused', ({ outcome }) => outcome === 'refused']],
  withdrawn: [['withdrawn', ({ outcome }) => outcome === 'withdrawn']],
  pending_total: [['pending', ({ endedDay }) => endedDay === null]],
  pending_in_time: [
    ['pending', ({ endedDay }) => endedDay === null],
    ['due_later', ({ dueDay }, { to }) => dueDay === null || dueDay > to],
  ],
  pending_overdue: [
    ['pending', ({ endedDay }) => endedDay === null],
    ['due_over', ({ dueDay }, { to }) => dueDay !== null && dueDay <= to],
  ],
  fee_dossiers: [
    ['ended', ({ endedDay }) => endedDay !== null],
    ['fee_due', ({ fee_dong }) => fee_dong !== null && fee_dong > 0],
  ],
} satisfies Record<string, readonly Condition[]>

/** The figures that are a share, in percent: of the dossiers that meet `base`, those that meet `share` too. */
export const rates = {
  digitized_rate: {
    base: [['on_portal', ({ portal }) => portal === 'listed']],
    share: [['digitized', ({ digitized }) => digitized !== null && digitized > 0]],
  },
  reuse_rate: {
    base: [
      ['ended', ({ endedDay }) => endedDay !== null],
      ['not_withdrawn', ({ outcome }) => outcome !== 'withdrawn'],
      ['on_portal', ({ portal }) => portal === 'listed'],
    ],
    share: [['reused', ({ reused }) => reused !== null && reused > 0]],
  },
  online_payment_rate: { base: counts.fee_dossiers, share: [['paid_online', ({ paid_dong }) => paid_dong !== null]] },
} satisfies Record<string, { readonly base: readonly Condition[]; readonly share: readonly Condition[] }>

export type CountKey = keyof typeof counts
export type RateKey = keyof typeof rates
export type FigureKey = CountKey | RateKey | 'online_payment_total'

export type Figures = Readonly<Record<FigureKey, number | null>>
export type Rates = Readonly<Record<RateKey, { readonly numerator: number; readonly denominator: number }>>

/** The figures of the dossiers that a period counts. Rates are percentages rounded half up to two decimals, null over nothing. */
export function figuresOf(
  counted: readonly Counted[],
  period: Span,
): { readonly figures: Figures; readonly rates: Rates } {
  const shares = mapValues(rates, ({ base, share }) => {
    return { numerator: howMany(counted, [...base, ...share], period), denominator: howMany(counted, base, period) }
  })
  const isPaid = [...rates.online_payment_rate.base, ...rates.online_payment_rate.share]
  const add = (sum: number, each: Counted) => (meetsAll(each, isPaid, period) ? sum + each.paid_dong! : sum)
  return {
    figures: {
      ...mapValues(counts, (conditions) => howMany(counted, conditions, period)),
      ...mapValues(shares, percent),
      online_payment_total: counted.reduce(add, 0),
    },
    rates: shares,
  }
}

/** What is stated when the list itself is missing. */
export const noFigures: Figures = {
  ...mapValues(counts, () => null),
  ...mapValues(rates, () => null),
  online_payment_total: null,
}

/** The dossiers that meet every condition: a figure's drill-down. */
export function meeting(counted: readonly Counted[], conditions: readonly Condition[], period: Span): Counted[] {
  return counted.filter((each) => meetsAll(each, conditions, period))
}

/** How many they are: of a city's million dossiers a list for every figure is rubbish of hundreds of megabytes. */
export function howMany(counted: readonly Counted[], conditions: readonly Condition[], period: Span): number {
  let count = 0
  for (const each of counted) if (meetsAll(each, conditions, period)) count++
  return count
}

export function meetsAll(counted: Counted, conditions: readonly Condition[], period: Span): boolean {
  for (const condition of conditions) if (!condition[1](counted, period)) return false
  return true
}

/** Basis `centre`: what the Centre's book has; basis `all`: every dossier of the unit that any list knows. */
export function onBasis(counted: readonly Counted[], basis: Basis): readonly Counted[] {
  const conditions = basisOf(basis)
  return basis === 'all' ? counted : counted.filter((each) => meetsAll(each, conditions, anyTime))
}

/** What a basis asks of a dossier. */
export function basisOf(basis: Basis): readonly Condition[] {
  return basis === 'all' ? [] : [['in_book', ({ book }) => book === 'listed' || book === 'unreadable']]
}

/** For conditions that ask where a dossier stands, not when. */
export const anyTime = { from: '', to: '' }

/** In whole numbers, so that no binary fraction decides a rounding: 906 of 949 is 95.47. */
export function percent({ numerator, denominator }: { numerator: number; denominator: number }): number | null {
  return denominator === 0 ? null : Math.floor((numerator * 20000 + denominator) / (2 * denominator)) / 100
}

function resolved(): Condition {
  return ['resolved', ({ outcome }) => outcome === 'resolved']
}

function mapValues<Key extends string, From, To>(
  record: Readonly<Record<Key, From>>,
  to: (value: From) => To,
): Record<Key, To> {
  return Object.fromEntries(Object.entries<From>(record).map(([key, value]) => [key, to(value)])) as Record<Key, To>
}
