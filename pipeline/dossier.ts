import type { System } from '../connectors/connector.ts'
import type { Procedure } from './catalogue.ts'
import { type Day, dayOf } from './day.ts'
import { type Export, type Facts, procedureOf, type Sighted } from './facts.ts'
import { type Class, classOf, endOf, isEnded, oneRowAnExport, type Opinion, opinionOf } from './opinion.ts'
import { listsDossiers, newest, newestWindow, type Window } from './nights/heard.ts'
import { isOwn } from './own.ts'
import { compare } from './compare.ts'
import type { Setting } from './setting.ts'

/** What is believed of a dossier, and what each system said of it in the last window in which anyone lists it. */
export type Dossier = {
  readonly facts: Facts
  readonly own: boolean
  readonly window: Window
  readonly portal: Opinion
  readonly book: Opinion
  readonly ministry: Opinion // that of the responsible system; of the one that lists it, where none is responsible
  readonly ministrySystem: System | null
  readonly procedure: Procedure | null // as the catalogue has it
  readonly householdBusiness: boolean // of the group that the portal leads past the Centre
  readonly rows: readonly Sighted[] // of that window, the most believed first; empty when only unreadable rows name it
  readonly late: ReadonlySet<System> // systems whose word is that of an earlier night
  readonly receivedDay: Day | null // null: not received, counted nowhere
  readonly endedDay: Day | null // on which it counts as ended; null while open
  readonly outcome: Class
  readonly dueDay: Day | null
}

/**
 * Settles a dossier. Dates and status: the ministry system that handles the procedure; where it has no row, the
 * portal; where neither, the Centre's book. Of several exports, those whose window ends last. Null for a code that no
 * list of dossiers knows (a payment alone).
 */
export function settle(facts: Facts, setting: Setting): Dossier | null {
  const window = lastWindow(facts, setting)
  if (window === null) return null
  const procedure = procedureBelieved(facts, setting)
  const portal = opinionOf('dvcqg', facts, window, setting)
  const book = opinionOf('trungtam', facts, window, setting)
  const others = ministriesOf(facts)
  const ministrySystem = responsible(facts, procedure, others, setting)
  const ministry: Opinion =
    ministrySystem === null ? { is: 'silent' } : opinionOf(ministrySystem, facts, window, setting)
  const opinions = [ministry, portal, book]
  for (const system of others) if (system !== ministrySystem) opinions.push(opinionOf(system, facts, window, setting))
  const rows = believable(opinions, facts, ministrySystem)
  const householdBusiness = procedure?.householdBusiness ?? ministrySystem === 'botaichinh-hkd'
  return {
    facts,
    own: isOwn(facts, setting),
    window,
    portal,
    book,
    ministry,
    ministrySystem,
    procedure,
    householdBusiness,
    rows,
    late: opinions.some(({ is }) => is === 'late') ? lateAmong(opinions) : nobody,
    ...events(rows),
  }
}

const nobody: ReadonlySet<System> = new Set<System>()

function lateAmong(opinions: readonly Opinion[]): ReadonlySet<System> {
  return new Set(opinions.flatMap((opinion) => (opinion.is === 'late' ? [opinion.row.from.system] : [])))
}

/**
 * The window in which a dossier is listed last, the widest where several end on that day: as far as other lists have it
 * by now, so that those who list the dossier are asked whether they were heard on that night.
 */
function lastWindow({ rows, unreadable }: Facts, { grownTo }: Setting): Window | null {
  const lists: Export[] = []
  for (const { from } of rows) lists.push(from)
  for (const { from } of unreadable) if (listsDossiers(from)) lists.push(from)
  const last = newest(lists)
  return last === null ? null : (grownTo.get(last.from) ?? newestWindow(lists))
}

/** The first procedure that the catalogue knows, in the order portal, book, ministries. */
function procedureBelieved({ rows }: Facts, { catalogue }: Setting): Procedure | null {
  let [believed, by]: [Procedure | null, Sighted | null] = [null, null]
  for (const row of rows) {
    if (by !== null && (place(row) - place(by) || compare(by.from.to, row.from.to)) >= 0) continue
    const found = procedureOf(row, catalogue)
    if (found !== null) [believed, by] = [found, row]
  }
  return believed
}

