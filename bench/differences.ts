import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { smallTable } from '../connectors/table.ts'

/** What a peer's list calls what we have a kind for. */
const peersWords = {
  not_on_portal: 'missing_in_portal',
  not_at_ministry: 'missing_in_ministry',
  other_status: 'status_conflict',
  other_day: 'date_conflict',
  late: 'overdue_pending',
} as const

/** `<kind> <code>` of each line that a peer wrote: a code, and a column for each kind. */
export function foundByPeer(folder: string): string[] {
  const [header, ...lines] = smallTable(readFileSync(join(folder, 'differences.csv'), 'utf8'))
  const kinds = Object.entries(peersWords).map(([word, kind]) => ({ kind, at: header!.indexOf(word) }))
  const code = header!.indexOf('code')
  return lines.flatMap((cells) =>
    kinds.filter(({ at }) => ['1', 'true', 'True'].includes(cells[at]!)).map(({ kind }) => `${kind} ${cells[code]}`),
  )
}

/** The same of the list that our night published: its last column has the key, `<kind>/<code>/<systems>`. */
export function foundByUs(folder: string): string[] {
  const [, ...lines] = smallTable(readFileSync(join(folder, 'out/2026-02/sai-lech.csv'), 'utf8'))
  return lines.map((cells) => cells.at(-1)!.split('/').slice(0, 2).join(' '))
}

/** Whoever finds anything else than what was planted has not done the work. Throws with what is missing and too much. */
export function holdToPlanted(who: string, found: readonly string[], planted: readonly string[]): void {
  const [all, wanted] = [new Set(found), new Set(planted)]
  const missing = planted.filter((each) => !all.has(each))
  const tooMuch = found.filter((each) => !wanted.has(each))
  if (missing.length === 0 && tooMuch.length === 0 && found.length === planted.length) return
  const some = (of: readonly string[]): string =>
    `${of.length}${of.length > 0 ? ` (${of.slice(0, 5).join(', ')})` : ''}`
  throw new Error(
    `${who} did not find what was planted: ${planted.length} planted, ${found.length} found, missing ${some(missing)}, too much ${some(tooMuch)}`,
  )
}
