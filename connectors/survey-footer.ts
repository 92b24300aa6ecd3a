import { isTyped, kindOf } from './cell-kind.ts'
import { mayBeFooter, totalIn } from './footer.ts'
import { filledIn, isBlankRow } from './survey-lines.ts'
import type { Row } from './survey-rows.ts'

/** How wide a table is, and how many cells of a row have something in them, usually. */
type Filling = { readonly width: number; readonly usual: number }

/** Whether a row may stand in a footer: totals, notes and signatures fill less of it than others do, or are few words. */
export function mayEnd(cells: readonly string[], filling: Filling): boolean {
  return isFooter(cells, filling) || (filling.width > 1 && mayBeSigned(filledIn(cells)))
}

/** What of the rows above a footer bears on it: as much as is kept of them, however many they are. */
export type Above = {
  readonly note: (row: Row) => void
  readonly last: () => Row | null
  readonly has: (kind: string) => boolean
}

const MOST_KINDS = 1000

export function rowsAbove(): Above {
  const kinds = new Set<string>()
  let last: Row | null = null
  return {
    note: (row) => {
      last = row
      for (const kind of kindsOf(row.cells)) if (kinds.size < MOST_KINDS) kinds.add(kind)
    },
    last: () => last,
    has: (kind) => kinds.has(kind),
  }
}

/** What a row is that others like it may go on below: alone in its column, or a sum of that name. */
function kindsOf(cells: readonly string[]): string[] {
  const place = placeOf(cells)
  const sums = totalIn(cells) === null ? [] : [`${place} ${cells[place]}`]
  return filledIn(cells).length === 1 ? [`${place}`, ...sums] : sums
}

function placeOf(cells: readonly string[]): number {
  return cells.findIndex((cell) => cell.trim() !== '')
}

/** Where the footer begins in the last rows of a table: from the end upwards, what may end it. */
export function footerStart(rows: readonly Row[], above: Above, filling: Filling): number {
  let end = signatureStart(rows, above, filling)
  for (let at = end - 1; at >= 0; at--) {
    const { cells } = rows[at]!
    if (isBlankRow(cells)) continue
    if (!isFooter(cells, filling) || goesOn(cells, rows.slice(0, at), above)) break
    end = at
  }
  return end
}

/** What goes on from a row above in a column of its own, and a sum, are no footer where others like them stand above. */
function goesOn(cells: readonly string[], rows: readonly Row[], above: Above): boolean {
  const place = placeOf(cells)
  const isTotal = totalIn(cells) !== null
  if (place === 0 && !isTotal) return false
  const kind = isTotal ? `${place} ${cells[place]}` : `${place}`
  return above.has(kind) || rows.some((row) => kindsOf(row.cells).includes(kind))
}

const MOST_SIGNATURES = 4
const LONGEST = 12
const SIGNATORY =
  /^(?:người (?:lập|nộp|kiểm|viết)|lập (?:biểu|bảng)|công chức|cán bộ|chuyên viên|kế toán|thủ quỹ|(?:phó )?(?:giám đốc|chủ tịch|trưởng (?:phòng|ban))|thủ trưởng|lãnh đạo|tm\.|kt\.|xác nhận|phê duyệt|\(ký)/iu

/**
 * `Người lập biểu … Giám đốc`, `(Ký, ghi rõ họ tên)`, the names: up to four people sign side by side, whatever the width
 * of the table. Above them is an empty row, the day, or where several sign a note; below them are only words, and no cell
 * beside them says anything else, as it does in a list of who holds which office.
 */
function signatureStart(rows: readonly Row[], above: Above, { width }: Filling): number {
  let start = rows.length
  if (width < 2) return start
  for (let at = rows.length - 1; at >= 0 && rows.length - at <= LONGEST; at--) {
    const filled = filledIn(rows[at]!.cells)
    if (!mayBeSigned(filled)) break
    const before = at === 0 ? above.last() : rows[at - 1]!
    if (before === null || filled.length === 0 || !filled.every((cell) => SIGNATORY.test(cell.trim()))) continue
    const note = filledIn(before.cells)
    if (isDayOfSigning(note)) start = at === 0 ? at : at - 1
    else if (note.length === 0 || (note.length === 1 && filled.length > 1)) start = at
  }
  return start
}

/** `Hải Phòng, ngày 13 tháng 02 năm 2026`, alone in its row. */
function isDayOfSigning(filled: readonly string[]): boolean {
  return filled.length === 1 && DAY_OF_SIGNING.test(filled[0]!.trim())
}

const DAY_OF_SIGNING = /ngày\s*[\d.…]+\s*tháng\s*[\d.…]+|^\d{1,2}[./-]\d{1,2}[./-]\d{4}$/iu

function mayBeSigned(filled: readonly string[]): boolean {
  if (isDayOfSigning(filled)) return true
  return filled.length <= MOST_SIGNATURES && !filled.some((cell) => isTyped(kindOf(cell)))
}

function isFooter(cells: readonly string[], { width, usual }: Filling): boolean {
  const filled = filledIn(cells)
  if (width === 1 || filled.length > Math.max(1, usual * 0.5)) return false
  if (totalIn(cells) !== null) return true
  return usual > 1 && mayBeFooter(cells) && (filled.length === 1 || filled.length <= usual / 3)
}
