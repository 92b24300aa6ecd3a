import { comparisonText, type ShownComparison } from './check-comparison.ts'
import { conditionText, type ShownCondition, undecidedText } from './check-condition.ts'
import { labelOf } from './check-label.ts'
import { rateText, type ShownRate } from './check-rate.ts'
import { dayText, grouped } from './format.ts'
import { table } from './terminal.ts'
import type { Words } from './words.ts'

type Term = { readonly key: string; readonly value: number }

type ShownQuote = {
  readonly text: string
  readonly words: string
  readonly at: { readonly line: number; readonly column: number }
}

type ShownStatement = {
  readonly unit: string | null
  readonly period:
    | { readonly from: string; readonly to: string }
    | { readonly id: string }
    | { readonly words: string }
    | null
  readonly verdict: keyof Words['check']['verdict']
  readonly figures: readonly (ShownQuote & Term)[]
  readonly derived: readonly Term[]
  readonly equations: readonly {
    readonly left: readonly Term[]
    readonly right: readonly Term[]
    readonly missing: readonly string[]
    readonly gap: number
    readonly holds: boolean | null
  }[]
  readonly rates: readonly (ShownQuote & ShownRate)[]
  readonly conditions: readonly ShownCondition[]
  readonly repairs: readonly {
    readonly changes: readonly { readonly key: string; readonly stated: number; readonly instead: number | null }[]
    readonly unclassified: number
  }[]
  readonly undecided: readonly { readonly question: string; readonly count: number }[]
  readonly moreRepairs: boolean
  readonly comparison: ShownComparison | null
  readonly notCompared: { readonly why: keyof Words['check']['notCompared']; readonly name: string | null } | null
}

/** Stated figures with what was found of them. */
export type ShownAudit = {
  readonly statements: readonly ShownStatement[]
  readonly doubted: readonly (ShownQuote & {
    readonly doubt: keyof Words['check']['doubt']
    readonly nearest?: string | null
  })[]
  readonly noted: readonly object[]
}

/** An audit as it is shown on a terminal: each statement with its verdict first, then what was not understood. */
export function checkText(audit: ShownAudit, words: Words, colour: boolean): string {
  const { statements, doubted, noted } = audit
  const count = (of: (each: ShownStatement) => readonly object[]): number =>
    statements.reduce((sum, each) => sum + of(each).length, 0)
  const numbers = words.check.numbers(count(({ figures }) => figures), count(({ rates }) => rates), doubted.length, noted.length) // prettier-ignore
  return [
    ...statements.map((each) => statementText(each, words, colour)),
    [doubtedText(audit, words, colour), numbers].filter(isThere).join('\n\n'),
  ]
    .map((part) => `${part}\n`)
    .join('\n')
}

function statementText(statement: ShownStatement, words: Words, colour: boolean): string {
  return [
    headText(statement, words),
    figuresText(statement, words, colour),
    equationsText(statement, words, colour),
    ratesText(statement, words, colour),
    repairsText(statement, words),
    statement.comparison === null ? '' : comparisonText(statement.comparison, words, colour),
    statement.notCompared === null
      ? ''
      : words.check.notCompared[statement.notCompared.why](statement.notCompared.name ?? ''),
  ]
    .filter(isThere)
    .join('\n\n')
}

function headText(statement: ShownStatement, words: Words): string {
  const { unit, period, verdict, conditions, equations, rates } = statement
  const who = [unit, periodText(period, words)].filter((part) => part !== null).join(' · ')
  const broken = equations.filter(({ holds }) => holds === false)
  const wrong = rates.filter((rate) => rate.verdict === 'impossible')
  const reasons = [
    ...broken.map((equation) => `  ✗ ${equationText(equation)}, ${words.check.off(Math.abs(equation.gap))}`),
    ...wrong.map((rate) => `  ✗ ${rate.text}%: ${rateText(rate, words)}`),
  ]
  const lines = conditions.map((condition) => `  – ${conditionText(condition, words)}`)
  const open = statement.undecided.map((each) => `  ? ${undecidedText(each, words)}`)
  return [who, words.check.verdict[verdict], ...reasons, ...lines, ...open].filter(isThere).join('\n')
}

