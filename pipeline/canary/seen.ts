import { isOpen, listDiscrepancies } from '../discrepancy-list.ts'
import type { Outcome } from '../night-run.ts'
import type { Sign } from './mutation.ts'

/** What a run shows: what is open, and which files were not taken. */
export type Seen = { readonly signs: ReadonlySet<Sign>; readonly codes: ReadonlySet<string> }

export function seenIn({ night, turnedAway }: Outcome): Seen {
  const open = listDiscrepancies(night, night.asOf, null).filter(isOpen)
  const raised = open.flatMap(({ kind, code, system, detail }) => {
    const reasons = kind === 'unreadable_row' ? ((detail['reasons'] ?? []) as string[]) : []
    return [`${kind} ${code ?? system}`, ...reasons.map((reason) => `${kind} ${code} ${reason}`)]
  })
  const refused = turnedAway.map(({ path, reason }) => `refused ${path} ${idOf(reason)}`)
  const codes = open.flatMap(({ code }) => code ?? [])
  return { signs: new Set([...raised, ...refused]), codes: new Set(codes) }
}

/** Whether a run shows a sign that the good month did not show. */
export function isShown(sign: Sign, now: Seen, before: Seen): boolean {
  const quiet = /^quiet (.*)$/.exec(sign)?.[1]
  if (quiet !== undefined) return !now.codes.has(quiet)
  return now.signs.has(sign) && !before.signs.has(sign)
}

function idOf(reason: string | null): string {
  return reason === null ? '' : (JSON.parse(reason) as { id: string }).id
}