function place({ from: { system } }: Sighted): number {
  return system === 'dvcqg' ? 0 : system === 'trungtam' ? 1 : 2
}

const notMinistries: ReadonlySet<System> = new Set<System>(['dvcqg', 'dvcqg-thanhtoan', 'trungtam'])

function ministriesOf({ rows, unreadable }: Facts): System[] {
  const systems: System[] = []
  const add = ({ from: { system } }: { readonly from: Export }): void => {
    if (!notMinistries.has(system) && !systems.includes(system)) systems.push(system)
  }
  rows.forEach(add)
  unreadable.forEach(add)
  return systems
}

/** The catalogue names the system; for a procedure that it does not know, the portal's list does, else who lists it. */
function responsible(
  { rows }: Facts,
  procedure: Procedure | null,
  listing: readonly System[],
  setting: Setting,
): System | null {
  if (procedure !== null && procedure.system !== null) return procedure.system as System
  const called =
    procedure === null ? rows.map((row) => setting.systemCalled(row.handledBy)).find((system) => system !== null) : null
  return called ?? listing[0] ?? null
}

/**
 * Rows of the last window, the most believed first; where all of them are unreadable, those of the window before. What a
 * system said on an earlier night is believed as before where it says that the dossier has ended: that stays so. That it
 * was open then is asked last.
 */
function believable(opinions: readonly Opinion[], facts: Facts, ministry: System | null): Sighted[] {
  const [listed, outdated]: [Sighted[], Sighted[]] = [[], []]
  for (const opinion of opinions) {
    if (opinion.is !== 'listed' && opinion.is !== 'late') continue
    const isOutdated = opinion.is === 'late' && !isEnded(classOf(opinion.row))
    if (isOutdated) outdated.push(opinion.row)
    else listed.push(opinion.row)
  }
  if (outdated.length > 0) return [...listed, ...outdated]
  if (listed.length > 0) return listed
  const rows = oneRowAnExport(facts)
  const last = rows.reduce((day, row) => (row.from.to > day ? row.from.to : day), '')
  return rows
    .filter((row) => row.from.to === last)
    .toSorted((a, b) => precedence(a, ministry) - precedence(b, ministry))
}

/** The order in which systems are believed for dates and status: the ministry's, the portal, the book, others. */
export function precedence({ from: { system } }: Sighted, ministry: System | null): number {
  if (system === ministry) return 0
  return system === 'dvcqg' ? 1 : system === 'trungtam' ? 2 : 3
}

/** The rows that say when it was received, when it is due, and how it ended; null where none does. */
export function tellingRows(rows: readonly Sighted[]): Telling {
  const received = rows.find((row) => row.received !== null && classOf(row) !== 'none') ?? null
  const outcome = received === null ? 'none' : classOf(received)
  const due = rows.find((row) => row.due !== null) ?? null
  // The end as the most believed row has it, else as the next one that agrees on the class.
  const ended = isEnded(outcome) ? rows.find((row) => classOf(row) === outcome && endOf(row) !== null) : undefined
  return { received, due, ended: ended ?? null, outcome }
}

type Telling = Readonly<Record<'received' | 'due' | 'ended', Sighted | null>> & { readonly outcome: Class }

function events(rows: readonly Sighted[]): Pick<Dossier, 'receivedDay' | 'endedDay' | 'outcome' | 'dueDay'> {
  const { received, due, ended, outcome } = tellingRows(rows)
  const dueDay = due === null ? null : dayOf(due.due!)
  if (received === null) return { receivedDay: null, endedDay: null, outcome: 'none', dueDay }
  const receivedDay = dayOf(received.received!)
  if (ended === null) return { receivedDay, endedDay: null, outcome: 'open', dueDay }
  const end = endOf(ended)!
  // An end before the reception is impossible; it counts from the day on which the dossier was there.
  return { receivedDay, endedDay: end < receivedDay ? receivedDay : end, outcome, dueDay }
}
