import { createHash } from 'node:crypto'
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeRoom, copyOf, dumpOf, openWard, publishedBy, tablesThatDiffer, type Ward } from './support/ward.ts'
import { olderDatabase } from './faults/cases.ts'
import { put, smallWard, three } from './faults/small-ward.ts'

type Offered = { file: string; of: string; state: string; asOf: string | null }
type Restored = {
  from: string
  aside: string | null
  already: boolean
  missing: string[]
  copies: Offered[]
  lost: {
    nights: string[]
    decisions: string[]
    acknowledgements: number
    links: number
    purges: number
    gone: string[]
  } | null
}

const migrations = join(import.meta.dirname, '../sql/migrations')
const newest = String(readdirSync(migrations).length).padStart(4, '0')

function lastMigration(): string {
  return readFileSync(join(migrations, readdirSync(migrations).toSorted().at(-1)!), 'utf8')
}

const backups = (ward: Ward): string => join(ward.folder, 'var/backups')
const names = (ward: Ward): string[] => (existsSync(backups(ward)) ? readdirSync(backups(ward)).toSorted() : [])
const hash = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

/** Garbage over the pages of the middle; the first page and the last stay. */
function damage(path: string): void {
  const bytes = readFileSync(path)
  bytes.fill(0xa5, 4096, bytes.length - 4096)
  writeFileSync(path, bytes)
}

