import { detailText } from './detail.ts'
import { dayText } from './format.ts'
import { listCsv } from './list-csv.ts'
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
  readonly detail: Readonly<Record<string, string | number | null | readonly (string | number)[]>>
  readonly sources: readonly { readonly file: string; readonly line: number }[]
}

/** The list for a spreadsheet, in the order in which it is given. */
export function discrepancyCsv(lines: readonly DiscrepancyLine[], words: Words): string {
  const { column } = words
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
  ]
  return listCsv(
    head,
    lines.map((line) => [
      words.kind[line.kind].label,
      line.code,
      line.system === null ? null : words.system[line.system],
      `${words.state[line.state]}${line.verified ? '' : ` (${words.unverified})`}`,
      dayText(line.since),
      detailText(line.detail, words),
      words.kind[line.kind].action,
      line.sources.map(({ file, line: number }) => `${file}:${number}`).join('; '),
      line.key,
    ]),
  )
}
