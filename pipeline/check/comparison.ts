import { foldKey } from '../../connectors/fold.ts'
import type { System } from '../../connectors/connector.ts'
import type { Counted } from '../counted.ts'
import { type CountedReader, countedReader } from '../counted-reader.ts'
import type { Day } from '../day.ts'
import { type Basis, bases, counts, onBasis, type RateKey } from '../figures.ts'
import type { Office } from '../office.ts'
import { figuresOfPeriod, type PeriodFigures } from '../period-figures.ts'
import { monthOf, type Period, periodBetween, periodOf } from '../period.ts'
import type { Checked } from './checked.ts'
import { type Reason, reasonsFor } from './difference.ts'
import { dossiersOf } from './select.ts'
import { mannerOf } from './share.ts'
import type { StatedKey, StatedPeriod } from './stated.ts'

/** A stated figure beside the program's own; null where the program cannot state it, or keeps no such figure. */
export type Row = {
  readonly key: StatedKey | RateKey | 'online_payment_total'
  readonly stated: number
  readonly centre: number | null
  readonly all: number | null
  readonly agrees: boolean | null // with the basis of the comparison
}

/** `reasons`: each list of dossiers that makes up the difference by itself. */
export type Difference = {
  readonly key: StatedKey
  readonly stated: number
  readonly computed: number
  readonly reasons: readonly (readonly Reason[])[]
}

/** A statement held against the database: on the basis with which it agrees better, the Centre's where both do. */
export type Comparison = {
  readonly period: Period
  readonly asOf: Day
  readonly basis: Basis
  readonly rows: readonly Row[]
  readonly differences: readonly Difference[]
  readonly incomplete: readonly System[]
}

/** Why a statement is not held against the database; `name` says which unit or period. */
export type NotCompared =
  | { readonly why: 'unit'; readonly name: string }
  | { readonly why: 'not_held'; readonly name: string }
  | { readonly why: 'no_period'; readonly name: null }

/** `asked`: the period that the operator named, before that of the text. */
export function compareWith(office: Office, checked: Checked, asked: Period | null): Comparison | NotCompared {
  if (checked.unit !== null && !isOwn(checked.unit, office)) return { why: 'unit', name: checked.unit }
  const period = asked ?? periodNamed(checked.period, office)
  if (period === null) return { why: 'no_period', name: null }
  const reader = countedReader(office)
  return reader.knows(period) ? comparison(office, checked, period, reader) : { why: 'not_held', name: period.id }
}

function comparison(office: Office, checked: Checked, period: Period, reader: CountedReader): Comparison {
  const stated = figuresOfPeriod(office, period, reader)
  const counted = reader.of(period)
  const rowsOn = (basis: Basis): Row[] => rowsOf(checked, stated, counted, period, basis)
  const wrong = (basis: Basis): number => rowsOn(basis).filter(({ agrees }) => agrees === false).length
  const [basis] = bases.toSorted((a, b) => wrong(a) - wrong(b))
  const rows = rowsOn(basis!)
  const differences = rows.flatMap(({ key, stated: said, agrees, ...computed }) => {
    const own = computed[basis!]
    if (agrees !== false || own === null || !isCount(key)) return []
    return [{ key, stated: said, computed: own, reasons: reasonsFor(key, said - own, counted, basis!, period) }]
  })
  return { period, asOf: office.asOf, basis: basis!, rows, differences, incomplete: stated.all.incomplete }
}

function rowsOf(
  checked: Checked,
  stated: Record<Basis, PeriodFigures>,
  counted: readonly Counted[],
  period: Period,
  basis: Basis,
): Row[] {
  const both = (value: (basis: Basis) => number | null): Record<Basis, number | null> => ({
    centre: value('centre'),
    all: value('all'),
  })
  const figures = checked.figures.map(({ key, value }): Row => {
    const computed = both((each) => computedFor(key, stated[each], counted, period, each))
    return { key, stated: value, ...computed, agrees: computed[basis] === null ? null : computed[basis] === value }
  })
  const rates = checked.rates.flatMap((rate): Row[] => {
    if (!('rate' in rate.of)) return []
    const key = rate.of.rate
    const { numerator, denominator } = stated[basis].rates[key]
    const computed = both((each) => stated[each].figures[key])
    const agrees = computed[basis] === null ? null : mannerOf(rate, numerator, denominator) !== null
    return [{ key, stated: rate.percent, ...computed, agrees }]
  })
  return [...figures, ...rates]
}

/** Null too where a list is missing from which everything on that basis is counted. */
function computedFor(
  key: Row['key'],
  { figures }: PeriodFigures,
  counted: readonly Counted[],
  period: Period,
  basis: Basis,
): number | null {
  if (key in figures) return figures[key as keyof typeof figures]
  if (figures.received_total === null || !isCount(key)) return null
  return dossiersOf(key, onBasis(counted, basis), period)?.length ?? null
}

function isCount(key: Row['key']): key is StatedKey {
  return key in counts || (!key.endsWith('_rate') && key !== 'online_payment_total')
}

/** The ward itself, its Centre, or words that stand in their names: `Trung tâm`. */
function isOwn(unit: string, { config }: Office): boolean {
  const [words, centre, name] = [unit, config.unit.centre, config.unit.name].map(foldKey)
  return centre!.includes(words!) || words!.includes(name!)
}

/** A month by its id where the days are its own. */
function periodNamed(named: StatedPeriod | null, { config }: Office): Period | null {
  if (named === null || 'words' in named) return null
  if ('id' in named) return periodOf(named.id, config.periods)
  const month = monthOf(named.to, config.periods)
  return month.from === named.from && month.to === named.to ? month : periodBetween(named.from, named.to)
}
