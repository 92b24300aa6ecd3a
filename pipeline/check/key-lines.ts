import { nearestTo } from '../../connectors/nearest.ts'
import { counts as figureCounts, rates as figureRates, type RateKey } from '../figures.ts'
import { isPeriodId } from '../period.ts'
import { isDay } from '../day.ts'
import { numberIn } from './number.ts'
import {
  furtherKeys,
  type Quote,
  type StatedCount,
  type StatedKey,
  type StatedMoney,
  type StatedPeriod,
  type StatedRate,
  type Statement,
} from './stated.ts'

/** What stands in the `key: value` lines of a text, and the text without them: blanks in their place. */
export type KeyLines = {
  readonly statements: readonly Statement[]
  readonly wrong: readonly (Quote & { readonly doubt: 'not_whole' | 'unknown_key'; readonly nearest: string | null })[]
  readonly rest: string
}

/** The keys that may stand in front of a value, in the order of the figures. */
export const countKeys = [...(Object.keys(figureCounts) as StatedKey[]), ...furtherKeys]
export const rateKeys = Object.keys(figureRates) as RateKey[]

/** `received_total: 1024`; `=` does as well. `unit:` begins another unit, `period:` takes an id or `from..to`. */
export function readKeyLines(text: string): KeyLines {
  const units: Open[] = [emptyUnit(null)]
  const wrong: KeyLines['wrong'][number][] = []
  let start = 0
  const rest = text.split('\n').map((line, index) => {
    const quote = quoteOf(line, index + 1, start)
    start += line.length + 1
    if (quote === null) return line
    const doubt = put(units, quote)
    if (doubt !== null)
      wrong.push({ ...quote, doubt, nearest: doubt === 'unknown_key' ? nearestTo([quote.key], all) : null })
    return ' '.repeat(line.length)
  })
  const statements = units.filter(({ counts, rates, money }) => counts.length + rates.length + money.length > 0)
  return { statements, wrong, rest: rest.join('\n') }
}

/** A statement as lines that read back as it is. */
export function keyLinesOf({ unit, period, counts, rates, money }: Statement): string {
  return [
    ...(unit === null ? [] : [`unit: ${unit}`]),
    ...(period === null
      ? []
      : [`period: ${'id' in period ? period.id : 'from' in period ? `${period.from}..${period.to}` : period.words}`]),
    ...counts.map(({ meanings, value }) => `${meanings[0]!.key}: ${value}`),
    ...rates.flatMap(({ of, percent, decimals }) =>
      'rate' in of ? [`${of.rate}: ${percent.toFixed(decimals)}%`] : [],
    ),
    ...money.map(({ value }) => `online_payment_total: ${value}`),
  ].join('\n')
}

type Open = {
  readonly unit: string | null
  period: StatedPeriod | null
  readonly counts: StatedCount[]
  readonly rates: StatedRate[]
  readonly money: StatedMoney[]
}

type KeyLine = Quote & { readonly key: string }

const all = [...countKeys, ...rateKeys, 'online_payment_total', 'unit', 'period']

/** Null when the line is none of a key: a key is known, or looks like one (`received_totl`). */
function quoteOf(line: string, number: number, start: number): KeyLine | null {
  const [, before, key, between, text] = /^(\s*)([A-Za-z][A-Za-z0-9_]*)(\s*[:=]\s*)(.*?)\s*$/.exec(line) ?? []
  if (key === undefined || !(all.includes(key) || /^[a-z]+(?:_[a-z]+)+$/.test(key))) return null
  const column = before!.length + key.length + between!.length
  const at = { line: number, column: column + 1, start: start + column, end: start + column + text!.length }
  return { key, text: text!, at, words: line.trim() }
}

function put(units: Open[], line: KeyLine): 'not_whole' | 'unknown_key' | null {
  const unit = units.at(-1)!
  const { key, ...quote } = line
  if (key === 'unit') units.push(emptyUnit(quote.text))
  else if (key === 'period') unit.period = periodIn(quote.text)
  else if (!all.includes(key)) return 'unknown_key'
  else if (!isNothing(quote.text)) return putFigure(unit, key, quote)
  return null
}

function putFigure(unit: Open, key: string, line: Quote): 'not_whole' | null {
  const number = line.text.replace(/(?:%|đồng)$/u, '')
  const text = number === line.text ? number : number.trimEnd()
  const quote = { words: line.words, text, at: { ...line.at, end: line.at.start + text.length } }
  const written = numberIn(text)
  const rate = rateKeys.find((each) => each === key)
  if (written === null || (rate === undefined ? written.whole === null : Number.isNaN(written.decimal)))
    return 'not_whole'
  const { decimal: percent, decimals } = written
  const value = written.whole!
  if (rate !== undefined) unit.rates.push({ ...quote, percent, decimals, of: { rate } })
  else if (key === 'online_payment_total') unit.money.push({ ...quote, value })
  else unit.counts.push({ ...quote, value, meanings: [{ key: key as StatedKey, under: {} }] })
  return null
}

/** What is not stated may be written out. */
function isNothing(text: string): boolean {
  return ['', '-', '–', '~', 'null'].includes(text)
}

function periodIn(text: string): StatedPeriod {
  const [from = '', to = ''] = text.split('..')
  if (isDay(from) && isDay(to) && from <= to) return { from, to }
  return isPeriodId(text) ? { id: text } : { words: text }
}

function emptyUnit(unit: string | null): Open {
  return { unit, period: null, counts: [], rates: [], money: [] }
}
