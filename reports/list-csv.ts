import { printable } from './format.ts'

export type ListCell = string | number | null

/** A list for a spreadsheet: RFC 4180, UTF-8 with BOM so that Excel sees the accents, and no cell is a formula. */
export function listCsv(head: readonly string[], rows: readonly (readonly ListCell[])[]): string {
  return `\uFEFF${[head, ...rows].map((cells) => `${cells.map(cellText).join(',')}\r\n`).join('')}`
}

function cellText(cell: ListCell): string {
  if (cell === null) return ''
  const text = typeof cell === 'number' ? String(cell) : disarmed(cell)
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

// A spreadsheet runs what begins with one of these signs; a hidden control character must not shelter the sign
// behind it, so both the text as it came and the text without them are looked at. A plain number is one.
function disarmed(text: string): string {
  const plain = printable(text)
  const armed = /^[=+\-@\t\r]/.test(text) || /^[=+\-@\t\n]/.test(plain)
  return armed && !/^-?\d+([.,]\d+)?$/.test(plain) ? `'${plain}` : plain
}
