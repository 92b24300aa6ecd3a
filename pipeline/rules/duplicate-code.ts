import type { Dossier } from '../dossier.ts'
import type { Sighted } from '../facts.ts'
import { areOfDifferentExports } from '../opinion.ts'
import { nothing, type Rule, sourceOf } from './rule.ts'

// One dossier on several rows of one export inflates that system's count. Rows that are equal but for their number are
// read once and counted as repeated; these differ, and somebody must say which of them is right.
export const duplicateCode: Rule = {
  kind: 'duplicate_code',
  raise: (dossier) => {
    if (areOfDifferentExports(dossier.facts.rows)) return nothing
    return [...Map.groupBy(inWindow(dossier), (row) => row.from.export).values()]
      .filter((rows) => rows.length > 1)
      .map((rows) => {
        const { system } = rows[0]!.from
        return { system, systems: [system], detail: { rows: rows.length }, sources: rows.map(sourceOf) }
      })
  },
}

function inWindow({ facts, rows }: Dossier): Sighted[] {
  const believed = new Set(rows.map((row) => row.from.export))
  return facts.rows.filter((row) => believed.has(row.from.export))
}
