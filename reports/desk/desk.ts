import { type BySettings, movedBy } from '../by-settings.ts'
import { detailText } from '../detail.ts'
import { dayText, printable } from '../format.ts'
import type { Words } from '../words.ts'

type Group = keyof Words['desk']['group']
export type Mark = keyof Words['desk']['mark']
type Kind = keyof Words['kind']
type System = keyof Words['system']
type Place = { readonly file: string; readonly line: number }

/** Why a dossier, or a file, is on the list. */
export type DeskReason = {
  readonly key: string
  readonly kind: Kind
  readonly system: System | null
  readonly since: string // a day
  readonly verified: boolean
  readonly bySettings: BySettings | null
  readonly detail: Readonly<Record<string, string | number | null | readonly (string | number)[]>>
  readonly acknowledged: { readonly until: string; readonly by: string; readonly why: string } | null
}

/** A dossier on the list; nothing in it names a person. Instants may be days without a time; null is not known. */
export type DeskDossier = {
  readonly group: Group
  readonly mark: Mark | null // against last night; null: it stands as it stood
  readonly code: string | null
  readonly ownNumbers: readonly string[]
  readonly procedure: { readonly code: string | null; readonly name: string | null }
  readonly person: string | null // initials and the last three digits
  readonly submitted: string | null
  readonly received: string | null
  readonly due: string | null
  readonly hoursLeft: number | null // working hours; below 0 when they are over; null: nothing runs
  readonly status: keyof Words['status'] | null
  readonly systems: readonly System[]
  readonly account: string | null
  readonly reasons: readonly DeskReason[] // the most urgent first
  readonly since: string // a day
  readonly sources: readonly Place[]
}

/** What is wrong with a file or an export as a whole. */
export type DeskFile = { readonly mark: Mark | null; readonly reason: DeskReason; readonly sources: readonly Place[] }

/** The desk's list of a night. */
export type DeskList = {
  readonly unit: string
  readonly asOf: string // the end of this day
  readonly before: string | null // the night before it; null: there was none
  readonly dossiers: readonly DeskDossier[] // the most urgent first
  readonly files: readonly DeskFile[]
  readonly resolved: readonly DeskDossier[] // since the night before, with the reasons that are over
}

/** The procedure's name; its code where nobody gives a name. */
export function procedureText({ code, name }: DeskDossier['procedure']): string {
  return shown(name ?? code ?? '')
}

/** A reason in the desk's words, with what the columns beside it do not say. */
export function reasonText({ kind, detail, verified, acknowledged, bySettings }: DeskReason, words: Words): string {
  const { desk } = words
  const details = inColumns.has(kind) ? '' : detailText(detail, words)
  const notes = [
    details,
    verified ? '' : desk.unverified,
    ...movedBy(bySettings, words),
    acknowledged === null ? '' : desk.acknowledgedUntil(dayText(acknowledged.until), acknowledged.by, acknowledged.why),
  ].filter((note) => note !== '')
  return shown(`${words.kind[kind].label}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}`)
}

/** What these kinds found stands in columns of its own: days, hours, the account. */
const inColumns: ReadonlySet<Kind> = new Set<Kind>([
  'overdue_pending',
  'due_soon',
  'reception_overdue',
  'routed_past_centre',
  'missing_at_centre',
  'missing_in_ministry',
])

/** What to do, each thing once. */
export function actionTexts(reasons: readonly DeskReason[], words: Words): string[] {
  return [...new Set(reasons.map(({ kind }) => words.kind[kind].action))]
}

export function sourceTexts(sources: readonly Place[]): string[] {
  return sources.map(({ file, line }) => shown(`${file}:${line}`))
}

export type DeskCounts = Parameters<Words['desk']['counts']>[0]

/** Counts for the line under the title; what a person has acknowledged is not to be acted on. */
export function countsOf({ dossiers, resolved }: Pick<DeskList, 'dossiers' | 'resolved'>): DeskCounts {
  const open = dossiers.filter(({ group }) => group !== 'acknowledged')
  const worse = open.filter(({ mark }) => mark === 'worse').length
  return {
    dossiers: open.length,
    fresh: open.filter(({ mark }) => mark !== null).length - worse,
    worse,
    acknowledged: dossiers.length - open.length,
    resolved: resolved.length,
  }
}

export function countsText(list: DeskList, { desk }: Words): string {
  return desk.counts(countsOf(list))
}

const LONGEST = 2000

/** Text out of an export: no control characters, and no longer than a cell may be. */
export function shown(text: string): string {
  const plain = printable(text).replaceAll('\t', ' ')
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST - 1)}…` : plain
}
