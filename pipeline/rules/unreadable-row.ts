import type { Unreadable } from '../facts.ts'
import type { Span } from '../period.ts'
import { type Finding, nothing, type OrphanRule, type Rule } from './rule.ts'

// The row could not be read, but its code can: the dossier is there, and counted when another row tells of it. A later
// list of dossiers says it again, and better; a payment is in the list of its own days alone.
export const unreadableRow: Rule = {
  kind: 'unreadable_row',
  raise: ({ facts, window }) => {
    if (facts.unreadable.length === 0) return nothing
    return findings(
      facts.unreadable.filter(({ from }) => from.to >= window.from || isPayment(from)),
      window,
    )
  },
}

// The same of a code that only payments name.
export const unreadablePayment: OrphanRule = {
  kind: 'unreadable_row',
  raise: ({ unreadable }) => {
    const [first] = unreadable
    return first === undefined ? nothing : findings(unreadable, first.from)
  },
}

function isPayment({ system }: Unreadable['from']): boolean {
  return system === 'dvcqg-thanhtoan'
}

function findings(unreadable: readonly Unreadable[], place: Span): Finding[] {
  return [...Map.groupBy(unreadable, ({ from }) => from.system)].map(([system, rows]) => ({
    system,
    systems: [system],
    detail: {
      reasons: [...new Set(rows.map(({ reason }) => reason))],
      columns: [...new Set(rows.map(({ column }) => column ?? ''))],
    },
    sources: rows.map(({ file, line }) => ({ file, line })),
    place,
  }))
}
