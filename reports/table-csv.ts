/**
 * A table as RFC 4180 has it, in UTF-8: commas, doubled quotation marks, CRLF after every record. The cells stand as they
 * came: this is for another program to read, so nothing is disarmed for a spreadsheet, and there is no byte order mark.
 */
export function tableCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${recordText(cells)}\r\n`).join('')
}

/** A row of one empty cell would be an empty line, which is no row. */
function recordText(cells: readonly string[]): string {
  return cells.length === 1 && cells[0] === '' ? '""' : cells.map(cellText).join(',')
}

function cellText(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
