import type { DiscrepancyState } from '../sql/schema.ts'
import type { Day } from './day.ts'

/** A discrepancy as the database remembers it. */
export type Life = {
  readonly state: DiscrepancyState
  readonly verified: boolean
  readonly since: Day
  readonly lastSeen: Day
}

/** What tonight showed: raised again; not raised though every system in its scope spoke; or a system was silent. */
export type Evidence = 'raised' | 'agrees' | 'silent'

/**
 * The life of a discrepancy: open, resolved by evidence alone, reopened. Where a system in its scope was silent
 * nothing is known tonight: the state stays, `verified` is false, and its age counts on. What a person decided
 * (`acknowledged`) a run never overwrites, but for the evidence that it is over.
 */
export function live(before: Life | null, evidence: Evidence, asOf: Day): Life | null {
  if (before === null)
    return evidence === 'raised' ? { state: 'open', verified: true, since: asOf, lastSeen: asOf } : null
  if (evidence === 'silent') return before.state === 'resolved' ? before : { ...before, verified: false }
  if (evidence === 'agrees') return { ...before, state: 'resolved', verified: true }
  return {
    ...before,
    state: before.state === 'resolved' ? 'reopened' : before.state,
    verified: true,
    lastSeen: asOf > before.lastSeen ? asOf : before.lastSeen,
  }
}
