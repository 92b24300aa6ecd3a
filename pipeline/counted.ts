import type { Channel, System } from '../connectors/connector.ts'
import { type Day, dayOf } from './day.ts'
import { type Dossier, precedence } from './dossier.ts'
import type { Export, Facts, Sighted } from './facts.ts'
import { lastWithWord, oneRowAnExport, type Opinion, wordOf } from './opinion.ts'
import { successfulPayments } from './paid.ts'
import { contains, type Span } from './period.ts'
import { compare } from './compare.ts'
import type { Setting } from './setting.ts'

/**
 * A dossier as a period counts it: its events, and what the exports of that time say of it. Flat and small: a city's
 * year has two million of them.
 */
export type Counted = {
  readonly dossier: number
  readonly code: string
  readonly procedure: string | null // as the catalogue has it, else as exported
  readonly field: string // lĩnh vực; empty where nobody says
  readonly system: System | null // the ministry system that handles it
  readonly receivedDay: Day
  readonly endedDay: Day | null // null: still pending on the period's last day
  readonly outcome: Dossier['outcome']
  readonly dueDay: Day | null
  readonly channel: Channel
  readonly portal: Opinion['is']
  readonly book: Opinion['is']
  readonly householdBusiness: boolean
  readonly routed: boolean // a household business's, and the account that has it is not one of the Centre's
  readonly digitized: number | null
  readonly reused: number | null
  readonly electronicResult: boolean | null
  readonly fee_dong: number | null
  readonly paid_dong: number | null // the first successful online payment by the period's last day
}

/** The dossier as a period counts it; null when it is another unit's, was never received, or lies outside the period. */
export function countIn(dossier: Dossier, { from, to }: Span, setting: Setting): Counted | null {
  const { receivedDay, endedDay: end, facts } = dossier
  if (!dossier.own || receivedDay === null || receivedDay > to || (end !== null && end < from)) return null
  const endedDay = end !== null && end <= to ? end : null
  const day = endedDay ?? to // what a later month's export says of a dossier that had ended is not asked
  const rows = oneRowAnExport(facts)
  const [portal, ministry] = [nearest(rows, 'dvcqg', day), nearest(rows, dossier.ministrySystem, day)]
  const [paid] = paidBy(facts, to)
  return {
    dossier: facts.dossier,
    code: facts.code,
    procedure: dossier.procedure?.code ?? dossier.rows[0]!.procedureText, // what was received stands in a row
    field: fieldOf(dossier),
    system: dossier.ministrySystem,
    receivedDay: shared(receivedDay),
    endedDay: sharedOrNull(endedDay),
    outcome: endedDay === null ? 'open' : dossier.outcome,
    dueDay: sharedOrNull(dueOn(rows, dossier.ministrySystem, day)),
    channel: shared(portal?.channel ?? nearest(rows, 'trungtam', day)?.channel ?? ministry?.channel ?? 'online'),
    portal: lookUp('dvcqg', facts, { from, to: day }, setting),
    book: lookUp('trungtam', facts, { from, to: day }, setting),
    householdBusiness: dossier.householdBusiness,
    routed: isRouted(dossier, ministry?.account ?? portal?.account ?? null, setting),
    digitized: portal?.digitized ?? null,
    reused: portal?.reused ?? null,
    electronicResult: portal?.electronicResult ?? null,
    fee_dong: portal === null ? (ministry?.fee_dong ?? null) : portal.fee_dong,
    paid_dong: paid?.amount_dong ?? null,
  }
}

function paidBy({ payments }: Facts, to: Day) {
  return successfulPayments(payments.filter((each) => dayOf(each.paid) <= to))
}

/** The field as the catalogue has it, else as a list says. */
function fieldOf({ procedure, rows }: Dossier): string {
  return procedure?.field ?? rows.find((row) => row.field !== null)?.field ?? ''
}

/** The procedures of household businesses lead past the Centre when another account has the dossier (Nghị định 168/2025). */
export function isRouted(
  { householdBusiness }: Pick<Dossier, 'householdBusiness'>,
  account: string | null,
  { isCentre }: Setting,
): boolean {
  return householdBusiness && (account === null || !isCentre(account))
}

/**
 * Whether a system's list has the dossier: its last export that covers the last day looked at, else the first after it,
 * else the last that touches the days looked at. A list of an earlier period says nothing of this one.
 */
function lookUp(system: System, facts: Facts, days: Span, { exports }: Setting): Opinion['is'] {
  const all = exports.get(system)
  if (all === undefined) return 'silent'
  if (all.length === 1 && contains(all[0]!, days.to)) return wordOf(all[0]!, facts).is
  const covering = all.filter((each) => contains(each, days.to))
  const beside = all.find((each) => each.from > days.to) ?? all.findLast((each) => each.to >= days.from)
  const from = lastWithWord(covering, facts) ?? beside
  return from === undefined ? 'silent' : wordOf(from, facts).is
}

function nearest(rows: readonly Sighted[], system: System | null, day: Day): Sighted | null {
  let found: Sighted | null = null
  for (const row of rows)
    if (row.from.system === system && (found === null || nearness(row.from, found.from, day) < 0)) found = row
  return found
}

/** The due day of the exports of that day; among them the ministry system's, else the portal's, else the book's. */
function dueOn(rows: readonly Sighted[], ministry: System | null, day: Day): Day | null {
  const order = (a: Sighted, b: Sighted): number =>
    when(a.from, day) - when(b.from, day) ||
    precedence(a, ministry) - precedence(b, ministry) ||
    nearness(a.from, b.from, day)
  let found: Sighted | null = null
  for (const row of rows) if (row.due !== null && (found === null || order(row, found) < 0)) found = row
  return found === null ? null : dayOf(found.due!)
}

/** 0: its window covers the day; 1: it begins after it; 2: it ended before. */
function when(from: Export, day: Day): number {
  return contains(from, day) ? 0 : from.from > day ? 1 : 2
}

function nearness(a: Export, b: Export, day: Day): number {
  const order = when(a, day) - when(b, day)
  if (order !== 0) return order
  return when(a, day) === 1 ? compare(a.from, b.from) : compare(b.to, a.to)
}

const texts = new Map<string, string>()

/** Days repeat by the thousand: a million dossiers point to the same few, and do not keep one each. */
function shared<Text extends string>(text: Text): Text {
  const known = texts.get(text)
  if (known === undefined) texts.set(text, text)
  return (known as Text | undefined) ?? text
}

function sharedOrNull(day: Day | null): Day | null {
  return day === null ? null : shared(day)
}
