import type { Counted } from './counted.ts'

export const statementLines = [
  'portal',
  'unreadable_portal',
  'routed_past_centre',
  'missing_at_centre',
  'missing_in_portal',
  'centre_book',
  'unexplained',
] as const

export type StatementLine = { readonly line: (typeof statementLines)[number]; readonly count: number }

/**
 * Walks from the portal's list to the Centre's book, as a bank reconciliation does:
 * portal + unreadable − routed past the Centre − missing at the Centre + missing in the portal = the book.
 * Each line is counted by itself, the last one by the figures of the Centre's basis. What is left over is
 * `unexplained` and never hidden: a list that nobody handed over explains nothing.
 */
export function statementOf(counted: readonly Counted[], centreBook: number): StatementLine[] {
  const count = (which: (each: Counted) => boolean): number => counted.filter(which).length
  const lines = {
    portal: count(({ portal }) => portal === 'listed'),
    unreadable_portal: count(({ portal }) => portal === 'unreadable'),
    routed_past_centre: count(({ book, routed }) => book === 'absent' && routed),
    missing_at_centre: count(({ book, routed }) => book === 'absent' && !routed),
    missing_in_portal: count(({ portal }) => portal === 'absent'),
    centre_book: centreBook,
  }
  const walked =
    lines.portal +
    lines.unreadable_portal -
    lines.routed_past_centre -
    lines.missing_at_centre +
    lines.missing_in_portal
  const unexplained = lines.centre_book - walked
  return statementLines.map((line) => ({ line, count: line === 'unexplained' ? unexplained : lines[line] }))
}
