import { detailText } from './detail.ts'
import { dayText } from './format.ts'
import { listCsv } from './list-csv.ts'
import { type BySettings, movedBy } from './by-settings.ts'
import type { Words } from './words.ts'

/** A discrepancy as a list shows it: no name, no number of a person. */
export type DiscrepancyLine = {
  readonly key: string
  readonly kind: keyof Words['kind']
  readonly code: string | null
  readonly system: keyof Words['system'] | null
  readonly state: keyof Words['state']
  readonly verified: boolean
  readonly since: string
  readonly bySettings: BySettings | null // null: what files say moved it last
  readonly detail: Readonly<Record<string, string | number | null | readonly (string | number)[]>>
  readonly acknowledged: { readonly until: string; readonly by: string; readonly why: string } | null
  readonly sources: readonly { readonly file: string; readonly line: number }[]
  readonly people?: People // only where somebody asked for them, with a reason
}

type People = readonly { readonly name: string | null; readonly identity: string | null }[]

/** The list for a spreadsheet, in the order in which it is given. */
export function discrepancyCsv(lines: readonly DiscrepancyLine[], words: Words): string {
  const { column } = words
  const unmasked = lines.some(({ people }) => people !== undefined)
  const head = [
    column.kind,
    column.code,
    column.system,
    column.state,
    column.since,
    column.detail,
    column.action,
    column.source,
    column.key,
    ...(unmasked ? [words.decided.person, words.decided.identity] : []),
  ]
  return listCsv(
    head,
    lines.map((line) => [
      words.kind[line.kind].label,
      line.code,
      line.system === null ? null : words.system[line.system],
      stateText(line, words),
      dayText(line.since),
      detailText(line.detail, words),
      words.kind[line.kind].action,
      line.sources.map(({ file, line: number }) => `${file}:${number}`).join('; '),
      line.key,
      ...(unmasked ? personCells(line.people ?? []) : []),
    ]),
  )
}

/** The state, until when and why it is left, whether the night could look at it, and where settings moved it, which. */
export function stateText({ state, verified, acknowledged, bySettings }: DiscrepancyLine, words: Words): string {
  const { until, by, why } = acknowledged ?? { until: '', by: '', why: '' }
  const is = acknowledged === null ? words.state[state] : words.desk.acknowledgedUntil(dayText(until), by, why)
  const notes = [...(verified ? [] : [words.unverified]), ...movedBy(bySettings, words)]
  return notes.length === 0 ? is : `${is} (${notes.join('; ')})`
}

/** Whose it is: names and numbers, each once. */
export function personCells(people: People): [string, string] {
  const joined = (texts: readonly (string | null)[]): string =>
    [...new Set(texts.filter((text) => text !== null))].join('; ')
  return [joined(people.map(({ name }) => name)), joined(people.map(({ identity }) => identity))]
}
