import { dayText, grouped, rate } from './format.ts'
import { table } from './terminal.ts'
import type { Words } from './words.ts'

/** The figures of a period as they are shown on a terminal. */
export type StatedFigures = {
  readonly period: { readonly id: string; readonly from: string; readonly to: string }
  readonly asOf: string
  readonly basis: keyof Words['basis']
  readonly figures: Readonly<Record<string, number | null>>
  readonly rates: Readonly<Record<string, { readonly numerator: number; readonly denominator: number }>>
  readonly identities: readonly {
    readonly id: string
    readonly left: number | null
    readonly right: number | null
    readonly holds: boolean | null
  }[]
  readonly reconciliation: readonly { readonly line: keyof Words['statementLine']; readonly count: number }[]
  readonly incomplete: readonly string[]
  readonly months?: readonly { readonly period: string; readonly known: boolean; readonly closed: Closing | null }[]
  readonly closed?: Closing
  readonly warnings: readonly { readonly id: 'gap' | 'overlap'; readonly period: string; readonly days: number }[]
}

type Closing = { readonly asOf: string; readonly closing: number }

export function figuresText(stated: StatedFigures, words: Words, colour: boolean): string {
  return [
    heading(stated, words),
    closedText(stated, words),
    monthsText(stated, words),
    figureTable(stated, words, colour),
    statementText(stated, words),
    identitiesText(stated, words),
    incompleteText(stated, words),
    warningsText(stated, words),
  ]
    .filter((part) => part !== '')
    .map((part) => `${part}\n`)
    .join('\n')
}

/**
 * The walk from the portal to the book, a line a step, and the sum in one line: `1059 − 37 + 2 = 1024`. Nothing where
 * one of the two was not handed over: there is no way from or to a list that is not there.
 */
export function statementText(
  { reconciliation: lines, incomplete }: Pick<StatedFigures, 'reconciliation' | 'incomplete'>,
  words: Words,
): string {
  if (incomplete.includes('dvcqg') || incomplete.includes('trungtam')) return ''
  const shown = lines.filter(
    ({ line, count }) => count !== 0 || line === 'portal' || line === 'centre_book' || line === 'unexplained',
  )
  const rows = shown.map(({ line, count }) => [statementSigns[line] ?? '', words.statementLine[line], count])
  return `${words.terminal.statement}\n${table(['', words.terminal.line, words.terminal.count], rows, { align: ['left', 'left', 'right'] })}\n${sumText(lines)}`
}

/** `1059 − 37 + 2 = 1024`: what is zero is left out; what is left unexplained is not. */
export function sumText(lines: StatedFigures['reconciliation']): string {
  const count = (line: string): number => lines.find((each) => each.line === line)?.count ?? 0
  const steps = lines.filter(({ line, count }) => line in statementSigns && line !== 'portal' && count !== 0)
  const left = [String(count('portal')), ...steps.map(({ line, count }) => `${statementSigns[line]} ${count}`)].join(
    ' ',
  )
  const unexplained = count('unexplained')
  return `${left}${unexplained === 0 ? '' : ` ${unexplained > 0 ? '+' : '−'} ${Math.abs(unexplained)} (?)`} = ${count('centre_book')}`
}

/** Which way each step of the walk goes. */
export const statementSigns: Readonly<Record<string, string>> = {
  unreadable_portal: '+',
  routed_past_centre: '−',
  missing_at_centre: '−',
  missing_in_portal: '+',
}

function heading({ period, basis, asOf }: StatedFigures, words: Words): string {
  return words.terminal.periodHeading(
    period.id,
    dayText(period.from),
    dayText(period.to),
    words.basis[basis],
    dayText(asOf),
  )
}

function closedText({ closed }: StatedFigures, { terminal }: Words): string {
  return closed === undefined ? '' : terminal.statedAsClosed(dayText(closed.asOf), closed.closing)
}

/** Which months a longer period has, and which of them are stated as they were published. */
function monthsText({ months }: StatedFigures, { terminal }: Words): string {
  if (months === undefined) return ''
  const said = months.map(({ period, known, closed }) => {
    if (closed !== null) return terminal.monthClosed(period, dayText(closed.asOf), closed.closing)
    return known ? period : terminal.monthUnknown(period)
  })
  return terminal.months(said.join(', '))
}

function figureTable({ figures, rates }: StatedFigures, words: Words, colour: boolean): string {
  const labels: Readonly<Record<string, { label: string }>> = words.figure
  const rows = Object.entries(figures).map(([key, value]) => [
    labels[key]?.label ?? key,
    figureText(key, value),
    of(rates[key]),
  ])
  return table([words.terminal.figure, words.terminal.value, ''], rows, { align: ['left', 'right', 'left'], colour })
}

/** A figure as it is shown: a rate as a percentage, an amount with dots, `–` where it is not known. */
export function figureText(key: string, value: number | null): string {
  if (value === null) return '–'
  if (key.endsWith('_rate')) return rate(value)
  return key === 'online_payment_total' ? grouped(value) : String(value)
}

function of(share: { numerator: number; denominator: number } | undefined): string {
  return share === undefined ? '' : `${share.numerator}/${share.denominator}`
}

function identitiesText({ identities }: StatedFigures, words: Words): string {
  const broken = identities.filter(({ holds }) => holds === false)
  const labels: Readonly<Record<string, string>> = words.identity
  const lines = broken.map(({ id, left, right }) => `✗ ${labels[id] ?? id}: ${left} ≠ ${right}`)
  const held = identities.filter(({ holds }) => holds === true).length
  const unknown = identities.length - held - broken.length
  return [...lines, words.terminal.identities(held, broken.length, unknown)].join('\n')
}

function incompleteText({ incomplete }: StatedFigures, words: Words): string {
  const labels: Readonly<Record<string, string>> = words.system
  return incomplete.length === 0 ? '' : words.terminal.incomplete(incomplete.map((system) => labels[system] ?? system))
}

function warningsText({ warnings }: StatedFigures, { terminal }: Words): string {
  return warnings.map(({ id, period, days }) => terminal.untiled[id](period, Math.abs(days))).join('\n')
}
