import type { Group } from './meaning.ts'
import type { Doubt, Sentence } from './piece.ts'
import type { Meaning, Quote, StatedCount, StatedMoney, StatedPeriod, StatedRate } from './stated.ts'
import { otherPeriod, sameUnit, type Unit } from './unit.ts'

/** What one unit was read to state of one period, as long as it may state more. */
export type Open = {
  unit: Unit | null
  period: StatedPeriod | null
  readonly paragraph: number
  readonly counts: StatedCount[]
  readonly rates: StatedRate[]
  readonly money: StatedMoney[]
}

/** What was read so far. `context`: what the text is talking of, and in which sentence it said so. */
export type Draft = {
  readonly text: string
  readonly statements: Open[]
  readonly doubted: (Quote & { readonly doubt: Doubt })[]
  period: StatedPeriod | null
  paragraph: number
  context: { readonly group: Group; readonly sentence: Sentence } | null
}

export function emptyDraft(text: string): Draft {
  return { text, statements: [], doubted: [], period: null, paragraph: 0, context: null }
}

/** Another unit, or the same one's other period, states something of its own. */
export function turnTo(draft: Draft, unit: Unit | null, period: StatedPeriod | null): void {
  const now = draft.statements.at(-1)
  const isOther =
    now !== undefined &&
    ((unit !== null && (now.unit === null ? hasCounts(now) : !sameUnit(now.unit, unit))) ||
      (period !== null && now.period !== null && otherPeriod(now.period, period)))
  if (period !== null) draft.period = period
  if (now === undefined || isOther) {
    begin(draft, unit ?? now?.unit ?? null)
  } else {
    now.unit ??= unit
    now.period ??= draft.period
  }
}

export function begin(draft: Draft, unit: Unit | null): void {
  const { period, paragraph } = draft
  draft.statements.push({ unit, period, paragraph, counts: [], rates: [], money: [] })
  draft.context = null
}

function hasCounts({ counts, rates }: Open): boolean {
  return counts.length + rates.length > 0
}

export function current(draft: Draft): Open {
  return draft.statements.at(-1)!
}

/** A title or a sentence of its own may name the period of what follows; days are surer than a month. */
export function titled(draft: Draft, period: StatedPeriod | null): void {
  if (period !== null && (draft.period === null || 'from' in period)) draft.period = period
}

/** Who states in another paragraph that other dossiers were received is another unit, whose name nobody gives. */
export function isAnother(draft: Draft, [meaning]: readonly Meaning[], value: number): boolean {
  const { paragraph, counts } = current(draft)
  const before = counts.find(({ meanings }) => meanings[0]!.key === meaning!.key)
  return (
    meaning!.key === 'received_total' && paragraph < draft.paragraph && before !== undefined && before.value !== value
  )
}
