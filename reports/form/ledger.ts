import type { PaperCell, PaperRow } from './paper-sheet.ts'
import { letter } from '../workbook.ts'

/**
 * Counts in groups, with their sums: beside each sum stands the formula that gives it. A column that adds up stands
 * before those that it adds.
 */
export type Ledger = {
  readonly labels: number // columns before the counts
  readonly adds: readonly number[] // of each column of counts: how many columns after it it adds up, 0 where it is counted
  readonly groups: readonly LedgerGroup[] | null // null: nothing is known
  readonly total: string
  readonly none: string // what is said where there are no lines
}

export type LedgerGroup = {
  readonly title: string | null // null: a group without a row of its own
  readonly lines: readonly LedgerLine[]
}

export type LedgerLine = {
  readonly labels: readonly PaperCell[]
  readonly counts: readonly number[] | null // of the columns that are counted, in their order; null is not known
}

/** The rows of a ledger that begins in row `first`, counted from 1; the total is the last. */
export function ledgerRows(ledger: Ledger, first: number): PaperRow[] {
  const { groups } = ledger
  if (groups === null) return [totalRow(ledger, null, first, first)]
  const rows: PaperRow[] = []
  for (const [at, group] of groups.entries()) rows.push(...groupRows(ledger, group, at + 1, first + rows.length))
  if (rows.length === 0) rows.push(noneRow(ledger))
  return [...rows, totalRow(ledger, groups, first, first + rows.length)]
}

function groupRows(ledger: Ledger, { title, lines }: LedgerGroup, number: number, row: number): PaperRow[] {
  if (title === null) return lines.map((line, at) => lineRow(ledger, line, row + at))
  const counts = countCells(ledger, summed(ledger, lines), row, 'groupCount', [row + 1, row + lines.length])
  const labels: PaperCell[] = [
    { look: 'groupMiddle', value: roman(number) },
    { look: 'groupName', value: title, across: ledger.labels - 1 },
  ]
  return [{ cells: [...labels, ...counts] }, ...lines.map((line, at) => lineRow(ledger, line, row + 1 + at))]
}

function lineRow(ledger: Ledger, { labels, counts }: LedgerLine, row: number): PaperRow {
  return {
    cells: [...labels, ...(counts === null ? unknown(ledger, 'count') : countCells(ledger, counts, row, 'count'))],
  }
}

function noneRow({ labels, adds, none }: Ledger): PaperRow {
  return { cells: [{ look: 'middle', value: none, across: labels + adds.length }] }
}

function totalRow(ledger: Ledger, groups: Ledger['groups'], first: number, row: number): PaperRow {
  const lines = groups?.flatMap((group) => group.lines) ?? []
  const counts =
    groups === null
      ? unknown(ledger, 'groupCount')
      : countCells(ledger, summed(ledger, lines), row, 'groupCount', [first, row - 1])
  return { cells: [{ look: 'groupMiddle', value: ledger.total, across: ledger.labels }, ...counts] }
}

type CountLook = 'count' | 'groupCount'

/** `below`: the rows that a counted column adds up. `SUBTOTAL` passes over the sums of groups among them. */
function countCells(
  { adds, labels }: Ledger,
  counted: readonly number[],
  row: number,
  look: CountLook,
  below: readonly [number, number] | null = null,
): PaperCell[] {
  const values = withSums(adds, counted)
  return adds.map((add, at) => {
    const [column, value] = [labels + 1 + at, values[at]!]
    if (add > 0) return { look, value, formula: `SUM(${letter(column + 1)}${row}:${letter(column + add)}${row})` }
    if (below === null) return { look, value }
    return { look, value, formula: `SUBTOTAL(9,${letter(column)}${below[0]}:${letter(column)}${below[1]})` }
  })
}

function unknown({ adds }: Ledger, look: CountLook): PaperCell[] {
  return adds.map(() => ({ look, value: '–' }))
}

/** The values of all columns from those of the counted ones. */
function withSums(adds: readonly number[], counted: readonly number[]): number[] {
  const left = [...counted]
  const values = adds.map((add) => (add > 0 ? 0 : left.shift()!))
  return values.map((value, at) => (adds[at]! > 0 ? total(values.slice(at + 1, at + 1 + adds[at]!)) : value))
}

function summed({ adds }: Ledger, lines: readonly LedgerLine[]): number[] {
  const known = lines.flatMap(({ counts }) => (counts === null ? [] : [counts]))
  return adds.filter((add) => add === 0).map((_, at) => total(known.map((counts) => counts[at]!)))
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

/** 4 is IV. */
function roman(number: number): string {
  const [sign, worth] = numerals.find(([, value]) => value <= number) ?? ['', 0]
  return worth === 0 ? '' : sign + roman(number - worth)
}

const numerals: readonly (readonly [string, number])[] = [
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
]
