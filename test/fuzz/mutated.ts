import * as fc from 'fast-check'
import { encode, encodings } from '../../pipeline/kit/kit-encode.ts'
import { type Cells, lineOf } from '../../pipeline/kit/kit-sample.ts'
import { type Original, originals } from './originals.ts'

type Made<Arbitrary> = Arbitrary extends fc.Arbitrary<infer Value> ? Value : never

/** Null but for one time in so many. */
function onceIn<Value>(times: number, arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> {
  return fc.oneof({ arbitrary: fc.constant(null), weight: times - 1 }, { arbitrary, weight: 1 })
}

const signs = ['"', '""', "'", '\\"', '\\', ',', ';', '|', '\t', '\n', '"\n', ',"', '="', '\0', '\u00a0', ' ']
const words = ['Tổng số: 7', 'I', 'A', '(1)', '1.024', '6.000,5', '31/02/2026', '3.1E+10', 'H24.131-260101-0001', '0']

const text = fc.oneof({ arbitrary: fc.constantFrom(...signs, ...words), weight: 4 }, fc.string({ maxLength: 8 }))

const cellChange = fc.record({
  how: fc.constantFrom('drop', 'double', 'empty', 'put', 'shift', 'stick'),
  row: fc.nat(20),
  cell: fc.nat(24),
  text,
})

const rowChange = fc.record({
  how: fc.constantFrom('drop', 'double', 'blank', 'delimited', 'header', 'section', 'numbers', 'total', 'move'),
  row: fc.nat(20),
  text,
})

const style = fc.record({
  delimiter: onceIn(2, fc.constantFrom(',', ';', '\t', '|', ', ', '||', '::', '^', ' ', ':')),
  quote: fc.constantFrom('"', '"', '"', "'", null),
  escape: fc.constantFrom('doubled', 'doubled', 'backslash'),
  quoted: fc.constantFrom('needed', 'needed', 'all'),
  lineEnds: fc.constantFrom(['\n'], ['\r\n'], ['\r'], ['\n', '\r\n'], ['\r\n', '\r', '\n']),
  said: onceIn(6, fc.constant(true)), // a line sep= above all
  other: onceIn(4, fc.record({ row: fc.nat(20), delimiter: fc.constantFrom(',', ';', '\t', '|', ' ') })),
})

const table = fc.record({
  original: fc.constantFrom(...originals),
  from: fc.nat(2000),
  count: fc.nat(9),
  hasTitle: fc.boolean(),
  cells: fc.array(cellChange, { maxLength: 3 }),
  rows: fc.array(rowChange, { maxLength: 3 }),
  style,
  encoding: onceIn(3, fc.constantFrom(...encodings)),
})

const damage = fc.record({
  at: fc.nat(8000),
  lost: fc.nat(60),
  put: fc.oneof(
    text.map((some) => Buffer.from(some)),
    fc.uint8Array({ maxLength: 5 }),
  ),
})

export const damages = fc.array(damage, { maxLength: 4 })

/** Bytes lost, and others put in their place, one place after the other. */
export function damaged(whole: Buffer, some: readonly Made<typeof damage>[]): Buffer {
  return some.reduce<Buffer>((bytes, { at, lost, put }) => {
    const from = at % (bytes.length + 1)
    return Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + lost)])
  }, whole)
}

type Table = Made<typeof table>

/**
 * A file as it may arrive: an excerpt of a sample month's export, some of its cells and rows changed, written with its
 * own signs or others, in its own encoding or another, with another such file behind it or in it, its bytes damaged,
 * and cut off.
 */
export const mutated: fc.Arbitrary<Buffer> = fc
  .record({
    first: table,
    second: onceIn(4, fc.record({ table, at: fc.nat(8000) })),
    some: fc.oneof(fc.constant([]), damages),
    end: onceIn(4, fc.nat(8000)),
  })
  .map(({ first, second, some, end }) => {
    const whole = second ? spliced(bytesOf(first), bytesOf(second.table), second.at) : bytesOf(first)
    const bytes = damaged(whole, some)
    return end === null ? bytes : bytes.subarray(0, end)
  })

/** In pieces of so many bytes a file is read as well, every other time. */
export const chunkBytes = onceIn(2, fc.integer({ min: 1, max: 5000 }))

/** One file behind the other, or, where `at` lies within the first, in the middle of it. */
function spliced(one: Buffer, other: Buffer, at: number): Buffer {
  return Buffer.concat([one.subarray(0, at), other, one.subarray(at)])
}

function bytesOf({ original, from, count, hasTitle, cells, rows, style, encoding }: Table): Buffer {
  const at = from % (original.rows.length + 1)
  const excerpt = original.rows.slice(at, at + count)
  const above = hasTitle ? original.above : []
  const changed = cells.reduce(changeCell, [...above, original.headers, ...excerpt, ...original.below])
  const lines = rows.reduce((all, change) => changeRow(all, change, original), changed)
  const written = textOf(lines, style, original.delimiter)
  return Buffer.from(encode(written, encoding ?? original.encoding) ?? Buffer.from(written))
}

function changeCell(lines: readonly Cells[], change: Made<typeof cellChange>): readonly Cells[] {
  const at = change.row % lines.length
  const cells = lines[at]!
  return lines.with(at, cells.length === 0 ? cells : cellsChanged(cells, change.cell % cells.length, change))
}

function cellsChanged(cells: Cells, c: number, { how, text }: Made<typeof cellChange>): Cells {
  const cell = cells[c]!
  if (how === 'drop') return cells.toSpliced(c, 1)
  if (how === 'double') return cells.toSpliced(c, 0, cell)
  if (how === 'empty') return cells.with(c, '')
  if (how === 'put') return cells.with(c, cell.slice(0, 2) + text + cell.slice(2))
  if (how === 'shift') return [...cells.slice(c), ...cells.slice(0, c)]
  return c + 1 < cells.length ? cells.toSpliced(c, 2, cell + cells[c + 1]!) : cells
}

function changeRow(
  lines: readonly Cells[],
  { how, row, text }: Made<typeof rowChange>,
  { headers }: Original,
): readonly Cells[] {
  const at = row % (lines.length + 1)
  const put = (cells: Cells) => lines.toSpliced(at, 0, cells)
  const empty = headers.map(() => '')
  if (how === 'drop') return lines.length > 1 ? lines.toSpliced(at, 1) : lines
  if (how === 'double') return put(lines[at] ?? [''])
  if (how === 'blank') return put([''])
  if (how === 'delimited') return put(empty)
  if (how === 'header') return put(headers)
  if (how === 'section') return put(empty.with(0, text))
  if (how === 'numbers') return put(headers.map((_, i) => `(${i + 1})`))
  if (how === 'total') return put(empty.with(0, `Tổng cộng: ${row}`))
  return at < lines.length ? [...lines.toSpliced(at, 1), lines[at]!] : lines
}

function textOf(lines: readonly Cells[], style: Table['style'], own: string): string {
  const delimiter = style.delimiter ?? own
  const rows = lines.map((cells, i) => {
    const isOther = style.other !== null && style.other.row % lines.length === i
    const marks = { delimiter: isOther ? style.other!.delimiter : delimiter, quote: style.quote, escape: style.escape }
    return lineOf(cells, { marks, quoted: style.quoted, lineEnd: style.lineEnds[i % style.lineEnds.length]! })
  })
  return (style.said ? `sep=${delimiter}${style.lineEnds[0]}` : '') + rows.join('')
}
