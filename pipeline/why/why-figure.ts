import { isDeepStrictEqual } from 'node:util'
import type { System } from '../../connectors/connector.ts'
import { compare } from '../compare.ts'
import { closedPeriods } from '../closing/closing.ts'
import type { Counted } from '../counted.ts'
import { countedReader } from '../counted-reader.ts'
import type { Day } from '../day.ts'
import {
  type Basis,
  basisOf,
  type Condition,
  counts,
  type FigureKey,
  meetsAll,
  type RateKey,
  rates,
} from '../figures.ts'
import type { Office } from '../office.ts'
import type { Period } from '../period.ts'
import { figuresOfPeriod, type PeriodFigures } from '../period-figures.ts'
import { type FigureBySettings, figuresBySettings } from '../settings/settings-change.ts'
import { stillStated } from '../standing/still-stated.ts'
import { isExplained, type StatementKey, statementLines, steps } from '../statement.ts'

export type Asked = FigureKey | StatementKey

/** A figure, or a line of the reconciliation statement, with all that stands behind it. */
export type WhyFigure = {
  readonly is: 'figure'
  readonly period: Period
  readonly figure: Asked
  readonly basis: Basis
  readonly value: number | null // as it is counted now
  readonly published: { readonly asOf: Day; readonly value: number | null } | null // where the period is closed
  readonly conditions: readonly string[] // all of which a dossier meets that counts
  readonly base: { readonly conditions: readonly string[]; readonly count: number } | null // of a rate: its denominator
  readonly dossiers: readonly Behind[] // the numerator of a rate
  readonly nearMisses: readonly (Behind & { readonly fails: string })[] // they meet all conditions but one
  readonly bySettings: readonly FigureBySettings[] // when other settings, and no file, moved it
  readonly isProven: boolean // the dossiers, counted again one by one, give the value
}

export type Behind = {
  readonly code: string
  readonly system: System | null
  readonly amount_dong: number | null // what it adds to a sum
  readonly lines: readonly { readonly system: System; readonly file: string; readonly line: number }[]
}

export const askable: readonly Asked[] = [...(Object.keys(counts) as Asked[]), ...(Object.keys(rates) as Asked[]), 'online_payment_total', ...statementLines] // prettier-ignore

/** A period's dossiers and its figures, counted once for as many questions as there are. */
export type Telling = { readonly counted: readonly Counted[]; readonly stated: Record<Basis, PeriodFigures> }

/**
 * What stands of an open period is what would be counted: then its dossiers are read, and not those of the month before.
 * Where a night has come to its end meanwhile, figures and dossiers would not be of the same night: both are counted.
 */
export function tellingOf(office: Office, period: Period): Telling {
  const reader = countedReader(office)
  const isClosed = closedPeriods(office).some(({ period: { id } }) => id === period.id)
  const standing = isClosed ? null : stillStated(office, period)
  const counted = reader.of(period)
  const stands = standing !== null && isDeepStrictEqual(standing, stillStated(office, period))
  return { stated: stands ? standing : figuresOfPeriod(office, period, reader), counted }
}

/**
 * Opens a figure, as it is counted now, to its dossiers and their lines; of a closed period also what was published.
 * `shown`: of how many of a list the lines are looked up, in the order of their codes; a city's month has 150,000.
 */
export function whyFigure(
  office: Office,
  period: Period,
  figure: Asked,
  basis: Basis,
  shown = Infinity,
  { counted, stated: statedNow }: Telling = tellingOf(office, period),
): WhyFigure {
  const stated = statedNow[basis]
  const { base, share } = definitionOf(figure, basis)
  const conditions = [...base, ...share]
  const ordered = counted.toSorted(byCode)
  const behind = ordered.filter((each) => meetsAll(each, conditions, period))
  const missed = ordered.flatMap((each) => {
    const failed = conditions.filter(([, holds]) => !holds(each, period))
    return failed.length === 1 ? [{ each, fails: failed[0]![0] }] : []
  })
  const opened = openTo(office, period, [...behind.slice(0, shown), ...missed.slice(0, shown).map(({ each }) => each)])
  const value = valueIn(stated, figure)
  const of = counted.filter((each) => meetsAll(each, base, period)).length
  const isShare = figure in rates
  return {
    is: 'figure',
    period,
    figure,
    basis,
    value,
    published: publishedOf(office, period, figure, basis),
    conditions: (isShare ? share : conditions).map(([name]) => name),
    base: isShare ? { conditions: base.map(([name]) => name), count: of } : null,
    dossiers: behind.map((each) => opened(each, figure)),
    nearMisses: missed.map(({ each, fails }) => ({ ...opened(each, figure), fails })),
    bySettings: figuresBySettings(office, period).filter((each) => each.figure === figure && each.basis === basis),
    isProven: value === null || isSame(figure, value, behind, of),
  }
}

type Definition = { readonly base: readonly Condition[]; readonly share: readonly Condition[] }

function definitionOf(figure: Asked, basis: Basis): Definition {
  const within = basisOf(basis)
  if (figure in counts) return { base: within, share: counts[figure as keyof typeof counts] }
  if (figure in steps) return { base: [], share: steps[figure as keyof typeof steps].of }
  if (figure === 'centre_book') return { base: [], share: basisOf('centre') }
  if (figure === 'unexplained') return { base: [], share: [['unexplained', (each) => !isExplained(each)]] }
  const { base, share } = rates[figure === 'online_payment_total' ? 'online_payment_rate' : (figure as RateKey)]
  return { base: [...within, ...base], share }
}

function publishedOf(office: Office, period: Period, figure: Asked, basis: Basis): WhyFigure['published'] {
  const closed = closedPeriods(office).find(({ period: { id } }) => id === period.id)
  return closed === undefined ? null : { asOf: closed.as_of, value: valueIn(closed.stated[basis], figure) }
}

function valueIn({ figures, reconciliation }: PeriodFigures, figure: Asked): number | null {
  const step = reconciliation.find(({ line }) => line === figure)
  return step === undefined ? figures[figure as FigureKey] : step.count
}

/** Counted once more from the dossiers shown, in another way than the figure was: a rate from its numerator. */
function isSame(figure: Asked, value: number, behind: readonly Counted[], of: number): boolean {
  if (figure === 'online_payment_total') return behind.reduce((sum, { paid_dong }) => sum + paid_dong!, 0) === value
  if (figure === 'unexplained') return (behind.length === 0) === (value === 0)
  return figure in rates ? Math.abs((behind.length / of) * 100 - value) <= 0.005 + 1e-9 : behind.length === value
}

type Line = { readonly dossier: number; readonly system: System; readonly file: string; readonly line: number }

function openTo({ store, unit }: Office, { from, to }: Period, counted: readonly Counted[]) {
  const dossiers = JSON.stringify(counted.map(({ dossier }) => dossier))
  const lines = Map.groupBy(
    store.ask<Line>('lines-of-dossiers', { unit, dossiers, from, to }),
    ({ dossier }) => dossier,
  )
  return ({ dossier, code, system, paid_dong }: Counted, figure: Asked): Behind => ({
    code,
    system,
    amount_dong: figure === 'online_payment_total' ? paid_dong : null,
    lines: (lines.get(dossier) ?? []).map(({ system: by, file, line }) => ({ system: by, file, line })),
  })
}

function byCode(a: Counted, b: Counted): number {
  return compare(a.code, b.code)
}
