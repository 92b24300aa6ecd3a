import { type Column, misfit } from './cell-kind.ts'
import { type Leave, partedCell, type Piece, piecesFrom } from './mend-pieces.ts'
import type { Marks } from './table.ts'

/** A line cut into as many cells as the table has columns, and what that cost. */
export type Mended = {
  readonly cells: readonly string[]
  readonly marked: number // signs taken for something else than they say
  readonly unfit: number // cells that are not what their columns hold
  readonly isSplit: boolean // two cells stood in one, without a delimiter
}

type Step = { readonly total: number; readonly unfit: number; readonly marked: number; readonly piece: Piece }

const MOST_SEGMENTS = 240
const MOST_SURPLUS = 60
const LONGEST_LINE = 20_000

/**
 * Of all ways to read the segments of a line as cells, the one that has as many cells as there are columns, takes the
 * fewest signs for something else, and whose cells look like those above and below. Null where there is none.
 */
export function mend(raw: string, marks: Marks, columns: readonly Column[], leave: Leave): Mended | null {
  const segments = raw.split(marks.delimiter)
  const width = columns.length
  if (segments.length > MOST_SEGMENTS || width > MOST_SEGMENTS || raw.length > LONGEST_LINE) return null
  if (segments.length > width + MOST_SURPLUS || segments.length < width - (leave.splitting ? 1 : 0)) return null
  const best: (Step | null | undefined)[][] = Array.from({ length: segments.length + 1 }, () => [])
  for (let i = segments.length - 1; i >= 0; i--) {
    const pieces = piecesFrom(segments, i, marks, leave)
    const most = Math.min(width - 1, leave.splitting ? 2 * i : i)
    for (let c = 0; c <= most; c++) {
      best[i]![c] = cheapest(pieces, segments, i, c, best, columns, marks, leave)
    }
  }
  return best[0]![0] ? traced(best, segments.length) : null
}

function cheapest(
  pieces: readonly Piece[],
  segments: readonly string[],
  i: number,
  c: number,
  best: readonly (readonly (Step | null | undefined)[])[],
  columns: readonly Column[],
  { quote }: Marks,
  leave: Leave,
): Step | null {
  let found: Step | null = null
  const parted = leave.splitting && c + 1 < columns.length ? partedCell(segments[i]!, i, quote, columns, c) : null
  for (const piece of parted ? [...pieces, parted] : pieces) {
    const after = c + piece.cells.length
    const rest = piece.to === segments.length ? null : best[piece.to]![after]
    if (after > columns.length || (piece.to === segments.length ? after !== columns.length : !rest)) continue
    const unfit = piece.cells.reduce((sum, cell, k) => sum + misfit(cell, columns[c + k]!), 0) + (rest?.unfit ?? 0)
    const marked = piece.marked + (rest?.marked ?? 0)
    if (!found || unfit + marked < found.total - 1e-9) found = { total: unfit + marked, unfit, marked, piece }
  }
  return found
}

function traced(best: readonly (readonly (Step | null | undefined)[])[], end: number): Mended {
  const cells: string[] = []
  const first = best[0]![0]!
  let isSplit = false
  for (let i = 0; i < end;) {
    const { piece } = best[i]![cells.length]!
    cells.push(...piece.cells)
    isSplit ||= piece.cells.length > 1
    i = piece.to
  }
  return { cells, marked: first.marked, unfit: first.unfit, isSplit }
}
