import { isDeepStrictEqual } from 'node:util'
import { accountIn, type Outcome, rowsOf, told } from './kit-reading.ts'
import { type Cells, plain, type Sample, type SampleTable, textOf, written } from './kit-sample.ts'

/** One way of writing a sample, and whether it was read as it must be. */
export type Trial = { readonly what: string; readonly holds: boolean }

export type Check = (sample: Sample) => Iterable<Trial>

/** As written beside the sample, and from the table as from the sample. */
export function* golden({ bytes, expected, read, table, want }: Sample): Iterable<Trial> {
  yield { what: 'sample', holds: isDeepStrictEqual(told(read(bytes)), expected) }
  yield { what: 'rewritten', holds: want.length > 0 && isDeepStrictEqual(rowsOf(read(written(table))), want) }
}

export function* reordered({ table, read, want }: Sample): Iterable<Trial> {
  for (let by = 1; by < table.headers.length; by++) {
    const turned = withCells(table, (cells) => [...cells.slice(by), ...cells.slice(0, by)])
    yield { what: `turned by ${by}`, holds: isDeepStrictEqual(rowsOf(read(written(turned))), want) }
  }
  const reversed = withCells(table, (cells) => cells.toReversed())
  yield { what: 'reversed', holds: isDeepStrictEqual(rowsOf(read(written(reversed))), want) }
}

/** Under each name that a column may have, in capitals, and over two lines. */
export function* renamed({ connector, table, read, want }: Sample): Iterable<Trial> {
  for (const { headers } of Object.values(connector.columns)) {
    for (const header of headers) {
      const names = table.headers.map((name) => (headers.includes(name) ? header : name))
      yield { what: header, holds: isDeepStrictEqual(rowsOf(read(written({ ...table, headers: names }))), want) }
    }
  }
  const untidy = table.headers.map((name) => ` ${name.toUpperCase().replace(' ', '\u00a0\n')} `)
  yield { what: 'untidy', holds: isDeepStrictEqual(rowsOf(read(written({ ...table, headers: untidy }))), want) }
}

/** A column that nobody asked for, wherever it stands, is read past, and named. */
export function* extraColumn({ connector, table, read, want }: Sample): Iterable<Trial> {
  const isKnown = (name: string) => connector.ignored.includes(name) || table.headers.includes(name)
  const strange = ['Mức độ', 'Cột không ai hỏi đến'].find((name) => !isKnown(name))!
  for (const at of [0, Math.floor(table.headers.length / 2), table.headers.length]) {
    const wider = withCells(table, (cells, isHeader) => cells.toSpliced(at, 0, isHeader ? strange : 'x'))
    const outcome = read(written(wider))
    const drift = 'drift' in outcome.recognised ? outcome.recognised.drift : []
    const holds = isDeepStrictEqual(rowsOf(outcome), want) && isDeepStrictEqual(drift, [strange])
    yield { what: `column ${at + 1}`, holds }
  }
}

/** Without a column that it needs a file is refused, with what was sought; another may be missing. */
export function* missingColumn({ connector, table, read, want }: Sample): Iterable<Trial> {
  for (const [i, what] of table.headers.entries()) {
    const found = Object.entries(connector.columns).find(([, { headers }]) => headers.includes(what))
    if (!found) continue
    const [field, column] = found
    const outcome = read(written(withCells(table, (cells) => cells.toSpliced(i, 1))))
    const without = want.map((row) => ({ ...(row as object), [field]: null }))
    const isRead = isDeepStrictEqual(rowsOf(outcome), without)
    yield { what, holds: column.mayBeMissing ? isRead : isRefused(outcome, 'missing_column', 'sought', column.headers) }
  }
}

export function* columnTwice({ connector, table, read }: Sample): Iterable<Trial> {
  for (const [i, what] of table.headers.entries()) {
    const column = Object.values(connector.columns).find(({ headers }) => headers.includes(what))
    if (!column || column.mayBeMissing) continue
    const outcome = read(written(withCells(table, (cells) => [...cells, cells[i]!])))
    yield { what, holds: isRefused(outcome, 'column_twice', 'column', what) }
  }
}

function isRefused({ recognised }: Outcome, id: string, detail: string, value: unknown): boolean {
  if (recognised.is !== 'refused' || recognised.system === null) return false
  return recognised.reason.id === id && isDeepStrictEqual(recognised.reason[detail], value)
}

const title = [['UBND PHƯỜNG'], ['DANH SÁCH'], ['Từ ngày 1/2/2026 đến ngày 28/2/2026']]

/** Without what stands above and below, with other such lines, and with blank ones in between. */
export function* surroundings({ table, read, want }: Sample): Iterable<Trial> {
  const footer = [[`Tổng cộng: ${table.rows.length} hồ sơ`], ['Người lập biểu', '', 'Giám đốc']]
  for (const preamble of [[], title, [...title, ['']]]) {
    for (const end of [[], footer, [[''], ...footer]]) {
      const outcome = read(written({ ...table, preamble, footer: end }))
      const stated = end.length > 0 ? table.rows.length : null
      const holds = isDeepStrictEqual(rowsOf(outcome), want) && accountIn(outcome)?.statedTotal === stated
      yield { what: `${preamble.length} above, ${end.length} below`, holds }
    }
  }
  const spaced = table.rows.flatMap((row) => [row, [''], row.map(() => '')])
  yield { what: 'blank lines', holds: isDeepStrictEqual(rowsOf(read(written({ ...table, rows: spaced }))), want) }
}

/** More rows give more of the same, also where they are more than one piece; fewer give fewer; half a row is said. */
export function* growth({ table, read, want }: Sample): Iterable<Trial> {
  for (const times of [2, 150]) {
    const many = <Each>(each: readonly Each[]) => Array.from({ length: times }, () => each).flat()
    const holds = isDeepStrictEqual(rowsOf(read(written({ ...table, rows: many(table.rows) }))), many(want))
    yield { what: `${times} times`, holds }
  }
  for (let count = 0; count < table.rows.length; count++) {
    const fewer = { ...table, rows: table.rows.slice(0, count), footer: [] }
    yield { what: `${count} rows`, holds: isDeepStrictEqual(rowsOf(read(written(fewer))), want.slice(0, count)) }
    const torn = read(Buffer.from(textOf(fewer) + table.rows[count]!.slice(0, 2).join(plain.marks.delimiter)))
    const holds =
      accountIn(torn)?.torn === true && isDeepStrictEqual(rowsOf(torn).slice(0, count), want.slice(0, count))
    yield { what: `torn after ${count} rows`, holds }
  }
}

function withCells(table: SampleTable, change: (cells: Cells, isHeader: boolean) => Cells): SampleTable {
  return { ...table, headers: change(table.headers, true), rows: table.rows.map((row) => change(row, false)) }
}
