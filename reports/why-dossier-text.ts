import { movedBy } from './by-settings.ts'
import { movedText } from './changes-text.ts'
import { detailText } from './detail.ts'
import type { DiscrepancyLine } from './discrepancy-csv.ts'
import { dayText, dong, grouped, instantText } from './format.ts'
import { table } from './terminal.ts'
import type { Words } from './words.ts'

type Scalar = string | number | boolean | null
type System = keyof Words['system']

export type WhyDossierValue = {
  readonly is: 'dossier'
  readonly code: string
  readonly standing: keyof Words['why']['standing']
  readonly believed: readonly {
    readonly field: keyof Words['why']['field']
    readonly value: Scalar
    readonly system: System | null
    readonly rule: keyof Words['why']['rule'] | null
  }[]
  readonly sides: readonly {
    readonly system: System
    readonly file: string
    readonly line: number
    readonly cells: readonly Cell[]
  }[]
  readonly lines: readonly {
    readonly night: string
    readonly system: System
    readonly file: string
    readonly line: number
    readonly inForce: boolean
  }[]
  readonly changes: readonly {
    readonly night: string
    readonly system: System
    readonly what: keyof Words['terminal']['change']
    readonly dueBefore: string | null
    readonly dueAfter: string | null
  }[]
  readonly unreadable: readonly {
    readonly file: string
    readonly line: number
    readonly column: string | null
    readonly reason: string
    readonly value: string | null
  }[]
  readonly payments: readonly {
    readonly transaction: string
    readonly amount_dong: number
    readonly paid: string
    readonly outcome: keyof Words['why']['paid']
  }[]
  readonly counted: readonly {
    readonly period: string
    readonly basis: keyof Words['basis']
    readonly figures: readonly (keyof Words['figure'])[]
  }[]
  readonly discrepancies: readonly (DiscrepancyLine & {
    readonly history: readonly { readonly asOf: string; readonly state: keyof Words['state'] }[]
  })[]
}

type Cell = { readonly field: string; readonly header: string; readonly cell: string; readonly value: Scalar }

/** All that is known of a dossier, a block a question; a block that has nothing to say is left out. */
export function dossierText(dossier: WhyDossierValue, words: Words): string {
  const { why } = words
  const blocks = [
    [why.believed, believedText(dossier, words)],
    [why.sides, sidesText(dossier, words)],
    [why.payments, paymentsText(dossier, words)],
    [why.unreadable, unreadableText(dossier, words)],
    [why.counted, countedText(dossier, words)],
    [why.discrepancies, livesText(dossier, words)],
    [why.changes, changesText(dossier, words)],
    [why.lines, linesText(dossier, words)],
  ]
    .filter(([, text]) => text !== '')
    .map(([heading, text]) => `\n${heading}\n${text!.replaceAll(/^(?=.)/gm, '  ')}\n`)
  return `${dossier.code}. ${why.standing[dossier.standing]}\n${blocks.join('')}`
}

function believedText({ believed }: WhyDossierValue, words: Words): string {
  const { why, terminal } = words
  const rows = believed
    .filter(({ value }) => value !== null)
    .map(({ field, value, system, rule }) => [
      why.field[field],
      valueText(field, value, words),
      system === null ? '' : words.system[system],
      rule === null ? '' : why.rule[rule],
    ])
  return rows.length === 0 ? '' : table([terminal.column, terminal.value, why.from, why.because], rows)
}

/** A column a line of a file: what its cells say where one of them says something. */
function sidesText({ sides }: WhyDossierValue, words: Words): string {
  if (sides.length === 0) return ''
  const { why, terminal } = words
  const names: Readonly<Record<string, string>> = why.cell
  const fields = Object.keys(why.cell).filter((field) => sides.some(({ cells }) => spelt(cells, field, words) !== ''))
  const rows = fields.map((field) => [names[field]!, ...sides.map(({ cells }) => spelt(cells, field, words))])
  const heads = sides.map(({ system, file, line }) => `${words.system[system]} ${file}:${line}`)
  return table([terminal.column, ...heads], rows)
}

/** `23/02/2026 8:05:00 SA → 23/02/2026 08:05`; a cell that is taken as it stands is shown once. */
function spelt(cells: readonly Cell[], field: string, words: Words): string {
  const cell = cells.find((each) => each.field === field)
  if (cell === undefined || cell.value === null) return cell?.cell.trim() ?? ''
  const value = valueText(field, cell.value, words)
  return value === cell.cell.trim() ? value : `${JSON.stringify(cell.cell)} → ${value}`
}

function valueText(field: string, value: Scalar, words: Words): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number') return field.endsWith('_dong') ? dong(value) : grouped(value)
  const text = value ?? ''
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return dayText(text)
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return instantText(text)
  const known: Readonly<Record<string, string>> = {
    ...words.outcome,
    ...words.status,
    ...words.channel,
    ...words.terminal.opinion,
  }
  return known[text] ?? text
}

function paymentsText({ payments }: WhyDossierValue, words: Words): string {
  if (payments.length === 0) return ''
  const { why, terminal } = words
  const rows = payments.map(({ transaction, amount_dong, paid, outcome }) => [
    transaction,
    dong(amount_dong),
    instantText(paid),
    why.paid[outcome],
  ])
  return table([why.transaction, why.amount, why.when, terminal.state], rows)
}

function unreadableText({ unreadable }: WhyDossierValue, words: Words): string {
  const reasons: Readonly<Record<string, string>> = words.detailValue
  return unreadable
    .map(({ file, line, column, reason, value }) =>
      [`${file}:${line}`, column, reasons[reason] ?? reason, value === null ? null : JSON.stringify(value)]
        .filter((part) => part !== null)
        .join(': '),
    )
    .join('\n')
}

function countedText({ counted }: WhyDossierValue, words: Words): string {
  const rows = counted.map(({ period, basis, figures }) => [
    period,
    words.basis[basis],
    figures.map((figure) => words.figure[figure].label).join('; '),
  ])
  return rows.length === 0 ? '' : table([words.terminal.period, words.terminal.basis, words.terminal.figure], rows)
}

function livesText({ discrepancies }: WhyDossierValue, words: Words): string {
  if (discrepancies.length === 0) return words.why.noDiscrepancies
  return discrepancies
    .map(({ kind, detail, history, bySettings }) => {
      const turns = history.map(({ asOf, state }) => `${dayText(asOf)} ${words.state[state]}`).join(' → ')
      const why = movedBy(bySettings, words).map((note) => `\n  ${note}`)
      return `${words.kind[kind].label} (${kind}): ${detailText(detail, words)}\n  ${turns}${why.join('')}`
    })
    .join('\n')
}

function changesText({ changes }: WhyDossierValue, words: Words): string {
  const { why, terminal } = words
  const rows = changes.map(({ night, system, what, dueBefore, dueAfter }) => [
    dayText(night),
    words.system[system],
    terminal.change[what],
    movedText(dueBefore, dueAfter),
  ])
  return rows.length === 0 ? '' : table([why.night, terminal.system, terminal.what, terminal.dueMoved], rows)
}

function linesText({ lines }: WhyDossierValue, words: Words): string {
  const { why, terminal } = words
  const rows = lines.map(({ night, system, file, line, inForce }) => [
    dayText(night),
    words.system[system],
    `${file}:${line}`,
    inForce ? words.yes : '',
  ])
  return rows.length === 0 ? '' : table([why.night, terminal.system, terminal.source, why.inForce], rows)
}
