import { describe, expect, test } from 'vitest'
import type { Connector } from '../../connectors/connector.ts'
import { text } from '../../connectors/column.ts'
import { trungtam } from '../../connectors/trungtam.ts'
import { kitOn, testConnector } from '../../pipeline/kit/connector-test.ts'
import { type Sample, samplesOf } from '../../pipeline/kit/kit-sample.ts'

describe('the kit finds a connector that', () => {
  const columns: Connector['columns'] = trungtam.columns

  test('does not read what stands beside its sample', () => {
    const [sample] = samplesWith(trungtam)
    expect(failing([{ ...sample!, expected: { ...(sample!.expected as object), drift: ['x'] } }])).toEqual(['golden'])
  })

  test('gives two columns one name', () => {
    const person = { ...columns.person!, headers: [...columns.person!.headers, 'Tài khoản tiếp nhận'] }
    expect(failing(samplesWith({ ...trungtam, columns: { ...columns, person } }))).toContain('renamed')
  })

  test('takes the zeros from a text', () => {
    const person = { ...columns.person!, parse: (cell: string) => cell.replace(/^0+/, '') }
    expect(failing(samplesWith({ ...trungtam, columns: { ...columns, person } }))).toContain('leading_zeros')
  })
})

test('a sample that another connector reads, or none, is a problem', () => {
  const stranger: Connector = { ...trungtam, columns: { code: text('Không ai gọi thế') } }
  expect(testConnector(stranger, [stranger]).problems).toEqual(['sample.csv: unknown_header'])
  const claimant: Connector = { ...trungtam, system: 'dvcqg' }
  expect(testConnector(trungtam, [claimant]).problems).toEqual(['sample.csv: dvcqg'])
})

function samplesWith(connector: Connector): readonly Sample[] {
  return samplesOf(connector, [connector]).flatMap((one) => ('reason' in one ? [] : [one]))
}

function failing(samples: readonly Sample[]): readonly string[] {
  return kitOn(samples).flatMap(({ check, failed }) => (failed.length > 0 ? [check] : []))
}
