import type { System } from '../../connectors/connector.ts'
import { compare } from '../compare.ts'
import { type Day, addDays } from '../day.ts'
import { overlap, type Span } from '../period.ts'
import type { ClosedSpan, MadeOf, MadeOfExport } from './made-of.ts'

/** What is not as it was when rows were worked out: the exports that changed, and what hangs on them. */
export type Changed = {
  readonly exports: readonly { readonly number: number; readonly files: readonly number[] }[] // the files then and now
  /** The exports whose dossiers have to be settled anew: a window of theirs meets that of one that changed. */
  readonly meeting: readonly number[]
  /** The dossiers whose rows without a code were matched otherwise, and those that a window lists no more. */
  readonly links: readonly number[]
  readonly gone: readonly number[]
  /** Whether what some days count may have changed, of dossiers of which the same is told as before. */
  readonly touches: (days: Span) => boolean
}

/**
 * What changed between two nights. Null where anything may have: other settings, a decision that reaches back, an export
 * that is in force no more or was read otherwise, a night before the one that is known.
 */
export function changedSince(then: MadeOf | null, now: MadeOf): Changed | null {
  if (then === null || becauseOf(then, now).length > 0) return null
  const before = new Map(then.exports.map((each) => [each.export, each]))
  const moved = now.exports.filter((each) => !isSame(before.get(each.export), each))
  const pairs = moved.map((each) => [before.get(each.export), each] as const)
  const spans = pairs.flatMap((pair) => pair.flatMap((each) => (each === undefined ? [] : [each])))
  const windows = [windowsOf(then.exports), windowsOf(now.exports)]
  const isMet = ({ from }: MadeOfExport): boolean =>
    windows.some((ends) => ends.has(from) && spans.some((span) => overlap(span, { from, to: ends.get(from)! })))
  const unchanged = now.exports.filter((each) => !moved.includes(each))
  const closed = differing(then.closed, now.closed)
  return {
    exports: pairs.map(([was, is]) => ({ number: is.export, files: filesOf(was, is) })),
    meeting: now.exports.filter((each) => listsDossiers(each) && isMet(each)).map((each) => each.export),
    links: differing(then.links, now.links).map((link) => Number(link.split(' ')[0])),
    gone: [...new Set([...then.gone, ...now.gone])],
    touches: (days) =>
      [...spans, ...closed].some((span) => overlap(span, days)) ||
      spans.some((span) => isNextListed(span, days, unchanged)),
  }
}

/** Why anything may have changed. */
export type Because = 'not_known' | 'settings' | 'decisions' | 'earlier_night' | 'exports'

/** For which reasons nothing is known to stand; none where it is known what changed. */
export function becauseOf(then: MadeOf | null, now: MadeOf): Because[] {
  if (then === null) return ['not_known']
  const after = new Map(now.exports.map((each) => [each.export, each]))
  return [
    ...(then.settings === now.settings ? [] : ['settings' as const]),
    ...(then.decided === now.decided ? [] : ['decisions' as const]),
    ...(now.asOf < then.asOf ? ['earlier_night' as const] : []),
    ...(then.exports.some((each) => isOtherwise(each, after.get(each.export))) ? ['exports' as const] : []),
  ]
}

/** Gone from force, or made of a file that was read again. */
function isOtherwise(was: MadeOfExport, is: MadeOfExport | undefined): boolean {
  if (is === undefined || is.system !== was.system) return true
  return was.files.some(({ file, reading }) => is.files.some((each) => each.file === file && each.reading !== reading))
}

function isSame(was: MadeOfExport | undefined, is: MadeOfExport): boolean {
  return was !== undefined && JSON.stringify(was) === JSON.stringify(is)
}

function filesOf(was: MadeOfExport | undefined, is: MadeOfExport): number[] {
  return [...new Set([...(was?.files ?? []), ...is.files].map(({ file }) => file))]
}

function listsDossiers({ system }: MadeOfExport): boolean {
  return system !== 'dvcqg-thanhtoan'
}

/** Where the windows end that begin on a day, as the widest list of dossiers has it. */
function windowsOf(exports: readonly MadeOfExport[]): ReadonlyMap<Day, Day> {
  const ends = new Map<Day, Day>()
  for (const { from, to } of exports.filter(listsDossiers)) if (to > (ends.get(from) ?? '')) ends.set(from, to)
  return ends
}

/**
 * Where a list leaves days out, the first one after them is asked: whether that may be this one, or have been it. (The
 * lists that are the same are all that is known of both nights.)
 */
function isNextListed(span: MadeOfExport, days: Span, unchanged: readonly MadeOfExport[]): boolean {
  if (span.from <= days.to || !isAskedLater(span.system)) return false
  const others = unchanged.filter(({ system }) => system === span.system)
  if (others.some((each) => each.from > days.to && isBefore(each, span))) return false
  return !coversAll(others, days)
}

/** In the order in which exports are asked. */
function isBefore(a: Span, b: Span): boolean {
  return (compare(a.to, b.to) || compare(a.from, b.from)) <= 0
}

function isAskedLater(system: System): boolean {
  return system === 'dvcqg' || system === 'trungtam'
}

function coversAll(exports: readonly Span[], { from, to }: Span): boolean {
  let day = from
  for (const each of exports.toSorted((a, b) => compare(a.from, b.from)))
    if (each.from <= day && each.to >= day) day = addDays(each.to, 1)
  return day > to
}

function differing<Item extends string | ClosedSpan>(a: readonly Item[], b: readonly Item[]): Item[] {
  const [was, is] = [a, b].map((items) => new Map(items.map((item) => [JSON.stringify(item), item])))
  const lost = [...was!].flatMap(([key, item]) => (is!.has(key) ? [] : [item]))
  const fresh = [...is!].flatMap(([key, item]) => (was!.has(key) ? [] : [item]))
  return [...lost, ...fresh]
}