describe('a ward with two nights', () => {
  let ward: Ward
  let first: Ward

  beforeAll(async () => {
    ward = await smallWard()
    await ward.nightly('2026-02-13')
    first = copyOf(ward)
    put(ward, [{ code: 'H24.131-260204-0001' }, three])
    await ward.nightly('2026-02-14')
  })

  test('each night leaves a whole copy of the database as it was then, the owner’s alone', () => {
    expect(names(ward)).toEqual(['doisoat-2026-02-13.db', 'doisoat-2026-02-14.db'])
    for (const [copy, of] of [
      ['doisoat-2026-02-13.db', first],
      ['doisoat-2026-02-14.db', ward],
    ] as const) {
      const database = join(backups(ward), copy)
      expect(dumpOf({ database }, [])).toEqual(dumpOf(of, []))
      expect(statSync(database).mode & 0o777).toBe(0o600)
      const db = new Sqlite(database, { readonly: true })
      expect([db.pragma('journal_mode', { simple: true }), db.pragma('integrity_check', { simple: true })]).toEqual(['delete', 'ok']) // prettier-ignore
      db.close()
    }
    expect(statSync(backups(ward)).mode & 0o777).toBe(0o700)
  })

  test('a copy has the line of its night as done: what is restored knows its last night', async () => {
    const there = copyOf(ward)
    await there.doisoat('restore')
    const status = await there.ask<{ lastNight: { asOf: string }; backup: string }>('status')
    expect(status.lastNight.asOf).toBe('2026-02-14')
    expect(status.backup).toBe(join(backups(there), 'doisoat-2026-02-14.db'))
  })

  test('the same night again replaces its copy; a trial leaves none', async () => {
    const there = copyOf(ward)
    await there.nightly('2026-02-14')
    await there.nightly('2026-02-15', '--dry-run')
    expect(names(there)).toEqual(names(ward))
    const runs = dumpOf({ database: join(backups(there), 'doisoat-2026-02-14.db') }, [])['run']!
    expect(runs).toHaveLength(3)
  })

  test('restored, another night gives what the undisturbed run gave: rows, documents and kept files', async () => {
    const there = copyOf(ward)
    const done = await there.ask<Restored>('restore', 'var/backups/doisoat-2026-02-13.db')
    expect(tablesThatDiffer(there, first, [])).toEqual([])
    expect(done.lost).toEqual({
      nights: ['2026-02-14'],
      decisions: [],
      acknowledgements: 0,
      links: 0,
      purges: 0,
      gone: [],
    })
    expect((await there.nightly('2026-02-14')).code).toBe(1) // la.csv is nobody's
    expect(tablesThatDiffer(there, ward, [])).toEqual([])
    expect(publishedBy(there)).toEqual(publishedBy(ward))
  })

  test('the database that was there is kept, and takes its place again by the same command', async () => {
    const there = copyOf(ward)
    const { aside } = await there.ask<Restored>('restore', 'var/backups/doisoat-2026-02-13.db')
    expect(dumpOf({ database: aside! }, [])).toEqual(dumpOf(ward, []))
    expect(statSync(aside!).mode & 0o777).toBe(0o600)
    const { code } = await there.doisoat('restore', aside!)
    expect(code).toBe(0)
    expect(tablesThatDiffer(there, ward, [])).toEqual([])
    expect(names(there).filter((name) => name.includes('-replaced-'))).toHaveLength(2)
    const again = await there.ask<Restored>('restore', aside!)
    expect([again.already, again.aside]).toEqual([true, null])
  })

  test('what a restoration would lose is said before, and nothing is changed by asking', async () => {
    const there = copyOf(ward)
    await there.doisoat('close', '2026-02', '--by', 'Lan')
    const key = (await there.ask<{ discrepancies: { key: string }[] }>('discrepancies')).discrepancies[0]!.key
    await there.doisoat('discrepancies', 'ack', key, '--until', '2026-02-28', '--why', 'đang hỏi')
    there.take('cong.csv')
    const before = hash(there.database)
    const asked = await there.ask<Restored>('restore', 'var/backups/doisoat-2026-02-13.db', '--dry-run')
    expect(asked.lost).toEqual({ nights: ['2026-02-14'], decisions: ['close 2026-02'], acknowledgements: 1, links: 0, purges: 0, gone: ['cong.csv'] }) // prettier-ignore
    expect([hash(there.database), names(there)]).toEqual([before, names(ward)])
    const told = await there.doisoat('restore', 'var/backups/doisoat-2026-02-13.db', '--lang', 'en')
    for (const said of ['14/02/2026', 'close 2026-02', '1 acknowledgements', 'cong.csv', '-replaced-', 'doisoat nightly']) expect(told.out).toContain(said) // prettier-ignore
  })

  test('kept files that the copy names and that are not kept any more are said', async () => {
    const there = copyOf(ward)
    rmSync(join(there.folder, 'var/landing'), { recursive: true })
    const asked = await there.ask<Restored>('restore', '--dry-run')
    expect(asked.missing).toContain('so.zip/so.csv')
    const told = await there.ask<{ missing: string[]; alsoKeep: { what: string }[] }>('backup')
    expect(told.missing).toEqual(asked.missing)
    expect(told.alsoKeep.map(({ what }) => what)).toEqual(['landing', 'configuration', 'inbox'])
  })

  test('a damaged copy is passed over for the newest good one, and is never put anywhere', async () => {
    const there = copyOf(ward)
    damage(join(backups(there), 'doisoat-2026-02-14.db'))
    const before = hash(there.database)
    const refused = await there.doisoat('restore', 'var/backups/doisoat-2026-02-14.db')
    expect([refused.code, refused.err]).toEqual([3, expect.stringContaining('không phải một bản sao lưu tốt')])
    expect(hash(there.database)).toBe(before)
    const done = await there.ask<Restored>('restore')
    expect(done.from).toContain('2026-02-13')
    expect(done.copies.map(({ state }) => state)).toEqual(['damaged', 'good'])
  })

  test('a damaged database is put aside as it lies there, with what stood beside it', async () => {
    const there = copyOf(ward)
    damage(there.database)
    writeFileSync(`${there.database}-wal`, 'một phần')
    const bytes = hash(there.database)
    const { aside, lost } = await there.ask<Restored>('restore')
    expect([hash(aside!), readFileSync(`${aside}-wal`, 'utf8'), lost]).toEqual([bytes, 'một phần', null])
    expect(existsSync(`${there.database}-wal`)).toBe(false)
    expect(tablesThatDiffer(there, ward, [])).toEqual([])
  })

  test('a database that is gone with all that lay beside it comes back from elsewhere', async () => {
    const there = copyOf(ward)
    const elsewhere = join(makeRoom(), 'usb.db')
    expect((await there.doisoat('backup', '--to', elsewhere)).code).toBe(0)
    rmSync(join(there.folder, 'var'), { recursive: true })
    expect(await there.doisoat('restore')).toMatchObject({ code: 3, err: expect.stringContaining('var/backups') })
    expect((await there.ask<Restored>('restore', elsewhere)).aside).toBeNull()
    expect(tablesThatDiffer(there, ward, [])).toEqual([])
  })

  test('a copy of another unit, of a newer program, and what is no copy at all are refused', async () => {
    const there = copyOf(ward)
    const file = (name: string): string => join(there.folder, name)
    copyFileSync(join(backups(there), 'doisoat-2026-02-14.db'), file('la.db'))
    change(file('la.db'), `update unit set agency_code = 'H24.999'`)
    copyFileSync(join(backups(there), 'doisoat-2026-02-14.db'), file('moi.db'))
    change(file('moi.db'), 'pragma user_version = 99')
    change(file('khac.db'), 'create table t (x)')
    writeFileSync(file('a.txt'), 'không phải')
    const refused = async (...given: string[]) => (await there.doisoat('restore', ...given, '--lang', 'en')).err
    expect(await refused('la.db')).toContain('H24.999')
    expect(await refused('moi.db')).toContain('99')
    expect(await refused('khac.db')).toContain('no good backup of doisoat')
    expect(await refused('a.txt')).toContain('no good backup of doisoat')
    expect(await refused('khong-co.db')).toContain('there is no such file')
    expect(await refused('inbox')).toContain('no good backup of doisoat')
    expect(tablesThatDiffer(there, ward, [])).toEqual([])
    expect(names(there)).toEqual(names(ward))
  })

  test('only another copy is written over by --to', async () => {
    const there = copyOf(ward)
    writeFileSync(join(there.folder, 'bao-cao.docx'), 'báo cáo')
    for (const name of ['bao-cao.docx', 'var/doisoat.db', 'inbox'])
      expect(await there.doisoat('backup', '--to', name)).toMatchObject({ code: 2, err: expect.stringContaining(name) })
    expect(readFileSync(join(there.folder, 'bao-cao.docx'), 'utf8')).toBe('báo cáo')
    for (const _ of [1, 2]) expect((await there.doisoat('backup', '--to', 'a.db')).code).toBe(0)
  })
})

