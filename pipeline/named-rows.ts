import { Trouble } from './trouble.ts'

/** A row of a table that comes with the program or from the office: cells by header, with its line for messages. */
export type NamedRow = { readonly file: string; readonly line: number; readonly cell: (column: string) => string }

/** The first line is the header; its columns may stand in any order, and others may stand beside them. */
export function namedRows(
  lines: readonly (readonly string[])[],
  columns: readonly string[],
  file: string,
): readonly NamedRow[] {
  const head = (lines[0] ?? []).map((cell) => cell.trim())
  const missing = columns.filter((column) => !head.includes(column))
  if (missing.length > 0) throw new Trouble('table_columns', { file, missing, found: head })
  return lines.slice(1).flatMap((cells, index) => {
    if (cells.every((cell) => cell.trim() === '')) return []
    return [{ file, line: index + 2, cell: (column: string) => (cells[head.indexOf(column)] ?? '').trim() }]
  })
}

/** What the operator is told when a cell of such a table says something else than it may. */
export function wrongCell(row: NamedRow, column: string, expected: string): Trouble {
  return new Trouble('table_cell', {
    file: row.file,
    line: row.line,
    column,
    found: row.cell(column),
    expected,
  })
}
