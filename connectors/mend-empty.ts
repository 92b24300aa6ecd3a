import { type Column, isTyped, kindOf, misfit } from './cell-kind.ts'

const MOST_COLUMNS = 240
const FITTING = 0.2 // of its width a row may be unusual, and still be one of the table's

/**
 * A row with a delimiter too many, which is as all others are once an empty cell is left out. Where that is not the last
 * one, columns of numbers, days or codes must prove it: they do not hold what stands there as it is.
 */
export function withoutEmpty(cells: readonly string[], columns: readonly Column[]): readonly string[] | null {
  if (cells.length !== columns.length + 1 || columns.length > MOST_COLUMNS) return null
  let best: { without: readonly string[]; unfit: number } | null = null
  for (let c = cells.length - 1; c >= 0; c--) {
    if (cells[c]!.trim() !== '') continue
    const without = cells.toSpliced(c, 1)
    const unfit = unfitOf(without, columns)
    if (!best || unfit < best.unfit - 1e-9) best = { without, unfit }
  }
  if (!best || best.unfit > columns.length * FITTING) return null
  const isAtTheEnd = best.without.every((cell, c) => cell === cells[c])
  return isAtTheEnd || columns.some((column, c) => isOutOfPlace(cells[c]!, column)) ? best.without : null
}

function isOutOfPlace(cell: string, { main, empty }: Column): boolean {
  const kind = kindOf(cell)
  return isTyped(main) && (kind === 'empty' ? empty === 0 : !isTyped(kind))
}

const USUALLY = 0.9

/** A row that ends before columns that are empty nearly everywhere. */
export function withEmpty(cells: readonly string[], columns: readonly Column[]): readonly string[] | null {
  if (cells.length < 2 || cells.length >= columns.length) return null
  const absent = columns.slice(cells.length)
  if (!absent.every(({ filled, empty }) => empty > 0 && empty >= (filled + empty) * USUALLY)) return null
  const whole = [...cells, ...absent.map(() => '')]
  return unfitOf(whole, columns) <= columns.length * FITTING ? whole : null
}

function unfitOf(cells: readonly string[], columns: readonly Column[]): number {
  return columns.reduce((sum, column, c) => sum + misfit(cells[c]!, column), 0)
}

/** A name too many, and one of them is none. */
export function namesEvenedOut(cells: readonly string[], width: number): readonly string[] | null {
  const names = cells.filter((cell) => cell.trim() !== '')
  return cells.length === width + 1 && names.length === width ? names : null
}
