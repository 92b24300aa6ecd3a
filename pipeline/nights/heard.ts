import type { System } from '../../connectors/connector.ts'
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

/** A system's exports for a window. */
export type Speaking = {
  readonly near: readonly Export[] // those that cover its end, else those that overlap it
  readonly isCovering: boolean
  readonly isHeard: boolean
  readonly isOverlappingHeard: boolean // the same of all that overlap it
  readonly isOverlapping: boolean
}

type Exports = ReadonlyMap<System, readonly Export[]>

const spoken = new WeakMap<Exports, WeakMap<Window, Map<System, Speaking>>>()

/** Worked out once for the thousands of dossiers of a window. */
export function speakingFor(system: System, window: Window, exports: Exports): Speaking {
  const windows = spoken.get(exports) ?? new WeakMap<Window, Map<System, Speaking>>()
  if (!spoken.has(exports)) spoken.set(exports, windows)
  const systems = windows.get(window) ?? new Map<System, Speaking>()
  if (!windows.has(window)) windows.set(window, systems)
  const known = systems.get(system) ?? speaking(exports.get(system) ?? [], window)
  systems.set(system, known)
  return known
}

function speaking(all: readonly Export[], window: Window): Speaking {
  const covering = all.filter((each) => contains(each, window.to))
  const overlapping = all.filter((each) => each.from <= window.to && each.to >= window.from)
  const near = covering.length > 0 ? covering : overlapping
  return {
    near,
    isCovering: covering.length > 0,
    isHeard: isHeard(near, window),
    isOverlapping: overlapping.length > 0,
    isOverlappingHeard: isHeard(overlapping, window),
  }
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
  const found = newest(exports)
  if (found === null) return null
  const together = exports.filter(({ to }) => to === found.to)
  return { from: found.from, to: found.to, came: last(together, 'came'), met: last(together, 'met') }
}

/** The first of those with the newest window; null of none. */
export function newest(exports: readonly Export[]): Export | null {
  let found: Export | null = null
  for (const each of exports)
    if (found === null || (compare(found.to, each.to) || compare(each.from, found.from)) < 0) found = each
  return found
}

function last(exports: readonly Export[], night: 'came' | 'met'): Day {
  return exports.reduce((day, each) => (each[night] > day ? each[night] : day), '')
}
