import type { Dossier } from '../dossier.ts'
import type { Sighted } from '../facts.ts'
import { type Class, classOf, isEnded } from '../opinion.ts'
import { nothing, type Rule, sourceOf } from './rule.ts'

// Each system counts for itself: a dossier that one has resolved and another still has open is counted twice, or never.
// The Centre's book has no status. Only its handing over speaks: what was handed over cannot be open elsewhere.
export const statusConflict: Rule = {
  kind: 'status_conflict',
  raise: (dossier) => {
    if (dossier.rows.length < 2) return nothing
    const words = statuses(dossier)
    if (!words.some((one) => words.some((other) => differ(one, other)))) return nothing
    const rows = words.map(([row]) => row)
    const lagging = rows.map((row) => row.from.system)
    const system = lagging.find((each) => each !== 'dvcqg' && each !== 'trungtam') ?? lagging[0]!
    return [{ system, systems: lagging, detail: detailOf(words), sources: rows.map(sourceOf) }]
  },
}

type Word = readonly [row: Sighted, is: Class]

/** The classes in which the systems put a dossier tonight; a row that is not received yet puts it in none. */
export function statuses({ rows, late }: Dossier): Word[] {
  const words: Word[] = []
  for (const row of rows) {
    const { system } = row.from
    const is = classOf(row)
    if (!late.has(system) && is !== 'none' && (system !== 'trungtam' || is === 'resolved')) words.push([row, is])
  }
  return words
}

// The book's handing over closes refusals and withdrawals too, so it contradicts an open dossier only.
function differ([a, is]: Word, [b, its]: Word): boolean {
  const book = a.from.system === 'trungtam' || b.from.system === 'trungtam'
  return book ? isEnded(is) !== isEnded(its) : is !== its
}

function detailOf(words: readonly Word[]): Record<string, string> {
  return Object.fromEntries(words.map(([row, is]) => [row.from.system, row.status ?? is]))
}
