import { isTyped, kindOf } from './cell-kind.ts'
import { isSigned, mayBeFooter, totalIn } from './footer.ts'
import { filledIn, isBlankRow } from './survey-lines.ts'
import type { Row } from './survey-rows.ts'

/** From the end upwards: totals, notes and signatures, which fill less of the row than others do. */
export function footerStart(table: readonly Row[], width: number, usual: number): number {
  let end = signatureStart(table, width)
  for (let at = end - 1; at >= 0; at--) {
    const { cells } = table[at]!
    if (isBlankRow(cells)) continue
    if (!isFooter(cells, width, usual) || isUsedAbove(cells, table, at)) break
    end = at
  }
  return end
}

/** What goes on from the row above in a column of its own, and a sum, are no footer where others like them stand above. */
function isUsedAbove(cells: readonly string[], table: readonly Row[], at: number): boolean {
  const place = cells.findIndex((cell) => cell.trim() !== '')
  const isTotal = totalIn(cells) !== null
  if (place === 0 && !isTotal) return false
  return table.slice(0, at).some((row) => {
    const isAlike = row.cells.findIndex((cell) => cell.trim() !== '') === place
    return isAlike && (isTotal ? row.cells[place] === cells[place] : filledIn(row.cells).length === 1)
  })
}

const MOST_SIGNATURES = 4
const LONGEST = 12

/**
 * `Người lập biểu … Giám đốc`, `(Ký, ghi rõ họ tên)`, the names: two to four people sign side by side, whatever the
 * width of the table. Above them is an empty row or a note, and below them are only words.
 */
function signatureStart(table: readonly Row[], width: number): number {
  let start = table.length
  if (width < 2) return start
  for (let at = table.length - 1; at > 0 && table.length - at <= LONGEST; at--) {
    const filled = filledIn(table[at]!.cells)
    if (filled.length > MOST_SIGNATURES || filled.some((cell) => isTyped(kindOf(cell)))) break
    const above = table[at - 1]!.cells
    if (isSigned(filled) && filledIn(above).length < 2) start = at
  }
  return start
}

function isFooter(cells: readonly string[], width: number, usual: number): boolean {
  const filled = filledIn(cells)
  if (width === 1 || filled.length > Math.max(1, usual * 0.5)) return false
  if (totalIn(cells) !== null) return true
  return usual > 1 && mayBeFooter(cells) && (filled.length === 1 || filled.length <= usual / 3)
}
