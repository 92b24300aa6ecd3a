import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { bookRow, portalRow, usualDossier } from './support/dossiers.ts'
import { exportOf, preamble } from './support/make-export.ts'
import { openWard, type Ward } from './support/ward.ts'

const before = [preamble('2026-01-17', '2026-02-13')]
let ward: Ward

beforeEach(() => {
  ward = openWard()
  ward.put('portal.csv', exportOf('portal', [portalRow()], { before }))
  ward.put('book.csv', exportOf('book', [bookRow()], { before }))
})

function run(stage: string, ...given: string[]) {
  return ward.doisoat('run', stage, '--fixtures', 'inbox', '--as-of', '2026-02-13', '--expect', 'mau', ...given)
}

test('what was written is what is made again, stage by stage, and another run leaves the files as they are', async () => {
  for (const stage of ['load', 'summarize']) {
    expect(await run(stage, '--update')).toMatchObject({ code: 0 })
    const written = filesOf(join(ward.folder, 'mau'))
    expect(await run(stage)).toMatchObject({ code: 0, out: `Đúng như ghi trong ${join(ward.folder, 'mau')}.\n` })
    await run(stage, '--update')
    expect(filesOf(join(ward.folder, 'mau'))).toEqual(written)
  }
})

test('a cell that is otherwise is shown with both values, a row more or less as it is; exit 1, and nobody is named', async () => {
  await run('load', '--update')
  const other = { code: 'H24.131-260204-0002', identity: '031195694675' }
  ward.put('portal.csv', exportOf('portal', [portalRow({ due: '2026-02-20' }), portalRow(other)], { before }))
  const { code, out } = await run('load')
  expect(code).toBe(1)
  expect(out).toMatch(/^Bảng source_row: 1 dòng khác, 0 dòng thiếu, 1 dòng thừa\.$/m)
  expect(out).toMatch(/ due +2026-02-05.* 2026-02-20/)
  expect(out).not.toContain(usualDossier.person)
  expect(out).not.toContain(usualDossier.identity)
  expect(out).not.toContain(other.identity)
  const { differences } = JSON.parse((await run('load', '--json')).out) as { differences: { table: string }[] }
  expect(differences.map(({ table }) => table)).toContain('source_row')
  await run('load', '--update')
  expect((await run('load')).code).toBe(0)
})

test('a table that was expected and is not made is missing row by row', async () => {
  await run('reconcile', '--update')
  const { code, out } = await run('summarize')
  expect(code).toBe(1)
  expect(out).toMatch(/^Bảng dossier: 0 dòng khác, 1 dòng thiếu, 0 dòng thừa\.$/m)
})

test('nothing to compare with, and an update of nothing, are said', async () => {
  expect(await run('load')).toMatchObject({ code: 2, err: expect.stringContaining('--update') })
  const update = await ward.doisoat('run', 'load', '--fixtures', 'inbox', '--update')
  expect(update).toMatchObject({ code: 2, err: expect.stringContaining('--expect') })
})

function filesOf(folder: string): Record<string, string> {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}
