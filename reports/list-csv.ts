import { printable } from './format.ts'

export type ListCell = string | number | null

/** A list for a spreadsheet: RFC 4180, UTF-8 with BOM so that Excel sees the accents, and no cell is a formula. */
export function listCsv(head: readonly string[], rows: readonly (readonly ListCell[])[]): string {
  return `\uFEFF${[head, ...rows].map((cells) => `${cells.map(cellText).join(',')}\r\n`).join('')}`
}

function cellText(cell: ListCell): string {
  if (cell === null) return ''
  const text = typeof cell === 'number' ? String(cell) : disarmed(cell.slice(0, LONGEST_CELL))
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const LONGEST_CELL = 32_767 // letters: a spreadsheet takes no more

/**
 * A spreadsheet runs what begins with one of these signs, the full-width ones too in some languages, also behind blanks,
 * and a hidden control character must not shelter the sign: so both the text as it came and the text without them are
 * looked at. One whose list separator is a semicolon, as in Vietnam, makes cells of what stands between semicolons or tabs,
 * so these are looked at too. A plain number is one.
 */
function disarmed(text: string): string {
  const plain = printable(text)
  if (NUMBER.test(plain)) return plain
  const parted = plain.replace(ARMED_PART, "$1'$2")
  return /^[\t\r]/.test(text) || ARMED.test(plain) ? `'${parted}` : parted
}

const ARMED = /^[\s\u200B-\u200D\u2060]*[=+\-@＝＋－＠]|^[\t\n]/
const ARMED_PART = /([;\t\n])([^\S\t\n]*)(?=[=+\-@＝＋－＠])(?!-?\d+(?:[.,]\d+)?(?:[;\t\n]|$))/g
const NUMBER = /^-?\d+(?:[.,]\d+)?$/
