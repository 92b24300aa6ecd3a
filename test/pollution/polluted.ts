import { encode } from '../../pipeline/kit/kit-encode.ts'
import { cleanTable, type Table } from './clean-table.ts'
import type { Rows } from './measure.ts'
import { cellsWritten, fileOf, linesWritten, rowWritten, type Style, usual } from './write-table.ts'

/** A polluted file, and the table that it should be read as: its header first, if it has one. */
export type Polluted = {
  readonly kind: string
  readonly name: string
  readonly bytes: Uint8Array
  readonly expected: Rows
}

const clean = cleanTable()
const whole = [clean.header, ...clean.rows]

/** Every kind of pollution that the literature knows, each as often as it has variants. */
export function everyPollution(): readonly Polluted[] {
  return [...signs(), ...parts(), ...tables(), ...encodings(), ...cellByCell(), ...rowByRow()]
}

function polluted(kind: string, name: string, text: string | Uint8Array, expected: Rows = whole): Polluted {
  return { kind, name, bytes: typeof text === 'string' ? Buffer.from(text) : text, expected }
}

function written(style: Partial<Style>, table: Table = clean): string {
  return fileOf(linesWritten(table, { ...usual, ...style }), { ...usual, ...style })
}

function signs(): readonly Polluted[] {
  const delimiters = [';', '|', '\t', ' ', ', ', '||', '::', '^', '~', ':']
  const ends = { cr: '\r', lf: '\n', crlf: '\r\n' }
  const mixed = linesWritten(clean, usual).map((line, i) => line + ['\r\n', '\n', '\r'][i % 3]!)
  return [
    ...delimiters.map((delimiter) => polluted('delimiter', JSON.stringify(delimiter), written({ delimiter }))),
    ...delimiters.slice(0, 3).map((one) => polluted('sep=', one, `sep=${one}\r\n${written({ delimiter: one })}`)),
    ...Object.entries(ends).map(([name, end]) => polluted('line end', name, written({ end }))),
    polluted('line end', 'mixed', mixed.join('')),
    polluted('quote', "'", written({ quote: "'", escape: "'" })),
    polluted('quote', 'apostrophes not escaped', written({ quote: "'", escape: '' })),
    polluted('quote', 'none', fileOf(linesWritten(clean, { ...usual, delimiter: '|', quote: '' }), usual)),
    polluted('escape', 'backslash', written({ escape: '\\' })),
    polluted('escape', 'none', written({ escape: '' })),
  ]
}

function parts(): readonly Polluted[] {
  const lines = linesWritten(clean, usual)
  const commas = ','.repeat(clean.header.length - 1)
  const file = (...parts: readonly (readonly string[])[]) => fileOf(parts.flat(), usual)
  const body = lines.slice(1)
  const joined = (times: number) => [clean.header.map((name) => Array(times).fill(name).join(' ')), ...clean.rows]
  const title = ['DANH SÁCH THIẾT BỊ', 'Từ ngày 01/01/2026 đến ngày 31/12/2026']
  return [
    polluted('as it is', 'clean', file(lines)),
    polluted('payload', 'none', '', []),
    polluted('payload', 'header only', file(lines.slice(0, 1)), [clean.header]),
    polluted('payload', 'one row', file(lines.slice(0, 2)), whole.slice(0, 2)),
    polluted('payload', 'no last line end', file(lines).trimEnd()),
    polluted('payload', 'two last line ends', `${file(lines)}\r\n`),
    polluted('preamble', 'a row and an empty one', file([`TIÊU ĐỀ${commas}`, commas], lines)),
    polluted('preamble', 'many, not delimited', file([...title, ''], lines)),
    polluted(
      'preamble',
      'many, delimited',
      file(
        title.map((line) => line + commas),
        lines,
      ),
    ),
    polluted('footnote', 'delimited', file(lines, [commas, `Ghi chú cuối trang${commas}`])),
    polluted('footnote', 'not delimited', file(lines, ['', 'Người lập biểu', 'Tổng cộng: 30'])),
    polluted('header', 'two rows', file(lines.slice(0, 1), lines), joined(2)),
    polluted('header', 'three rows', file(lines.slice(0, 1), lines.slice(0, 1), lines), joined(3)),
    polluted('header', 'none', file(body), clean.rows),
    polluted('header', 'names twice', file([lines[0]!.replace('Giờ', 'NGÀY')], body), renamed('Giờ', 'NGÀY')),
    polluted('header', 'a name missing', file([lines[0]!.replace('Giờ', '')], body), renamed('Giờ', '')),
    polluted('header', 'numbers below', file([lines[0]!, '1,2,3,4,5,6,7,8,9'], body)),
    polluted('empty rows', 'here and there', file(lines.flatMap((line, i) => (i % 7 === 3 ? [line, ''] : [line])))),
    polluted(
      'trailing',
      'delimiters',
      file(
        [lines[0]!],
        body.map((line) => `${line},`),
      ),
    ),
  ]
}

