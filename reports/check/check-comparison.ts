import { labelOf } from './check-label.ts'
import { dayText, grouped, rate } from '../format.ts'
import { table } from '../terminal.ts'
import type { Words } from '../words.ts'

type ShownReason = {
  readonly reason: keyof Words['check']['reason']
  readonly count: number
  readonly codes: readonly string[]
}

export type ShownComparison = {
  readonly period: { readonly id: string; readonly from: string; readonly to: string }
  readonly basis: keyof Words['basis']
  readonly rows: readonly {
    readonly key: string
    readonly stated: number
    readonly centre: number | null
    readonly all: number | null
    readonly agrees: boolean | null
  }[]
  readonly differences: readonly {
    readonly key: string
    readonly stated: number
    readonly computed: number
    readonly reasons: readonly (readonly ShownReason[])[]
  }[]
  readonly incomplete: readonly string[]
}

const MOST_CODES = 10

/** Stated figures beside the program's own, then the dossiers behind each difference. */
export function comparisonText(comparison: ShownComparison, words: Words, colour: boolean): string {
  const { period, basis, rows, differences, incomplete } = comparison
  const { check, terminal } = words
  const systems: Readonly<Record<string, string>> = words.system
  const head = check.comparison(period.id, dayText(period.from), dayText(period.to), words.basis[basis])
  const figures = table(
    [terminal.figure, check.statedColumn, words.basis.centre, words.basis.all, ''],
    rows.map((row) => [
      labelOf(row.key, words),
      shown(row.key, row.stated),
      shown(row.key, row.centre),
      shown(row.key, row.all),
      row.agrees === null ? '?' : row.agrees ? '✓' : '✗',
    ]),
    { align: ['left', 'right', 'right', 'right', 'left'], colour },
  )
  const agreed = rows.every(({ agrees }) => agrees === true) ? [check.allAgree] : []
  const said =
    incomplete.length === 0 ? [] : [terminal.incomplete(incomplete.map((system) => systems[system] ?? system))]
  return [`${head}\n${figures}`, ...agreed, ...said, ...differences.map((each) => differenceText(each, words))].join(
    '\n\n',
  )
}

function differenceText(
  { key, stated, computed, reasons }: ShownComparison['differences'][number],
  words: Words,
): string {
  const { check } = words
  const said = check.differs(labelOf(key, words), stated, computed)
  if (reasons.length === 0) return `${said}\n  ${check.unexplained}`
  const told = reasons.map((together) => together.map((each) => reasonText(each, words)).join('\n'))
  return `${said}\n${told.join(`\n  ${check.alternative}\n`)}`
}

function reasonText({ reason, count, codes }: ShownReason, { check }: Words): string {
  const more = codes.length > MOST_CODES ? [check.moreCodes(codes.length - MOST_CODES)] : []
  const sign = count > 0 ? '+' : '−'
  return [
    `  ${sign} ${Math.abs(count)} ${check.reason[reason]}`,
    `    ${[...codes.slice(0, MOST_CODES), ...more].join(' ')}`,
  ].join('\n')
}

function shown(key: string, value: number | null): string {
  if (value === null) return '–'
  if (key.endsWith('_rate')) return rate(value)
  return key === 'online_payment_total' ? grouped(value) : String(value)
}
