import { plainKey } from './fold.ts'

/** The header that is most like one of those sought, as a proposal; null when none is like it at all. */
export function nearestTo(sought: readonly string[], there: readonly string[]): string | null {
  const pairs = there.flatMap((header) => sought.map((name) => ({ header, unlike: unlikeness(name, header) })))
  const best = pairs.reduce<(typeof pairs)[number] | null>((a, b) => (a && a.unlike <= b.unlike ? a : b), null)
  return best !== null && best.unlike <= MOST ? best.header : null
}

const MOST = 0.6

/** The edits from one to the other, as a share of the longer: 0 is the same, 1 has nothing in common. */
function unlikeness(a: string, b: string): number {
  const [from, to] = [plainKey(a), plainKey(b)]
  return editsBetween(from, to) / Math.max(from.length, to.length, 1)
}

function editsBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const replaced = row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row[to.length]!
}
