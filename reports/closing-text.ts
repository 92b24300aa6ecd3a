import { dayText, figureValue, grouped } from './format.ts'
import { reportText, type Stated } from './letter/report-text.ts'
import { table } from './terminal.ts'
import type { Words } from './words.ts'

type ClosedValue = {
  readonly period: { readonly id: string; readonly from: string; readonly to: string }
  readonly closing: number
  readonly as_of: string
  readonly stated: { readonly centre: Stated }
}

type MovedValue = {
  readonly figures: readonly {
    readonly basis: keyof Words['basis']
    readonly figure: keyof Words['figure']
    readonly before: number | null
    readonly after: number | null
  }[]
  readonly dossiers: readonly { readonly code: string; readonly fields: readonly Field[] }[]
}

type Field = {
  readonly field: keyof Words['terminal']['field']
  readonly before: string | number | null
  readonly after: string | number | null
}

/** That a period is closed, and the paragraphs that are its figures now. */
export function closedText({ period, closing, as_of, stated }: ClosedValue, words: Words): string {
  const { id, from, to } = period
  const said = words.terminal.closed(id, dayText(from), dayText(to), dayText(as_of), closing)
  return `${said}\n\n${reportText(stated.centre, words)}\n`
}

/** Which figures move, and which dossiers move them, with what is different about each. */
export function movedText({ figures, dossiers }: MovedValue, words: Words): string {
  const { terminal } = words
  if (figures.length === 0 && dossiers.length === 0) return `${terminal.nothingMoved}\n`
  const head = [terminal.movedFigures, terminal.basis, terminal.before, terminal.after]
  const rows = figures.map(({ basis, figure, before, after }) => [
    words.figure[figure].label,
    words.basis[basis],
    figureValue(figure, before),
    figureValue(figure, after),
  ])
  const lines = dossiers.map(({ code, fields }) => [code, fields.map((each) => fieldText(each, words)).join('; ')])
  return [
    table(head, rows, { align: ['left', 'left', 'right', 'right'] }),
    `\n${terminal.movedDossiers(dossiers.length)}`,
    table([terminal.code, terminal.detail], lines),
    '',
  ].join('\n')
}

function fieldText({ field, before, after }: Field, words: Words): string {
  return `${words.terminal.field[field]}: ${valueText(field, before, words)} → ${valueText(field, after, words)}`
}

function valueText(field: Field['field'], value: Field['before'], words: Words): string {
  if (value === null) return '–'
  if (typeof value === 'number') return field.endsWith('_dong') ? grouped(value) : String(value)
  const named: Readonly<Record<string, string>> = { ...words.outcome, ...words.channel, ...words.terminal.opinion }
  return field.endsWith('Day') ? dayText(value) : (named[value] ?? value)
}
