import type { Table } from './clean-table.ts'

/** The signs that a file is written with. */
export type Style = {
  readonly delimiter: string
  readonly quote: string
  readonly escape: string // stands before a mark within a quoted cell
  readonly end: string
}

export const usual: Style = { delimiter: ',', quote: '"', escape: '"', end: '\r\n' }

/** Columns whose cells are always quoted; the others only where they must be. */
const quoted = new Set([6, 7])

export function cellsWritten(cells: readonly string[], style: Style): readonly string[] {
  return cells.map((cell, c) => cellWritten(cell, quoted.has(c), style))
}

export function rowWritten(cells: readonly string[], style: Style): string {
  return cellsWritten(cells, style).join(style.delimiter)
}

/** A file as its lines, without their ends: the header first. */
export function linesWritten({ header, rows }: Table, style: Style): string[] {
  return [header, ...rows].map((cells) => rowWritten(cells, style))
}

export function fileOf(lines: readonly string[], { end }: Style): string {
  return lines.map((line) => line + end).join('')
}

/** A blank in a cell is not quoted even where blanks divide: so do those who write such files. */
function cellWritten(cell: string, always: boolean, { delimiter, quote, escape }: Style): string {
  if (quote === '') return cell
  const must = /[,"\n]/.test(cell) || (delimiter !== ' ' && cell.includes(delimiter))
  return always || must ? quote + cell.replaceAll(quote, escape + quote) + quote : cell
}
