import { comparisonText, type ShownComparison } from './check-comparison.ts'
import { conditionText, type ShownCondition, undecidedText } from './check-condition.ts'
import { equationsText, equationText, type ShownEquation, type Term } from './check-equation.ts'
import { labelOf } from './check-label.ts'
import { rateTexts, type ShownRate } from './check-rate.ts'
import { repairsText, type ShownRepair } from './check-repair.ts'
import { dayText, grouped } from '../format.ts'
import { table } from '../terminal.ts'
import type { Words } from '../words.ts'

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
  readonly equations: readonly ShownEquation[]
  readonly rates: readonly (ShownQuote & ShownRate)[]
  readonly conditions: readonly ShownCondition[]
  readonly repairs: readonly ShownRepair[]
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
  const numbers = words.check.numbers(
    count(({ figures }) => figures),
    count(({ rates }) => rates),
    doubted.length,
    noted.length,
  )
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
    equationsText(statement.equations, words, colour),
    ratesText(statement, words),
    repairsText({ ...statement, isBroken: statement.equations.some(({ holds }) => holds === false) }, words),
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
    ...wrong.map((rate) => `  ✗ ${rate.text}%: ${rateTexts(rate, words).join('; ')}`),
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

function ratesText({ rates }: ShownStatement, words: Words): string {
  if (rates.length === 0) return ''
  const lines = rates.flatMap((rate) => [
    `  ${rate.text}% (${rate.at.line}:${rate.at.column})`,
    ...rateTexts(rate, words).map((text) => `    ${text}`),
  ])
  return [words.check.rates, ...lines].join('\n')
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

function shown(key: string, value: number): string {
  return key === 'online_payment_total' ? grouped(value) : String(value)
}

function isThere(text: string | null): text is string {
  return text !== null && text !== ''
}
