import type { FileFault, FileMutation, Sign } from './mutation.ts'
import { cellsOf, linesFor, put, type Sheet, writtenAs } from './sheet.ts'

/** Files that were cut, changed their columns, or are something else. */
export const files: readonly FileMutation[] = [
  {
    name: 'a column renamed',
    make: (sheet, { random }) => {
      const needed = neededColumns(sheet)
      return withHeader(
        sheet,
        replaced(needed[random(needed.length)]!, () => ['Cột lạ']),
        [`refused ${sheet.path} missing_column`, `schema_drift ${sheet.connector.system}`],
      )
    },
  },
  {
    name: 'a column twice',
    make: (sheet, { random }) => {
      const needed = neededColumns(sheet)
      const at = needed[random(needed.length)]!
      const edits = [sheet.header, ...sheet.rows.map((row) => row.at)].map((line) =>
        edit(
          sheet,
          line,
          replaced(at, (cell) => [cell, cell]),
        ),
      )
      if (sheet.rows.some(({ lines }) => lines > 1)) return null
      const signs = [`refused ${sheet.path} column_twice`, `schema_drift ${sheet.connector.system}`]
      return { bytes: put(sheet, edits), anyOf: [signs] }
    },
  },
  {
    name: 'torn in its last line',
    make: (sheet, { random }) => {
      const rows = sheet.rows.slice(Math.ceil(sheet.rows.length / 2))
      const { at } = rows[random(rows.length)]!
      const line = sheet.lines[at]!
      const torn = [...sheet.lines.slice(0, at), line.slice(0, Math.floor(line.length / 2))].join('\n')
      return { bytes: writtenAs(sheet, torn), anyOf: [[`refused ${sheet.path} torn`]] }
    },
  },
  {
    name: 'cut short between two lines',
    make: (sheet, { random }) => {
      if (sheet.rows.length < 10) return null
      const keep = random(Math.floor(sheet.rows.length * 0.6))
      const short = sheet.lines.slice(0, sheet.rows[keep]!.at).join('\n')
      return { bytes: writtenAs(sheet, `${short}\n`), anyOf: [[`refused ${sheet.path} cut_short_before`]] }
    },
  },
  {
    name: 'rows lost under its own total',
    make: (sheet, { random }) => {
      if (sheet.rows.length < 30 || sheet.statedTotal === null || !sheet.isComplete) return null
      const { at, lines } = sheet.rows[random(sheet.rows.length)]!
      const bytes = put(sheet, [{ path: sheet.path, at, lines, put: [] }])
      return { bytes, anyOf: [[`control_total_mismatch ${sheet.connector.system}`]] }
    },
  },
  {
    name: 'a column that nobody asked for',
    make: (sheet) => {
      if (sheet.rows.some(({ lines }) => lines > 1)) return null
      const edits = [sheet.header, ...sheet.rows.map((row) => row.at)].map((line, index) =>
        edit(sheet, line, (cells) => [...cells, index === 0 ? 'Mã vạch' : `${index}`]),
      )
      return { bytes: put(sheet, edits), anyOf: [[`schema_drift ${sheet.connector.system}`]] }
    },
  },
  {
    name: 'a byte that means nothing',
    make: (sheet, { random }) => {
      if (!sheet.encoding.startsWith('utf-8') || sheet.encoding.includes(' in ')) return null
      const bytes = Uint8Array.from(sheet.bytes)
      bytes[Math.floor(bytes.length / 2) + random(Math.floor(bytes.length / 3))] = 0xff
      return { bytes, anyOf: [[`refused ${sheet.path} wrong_encoding`]] }
    },
  },
  {
    name: 'a word of the column changed everywhere',
    make: (sheet) => {
      const at = sheet.places.get('status')
      if (at === undefined || sheet.rows.length < 11) return null
      const edits = sheet.rows.map((row) =>
        edit(
          sheet,
          row.at,
          replaced(at, () => ['Hết sức lạ']),
          row.lines,
        ),
      )
      return { bytes: put(sheet, edits), anyOf: [[`refused ${sheet.path} too_many_rejects`]] }
    },
  },
  whole('a login page', '<!DOCTYPE html><html><body><form>Đăng nhập</form></body></html>', 'html'),
  whole('an answer of a program', '{"error": 401}', 'json'),
  whole('nothing at all', '', 'empty'),
]

function whole(name: string, text: string, reason: string): FileMutation {
  return { name, make: ({ path }) => ({ bytes: Buffer.from(text), anyOf: [[`refused ${path} ${reason}`]] }) }
}

/** Where columns stand that must be there. */
function neededColumns({ places, connector: { columns } }: Sheet): number[] {
  const byField = new Map(Object.entries(columns))
  return [...places].flatMap(([field, at]) => (byField.get(field)!.mayBeMissing ? [] : [at]))
}

type Change = (cells: readonly string[]) => readonly string[]

function replaced(at: number, of: (cell: string) => readonly string[]): Change {
  return (cells) => cells.flatMap((cell, index) => (index === at ? of(cell) : [cell]))
}

function withHeader(sheet: Sheet, change: Change, signs: readonly Sign[]): FileFault {
  return { bytes: put(sheet, [edit(sheet, sheet.header, change)]), anyOf: [signs] }
}

function edit(sheet: Sheet, at: number, change: Change, lines = 1) {
  const cells = cellsOf(sheet.lines.slice(at, at + lines).join('\n'), sheet.marks)
  return { path: sheet.path, at, lines, put: linesFor(sheet, change(cells)) }
}