test('as many nights are kept as were asked for, none where that is 0, in the folder of one’s choice', async () => {
  const ward = await smallWard()
  ward.configure({ backups: { folder: './sao-luu', keep: 2 } })
  for (const night of ['2026-02-12', '2026-02-13', '2026-02-14']) await ward.nightly(night)
  const there = (): string[] => readdirSync(join(ward.folder, 'sao-luu')).toSorted()
  expect(there()).toEqual(['doisoat-2026-02-13.db', 'doisoat-2026-02-14.db'])
  ward.configure({ backups: { folder: './sao-luu', keep: 0 } })
  await ward.nightly('2026-02-15')
  expect(there()).toEqual(['doisoat-2026-02-13.db', 'doisoat-2026-02-14.db'])
})

test('a night that cannot be copied is published, says so with exit 1, and the ledger says it too', async () => {
  const ward = openWard()
  mkdirSync(join(ward.folder, 'var'))
  writeFileSync(backups(ward), 'tệp ở chỗ của thư mục')
  const { code, err } = await ward.nightly('2026-02-13', '--quiet')
  expect([code, err]).toEqual([1, expect.stringContaining('chưa sao lưu được cơ sở dữ liệu')])
  expect(Object.keys(publishedBy(ward))).toContain('2026-02/bao-cao.docx')
  expect(dumpOf(ward, [])['run']![0]).toContain('chưa sao lưu được')
  rmSync(backups(ward))
  expect((await ward.nightly('2026-02-13')).code).toBe(0)
})

