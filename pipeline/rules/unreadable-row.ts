import type { Dossier } from '../dossier.ts'
import type { Unreadable } from '../facts.ts'
import type { Rule } from './rule.ts'

// The row could not be read, but its code can: the dossier is there, and counted when another row tells of it.
export const unreadableRow: Rule = {
  kind: 'unreadable_row',
  raise: (dossier) =>
    [...Map.groupBy(inWindow(dossier), ({ from }) => from.system)].map(([system, rows]) => ({
      system,
      systems: [system],
      detail: {
        reasons: [...new Set(rows.map(({ reason }) => reason))],
        columns: [...new Set(rows.map(({ column }) => column ?? ''))],
      },
      sources: rows.map(({ file, line }) => ({ file, line })),
      place: dossier.window,
    })),
}

function inWindow({ facts, window }: Dossier): Unreadable[] {
  return facts.unreadable.filter(({ from }) => from.to >= window.from)
}
