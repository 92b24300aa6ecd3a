import type { ListingRow } from '../../sql/schema-files.ts'

/**
 * Rows and their lines as runs: `row_first + i` stands on `line_first + i * line_step`. A file read for the first
 * time is one run of thousands of rows; a night with one row changed is three.
 */
export function makeListing(
  unit: number,
  file: number,
): { add: (row: number, line: number) => void; runs: () => ListingRow[] } {
  const runs: ListingRow[] = []
  const add = (row: number, line: number): void => {
    const last = runs.at(-1)
    if (last !== undefined && continues(last, row, line)) {
      if (last.row_last === last.row_first) last.line_step = line - last.line_first
      last.row_last = row
    } else runs.push({ unit, file, row_first: row, row_last: row, line_first: line, line_step: 1 })
  }
  return { add, runs: () => runs }
}

/** The line of a row in a file's runs; null when the file does not list it. */
export function lineOf(runs: readonly ListingRow[], row: number): number | null {
  const run = runs.find((each) => each.row_first <= row && row <= each.row_last)
  return run === undefined ? null : run.line_first + (row - run.row_first) * run.line_step
}

function continues(run: ListingRow, row: number, line: number): boolean {
  if (row !== run.row_last + 1) return false
  if (run.row_first === run.row_last) return line > run.line_first
  return line === run.line_first + (row - run.row_first) * run.line_step
}
