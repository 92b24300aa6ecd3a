import type { Counted } from './counted.ts'
import { anyTime, type Condition, howMany, meetsAll } from './figures.ts'

export const statementLines = [
  'portal',
  'unreadable_portal',
  'routed_past_centre',
  'missing_at_centre',
  'missing_in_portal',
  'centre_book',
  'unexplained',
] as const

export type StatementKey = (typeof statementLines)[number]
export type StatementLine = { readonly line: StatementKey; readonly count: number }

/** The steps of the walk from the portal's list to the Centre's book: whom each counts, and which way it goes. */
export const steps = {
  portal: { sign: 1, of: [['on_portal', ({ portal }) => portal === 'listed']] },
  unreadable_portal: { sign: 1, of: [['unreadable_on_portal', ({ portal }) => portal === 'unreadable']] },
  routed_past_centre: { sign: -1, of: [notInBook(), ['routed', ({ routed }) => routed]] },
  missing_at_centre: { sign: -1, of: [notInBook(), ['not_routed', ({ routed }) => !routed]] },
  missing_in_portal: { sign: 1, of: [['not_on_portal', ({ portal }) => portal === 'absent']] },
} satisfies Record<string, { readonly sign: 1 | -1; readonly of: readonly Condition[] }>

/**
 * Walks from the portal to the book, as a bank reconciliation does: portal + unreadable − routed past the Centre −
 * missing at the Centre + missing in the portal = the book. Each line is counted by itself, the last one by the figures
 * of the Centre's basis. What is left over is `unexplained` and never hidden: a list that nobody handed over explains
 * nothing.
 */
export function statementOf(counted: readonly Counted[], centreBook: number): StatementLine[] {
  const lines = Object.entries(steps).map(([line, { sign, of }]) => {
    return { line: line as StatementKey, sign, count: howMany(counted, of, anyTime) }
  })
  const walked = lines.reduce((sum, { sign, count }) => sum + sign * count, 0)
  return [
    ...lines.map(({ line, count }) => ({ line, count })),
    { line: 'centre_book', count: centreBook },
    { line: 'unexplained', count: centreBook - walked },
  ]
}

/** Whether the walk arrives where the book is, for one dossier: what it leaves over makes up `unexplained`. */
export function isExplained(counted: Counted): boolean {
  const met = Object.values(steps).filter(({ of }) => meetsAll(counted, of, anyTime))
  const walked = met.reduce<number>((sum, { sign }) => sum + sign, 0)
  return walked === (counted.book === 'listed' || counted.book === 'unreadable' ? 1 : 0)
}

function notInBook(): Condition {
  return ['not_in_book', ({ book }) => book === 'absent']
}
