const BATCH = 64 * 1024 // letters

/**
 * A table as RFC 4180 has it, in UTF-8: commas, doubled quotation marks, CRLF after every record. The cells stand as they
 * came: this is for another program to read, so nothing is disarmed for a spreadsheet, and there is no byte order mark.
 * Gives the text in pieces while the rows come, and at their end what stands at theirs.
 */
export function* tableCsv<End>(
  header: readonly string[] | null,
  rows: Generator<readonly string[], End, void>,
): Generator<string, End, void> {
  let text = header === null ? '' : recordText(header)
  let next = rows.next()
  for (; next.done !== true; next = rows.next()) {
    text += recordText(next.value)
    if (text.length < BATCH) continue
    yield text
    text = ''
  }
  if (text !== '') yield text
  return next.value
}

/** A row of one empty cell would be an empty line, which is no row. */
function recordText(cells: readonly string[]): string {
  return cells.length === 1 && cells[0] === '' ? '""\r\n' : `${cells.map(cellText).join(',')}\r\n`
}

function cellText(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
