import { readdirSync, readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import type { Connector } from '../../connectors/connector.ts'
import { piecesOf } from '../../connectors/decode.ts'
import { connectors } from '../../connectors/index.ts'
import type { Encoding } from '../../connectors/reading.ts'
import { accountOf, readAll, rowsOf } from '../../pipeline/kit/kit-reading.ts'
import { htmlPage, spreadsheetMl, workbook } from './sheet-files.ts'

describe.each(connectors)('$system reads the same rows', (connector) => {
  const sample = sampleOf(connector)
  const csv = readAll(sample)
  const rows = cellsOf(sample, csv.recognised)

  test.each([
    ['xlsx', workbook([{ rows }])],
    ['html', Buffer.from(htmlPage(rows))],
    ['spreadsheetml', Buffer.from(spreadsheetMl([{ name: 'Sheet1', rows }]))],
  ])('as %s', (form, bytes) => {
    const outcome = readAll(bytes)
    expect(outcome.recognised).toMatchObject({ is: 'export', connector, encoding: form, delimiter: '' })
    expect(outcome.recognised).toMatchObject({ window: csv.recognised.is === 'export' && csv.recognised.window })
    expect(rowsOf(outcome)).toEqual(rowsOf(csv))
    const { physical, data, ...others } = accountOf(csv)
    expect(accountOf(outcome)).toMatchObject(others)
    expect(accountOf(outcome)).toMatchObject({ data: others.read, physical: physical - (data - others.read) })
    for (const size of [1, 7, 1000]) expect(readAll(bytes, size)).toEqual(outcome)
  })

  test('under a title merged over the table, with a group above two columns, and signatures below', () => {
    const { preamble, blank, header, footer } = accountOf(csv)
    const at = rows.findIndex((cells) => cells.filter((cell) => cell !== '').length > 2)
    const [above, groups, below] = [rows.slice(0, at), rows[at]!, rows.slice(at + header)]
    const names = rows[at + header - 1]!.map((name, c) => (name === '' ? groups[c]! : name)) // one has groups already
    const blanks = names.map(() => '')
    const upper = names.map((name, c) => (c === 1 ? 'Hồ sơ' : c === 2 ? '' : name))
    const lower = blanks.with(1, names[1]!).with(2, names[2]!)
    const end = letterOf(names.length - 1)
    const line = above.length + 2 // of the upper names
    const merged = names.flatMap((_, c) =>
      c === 1 || c === 2 ? [] : [`${letterOf(c)}${line}:${letterOf(c)}${line + 1}`],
    )
    const merges = [`A1:${end}1`, `B${line}:C${line}`, ...merged]
    const signed = [[], ['', '', 'Người lập biểu'], ['', '', '(Ký, ghi rõ họ tên)']]
    const all = [['BÁO CÁO CHI TIẾT'], ...above, upper, lower, ...below, ...signed]
    for (const bytes of [
      workbook([{ rows: all, merges }]),
      Buffer.from(htmlPage(all, merges)),
      Buffer.from(spreadsheetMl([{ name: 'a', rows: all, merges }])),
    ]) {
      const outcome = readAll(bytes)
      expect(rowsOf(outcome)).toEqual(rowsOf(csv))
      expect(accountOf(outcome)).toMatchObject({ header: 2, preamble: preamble + 1, blank: blank + 1 })
      expect(accountOf(outcome).footer).toBe(footer + 2)
    }
  })

  test('with a total in a row of its own', () => {
    const width = rows.at(-3)!.length
    const total = [`Tổng cộng: ${rowsOf(csv).length} hồ sơ`, ...Array.from({ length: width - 1 }, () => '')]
    const outcome = readAll(workbook([{ rows: [...rows, total] }]))
    expect(rowsOf(outcome)).toEqual(rowsOf(csv))
  })
})

function letterOf(column: number): string {
  return String.fromCharCode(65 + column)
}

function sampleOf({ system }: Connector): Uint8Array {
  const folder = `fixtures/connectors/${system}`
  const name = readdirSync(folder).find((file) => file.startsWith('sample.') && !file.endsWith('.json'))
  return readFileSync(`${folder}/${name}`)
}

function cellsOf(sample: Uint8Array, recognised: ReturnType<typeof readAll>['recognised']): string[][] {
  const text = [...piecesOf(() => [sample], recognised.encoding as Encoding)].join('')
  const delimiter = recognised.delimiter!
  return Papa.parse<string[]>(text.trimEnd(), { delimiter, ...(delimiter === '|' ? { fastMode: true } : {}) }).data
}
