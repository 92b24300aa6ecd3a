import { incompleteText, paragraphs } from '../paragraph.ts'
import type { Words } from '../words.ts'

/** The figures of a period as a report needs them: a value, whoever counted. */
export type Stated = {
  readonly period: { readonly from: string; readonly to: string }
  readonly figures: Readonly<Record<string, number | null>>
  readonly rates: { readonly online_payment_rate: { readonly numerator: number } }
  readonly incomplete: readonly string[]
}

/** Section I.2 of the report, a blank line between its paragraphs. */
export function reportText({ period, figures, rates, incomplete }: Stated, words: Words): string {
  const count = (key: string): number => figures[key] ?? 0
  const labels: Readonly<Record<string, string>> = words.system
  const missing = incomplete.map((system) => labels[system] ?? system)
  if (figures['received_total'] === null) return incompleteText(missing)
  return paragraphs(
    {
      received_total: count('received_total'),
      received_online: count('received_online'),
      received_direct: count('received_direct'),
      carried_in: count('carried_in'),
      resolved_total: count('resolved_total'),
      resolved_early: count('resolved_early'),
      resolved_on_time: count('resolved_on_time'),
      resolved_overdue: count('resolved_overdue'),
      refused: count('refused'),
      withdrawn: count('withdrawn'),
      pending_in_time: count('pending_in_time'),
      pending_overdue: count('pending_overdue'),
      digitized_rate: figures['digitized_rate'] ?? null,
      reuse_rate: figures['reuse_rate'] ?? null,
      paid: rates.online_payment_rate.numerator,
      online_payment_rate: figures['online_payment_rate'] ?? null,
      online_payment_total: count('online_payment_total'),
    },
    period,
    missing,
  )
}
