import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { systems } from '../../connectors/connector.ts'
import { connectors } from '../../connectors/index.ts'
import { expectAsBeside } from './expectation.ts'
import { type Outcome, readAll } from '../../pipeline/kit/kit-reading.ts'

describe('an excerpt of every system is read as written beside it', () => {
  for (const file of casesIn('fixtures/connectors')) {
    test(file, () => expectAsBeside(file, told(readAll(readFileSync(file)))))
  }
})

describe('every oddity is read, rejected or refused as written beside it', () => {
  for (const file of casesIn('fixtures/oddities')) {
    test(file, () => expectAsBeside(file, told(readAll(readFileSync(file)))))
  }
})

test('every system has a connector, in the order of the list, and a sample', () => {
  expect(connectors.map(({ system }) => system)).toEqual(systems)
  expect(readdirSync('fixtures/connectors').toSorted()).toEqual(systems.toSorted())
})

test('no header has two meanings in one connector', () => {
  for (const { columns, ignored } of connectors) {
    const names = [...Object.values(columns).flatMap(({ headers }) => headers), ...ignored]
    expect(new Set(names).size).toBe(names.length)
  }
})

function casesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:csv|txt|tsv|xlsx|xls|pdf|html|json)$/.test(name) && !name.endsWith('.expected.json'))
    .map((name) => join(folder, name))
    .toSorted()
}

function told({ recognised, reads, end }: Outcome): unknown {
  const { is, ...rest } = recognised
  const what = 'connector' in rest ? { ...rest, connector: rest.connector.system, above: undefined } : rest
  return { is, ...what, account: end, reads }
}
