import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../pipeline/config/read-config.ts'
import { watchSteps } from '../../pipeline/disk.ts'
import { lockWard } from '../../pipeline/lock.ts'
import { connect } from '../../sql/postgres/connection.ts'
import { makeEach } from '../../sql/postgres/each.ts'
import { translatedOf } from '../../sql/postgres/store.ts'
import { one, pending, put, two } from '../faults/small-ward.ts'
import { rowsIn } from '../support/database.ts'
import { newDatabase, onServer, server } from '../support/server.ts'
import { makeStore } from '../support/store.ts'
import { openWard, publishedBy, type Ward } from '../support/ward.ts'
import { questionNames } from './schema.ts'

const base = server!
const node = join(import.meta.dirname, '../../node_modules/.bin/node')
const main = join(import.meta.dirname, '../../pipeline/main.ts')
let ward: Ward

beforeAll(async () => {
  ward = openWard()
  put(ward, [one, pending])
  expect((await ward.nightly('2026-02-13')).code).toBe(0)
})

describe('a ward on a server', () => {
  test('has no file of a database, and no copies of one', () => {
    expect(readdirSync(join(ward.folder, 'var')).toSorted()).toEqual(['landing', 'log'])
  })

  test('says whose business its copies are, every night and to whoever asks for one', async () => {
    expect((await ward.nightly('2026-02-13')).err).toContain('sao lưu: việc của người giữ máy chủ PostgreSQL')
    for (const command of ['backup', 'restore']) {
      const { code, err } = await ward.doisoat(command)
      expect([code, err]).toEqual([2, expect.stringContaining('pg_dump')])
    }
    expect((await ward.doisoat('status')).out).toContain('việc của người giữ máy chủ')
    expect(await ward.ask<object>('status')).toMatchObject({ store: 'server', backup: null })
  })

  test('is looked at by the doctor: the server, its version, and whether its journal is kept', async () => {
    const { out } = await ward.doisoat('doctor')
    const said = out.replaceAll(/\s+/g, ' ')
    expect(said).toMatch(/PostgreSQL \d+\.\d+, vào được, ghi được/)
    expect(said).toContain('máy chủ không lưu trữ WAL')
  })

  test('is tried on a file, and nothing of it is kept', async () => {
    const rows = rowsIn(ward.database, 'select * from run')
    const before = publishedBy(ward)
    put(ward, [two])
    const { code, out } = await ward.nightly('2026-02-16', '--dry-run')
    expect([code, out]).toEqual([0, expect.stringContaining('2026')])
    expect(rowsIn(ward.database, 'select * from run')).toEqual(rows)
    expect(publishedBy(ward)).toEqual(before)
    put(ward, [one, pending])
  })

  test('keeps a second run out, which is told who is at work and since when', async () => {
    const lock = lockWard(readConfig({}, ward.folder), 99007, '2026-02-13T20:00:00')
    const { code, err } = await ward.nightly('2026-02-16')
    expect([code, err]).toEqual([75, expect.stringContaining(`99007@${hostname().slice(0, 20)}`)])
    expect(err).toContain('20:00')
    const planned = await ward.doisoat('plan')
    expect([planned.code, planned.out]).toEqual([0, expect.stringContaining(`99007@${hostname().slice(0, 20)}`)])
    lock.release()
    expect((await ward.ask<{ running: unknown }>('plan')).running).toBeNull()
    expect((await ward.nightly('2026-02-13')).code).toBe(0)
  })

  test('does not keep out another ward of the same database', async () => {
    const lock = lockWard(readConfig({}, ward.folder), 99007, '2026-02-13T20:00:00')
    const other = openWard({ database: ward.database, unit: { ...unitOf(ward), agencyCode: 'H24.132' } })
    put(other, [{ ...one, code: 'H24.132-260204-0001' }])
    expect([0, 1]).toContain((await other.nightly('2026-02-13')).code)
    lock.release()
    expect(rowsIn(ward.database, 'select agency_code from unit order by unit')).toEqual([
      { agency_code: 'H24.131' },
      { agency_code: 'H24.132' },
    ])
  })
})

