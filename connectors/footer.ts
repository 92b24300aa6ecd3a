const TOTAL = /^(?:tổng|cộng)(?!\p{L})/u
const NUMBER = /\d{1,3}(?:[.,\s]\d{3})+(?!\d)|\d+/
const STARTS_WITH_WORDS = /^\p{L}[\p{L}\p{M}.,()]*(?:\s|:)/u
const SIGNED = /^(?:người|giám đốc|phó giám đốc|thủ trưởng|lập biểu|cán bộ|công chức|xác nhận|\(?ký|ngày|kt\.|tm\.)/u

/** Signatures and totals have few cells with words, and begin with a word: rows begin with a number or a code. */
const MOST_CELLS = 4

/** Whether a row may belong to the block of totals and signatures below a table. */
export function mayBeFooter(cells: readonly string[]): boolean {
  const filled = filledOf(cells)
  const [first] = filled
  return first !== undefined && filled.length <= MOST_CELLS && (STARTS_WITH_WORDS.test(first) || !/\d/.test(first))
}

/** `Tổng số: 1.071 hồ sơ`, `Cộng: 1024 hồ sơ`, `TỔNG CỘNG,57`: the number of rows that the export states. */
export function totalIn(cells: readonly string[]): number | null {
  const text = filledOf(cells).join('|')
  if (!TOTAL.test(text.toLowerCase())) return null
  const digits = NUMBER.exec(text)?.[0].replace(/\D/g, '')
  return digits === undefined ? null : Number(digits)
}

/** Whether a last line without its line end says what the last line of a footer says. */
export function isWholeFooter(cells: readonly string[]): boolean {
  return totalIn(cells) !== null || SIGNED.test(filledOf(cells).join(' ').toLowerCase())
}

function filledOf(cells: readonly string[]): readonly string[] {
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
}
