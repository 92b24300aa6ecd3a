import { columnsOf, isTyped, type Kind } from './cell-kind.ts'
import type { Entry } from './survey-lines.ts'
import type { Marks } from './table.ts'

export const MOST_COLUMNS = 20_000
const PROSE = 0.8 // blanks and colons stand in every text: they divide cells only where nearly all rows agree

/** Rows of one width, columns of one kind, and no cell with a mark or a blank at its edge. */
export function scoreOf(records: readonly Entry[], { quote, delimiter }: Marks): number {
  const rows = records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const widths = rows.map(({ cells }) => cells.length)
  if (delimiter === ' ' && isNarrowest(widths)) return scoreOfWords(rows, widths[0]!)
  const width = mostCommon(widths.filter((length) => length > 1))
  if (width === null || width > MOST_COLUMNS) return 0
  const even = rows.filter(({ cells }) => cells.length === width).map(({ cells }) => cells)
  if (delimiter === ' ' && !columnsOf(even.slice(1), width).some(({ main }) => isTyped(main))) return 0 // names
  const share = Math.max(even.length / rows.length, 0.9 * neighbourly(rows))
  if (share < PROSE && (delimiter === ' ' || delimiter === ':')) return 0
  if (share < 0.5 && width < 4) return 0
  const broken = rows.filter(({ isOpen, isBroken }) => isOpen || isBroken).length / rows.length
  const soiled = mean(even.map((cells) => cells.filter((cell) => isSoiled(cell, quote)).length / width))
  return share ** 1.5 * purity(even, width) * (1 - soiled) ** 2 * (1 - broken / 5) * (1 - 1 / (width + 1))
}

/** Words are divided by blanks as well, so that no row is narrower than the header, and many are wider. */
export function isNarrowest(widths: readonly number[]): boolean {
  const [first = 0] = widths
  return first > 2 && widths.every((width) => width >= first) && widths.some((width) => width > first)
}

/** Blanks divide cells where the columns before the words, and there are some, hold numbers, days or codes. */
function scoreOfWords(rows: readonly Entry[], width: number): number {
  const columns = columnsOf(
    rows.slice(1).map(({ cells }) => cells),
    width,
  )
  const alike = columns.map(({ main, kinds, filled }) => isTyped(main) && kinds.get(main)! >= filled * 0.9)
  const leading = alike.findIndex((each) => !each)
  return leading < 2 ? 0 : 0.7 + (0.5 * leading) / width
}

export function mostCommon(numbers: readonly number[]): number | null {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? null
}

/** How many rows are as wide as the one above: nearly all, also where one table follows another. */
function neighbourly(rows: readonly Entry[]): number {
  const alike = rows.filter(({ cells }, i) => i > 0 && cells.length > 1 && cells.length === rows[i - 1]!.cells.length)
  return rows.length < 12 ? 0 : alike.length / (rows.length - 1)
}

function isSoiled(cell: string, quote: string | null): boolean {
  if (cell === '') return false
  const edges = [cell[0], cell.at(-1)]
  if (cell.length > 1 && edges.every((edge) => edge === '"' || edge === "'") && edges[0] !== quote) return true
  return cell[0] === ' ' || cell.startsWith('"') !== cell.endsWith('"') || /[^\s][;\t|][^\s]/.test(cell)
}

const worths: Readonly<Partial<{ [kind in Kind]: number }>> = { empty: 0.6, word: 0.9, text: 0.85 }

/** How much the cells of each column are alike; the first row may be a header. */
function purity(rows: readonly (readonly string[])[], width: number): number {
  const body = rows.length > 1 ? rows.slice(1) : rows
  const columns = columnsOf(body, width)
  return mean(
    columns.map(({ filled, empty, kinds, main }) => {
      if (filled === 0) return 0.6
      const alike = isTyped(main) ? (kinds.get(main) ?? 0) : lettered(kinds)
      return ((alike / filled) * (worths[main] ?? 1) * filled + empty * 0.6) / (filled + empty)
    }),
  )
}

function lettered(kinds: ReadonlyMap<Kind, number>): number {
  return (kinds.get('word') ?? 0) + (kinds.get('text') ?? 0)
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}
