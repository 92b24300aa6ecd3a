import type { DiscrepancyState } from '../../sql/schema.ts'
import type { Day } from '../day.ts'

/** A discrepancy as the database remembers it. */
export type Life = {
  readonly state: DiscrepancyState
  readonly verified: boolean
  readonly since: Day
  readonly lastSeen: Day
}

/**
 * What tonight showed: raised; not raised though every system in its scope spoke; nothing, since one of them was silent;
 * or raised by what such a system said on an earlier night.
 */
export type Evidence = 'raised' | 'agrees' | 'silent' | 'claimed'

/**
 * The life of a discrepancy: open, resolved by evidence alone, reopened. Where a system in its scope was silent
 * nothing is known tonight: the state stays, `verified` is false, and its age counts on. What a person decided
 * (`acknowledged`) a run never overwrites, but for the evidence that it is over.
 */
export function live(before: Life | null, evidence: Evidence, asOf: Day): Life | null {
  if (before === null) {
    if (evidence !== 'raised' && evidence !== 'claimed') return null
    return { state: 'open', verified: evidence === 'raised', since: asOf, lastSeen: asOf }
  }
  if (evidence === 'silent' || evidence === 'claimed')
    return before.state === 'resolved' ? before : { ...before, verified: false }
  if (evidence === 'agrees') return { ...before, state: 'resolved', verified: true }
  return {
    ...before,
    state: before.state === 'resolved' ? 'reopened' : before.state,
    verified: true,
    lastSeen: asOf > before.lastSeen ? asOf : before.lastSeen,
  }
}
