import { type FigureBySettings, figuresMovedBy } from './by-settings.ts'
import { discrepanciesText } from './discrepancies-text.ts'
import type { DiscrepancyLine } from './discrepancy-csv.ts'
import { dayText, figureValue, grouped } from './format.ts'
import { table } from './terminal.ts'
import { dossierText, type WhyDossierValue } from './why-dossier-text.ts'
import type { Words } from './words.ts'

export type WhyFigureValue = {
  readonly is: 'figure'
  readonly period: { readonly id: string; readonly from: string; readonly to: string }
  readonly figure: string
  readonly basis: keyof Words['basis']
  readonly value: number | null
  readonly published: { readonly asOf: string; readonly value: number | null } | null
  readonly conditions: readonly string[]
  readonly base: { readonly conditions: readonly string[]; readonly count: number } | null
  readonly dossiers: readonly BehindValue[]
  readonly nearMisses: readonly (BehindValue & { readonly fails: string })[]
  readonly bySettings: readonly FigureBySettings[]
  readonly isProven: boolean
}

type Published = NonNullable<WhyFigureValue['published']>

type BehindValue = {
  readonly code: string
  readonly system: keyof Words['system'] | null
  readonly amount_dong: number | null
  readonly lines: readonly { readonly file: string; readonly line: number }[]
}

type LivedValue = DiscrepancyLine & { readonly history: readonly TurnValue[] }
type TurnValue = { readonly asOf: string; readonly state: keyof Words['state'] }

export type WhyDiscrepancyValue = {
  readonly is: 'discrepancy'
  readonly discrepancy: LivedValue
  readonly dossier: WhyDossierValue | null
}

/** Where something comes from, for a terminal. */
export function whyText(
  value: WhyFigureValue | WhyDiscrepancyValue | WhyDossierValue,
  asOf: string,
  words: Words,
): string {
  if (value.is === 'figure') return figureText(value, words)
  return value.is === 'dossier' ? dossierText(value, words) : discrepancyText(value, asOf, words)
}

/** Of a list of dossiers: whoever wants all of them asks for JSON. */
export const MOST_SHOWN = 40

function figureText(figure: WhyFigureValue, words: Words): string {
  const { why } = words
  const names = (conditions: readonly string[]) => conditions.map((name) => named(why.condition, name))
  const { label, definition } = describe(figure.figure, words)
  const { id, from, to } = figure.period
  return [
    `${label}, ${id} (${dayText(from)} – ${dayText(to)}), ${words.basis[figure.basis]}: ${figureValue(figure.figure, figure.value)}`,
    ...(figure.published === null ? [] : [publishedText(figure, figure.published, words)]),
    ...(definition === null ? [] : [`${why.definition}: ${definition}`]),
    ...(figure.base === null ? [] : [why.base(names(figure.base.conditions), figure.base.count)]),
    why.conditions(names(figure.conditions)),
    ...figuresMovedBy(figure.bySettings, figure.basis, words),
    figure.isProven ? why.proven : why.notProven,
    '',
    why.behind(figure.dossiers.length),
    ...tally(figure.dossiers, ({ system }) => (system === null ? why.noSystem : words.system[system]), why.bySystem),
    behindText(figure.dossiers, words),
    '',
    why.nearMisses(figure.nearMisses.length),
    ...tally(figure.nearMisses, ({ fails }) => named(why.condition, fails), why.byCondition),
    behindText(figure.nearMisses, words),
  ]
    .map((line) => `${line}\n`)
    .join('')
}

function describe(figure: string, words: Words): { label: string; definition: string | null } {
  const lines: Readonly<Record<string, string>> = words.statementLine
  const figures: Readonly<Record<string, { label: string; definition: string }>> = words.figure
  return figures[figure] ?? { label: lines[figure] ?? figure, definition: null }
}

function publishedText({ figure }: WhyFigureValue, { asOf, value }: Published, { why }: Words): string {
  return why.closed(dayText(asOf), figureValue(figure, value))
}

function behindText(dossiers: readonly (BehindValue & { readonly fails?: string })[], words: Words): string {
  if (dossiers.length === 0) return ''
  const { terminal, why, system: systems } = words
  const rows = dossiers
    .slice(0, MOST_SHOWN)
    .map(({ code, system, amount_dong, lines, fails }) => [
      code,
      system === null ? '' : systems[system],
      fails === undefined ? (amount_dong === null ? '' : grouped(amount_dong)) : named(why.condition, fails),
      lines.map(({ file, line }) => `${file}:${line}`).join(', '),
    ])
  const third = dossiers[0]!.fails === undefined ? (dossiers[0]!.amount_dong === null ? '' : why.amount) : why.fails
  const left = dossiers.length - rows.length
  const shownTable = table([terminal.code, terminal.system, third, terminal.source], rows)
  return left > 0 ? `${shownTable}\n${why.more(left)}` : shownTable
}

function discrepancyText({ discrepancy, dossier }: WhyDiscrepancyValue, asOf: string, words: Words): string {
  const { why } = words
  const evidence = discrepancy.sources.map(({ file, line }) => `  ${file}:${line}\n`).join('')
  const turns = discrepancy.history.map((turn) => `  ${dayText(turn.asOf)}: ${words.state[turn.state]}\n`).join('')
  const head = `${discrepanciesText([discrepancy], asOf, words, false)}\n${why.evidence}:\n${evidence}\n${why.history}:\n${turns}`
  return dossier === null ? head : `${head}\n${dossierText(dossier, words)}`
}

/** `Cư trú: 5; Hộ tịch: 1`, the most first. */
function tally<T>(each: readonly T[], nameOf: (one: T) => string, said: (counts: string) => string): string[] {
  const groups = [...Map.groupBy(each, nameOf)].toSorted(([, a], [, b]) => b.length - a.length)
  return groups.length === 0 ? [] : [said(groups.map(([name, { length }]) => `${name}: ${grouped(length)}`).join('; '))]
}

function named(names: Readonly<Record<string, string>>, name: string): string {
  return names[name] ?? name
}
