import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { one, put } from '../faults/small-ward.ts'
import { openWard, type Ward } from '../support/ward.ts'
import { serverPrograms, startServer } from './real-server.ts'

const password = 'Bí-Mật/4711@%'
const server = serverPrograms() === null ? null : await startServer(password)

afterAll(() => server?.end())
afterEach(() => {
  delete process.env['PGPASSWORD']
  delete process.env['DOISOAT_THU']
})

function wardHere(user = 'postgres'): Ward {
  const ward = openWard({ database: server!.url.replace('postgres@', `${user}@`) })
  put(ward, [one])
  return ward
}

/** Everything that the program said or left, in which a password may not stand. */
function saidBy(ward: Ward, ...done: { out: string; err: string }[]): string {
  const files = readdirSync(ward.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const texts = files.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  return [...done.map(({ out, err }) => out + err), ...texts].join('\n')
}

test.skipIf(server === null)(
  'a password comes from PGPASSWORD, or from a variable that the address names',
  async () => {
    process.env['PGPASSWORD'] = password
    const plain = wardHere()
    const night = await plain.nightly('2026-02-13')
    expect(night.code).toBe(0)
    delete process.env['PGPASSWORD']
    process.env['DOISOAT_THU'] = password
    const named = wardHere('postgres:${DOISOAT_THU}')
    const done = [await named.nightly('2026-02-13'), await named.doisoat('status'), await named.doisoat('doctor')]
    expect(done[0]!.code).toBe(0)
    expect(saidBy(plain, night)).not.toContain('4711')
    expect(saidBy(named, ...done)).not.toContain('4711@%')
  },
)

test.skipIf(server === null)('a wrong password, or none, is a sentence without it', async () => {
  process.env['PGPASSWORD'] = 'Sai-Rồi-99'
  const ward = wardHere()
  const wrong = await ward.nightly('2026-02-13')
  expect([wrong.code, wrong.err]).toEqual([3, expect.stringContaining('máy chủ không cho vào (28P01)')])
  delete process.env['PGPASSWORD']
  const none = await ward.nightly('2026-02-13')
  expect([none.code, none.err]).toEqual([3, expect.stringContaining('máy chủ không cho vào')])
  expect(saidBy(ward, wrong, none)).not.toContain('Sai-Rồi')
  expect(wrong.err + none.err).not.toMatch(/\n {4}at /)
})
