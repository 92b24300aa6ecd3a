import { columnsOf } from './cell-kind.ts'
import type { SheetLine } from './sheet.ts'
import { frameOf } from './survey-layout.ts'
import { isBlankRow } from './survey-lines.ts'
import { type Placed, partsOf } from './survey-parts.ts'
import type { Row } from './survey-rows.ts'

/** What each row of a sheet is, and how wide its table is: its rows have that many cells, or more. */
export type Grid = {
  readonly names: readonly string[] | null
  readonly placed: readonly Placed[]
  readonly read: number // rows of the table
  readonly width: number
}

/** A sheet does not say where empty cells end: rows that stand together are as wide as the widest of them. */
export function gridOf(lines: readonly SheetLine[]): Grid {
  const widest = lines.reduce((most, { cells }) => Math.max(most, endOf(cells)), 0)
  const rows = blocksOf(lines).flatMap((block) => sameWidth(block, widest))
  const even = rows.filter(({ cells }) => cells.length === widest && !isBlankRow(cells)).map(({ cells }) => cells)
  const columns = columnsOf(even.length > 1 ? even.slice(1) : even, widest)
  const frame = frameOf({ rows, width: widest, columns })
  const all = Array.from(partsOf(rows, frame))
  const body = all.filter(({ part }) => part === 'data').map(({ row }) => row)
  const width = widthOf(frame.names, body)
  const placed = all.map(({ row, part }) =>
    part === 'data' ? { part, row: { ...row, cells: fitted(row.cells, width) } } : { part, row },
  )
  return { names: frame.names && fitted(frame.names, width), placed, read: body.length, width }
}

/** Rows between empty ones. */
function blocksOf(lines: readonly SheetLine[]): readonly (readonly SheetLine[])[] {
  const blocks: SheetLine[][] = []
  let last: SheetLine | null = null
  for (const line of lines) {
    if (last === null || isBlankRow(line.cells) !== isBlankRow(last.cells)) blocks.push([])
    blocks.at(-1)!.push(line)
    last = line
  }
  return blocks
}

const NEARLY = 0.75

/** Nearly as wide as the widest rows of the sheet is as wide as these: the last columns are empty here. */
function sameWidth(block: readonly SheetLine[], widest: number): readonly Row[] {
  const own = block.reduce((most, { cells }) => Math.max(most, endOf(cells)), 1)
  const width = own >= widest * NEARLY ? widest : own
  return block.map(({ line, lines, cells, merged }) => {
    const row = { line, lines, cells: fitted(cells, width), isOpen: false, isBroken: false, mended: null }
    return merged ? { ...row, merged: { ...merged, own: fitted(merged.own, width) } } : row
  })
}

/** Up to the last name, or further where half of the rows have more; without names, as wide as any row is. */
function widthOf(names: readonly string[] | null, body: readonly Row[]): number {
  const ends = body.map(({ cells }) => endOf(cells)).toSorted((a, b) => b - a)
  const most = names === null ? ends[0] : ends[Math.floor(ends.length / 2)]
  return Math.max(most ?? 0, names === null ? 0 : endOf(names))
}

function fitted(cells: readonly string[], width: number): readonly string[] {
  const length = Math.max(endOf(cells), width)
  return Array.from({ length }, (_, c) => cells[c] ?? '')
}

function endOf(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1
}
