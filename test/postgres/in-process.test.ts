import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, type Connection } from '../../sql/postgres/connection.ts'
import { settingsOf } from '../../sql/postgres/settings.ts'
import { translatedOf } from '../../sql/postgres/store.ts'
import { rowsOf } from '../../sql/postgres/rows.ts'
import { figuresIn, truthOf } from '../support/truth.ts'
import { openWard, publishedBy, type Ward } from '../support/ward.ts'
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
