import type { Status, System } from '../connectors/connector.ts'
import { type Day, dayOf } from './day.ts'
import type { Export, Facts, Sighted, Unreadable } from './facts.ts'
import { speakingFor, type Window } from './nights/heard.ts'
import { compare } from './compare.ts'
import type { Setting } from './setting.ts'

/**
 * What a system says of a dossier for a window; `silent` when it handed over nothing that could say, `late` when what it
 * handed over is its word for an earlier night.
 */
export type Opinion =
  | { readonly is: 'listed'; readonly row: Sighted; readonly rows: readonly Sighted[] }
  | { readonly is: 'unreadable'; readonly rows: readonly Unreadable[] }
  | { readonly is: 'late'; readonly row: Sighted; readonly rows: readonly Sighted[] }
  | { readonly is: 'absent'; readonly from: Export }
  | { readonly is: 'silent' }

export type Class = 'none' | 'open' | 'resolved' | 'refused' | 'withdrawn'

/**
 * The system's word on a dossier as of a window's end: that of its last export which covers the end, else of its last
 * one that overlaps the window; where windows overlap, of the last of them that lists the dossier. An export that ends
 * before the dossier was received cannot know of it.
 */
export function opinionOf(system: System, facts: Facts, window: Window, { exports }: Setting): Opinion {
  const { near, isCovering, isHeard } = speakingFor(system, window, exports)
  const from = lastWithWord(near, facts)
  if (from === null) return silent
  const word = wordOf(from, facts)
  if (!isHeard) return word.is === 'listed' ? { ...word, is: 'late' } : silent
  if (word.is === 'absent' && !isCovering && receivedAfter(facts, from.to)) return silent
  return word
}

const silent: Opinion = { is: 'silent' }

/** Of exports in the order of their windows' ends: the last that names the dossier, else the last; null of none. */
export function lastWithWord(exports: readonly Export[], { rows, unreadable }: Facts): Export | null {
  if (exports.length < 2) return exports[0] ?? null
  const isNaming = ({ export: number }: Export) =>
    rows.some(({ from }) => from.export === number) || unreadable.some(({ from }) => from.export === number)
  return exports.findLast(isNaming) ?? exports.at(-1)!
}

/** What one export says of a dossier. */
export function wordOf(from: Export, facts: Facts): Opinion {
  const rows = facts.rows.filter((row) => row.from.export === from.export)
  if (rows.length > 0) return { is: 'listed', row: rows.reduce(furtherOn), rows }
  const unreadable = facts.unreadable.filter((row) => row.from.export === from.export)
  return unreadable.length > 0 ? { is: 'unreadable', rows: unreadable } : { is: 'absent', from }
}

/** The row that each export is believed to say, one an export. */
export function oneRowAnExport({ rows }: Facts): readonly Sighted[] {
  if (areOfDifferentExports(rows)) return rows
  return [...Map.groupBy(rows, (row) => row.from.export).values()].map((same) => same.reduce(furtherOn))
}

/** Nearly always, and then nothing is to be chosen. */
export function areOfDifferentExports(rows: readonly Sighted[]): boolean {
  for (let i = 1; i < rows.length; i++)
    for (let j = 0; j < i; j++) if (rows[i]!.from.export === rows[j]!.from.export) return false
  return true
}

/** The class of a status; the Centre's book has none: what was handed over has been resolved. */
export function classOf({ status, handed }: Pick<Sighted, 'status' | 'handed'>): Class {
  if (status === null) return handed === null ? 'open' : 'resolved'
  return classes[status]
}

/** The day of the result, the refusal or the withdrawal, as this row has it. */
export function endOf(row: Sighted): Day | null {
  const end = row.ended ?? row.handed
  return end === null ? null : dayOf(end)
}

export function isEnded(each: Class): boolean {
  return each === 'resolved' || each === 'refused' || each === 'withdrawn'
}

const classes: Readonly<Record<Status, Class>> = {
  submitted: 'none',
  not_accepted: 'none',
  received: 'open',
  processing: 'open',
  supplement: 'open',
  financial: 'open',
  completed: 'resolved',
  returned: 'resolved',
  refused: 'refused',
  stopped: 'refused',
  withdrawn: 'withdrawn',
}

/** Of two rows for one code in one export the one further on is believed: ended over open, then the later day. */
function furtherOn(a: Sighted, b: Sighted): Sighted {
  const order = rank(a) - rank(b) || compare(progress(a), progress(b)) || compare(content(a), content(b))
  return order >= 0 ? a : b
}

function rank(row: Sighted): number {
  const where = classOf(row)
  return where === 'none' ? 0 : where === 'open' ? 1 : 2
}

function progress(row: Sighted): string {
  return [row.ended ?? row.handed ?? '', row.received ?? '', row.due ?? ''].join(' ')
}

// Rows that are as far on as each other: any fixed choice will do, as long as it does not hang on their order.
function content({ from: _from, row: _row, ...said }: Sighted): string {
  return JSON.stringify(said)
}

function receivedAfter({ rows }: Facts, day: Day): boolean {
  return rows.every((row) => row.received === null || dayOf(row.received) > day)
}
