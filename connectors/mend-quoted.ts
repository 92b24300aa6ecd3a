import type { Marks } from './table.ts'

/**
 * A row too wide, which has as many cells as the table once those are joined that another quotation mark holds
 * together than the one all other rows have: `'Nguyễn, Văn A'` among rows in double quotes, or the other way round.
 */
export function withOtherQuote(cells: readonly string[], width: number, { quote, delimiter }: Marks): Cells | null {
  if (cells.length <= width) return null
  const other = quote === "'" ? '"' : "'"
  const joined: string[] = []
  for (let at = 0; at < cells.length;) {
    const end = closes(cells, at, other)
    const raw = cells.slice(at, end + 1).join(delimiter)
    joined.push(end > at ? within(raw.trim(), other) : raw)
    at = end + 1
  }
  return joined.length === width ? joined : null
}

type Cells = readonly string[]

/** Where the cell ends that a mark opens: the same cell where it opens none, or none closes it. */
function closes(cells: Cells, at: number, mark: string): number {
  const first = cells[at]!.trimStart()
  if (!first.startsWith(mark) || (first.length > 1 && first.trimEnd().endsWith(mark))) return at
  const end = cells.findIndex((cell, c) => c > at && cell.trimEnd().endsWith(mark))
  return end < 0 ? at : end
}

function within(quoted: string, mark: string): string {
  return quoted.slice(1, -1).replaceAll(mark + mark, mark)
}