function renamed(name: string, other: string): Rows {
  return [clean.header.map((each) => (each === name ? other : each)), ...clean.rows]
}

function tables(): readonly Polluted[] {
  const lines = linesWritten(clean, usual)
  const cut = (to: number) =>
    linesWritten({ header: clean.header.slice(0, to), rows: clean.rows.map((row) => row.slice(0, to)) }, usual)
  const more = lines.map((line, i) => `${line},${i === 0 ? 'thêm' : 'x'}`)
  const pages = [...lines.slice(0, 11), lines[0]!, ...lines.slice(11, 21), lines[0]!, ...lines.slice(21)]
  const file = (second: readonly string[]) => fileOf([...lines, ...second], usual)
  return [
    polluted('two tables', 'same width', file(lines)),
    polluted('two tables', 'fewer columns', file(cut(8))),
    polluted('two tables', 'more columns', file(more)),
    polluted(
      'two tables',
      'another, after an empty row',
      file(['', 'Tên,Năm,Số', 'Kho A,2025,3', 'Kho B,2026,4', 'Kho C,2026,9']),
    ),
    polluted('two tables', 'header on every page', fileOf(pages, usual)),
  ]
}

function encodings(): readonly Polluted[] {
  const text = written({})
  const all = ['utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1258'] as const
  return all.map((encoding) => polluted('encoding', encoding, encode(text, encoding)!))
}

/** In each row and column: a delimiter too many, one too few, a quotation mark too many. */
function cellByCell(): readonly Polluted[] {
  const rows = whole.map((cells) => cellsWritten(cells, usual))
  return rows.flatMap((cells, r) =>
    cells.flatMap((_, c) => {
      const name = `row ${r} column ${c}`
      const left = cells.slice(0, c).map((cell) => `${cell},`)
      const right = cells.slice(c).join(',')
      const stray = withStray(cells[c]!)
      return [
        polluted('delimiter too many', name, replaced(r, `${left.join('')},${right}`)),
        ...(c === 0 ? [] : [polluted('delimiter too few', name, replaced(r, `${left.join('').slice(0, -1)}${right}`))]),
        polluted(
          'mark too many',
          name,
          replaced(r, cells.with(c, stray).join(',')),
          withCell(r, c, `"${whole[r]![c]!}`),
        ),
      ]
    }),
  )
}

function withStray(cell: string): string {
  return cell.startsWith('"') ? `""${cell.slice(1)}` : `"${cell}`
}

function withCell(r: number, c: number, cell: string): Rows {
  return whole.with(r, whole[r]!.with(c, cell))
}

function replaced(r: number, line: string): string {
  return fileOf(linesWritten(clean, usual).with(r, line), usual)
}

/** One row with another delimiter than all the others. */
function rowByRow(): readonly Polluted[] {
  return [' ', ';', '\t'].flatMap((delimiter) =>
    whole.map((cells, r) =>
      polluted(
        'row with another delimiter',
        `${JSON.stringify(delimiter)} row ${r}`,
        replaced(r, rowWritten(cells, { ...usual, delimiter })),
      ),
    ),
  )
}
