import { isTyped, kindOf } from './cell-kind.ts'
import { mayBeFooter, totalIn } from './footer.ts'
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
const SIGNATORY =
  /^(?:người (?:lập|nộp|kiểm|viết)|lập (?:biểu|bảng)|kế toán|thủ quỹ|(?:phó )?(?:giám đốc|chủ tịch|trưởng (?:phòng|ban))|thủ trưởng|lãnh đạo|tm\.|kt\.|xác nhận|phê duyệt|\(ký)/iu

/**
 * `Người lập biểu … Giám đốc`, `(Ký, ghi rõ họ tên)`, the names: two to four people sign side by side, whatever the
 * width of the table. Above them is an empty row or a note, below them are only words, and no cell beside them says
 * anything else, as it does in a list of who holds which office.
 */
function signatureStart(table: readonly Row[], width: number): number {
  let start = table.length
  if (width < 2) return start
  for (let at = table.length - 1; at > 0 && table.length - at <= LONGEST; at--) {
    const filled = filledIn(table[at]!.cells)
    if (filled.length > MOST_SIGNATURES || filled.some((cell) => isTyped(kindOf(cell)))) break
    const isSigned = filled.length > 1 && filled.every((cell) => SIGNATORY.test(cell.trim()))
    if (isSigned && filledIn(table[at - 1]!.cells).length < 2) start = at
  }
  return start
}

function isFooter(cells: readonly string[], width: number, usual: number): boolean {
  const filled = filledIn(cells)
  if (width === 1 || filled.length > Math.max(1, usual * 0.5)) return false
  if (totalIn(cells) !== null) return true
  return usual > 1 && mayBeFooter(cells) && (filled.length === 1 || filled.length <= usual / 3)
}
