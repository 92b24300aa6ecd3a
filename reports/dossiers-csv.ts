import { dayText } from './format.ts'
import { listCsv } from './list-csv.ts'
import type { Words } from './words.ts'

type DossierLine = {
  readonly code: string
  readonly procedure: string | null
  readonly system: string | null
  readonly received: string
  readonly due: string | null
  readonly ended: string | null
  readonly outcome: keyof Words['outcome']
  readonly channel: keyof Words['channel']
  readonly inBook: boolean
  readonly onPortal: boolean
  readonly fee_dong: number | null
  readonly paid_dong: number | null
}

/** The dossiers of a period for a spreadsheet; nothing in it names a person. */
export function dossiersCsv(dossiers: readonly DossierLine[], words: Words): string {
  const { column } = words
  const labels: Readonly<Record<string, string>> = words.system
  const day = (value: string | null): string | null => (value === null ? null : dayText(value))
  const head = [
    column.code,
    column.procedure,
    column.system,
    column.received,
    column.due,
    column.ended,
    column.outcome,
    column.channel,
    column.book,
    column.portal,
    column.fee,
    column.paid,
  ]
  return listCsv(
    head,
    dossiers.map((each) => [
      each.code,
      each.procedure,
      each.system === null ? null : (labels[each.system] ?? each.system),
      day(each.received),
      day(each.due),
      day(each.ended),
      words.outcome[each.outcome],
      words.channel[each.channel],
      each.inBook ? words.yes : words.no,
      each.onPortal ? words.yes : words.no,
      each.fee_dong,
      each.paid_dong,
    ]),
  )
}
