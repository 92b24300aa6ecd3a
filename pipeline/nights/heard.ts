import { compare } from '../compare.ts'
import type { Day } from '../day.ts'
import type { Export } from '../facts.ts'
import { contains, type Span } from '../period.ts'

/** A window that somebody's export tells of, the night on which that export came, and the last on which it was there. */
export type Window = Span & { readonly came: Day; readonly met: Day }

/**
 * Whether a system's exports are its word for the night of a window, or only for an earlier one. An export that reaches
 * the window's last day and came when that day was over has nothing to add. While the window still runs, it must have
 * been there on the night of the others; and one that does not reach that far must have come with them.
 */
export function isHeard(mine: readonly Export[], { to, came, met }: Window): boolean {
  const reaching = mine.filter((each) => contains(each, to))
  if (reaching.length === 0) return mine.some((each) => each.came >= came)
  return reaching.some((each) => each.came >= to || each.met >= met)
}

/** Whether an export of the portal or the book covers a period's last day: else what it leaves pending is not known. */
export function isKnown({ to }: Span, exports: readonly Export[]): boolean {
  return exports.some((each) => (each.system === 'dvcqg' || each.system === 'trungtam') && contains(each, to))
}

/** Payments name dossiers, and do not list them. */
export function listsDossiers({ system }: Export): boolean {
  return system !== 'dvcqg-thanhtoan'
}

/** Of some exports the window that ends last, the widest where several do; null of none. */
export function newestWindow(exports: readonly Export[]): Window | null {
  const [first, ...others] = exports
  if (first === undefined) return null
  const newest = others.reduce((a, b) => ((compare(a.to, b.to) || compare(b.from, a.from)) >= 0 ? a : b), first)
  const together = exports.filter(({ to }) => to === newest.to)
  return { from: newest.from, to: newest.to, came: last(together, 'came'), met: last(together, 'met') }
}

function last(exports: readonly Export[], night: 'came' | 'met'): Day {
  return exports.reduce((day, each) => (each[night] > day ? each[night] : day), '')
}
