import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { one, pending, put, smallWard } from '../faults/small-ward.ts'
import { openWard, type Ward } from '../support/ward.ts'

type Line = { readonly at: string; readonly run: number; readonly event: string } & Readonly<Record<string, unknown>>

test('each run has a log of its own beside the database: a line of JSON for its beginning, its stages, its end', async () => {
  const ward = await smallWard()
  await ward.nightly('2026-02-13')
  await ward.doisoat('run', 'summarize')
  expect(logs(ward).map(({ name }) => name)).toEqual(['2026-04-01T08-00-00-0001.jsonl', '2026-04-01T08-00-00-0002.jsonl']) // prettier-ignore
  const [night, again] = logs(ward).map(({ lines }) => lines)
  expect(night!.map(({ event }) => event)).toEqual(['begin', 'load', 'normalize', 'reconcile', 'summarize', 'publish', 'backup', 'end']) // prettier-ignore
  expect(night![0]).toMatchObject({ at: '2026-04-01T08:00:00', run: 1, command: 'nightly', asOf: '2026-02-13' })
  expect(night![1]).toMatchObject({ event: 'load', loaded: 3, seen: 0, turned: 1 })
  expect(again!.map(({ event }) => event)).toEqual(['begin', 'summarize', 'end'])
  expect(statSync(join(ward.folder, 'var/log')).mode & 0o077).toBe(0)
})

test('a run that fails ends its log with the code of the trouble, and without its words', async () => {
  const ward = await smallWard()
  ward.configure({ out: './inbox/cong.csv/out' })
  expect((await ward.nightly('2026-02-13')).code).toBe(3)
  expect(logs(ward)[0]!.lines.at(-1)).toEqual({ at: '2026-04-01T08:00:00', run: 1, event: 'failed', trouble: 'not_writable', exit: 3 }) // prettier-ignore
})

test('a log is kept for so many days, and other files in its folder for ever', async () => {
  const ward = openWard({ log: { folder: './nhat-ky', days: 30 } })
  put(ward, [one, pending])
  const folder = join(ward.folder, 'nhat-ky')
  mkdirSync(folder)
  for (const name of ['2026-03-01T01-30-00-0001.jsonl', '2026-03-02T01-30-00-0002.jsonl', '2026-03-01.txt'])
    writeFileSync(join(folder, name), '')
  await ward.nightly('2026-02-13') // on the first of April
  expect(readdirSync(folder)).toEqual(['2026-03-01.txt', '2026-03-02T01-30-00-0002.jsonl', '2026-04-01T08-00-00-0001.jsonl']) // prettier-ignore
})

test('with days: 0 there is none, and a trial leaves none', async () => {
  const ward = openWard({ log: { days: 0 } })
  put(ward, [one, pending])
  await ward.nightly('2026-02-13')
  ward.configure({})
  await ward.nightly('2026-02-13', '--dry-run')
  expect(readdirSync(join(ward.folder, 'var'))).not.toContain('log')
})

test('where no log can be written the night goes on, and says so once', async () => {
  const ward = openWard({ log: { folder: './inbox/cong.csv/log' } })
  put(ward, [one, pending])
  const { code, err } = await ward.nightly('2026-02-13')
  expect([code, err.match(/không có nhật ký/g)?.length]).toEqual([0, 1])
})

function logs({ folder }: Ward): { name: string; lines: Line[] }[] {
  const under = join(folder, 'var/log')
  return readdirSync(under).map((name) => {
    const lines = readFileSync(join(under, name), 'utf8').trimEnd().split('\n')
    return { name, lines: lines.map((line) => JSON.parse(line) as Line) }
  })
}