test('a database that is damaged where no night reads is found by the check of its copy, and the good copies stay', async () => {
  const ward = await smallWard()
  await ward.nightly('2026-02-13')
  const db = new Sqlite(ward.database)
  db.exec(`create table lost (x); insert into lost values (zeroblob(200000))`)
  db.pragma('wal_checkpoint(truncate)')
  const page = db.prepare<[], number>(`select rootpage from sqlite_schema where name = 'lost'`).pluck().get()!
  db.close()
  const bytes = readFileSync(ward.database)
  bytes.fill(0xa5, (page - 1) * 4096, page * 4096)
  writeFileSync(ward.database, bytes)
  const { code, err } = await ward.nightly('2026-02-14')
  expect([code, err]).toEqual([1, expect.stringContaining('bản sao không qua được kiểm tra')])
  expect(names(ward)).toEqual(['doisoat-2026-02-13.db'])
})

test('a draft that a killed night left is cleared by the next one, and what SQLite left beside it', async () => {
  const ward = await smallWard()
  mkdirSync(backups(ward), { recursive: true })
  for (const end of ['', '-wal', '-journal'])
    writeFileSync(join(backups(ward), `doisoat-2026-02-12.db.draft${end}`), 'nửa')
  appendFileSync(join(backups(ward), 'ghi-chu.txt'), 'của người khác')
  await ward.nightly('2026-02-13')
  expect(names(ward)).toEqual(['doisoat-2026-02-13.db', 'ghi-chu.txt'])
})

describe('the database of an earlier program', () => {
  let asItWas: Ward

  beforeAll(async () => {
    asItWas = await olderDatabase()
  })

  test('is copied before it is brought to this one, once, with the rows that it had', async () => {
    const older = copyOf(asItWas)
    const before = dumpOf(older, [])
    expect((await older.nightly('2026-02-14')).code).toBe(1)
    const copy = join(backups(older), `doisoat-before-${newest}.db`)
    expect(dumpOf({ database: copy }, [])).toEqual(before)
    expect(statSync(copy).mode & 0o777).toBe(0o600)
    const bytes = hash(copy)
    await older.nightly('2026-02-15')
    expect([hash(copy), names(older).filter((name) => name.includes('before'))]).toEqual([bytes, [basename(copy)]])
  })

  test('that cannot be brought to this one stays as it was, and the message names the copy', async () => {
    const older = copyOf(asItWas)
    change(older.database, lastMigration()) // it is there already, so it fails when it comes again
    const before = dumpOf(older, [])
    const { code, err } = await older.nightly('2026-02-14')
    const copy = join(backups(older), `doisoat-before-${newest}.db`)
    expect([code, err]).toEqual([3, expect.stringContaining(copy)])
    expect(err).not.toMatch(/\n\s+at /)
    expect([dumpOf(older, []), dumpOf({ database: copy }, [])]).toEqual([before, before])
  })

  test('is not touched where it cannot be copied first', async () => {
    const older = copyOf(asItWas)
    rmSync(backups(older), { recursive: true })
    writeFileSync(backups(older), 'tệp ở chỗ của thư mục')
    const before = hash(older.database)
    expect(await older.nightly('2026-02-14')).toMatchObject({ code: 3, err: expect.stringContaining('var/backups') })
    expect(hash(older.database)).toBe(before)
  })

  test('may be copied by hand, and a copy of it put back is brought to this one by the next night', async () => {
    const older = copyOf(asItWas)
    const before = dumpOf(older, [])
    expect((await older.doisoat('backup', '--to', 'cu.db')).code).toBe(0)
    await older.nightly('2026-02-14')
    expect((await older.doisoat('restore', 'cu.db')).code).toBe(0)
    expect(dumpOf(older, [])).toEqual(before)
    expect((await older.nightly('2026-02-14')).code).toBe(1)
  })

  test('leaves three copies of migrations, not more', async () => {
    const older = copyOf(asItWas)
    for (const step of ['0002', '0003', '0004', '0005']) copyFileSync(older.database, join(backups(older), `doisoat-before-${step}.db`)) // prettier-ignore
    await older.nightly('2026-02-14')
    expect(names(older).filter((name) => name.includes('before'))).toEqual(['0004', '0005', newest].map((step) => `doisoat-before-${step}.db`)) // prettier-ignore
  })
})

function change(path: string, sql: string): void {
  const db = new Sqlite(path)
  db.exec(sql)
  db.close()
}