test('a night whose lock has died with its connection still keeps another one out until it is written', async () => {
  const alone = openWard({ database: `${base}?schema=khoa_chet&lock_timeout=300` })
  put(alone, [one, pending])
  expect((await alone.nightly('2026-02-13')).code).toBe(0)
  put(alone, [two])
  const others: { status: number | null; stderr: string }[] = []
  let begun = 0
  watchSteps(({ does }) => {
    begun += does === 'begin' ? 1 : 0 // the ward, its line in the ledger, the night
    if (begun < 3 || does === 'begin' || others.length > 0) return // with its first file it has written nothing yet
    const [ended] = onServer(base, (connection) => connection.ask(`select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name ~ '^doisoat [0-9]+@'`).rows) // prettier-ignore
    expect(ended).toEqual([1])
    others.push(spawnSync(node, [main, 'nightly', '--as-of', '2026-02-16'], { cwd: alone.folder, encoding: 'utf8' }))
  })
  const { code } = await alone.nightly('2026-02-16')
  watchSteps(null)
  expect([code, ...others.map(({ status }) => status)]).toEqual([0, 3])
  expect(others[0]!.stderr).toContain('một chương trình khác đang ghi vào cơ sở dữ liệu')
  expect((await alone.nightly('2026-02-16')).code).toBe(0)
})

test('three wards may begin at once where nothing is yet', async () => {
  const database = newDatabase()
  const wards = ['H24.141', 'H24.142', 'H24.143'].map((agencyCode) => {
    const each = openWard({ database, unit: { ...unitOf(ward), agencyCode } })
    put(each, [{ ...one, code: `${agencyCode}-260204-0001` }])
    return each
  })
  const runs = wards.map(({ folder }) => spawn(node, [main, 'nightly', '--as-of', '2026-02-13'], { cwd: folder, stdio: 'ignore' })) // prettier-ignore
  const codes = await Promise.all(runs.map(async (run) => (await once(run, 'exit'))[0] as number))
  expect(codes.filter((code) => code > 1)).toEqual([])
  const ended = `select agency_code as agency from run join unit using (unit) where state in ('done', 'incomplete') order by 1`
  expect(rowsIn(database, ended)).toEqual(['H24.141', 'H24.142', 'H24.143'].map((agency) => ({ agency })))
})

function unitOf({ folder }: Ward): object {
  return readConfig({}, folder).unit
}

describe('what a server refuses is a sentence without a stack', () => {
  test.each([
    ['nobody is there', 'postgres://ai@127.0.0.1:1/x', 'không gặp được máy chủ'],
    ['there is no such database', base.replace(/\/\w+$/, '/khong_co'), 'máy chủ không cho vào'],
    ['a variable is not set', base.replace('postgres@', 'postgres:${DOISOAT_CHUA_DAT}@'), 'DOISOAT_CHUA_DAT'],
    ['the schema is none', `${base}?schema=Hưng`, 'schema'],
    ['a statement takes too long', `${base}?schema=cham&statement_timeout=1`, 'chạy lâu hơn thời hạn'],
  ])('%s', async (_, database, said) => {
    const refused = openWard({ database })
    put(refused, [one])
    const { code, err } = await refused.nightly('2026-02-13')
    expect([code === 2 || code === 3, err]).toEqual([true, expect.stringContaining(said)])
    expect(err).not.toMatch(/\n {4}at /)
  })
})

