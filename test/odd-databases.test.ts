import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { put, smallWard, three } from './faults/small-ward.ts'
import { copyOf, dumpOf, publishedBy, tablesThatDiffer, type Ward } from './support/ward.ts'

const hash = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')
const writing = [
  ['nightly', '--as-of', '2026-02-14'],
  ['close', '2026-02', '--by', 'Lan'],
  ['run', 'load'],
] as const
const reading = [['figures'], ['status'], ['discrepancies'], ['dossiers'], ['files']] as const
const asking = [...reading, ['plan']] as const // plan has an answer where there is no database

let ward: Ward
const immovable: string[] = []

beforeAll(async () => {
  ward = await smallWard()
  await ward.nightly('2026-02-13')
})

afterEach(() => immovable.splice(0).forEach((path) => attribute('-i', path)))

/** Exit 3 with one sentence that has no stack, and the documents of the last night as they were. */
async function refused(there: Ward, given: readonly string[]): Promise<string> {
  const before = publishedBy(there)
  const { code, out, err } = await there.doisoat(...given)
  expect([given[0], code, out, /\n\s+at /.test(err)]).toEqual([given[0], 3, '', false])
  expect(publishedBy(there)).toEqual(before)
  return err
}

describe.each([
  ['has garbage in its middle', (path: string) => overwrite(path, 4096, (size) => size - 4096)],
  ['has a garbled first page', (path: string) => overwrite(path, 0, () => 4096)],
  ['is cut off in its middle', (path: string) => truncateSync(path, 12 * 4096)],
  ['is cut off in its first page', (path: string) => truncateSync(path, 700)],
  ['is no database at all', (path: string) => writeFileSync(path, '%PDF-1.7\n'.repeat(1000))],
])('a database that %s', (_, damage) => {
  test('is named, with `restore` and the newest backup; nothing is written, and restored it is as before', async () => {
    const there = copyOf(ward)
    damage(there.database)
    const bytes = hash(there.database)
    for (const given of [...writing, ...asking]) {
      const err = await refused(there, given)
      expect(err).toContain(join(there.folder, 'var/backups/doisoat-2026-02-13.db'))
      expect(err).toContain('doisoat restore')
      expect(hash(there.database)).toBe(bytes)
    }
    expect((await there.doisoat('restore')).code).toBe(0)
    expect(tablesThatDiffer(there, ward, [])).toEqual([])
  })
})

test.each([
  ['gone', (path: string) => rmSync(path)],
  ['empty', (path: string) => truncateSync(path)],
])(
  'a database that is %s while its backups are there is not begun anew: what people decided would be lost',
  async (_, lose) => {
    const there = copyOf(ward)
    for (const end of ['-wal', '-shm']) rmSync(`${there.database}${end}`, { force: true })
    lose(there.database)
    for (const given of [writing[0], ['plan']])
      expect(await refused(there, given)).toContain('var/backups/doisoat-2026-02-13.db')
    const anew = copyOf(there)
    rmSync(join(anew.folder, 'var/backups'), { recursive: true })
    expect((await anew.nightly('2026-02-13')).code).toBe(1)
    expect((await there.doisoat('restore')).code).toBe(0)
    for (const each of [anew, there]) expect(tablesThatDiffer(each, ward, [])).toEqual([])
  },
)

test('a folder in the place of the database is said, by whoever writes, reads, copies and restores', async () => {
  const there = copyOf(ward)
  rmSync(there.database)
  mkdirSync(there.database)
  for (const given of [...writing, ...asking, ['backup'], ['restore']])
    expect(await refused(there, given)).toContain(`${there.database}: đây là một thư mục`)
})

test('a database that is not there is missing to those who ask, exit 2, and made by a night', async () => {
  const there = copyOf(ward)
  rmSync(join(there.folder, 'var'), { recursive: true })
  for (const given of [...reading, ['backup'], ['close', '2026-02', '--by', 'Lan']]) {
    const { code, err } = await there.doisoat(...given)
    expect([given[0], code, err]).toEqual([given[0], 2, expect.stringContaining('chưa có cơ sở dữ liệu')])
  }
  expect(existsSync(join(there.folder, 'var'))).toBe(false)
  expect((await there.nightly('2026-02-13')).code).toBe(1)
  expect(tablesThatDiffer(there, ward, [])).toEqual([])
})

test('a database that may only be read is asked, and refused to whoever writes', async (context) => {
  const there = copyOf(ward)
  context.skip(!makeReadOnly(there.database), 'no immovable files here, and root may write any other')
  const rows = dumpOf(there, [])
  expect((await there.doisoat('figures')).out).toBe((await ward.doisoat('figures')).out)
  expect(await refused(there, writing[0])).toMatch(/chỉ cho đọc|không mở được|không ghi được/)
  expect(dumpOf(there, [])).toEqual(rows)
})

test('a file in the place of the folder of the database is said', async () => {
  const there = copyOf(ward)
  renameSync(dirname(there.database), join(there.folder, 'var2'))
  writeFileSync(dirname(there.database), 'tệp')
  expect(await refused(there, writing[0])).toContain('var')
})

test('a folder that may only be read is said, and asked of', async (context) => {
  const there = copyOf(ward)
  context.skip(!makeReadOnly(dirname(there.database)), 'no immovable folders here, and root may write any other')
  expect(await refused(there, writing[0])).toContain(there.folder)
  expect((await there.doisoat('figures')).code).toBe(0)
})

test('a clock that was set back changes nothing: runs are in the order of their numbers', async () => {
  const there = copyOf(ward)
  put(there, [{ code: 'H24.131-260204-0001' }, three])
  const plain = copyOf(there)
  await plain.nightly('2026-02-14')
  const db = new Sqlite(there.database)
  db.exec(`update run set started_at = '2031-01-01T01:00:00', finished_at = '2026-02-13T01:00:00'`)
  db.close()
  await there.nightly('2026-02-14')
  expect(tablesThatDiffer(there, plain)).toEqual([])
  expect(publishedBy(there)).toEqual(publishedBy(plain))
  const status = await there.ask<{ asOf: string; lastNight: { asOf: string } }>('status')
  expect([status.asOf, status.lastNight.asOf]).toEqual(['2026-02-14', '2026-02-14'])
})

test('a night before the last one is said; the next one brings figures and copies back to where they were', async () => {
  const there = copyOf(ward)
  expect((await there.nightly('2026-02-10')).out).toContain('được chạy sau đêm 13/02/2026')
  expect((await there.doisoat('restore', '--dry-run', '--json')).out).toContain('doisoat-2026-02-10.db')
  expect((await there.nightly('2026-02-13')).code).toBe(1)
  const figures = async (of: Ward) => (await of.doisoat('figures', '--json')).out
  expect(await figures(there)).toBe(await figures(ward))
  expect(dumpOf(there, [])['run']).toHaveLength(3)
})

function overwrite(path: string, from: number, to: (size: number) => number): void {
  const bytes = readFileSync(path)
  bytes.fill(0xa5, from, to(bytes.length))
  writeFileSync(path, bytes)
}

/** To root, permissions say nothing: there a file is made immovable, where the file system knows that. */
function makeReadOnly(path: string): boolean {
  if (process.getuid?.() !== 0) {
    chmodSync(path, existsSync(join(path, '.')) ? 0o500 : 0o400)
    return true
  }
  const done = attribute('+i', path)
  if (done) immovable.push(path)
  return done
}

function attribute(change: '+i' | '-i', path: string): boolean {
  try {
    execFileSync('chattr', [change, path], { stdio: 'pipe' })
    return true
  } catch {
    return false
  }
}
