import { readdirSync, readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import type { Connector } from '../../connectors/connector.ts'
import { piecesOf } from '../../connectors/decode.ts'
import { connectors } from '../../connectors/index.ts'
import type { Encoding } from '../../connectors/reading.ts'
import { accountOf, readAll, rowsOf } from '../../pipeline/kit-reading.ts'
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

  test('with a total in a row of its own', () => {
    const width = rows.at(-3)!.length
    const total = [`Tổng cộng: ${rowsOf(csv).length} hồ sơ`, ...Array.from({ length: width - 1 }, () => '')]
    const outcome = readAll(workbook([{ rows: [...rows, total] }]))
    expect(rowsOf(outcome)).toEqual(rowsOf(csv))
  })
})

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
