import type { DaysLeft, Opened } from '../period-report.ts'

/** Pending dossiers with `from` to `to` working days left; null is without an end, and `due` false without a due day. */
export type Bucket = {
  readonly from: number | null
  readonly to: number | null
  readonly hasDue: boolean
  readonly count: number
  readonly places: readonly number[] // in the list of dossiers; empty where there is none
}

/** What is over, each of the next days, then weeks: what is near is told exactly. */
const borders: readonly (readonly [number | null, number | null])[] = [
  [null, 0],
  [1, 1],
  [2, 2],
  [3, 3],
  [4, 4],
  [5, 5],
  [6, 10],
  [11, 20],
  [21, null],
]

/** The pending dossiers by the working days that are left. */
export function bucketsOf(pending: readonly DaysLeft[], opened: Opened | null): Bucket[] {
  const placed = placesOf(pending, opened)
  const bucket = (from: number | null, to: number | null, hasDue: boolean): Bucket => {
    const isIn = ({ left }: DaysLeft): boolean =>
      left === null ? !hasDue : hasDue && left >= (from ?? -Infinity) && left <= (to ?? Infinity)
    const these = placed.filter(isIn)
    const places = these.flatMap((each) => each.places).toSorted((a, b) => a - b)
    return { from, to, hasDue, count: these.reduce((sum, { count }) => sum + count, 0), places }
  }
  const withDue = borders.map(([from, to]) => bucket(from, to, true))
  const without = bucket(null, null, false)
  return without.count === 0 ? withDue : [...withDue, without]
}

/** The days that are left grow with the due day: in the order of their due days, the dossiers are the groups in theirs. */
function placesOf(
  pending: readonly DaysLeft[],
  opened: Opened | null,
): (DaysLeft & { readonly places: readonly number[] })[] {
  const due = (place: number): string => opened!.dossiers[place]!.due ?? '~'
  const inOrder = (opened?.behind['pending_total'] ?? []).toSorted((a, b) => compare(due(a), due(b)))
  const whole = pending.reduce((sum, { count }) => sum + count, 0) === inOrder.length
  let at = 0
  return pending.map((each) => {
    const places = whole ? inOrder.slice(at, at + each.count) : []
    at += each.count
    return { ...each, places }
  })
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
