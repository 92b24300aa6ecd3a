import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { one, pending, put, two } from '../faults/small-ward.ts'
import { connect, type Connection } from '../../sql/postgres/connection.ts'
import { server } from '../support/server.ts'
import { openWard, type Ward } from '../support/ward.ts'

const script = readFileSync(join(import.meta.dirname, '../../sql/postgres/roles.sql'), 'utf8')
const database = `doisoat_quyen_${process.pid}`
const at = (user: string): string => server!.replace(/\/\/[^@/]*@/, `//${user}@`).replace(/\/\w+$/, `/${database}`)
let keeper: Connection
let ward: Ward

beforeAll(async () => {
  const outside = connect({ url: server!, settings: '', purpose: 'tests' })
  outside.ask(`create database ${database}`)
  await outside.end()
  keeper = connect({ url: server!.replace(/\/\w+$/, `/${database}`), settings: '', purpose: 'tests' })
  keeper.ask(script)
  keeper.ask(script) // twice is like once
  ward = openWard({ database: at('doisoat_loader') })
  put(ward, [one, pending])
  expect((await ward.nightly('2026-02-12')).code).toBe(0)
})

afterAll(async () => {
  await keeper.end()
  const outside = connect({ url: server!, settings: '', purpose: 'tests' })
  outside.ask(`drop database ${database} with (force)`)
  await outside.end()
})

/** Refused where it may not, and nothing else. */
function mayNot(user: string, sql: string): void {
  const connection = connect({ url: at(user), settings: 'set search_path = doisoat', purpose: 'tests' })
  expect(() => connection.ask(sql), `${user}: ${sql}`).toThrow(/SERVER_FORBIDDEN|SERVER_READ_ONLY/)
  void connection.end()
}

test('the loader makes its tables and runs nights, and may do nothing else of the server', async () => {
  put(ward, [one, two])
  expect((await ward.nightly('2026-02-13')).code).toBe(0)
  mayNot('doisoat_loader', 'create role ke_khac')
  mayNot('doisoat_loader', 'create database khac')
  mayNot('doisoat_loader', 'create schema khac')
  mayNot('doisoat_loader', 'create table public.khac (a text)')
  mayNot('doisoat_loader', 'select * from pg_authid')
})

test('the reader asks whatever is asked, a past night too, and changes nothing', async () => {
  const reading = openWard({ database: at('doisoat_reader') })
  expect((await reading.doisoat('figures')).code).toBe(0)
  expect((await reading.doisoat('figures', '--as-of', '2026-02-12')).code).toBe(0)
  expect((await reading.doisoat('discrepancies')).code).toBe(0)
  for (const sql of [
    'delete from dossier',
    'update unit set unit = 2',
    'create table khac (a text)',
    'drop table dossier',
  ])
    mayNot('doisoat_reader', `set default_transaction_read_only = off; ${sql}`)
  const { code, err } = await reading.nightly('2026-02-13')
  expect([code, err]).toEqual([3, expect.stringContaining('không có quyền')])
  expect((await reading.doisoat('doctor')).out).toContain('không được ghi')
})