function periodText(period: ShownStatement['period'], { terminal }: Words): string | null {
  if (period === null) return null
  if ('from' in period) return terminal.days(dayText(period.from), dayText(period.to))
  return 'id' in period ? period.id : period.words
}

function figuresText({ figures, derived }: ShownStatement, words: Words, colour: boolean): string {
  const { check, terminal } = words
  const rows = [
    ...figures.map(({ key, value, at, words: taken }) => [
      labelOf(key, words),
      shown(key, value),
      `${at.line}:${at.column}`,
      taken,
    ]),
    ...derived.map(({ key, value }) => [labelOf(key, words), shown(key, value), '', check.derived]),
  ]
  if (rows.length === 0) return ''
  return table([terminal.figure, terminal.value, check.place, check.taken], rows, {
    align: ['left', 'right', 'right', 'left'],
    colour,
  })
}

function equationsText({ equations }: ShownStatement, words: Words, colour: boolean): string {
  if (equations.length === 0) return ''
  const rows = equations.map((equation) => [
    equation.holds === null ? '?' : equation.holds ? '✓' : '✗',
    equationText(equation),
    `${namesOf(equation.left, words)} = ${namesOf(equation.right, words)}`,
    remark(equation, words),
  ])
  return table(['', words.check.sums, '', ''], rows, { colour })
}

function remark({ holds, gap, missing }: ShownStatement['equations'][number], words: Words): string {
  const among = missing.map((key) => labelOf(key, words))
  if (holds === false) return words.check.off(Math.abs(gap))
  if (holds === null) return words.check.unknownClass(gap)
  return among.length === 0 ? '' : words.check.none(among)
}

function ratesText({ rates }: ShownStatement, words: Words, colour: boolean): string {
  if (rates.length === 0) return ''
  const rows = rates.map((rate) => [`${rate.text}%`, `${rate.at.line}:${rate.at.column}`, rateText(rate, words)])
  return table([words.check.rates, words.check.place, ''], rows, { align: ['right', 'right', 'left'], colour })
}

function repairsText({ verdict, equations, repairs, moreRepairs }: ShownStatement, words: Words): string {
  const { check } = words
  if (verdict !== 'cannot_hold' || equations.every(({ holds }) => holds !== false)) return ''
  if (repairs.length === 0) return check.noRepair
  const lines = repairs.map(({ changes, unclassified }) => {
    const told = changes.map(({ key, stated, instead }) =>
      check.repair(labelOf(key, words), stated, instead === null ? check.severalValues : String(instead)),
    )
    return `  – ${told.join('; ')}${unclassified === 0 ? '' : check.leaves(unclassified)}`
  })
  const more = moreRepairs ? [check.moreRepairs] : []
  return [check.repairs(repairs[0]!.changes.length), ...lines, ...more].join('\n')
}

function doubtedText({ doubted }: ShownAudit, { check }: Words, colour: boolean): string {
  if (doubted.length === 0) return ''
  const rows = doubted.map(({ text, at, doubt, nearest, words }) => [
    text,
    `${at.line}:${at.column}`,
    `${check.doubt[doubt]}${nearest ? check.nearest(nearest) : ''}`,
    words,
  ])
  return table([check.doubted, check.place, '', check.taken], rows, {
    align: ['right', 'right', 'left', 'left'],
    colour,
  })
}

/** `2051 = 2041 + (10)`: what stands in brackets was not stated. */
function equationText({ left, right, gap, holds }: ShownStatement['equations'][number]): string {
  const rest = holds === null ? ` + (${gap})` : ''
  return `${valuesOf(left)} ${holds === false ? '≠' : '='} ${valuesOf(right)}${rest}`
}

function valuesOf(terms: readonly Term[]): string {
  return terms.length === 0 ? '0' : terms.map(({ value }) => value).join(' + ')
}

function namesOf(terms: readonly Term[], words: Words): string {
  return terms.length === 0 ? '0' : terms.map(({ key }) => labelOf(key, words)).join(' + ')
}

function shown(key: string, value: number): string {
  return key === 'online_payment_total' ? grouped(value) : String(value)
}

function isThere(text: string | null): text is string {
  return text !== null && text !== ''
}
