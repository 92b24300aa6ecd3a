import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, type Connection } from '../../sql/postgres/connection.ts'
import { settingsOf } from '../../sql/postgres/settings.ts'
import { translatedOf } from '../../sql/postgres/store.ts'
import { rowsOf } from '../../sql/postgres/rows.ts'
import { figuresIn, truthOf } from '../support/truth.ts'
import { openWard, publishedBy, type Ward } from '../support/ward.ts'
import { partByUnit, touchedBy, ward } from './by-unit.ts'
import { startInProcess } from './in-process.ts'
import { questionNames, schemaOfFile, schemaOfServer } from './schema.ts'

// A whole month on a PostgreSQL in this process; all months, and all other tests of the pipeline, on a real server:
// `npm run test:postgres`.

const here = await startInProcess()
const month = '2026-02'
const { as_of: night, figures } = truthOf(month)
let onFile: Ward
let onServer: Ward
let connection: Connection

beforeAll(async () => {
  onFile = openWard({ database: './var/doisoat.db' })
  onServer = openWard({ database: `${here.url}?schema=thang_hai` })
  for (const ward of [onFile, onServer]) {
    ward.putMonth(month)
    expect((await ward.nightly(night)).code).toBe(0)
  }
  const url = `${here.url}?schema=thang_hai`
  connection = connect({ url: here.url, settings: settingsOf(url, 'write'), purpose: 'tests' })
}, 120_000)

afterAll(async () => {
  await connection.end()
  await here.stop()
})

test.each(['centre', 'all'] as const)('the figures of basis %s are those that are true', async (basis) => {
  expect((await figuresIn(onServer, month, basis)).figures).toEqual(figures[basis])
})

test('the documents are those of a file, byte by byte; a manifest names another configuration', () => {
  const [plain, served] = [publishedBy(onFile), publishedBy(onServer)]
  const differ = Object.keys({ ...plain, ...served }).filter((path) => plain[path] !== served[path])
  expect(differ.filter((path) => !path.endsWith('manifest.json'))).toEqual([])
  for (const path of differ) {
    const [a, b] = [plain, served].map((of) => JSON.parse(of[path]!) as { outputs: unknown; inputs: unknown })
    expect([b!.outputs, b!.inputs]).toEqual([a!.outputs, a!.inputs])
  }
  expect(Object.keys(served).length).toBeGreaterThan(10)
})

test('every question is understood', () => {
  for (const name of questionNames()) {
    const prepare = (): unknown => connection.ask(`prepare question as ${translatedOf(name).text}`)
    expect(prepare, name).not.toThrow()
    connection.ask('deallocate question')
  }
})

test('both have the same tables, columns, keys and indexes', () => {
  expect(schemaOfServer((sql) => rowsOf(connection.ask(sql)))).toEqual(schemaOfFile())
})

const beyondAWard = {
  'number-of-a-unit': 'a ward by its agency code: the list of wards stands on every machine',
  'contents-that-others-need': 'asked of all other wards, and of nobody with them',
  'runs-of-a-database': 'asked of a copy, which is a file',
  'units-of-a-database': 'asked of a copy, which is a file',
  'kept-files-of-a-database': 'asked of a copy, which is a file',
} as const

test('a question about a ward reads what lies where the ward does: a cluster may be spread by unit', () => {
  connection.ask(settingsOf(here.url, 'write')) // one session for all: whoever asked figures only reads
  const tables = Object.keys(schemaOfFile())
  partByUnit(connection, 'thang_hai', tables, ['unit'])
  const asked = questionNames().filter((name) => !(name in beyondAWard))
  const wrong = asked.flatMap((name) => {
    const elsewhere = touchedBy(connection, name).filter((table) => table !== 'unit' && !table.endsWith(`_of_${ward}`))
    return elsewhere.length === 0 ? [] : [`${name}: ${elsewhere.join(', ')}`]
  })
  expect(wrong).toEqual([])
  expect(touchedBy(connection, 'records-of-dossiers').toSorted()).toEqual([
    'code_of_1',
    'record_of_1',
    'source_row_of_1',
  ])
  expect(touchedBy(connection, 'runs-of-a-database')).toContain('run_of_others') // whoever asks of all is seen
})

test('the script for Citus spreads every table by its unit, which begins every key', () => {
  const script = readFileSync(join(import.meta.dirname, '../../sql/postgres/citus.sql'), 'utf8').replaceAll(/--.*/g, '')
  const named = [...script.matchAll(/'(\w+)'(?:,\n|\n|, 'unit')/g)].map(([, name]) => name!)
  const { unit, ...spread } = schemaOfFile()
  expect(named.toSorted()).toEqual(Object.keys(spread).toSorted())
  expect(unit!.key).toEqual(['unit'])
  for (const [name, { key, indexes }] of Object.entries(spread)) {
    expect(key[0], name).toBe('unit')
    for (const index of indexes.filter((each) => each.startsWith('unique'))) expect(index, name).toMatch(/^unique (partial )?unit\b/) // prettier-ignore
  }
})
