import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { bookRow, portalRow } from './support/dossiers.ts'
import { exportOf, preamble } from './support/make-export.ts'
import { openWard } from './support/ward.ts'

const root = join(import.meta.dirname, '..')
const ward = openWard()

beforeAll(async () => {
  const before = [preamble('2026-01-17', '2026-02-13')]
  ward.put('portal.csv', exportOf('portal', [portalRow()], { before }))
  ward.put('book.csv', exportOf('book', [bookRow()], { before }))
  await ward.nightly('2026-02-13')
})

/** Of which whoever answers a question has no use: they write, reach a server or make documents. */
const others = ['kysely', 'pg', 'hucre', 'docxtemplater', 'hono', 'nodemailer']
const readers = ['iconv-lite', 'htmlparser2'] // of exports: a dossier's lines are looked up in them

test.each([
  ['figures', [], [...others, ...readers]],
  ['discrepancies', [], [...others, ...readers]],
  ['status', [], [...others, ...readers]],
  ['why', ['2026-02/received_total'], [...others, ...readers]],
])('%s waits for nothing that it does not need', (command, given, without) => {
  const said = loadedBy([command, ...given])
  expect(without.filter((name) => said.includes(name))).toEqual([])
  expect(said).toContain('better-sqlite3')
})

test('what it would wait for is seen where it is needed', () => {
  expect(loadedBy(['nightly', '--as-of', '2026-02-13', '--quiet'])).toEqual(expect.arrayContaining(['kysely', 'papaparse', 'hucre'])) // prettier-ignore
})

function loadedBy(given: readonly string[]): string[] {
  const hook = join(import.meta.dirname, 'support/loaded.ts')
  const told = spawnSync(process.execPath, ['--import', hook, join(root, 'pipeline/main.ts'), ...given], { cwd: ward.folder, encoding: 'utf8' }) // prettier-ignore
  expect(told.status, told.stderr).toBeLessThan(2)
  return told.stderr.trim().split('\n').at(-1)!.split(' ')
}
