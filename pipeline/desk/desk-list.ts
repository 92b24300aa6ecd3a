import { type System, systems } from '../../connectors/connector.ts'
import type { DeskDossier, DeskFile, DeskList, DeskReason, Mark } from '../../reports/desk/desk.ts'
import type { DiscrepancyState } from '../../sql/schema.ts'
import { compare } from '../compare.ts'
import type { Day } from '../day.ts'
import type { About } from './desk-about.ts'
import type { Listed } from '../discrepancy-list.ts'
import { type Kind, kinds } from '../rules/rule.ts'

/** A discrepancy on a night, and how it stood before it. */
export type Found = Listed & {
  readonly before: DiscrepancyState | null // null: it was not there
  readonly changed: Day // when its state changed last
}

export type Night = { readonly unit: string; readonly asOf: Day; readonly before: Day | null }

/** The groups in the order of urgency: what must be done today first. */
const groups: readonly DeskDossier['group'][] = [
  'overdue',
  'reception_overdue',
  'due_soon',
  'routed',
  'conflict',
  'rest',
  'acknowledged',
]

const groupOf: Readonly<Partial<Record<Kind, DeskDossier['group']>>> = {
  overdue_pending: 'overdue',
  reception_overdue: 'reception_overdue',
  due_soon: 'due_soon',
  routed_past_centre: 'routed',
  status_conflict: 'conflict',
  date_conflict: 'conflict',
  missing_at_centre: 'conflict',
  missing_in_portal: 'conflict',
  missing_in_ministry: 'conflict',
}

/**
 * The desk's list: one row a dossier however many reasons it has, the most urgent first; what is wrong with files in a
 * block of its own; what was resolved since the night before in another. `about` holds dossiers by their code.
 */
export function deskList(night: Night, found: readonly Found[], about: ReadonlyMap<string, About>): DeskList {
  const open = found.filter(({ state }) => state !== 'resolved')
  const over = found.filter((each) => each.state === 'resolved' && each.changed === night.asOf)
  const whole = [...Map.groupBy(found.filter(isOnDossier), subject).values()]
  const rows = (wanted: readonly Found[]): DeskDossier[] => {
    const these = new Set(wanted)
    return whole.flatMap((all) => {
      const reasons = all.filter((each) => these.has(each))
      return reasons.length === 0 ? [] : [dossierRow(reasons, all, night, about)]
    })
  }
  return {
    ...night,
    dossiers: rows(open).toSorted(byUrgency),
    files: open.filter((each) => !isOnDossier(each)).map((each) => fileRow(each, night)),
    resolved: rows(over.filter((each) => !isWorseNow(each, open))).toSorted(byUrgency),
  }
}

/** A row of a ministry that no dossier could be matched with stands for a dossier too. */
function isOnDossier({ code, kind }: Found): boolean {
  return code !== null || kind === 'ambiguous_match' || kind === 'unlinked_record'
}

function subject({ code, key, detail, system }: Found): string {
  return code ?? (typeof detail['own_number'] === 'string' ? `${system} ${detail['own_number']}` : key)
}

/** Due soon yesterday and overdue today: that is not over. */
export function isWorseNow({ kind, code }: Found, open: readonly Found[]): boolean {
  return kind === 'due_soon' && open.some((each) => each.kind === 'overdue_pending' && each.code === code)
}

function dossierRow(
  reasons: readonly Found[],
  all: readonly Found[],
  night: Night,
  about: ReadonlyMap<string, About>,
): DeskDossier {
  const inOrder = reasons.toSorted((a, b) => urgency(a) - urgency(b))
  const [first] = inOrder as [Found, ...Found[]]
  const { code } = first
  return {
    ...((code === null ? undefined : about.get(code)) ?? unknown(first)),
    group: groups[urgency(first)]!,
    mark: markOf(reasons, all, night),
    code,
    reasons: inOrder.map(reasonOf),
    since: reasons.map(({ since }) => since).toSorted()[0]!,
    sources: distinct(inOrder.flatMap(({ sources }) => sources)),
  }
}

/** What is known of a row or a payment that no dossier of a list goes with: what its rule found. */
function unknown({ detail, system }: Found): About {
  const text = (name: string): string | null => (typeof detail[name] === 'string' ? detail[name] : null)
  const ownNumber = text('own_number')
  return {
    ownNumbers: ownNumber === null ? [] : [ownNumber],
    procedure: { code: null, name: null },
    person: null,
    submitted: null,
    received: text('received'),
    due: null,
    hoursLeft: null,
    status: null,
    systems: system === null ? [] : [system],
    account: null,
  }
}

function urgency({ kind, acknowledged }: Found): number {
  return groups.indexOf(acknowledged === null ? (groupOf[kind] ?? 'rest') : 'acknowledged')
}

/** Not on the list before: new, or back again; on it, and with a reason more: worse. */
function markOf(reasons: readonly Found[], all: readonly Found[], { asOf }: Night): Mark | null {
  const fresh = reasons.filter((each) => each.changed === asOf && !wasOpen(each) && each.state !== 'resolved')
  if (fresh.length === 0) return null
  if (all.some(wasOpen)) return 'worse'
  return fresh.every(({ before }) => before === 'resolved') ? 'again' : 'new'
}

export function wasOpen({ before }: Found): boolean {
  return before !== null && before !== 'resolved'
}

function reasonOf({ key, kind, system, since, verified, bySettings, detail, acknowledged }: Found): DeskReason {
  return { key, kind, system, since, verified, bySettings, detail, acknowledged }
}

function fileRow(found: Found, night: Night): DeskFile {
  return { mark: markOf([found], [found], night), reason: reasonOf(found), sources: found.sources }
}

function distinct(sources: Found['sources']): Found['sources'] {
  return [...new Map(sources.map((each) => [`${each.file}:${each.line}`, each])).values()]
}

/** By group; conflicts by system; then what has least time left; then by kind, and the longest known first. */
function byUrgency(a: DeskDossier, b: DeskDossier): number {
  const [one, other] = [a.reasons[0]!, b.reasons[0]!]
  return (
    groups.indexOf(a.group) - groups.indexOf(b.group) ||
    (a.group === 'conflict' ? place(one.system) - place(other.system) : 0) ||
    (a.hoursLeft ?? Number.MAX_VALUE) - (b.hoursLeft ?? Number.MAX_VALUE) ||
    kinds.indexOf(one.kind) - kinds.indexOf(other.kind) ||
    compare(a.since, b.since) ||
    compare(a.code ?? one.key, b.code ?? other.key)
  )
}

function place(system: System | null): number {
  return system === null ? systems.length : systems.indexOf(system)
}
