import { readdirSync, readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import type { Connector } from '../../connectors/connector.ts'
import { connectors } from '../../connectors/index.ts'
import type { Encoding } from '../../connectors/reading.ts'
import { encode } from './encodings.ts'
import { accountOf, readAll, rowsOf } from './read-all.ts'

/** A sample as a table: what it says, apart from how it is written. */
type Table = { preamble: string[][]; headers: string[]; rows: string[][]; footer: string[][] }

const encodings: readonly Encoding[] = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1258', 'tcvn3']
const delimiters = [',', ';', '\t', '|']

describe.each(connectors)('$system reads the same rows', (connector) => {
  const table = tableOf(connector)
  const want = rowsOf(readAll(written(table)))

  test('from the table as from the sample', () => {
    expect(want).toEqual(rowsOf(readAll(sampleOf(connector))))
    expect(want.length).toBeGreaterThan(0)
  })

  test('with its columns in another order', () => {
    const rows = table.rows.map((row) => row.toReversed())
    const other = { ...table, headers: table.headers.toReversed(), rows }
    expect(rowsOf(readAll(written(other)))).toEqual(want)
  })

  test('under each alternate of its headers, in capitals, over two lines', () => {
    for (const { headers } of Object.values(connector.columns)) {
      for (const header of headers) {
        const renamed = table.headers.map((name) => (headers.includes(name) ? header : name))
        expect(rowsOf(readAll(written({ ...table, headers: renamed })))).toEqual(want)
      }
    }
    const untidy = table.headers.map((name) => ` ${name.toUpperCase().replace(' ', '\u00a0\n')} `)
    expect(rowsOf(readAll(written({ ...table, headers: untidy })))).toEqual(want)
  })

  test('with a column that nobody asked for, and names it', () => {
    const wider = table.rows.map((row) => ['x', ...row])
    const outcome = readAll(written({ ...table, headers: ['Mức độ', ...table.headers], rows: wider }))
    expect(rowsOf(outcome)).toEqual(want)
    expect(outcome.recognised).toMatchObject({ drift: ['Mức độ'] })
  })

  test('without its preamble, without its footer, with others, with blank lines', () => {
    const title = [['UBND PHƯỜNG'], ['DANH SÁCH'], ['Từ ngày 1/2/2026 đến ngày 28/2/2026']]
    const footer = [[`Tổng cộng: ${table.rows.length} hồ sơ`], ['Người lập biểu', '', 'Giám đốc']]
    for (const preamble of [[], title, [...title, ['']]]) {
      for (const end of [[], footer, [[''], ...footer]]) {
        const outcome = readAll(written({ ...table, preamble, footer: end }))
        expect(rowsOf(outcome)).toEqual(want)
        expect(accountOf(outcome).statedTotal).toBe(end.length > 0 ? table.rows.length : null)
      }
    }
    const spaced = table.rows.flatMap((row) => [row, [''], row.map(() => '')])
    expect(rowsOf(readAll(written({ ...table, rows: spaced })))).toEqual(want)
  })

  test('with every line end, delimiter and encoding that can hold it', () => {
    for (const delimiter of delimiters) {
      for (const lineEnd of ['\n', '\r\n', '\r']) {
        const text = textOf(table, delimiter, lineEnd)
        for (const encoding of encodings) {
          const bytes = encode(text, encoding)
          if (!bytes) continue
          const outcome = readAll(bytes)
          expect(outcome.recognised).toMatchObject({ encoding, delimiter })
          expect(rowsOf(outcome)).toEqual(want)
        }
      }
    }
  })

  test('in NFD, and whatever the chunks of its bytes', () => {
    expect(rowsOf(readAll(Buffer.from(textOf(table, ',', '\n').normalize('NFD'))))).toEqual(want)
    for (let size = 1; size < 40; size++) expect(rowsOf(readAll(sampleOf(connector), size))).toEqual(want)
  })

  test('but not without a column that it needs, nor with one twice', () => {
    for (const [i, header] of table.headers.entries()) {
      const column = Object.values(connector.columns).find(({ headers }) => headers.includes(header))
      if (!column || column.mayBeMissing) continue
      const without = (row: string[]): string[] => row.toSpliced(i, 1)
      const missing = readAll(written({ ...table, headers: without(table.headers), rows: table.rows.map(without) }))
      const reason = { id: 'missing_column', sought: column.headers }
      expect(missing.recognised).toMatchObject({ is: 'refused', system: connector.system, reason })
      const again = (row: string[]): string[] => [...row, row[i]!]
      const twice = readAll(written({ ...table, headers: again(table.headers), rows: table.rows.map(again) }))
      expect(twice.recognised).toMatchObject({ is: 'refused', reason: { id: 'column_twice', column: header } })
    }
  })
})

function sampleOf({ system }: Connector): Uint8Array {
  const folder = `fixtures/connectors/${system}`
  const name = readdirSync(folder).find((file) => file.startsWith('sample.') && !file.endsWith('.json'))
  return readFileSync(`${folder}/${name}`)
}

function tableOf(connector: Connector): Table {
  const { recognised, end } = readAll(sampleOf(connector))
  if (recognised.is !== 'export' || !end || 'reason' in end) throw new Error(`${connector.system}: not read`)
  const records = Papa.parse<string[]>(decoded(sampleOf(connector), recognised.encoding as Encoding), {
    delimiter: recognised.delimiter,
  }).data
  const above = end.preamble + end.header + end.blank
  const rows = records.slice(above, above + end.read)
  const [preamble, footer] = [records.slice(0, above - end.header), records.slice(above + end.read, -1)]
  return { preamble, headers: records[above - 1]!, rows, footer }
}

function decoded(bytes: Uint8Array, encoding: Encoding): string {
  const name = encoding === 'tcvn3' ? 'tcvn' : encoding === 'utf-8-bom' ? 'utf-8' : encoding
  return iconv.decode(Buffer.from(bytes), name).normalize('NFC')
}

function written(table: Table): Uint8Array {
  return Buffer.from(textOf(table, ',', '\n'))
}

function textOf({ preamble, headers, rows, footer }: Table, delimiter: string, lineEnd: string): string {
  const records = [...preamble, headers, ...rows, ...footer]
  return records.map((cells) => cells.map((cell) => quoted(cell, delimiter)).join(delimiter) + lineEnd).join('')
}

function quoted(cell: string, delimiter: string): string {
  return cell.includes(delimiter) || /["\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