test('a password out of the environment is in no message, log or document', async () => {
  process.env['DOISOAT_THU'] = 'BiMat-4711'
  const named = openWard({ database: newDatabase().replace('postgres@', 'postgres:${DOISOAT_THU}@') })
  put(named, [one])
  const said = [await named.nightly('2026-02-13'), await named.doisoat('status'), await named.doisoat('doctor')]
  const files = readdirSync(named.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const texts = files.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
  expect(said[0]!.code).toBe(0)
  expect([...said.map(({ out, err }) => out + err), ...texts].filter((text) => text.includes('BiMat'))).toEqual([])
})

describe('the store', () => {
  test('keeps every text as it is, also one with a zero, and every number', () => {
    const store = makeStore()
    const texts = ['\0', 'a\tb\nc\\d\r', '\\N', '', "'; drop table word; --", 'Hưng Đạo 🏯', '\u{FDD0}'.slice(0, 0)]
    const rows = texts.map((text, word) => ({ unit: 1, word, text: `${word} ${text}` }))
    store.insert('word', rows)
    const many = Array.from({ length: 100 }, (_, i) => ({ unit: 2, word: 2 ** 52 + i, text: `${i} ${texts[i % 6]!}` }))
    store.insert('word', many)
    const answers = (unit: number) => store.ask<{ id: number; text: string }>('words', { unit }).toSorted((a, b) => a.id - b.id) // prettier-ignore
    expect(answers(1)).toEqual(rows.map(({ word: id, text }) => ({ id, text })))
    expect(answers(2)).toEqual(many.map(({ word: id, text }) => ({ id, text })))
  })

  test('gives rows one by one inside a transaction and outside, and two answers at once', async () => {
    const store = makeStore()
    store.insert(
      'word',
      Array.from({ length: 5000 }, (_, word) => ({ unit: 1, word, text: String(word) })),
    )
    const count = () => [...store.each('words', { unit: 1 })].length
    expect(count()).toBe(5000)
    expect(await store.transaction(async () => [count(), count()])).toEqual([5000, 5000])
    const [a, b] = [store.each('words', { unit: 1 }), store.each('words', { unit: 1 })]
    let pairs = 0
    for (;;) {
      const [x, y] = [a.next(), b.next()]
      if (x.done === true || y.done === true) break
      pairs += 1
    }
    expect(pairs).toBe(5000)
    for (const _ of store.each('words', { unit: 1 })) break // who stops in the middle leaves nothing open
    store.insert('word', [{ unit: 3, word: 1, text: 'sau đó' }])
    expect(store.ask('words', { unit: 3 })).toHaveLength(1)
  })

  test('takes back a transaction that fails, and an attempt that is not kept', async () => {
    const store = makeStore()
    const add = (word: number): void => store.insert('word', [{ unit: 1, word, text: String(word) }])
    await expect(store.transaction(async () => (add(1), Promise.reject(new Error('không'))))).rejects.toThrow('không')
    await store.transaction(async () => {
      store.attempt(() => (add(2), { keep: false, result: null }))
      store.attempt(() => (add(3), { keep: true, result: null }))
    })
    expect(store.ask('words', { unit: 1 })).toEqual([{ id: 3, text: '3' }])
  })

  test('tells no value of a row when the server refuses it', () => {
    const store = makeStore()
    const twice = { unit: 1, word: 1, text: 'Trần Thị Hòa' }
    store.insert('word', [twice])
    expect(() => store.insert('word', [twice])).toThrow(/^SERVER_TAKEN: 23505$/)
  })
})

test('a connection keeps to its times, and a silent one is not ended', () => {
  onServer(`${ward.database}?statement_timeout=5000&lock_timeout=1000`, (connection) => {
    const said = ['statement_timeout', 'lock_timeout', 'idle_session_timeout', 'jit', 'plan_cache_mode'].map((name) => connection.ask(`show ${name}`).rows[0]![0]) // prettier-ignore
    expect(said).toEqual(['5s', '1s', '0', 'off', 'force_generic_plan'])
  })
})

test('questions of one connection do not hang on another', () => {
  const [a, b] = [1, 2].map(() => connect({ url: base, settings: '', purpose: 'tests' }))
  const rows = makeEach(a!, () => false)<{ n: number }>('select generate_series(1, 3) as n', [])
  expect(rows.next().value).toEqual({ n: 1 })
  expect(b!.ask('select 2').rows).toEqual([[2]])
  expect([...rows]).toHaveLength(2)
  onServer(ward.database, (connection) => expect(connection.ask('select 1').count).toBe(1))
  afterAll(async () => void (await Promise.all([a!.end(), b!.end()])))
})

test('every question is understood by this server too: it may be older than the one in the process', () => {
  onServer(ward.database, (connection) => {
    for (const name of questionNames()) {
      const prepare = (): unknown => connection.ask(`prepare question as ${translatedOf(name).text}`)
      expect(prepare, name).not.toThrow()
      connection.ask('deallocate question')
    }
  })
})
