import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { Status } from '../pipeline/status.ts'
import { bookRow, civilRow, portalRow, type Told } from './support/dossiers.ts'
import { exportOf, preamble } from './support/make-export.ts'
import { server } from './support/server.ts'
import { copyOf, openWard, type Ward } from './support/ward.ts'

const pending = { ended: '', status: 'Đang xử lý' }
const dossiers: readonly Partial<Told>[] = [
  {},
  { code: 'H24.131-260204-0002', identity: '031195694675', ...pending },
  { code: 'H24.131-260204-0003', identity: '031195694676', ...pending, due: '2026-02-16' },
]
const first = '2026-02-13'

let ward: Ward

beforeAll(async () => {
  ward = openWard()
  const before = [preamble('2026-01-17', first)]
  ward.put('cong.csv', exportOf('portal', dossiers.map((each) => portalRow(each)), { before })) // prettier-ignore
  ward.put('so.csv', exportOf('book', dossiers.slice(0, 2).map((each) => bookRow(each)), { before })) // prettier-ignore
  ward.put('la.pdf', '%PDF-1.7\n')
  await ward.nightly(first)
})

test('what is to do is counted dossier by dossier, the most urgent group first', async () => {
  const { urgent, list } = await ward.ask<Status>('status')
  const order = ['overdue', 'reception_overdue', 'due_soon', 'routed', 'conflict', 'rest', 'acknowledged', 'files']
  expect(urgent.map(({ group }) => group)).toEqual(order.filter((each) => urgent.some(({ group }) => group === each)))
  expect(urgent[0]).toEqual({ group: 'overdue', count: 1, fresh: 1 })
  expect(list).toBe(join(ward.folder, 'out/nightly', first))
})

test('a night later what was there is no longer new, and a folder that is gone is not named', async () => {
  const later = copyOf(ward)
  await later.nightly('2026-02-14')
  rmSync(join(later.folder, 'out/nightly'), { recursive: true })
  const { urgent, list } = await later.ask<Status>('status')
  expect([urgent[0], list]).toEqual([{ group: 'overdue', count: 1, fresh: 0 }, null])
})

test('systems that the night should have heard are named', async () => {
  expect((await ward.ask<Status>('status')).silent).toContain('botuphap-hotich')
  const heard = copyOf(ward)
  const before = [preamble('2026-01-17', first)]
  heard.put('ho-tich.csv', exportOf('civil', dossiers.map((each) => civilRow(each)), { before })) // prettier-ignore
  await heard.nightly('2026-02-14')
  expect((await heard.ask<Status>('status')).silent).not.toContain('botuphap-hotich')
})

test.skipIf(server !== null)('nights that are not in the newest backup are counted', async () => {
  const without = copyOf(ward)
  expect((await without.ask<Status>('status')).backedUp).toEqual({ asOf: first, nightsSince: 0 })
  without.configure({ backups: { keep: 0 } })
  await without.nightly('2026-02-14')
  await without.nightly('2026-02-14')
  expect((await without.ask<Status>('status')).backedUp).toEqual({ asOf: first, nightsSince: 1 })
  expect((await without.doisoat('status')).out).toContain('đến hết đêm 13/02/2026, sau đó đã có 1 đêm chưa sao lưu')
})

test.each(['vi', 'en'])('in %s it is one screen of eighty columns, and says everything on it', async (language) => {
  const { out } = await ward.doisoat('status', '--lang', language)
  const lines = out.split('\n')
  expect([lines.length <= 25, lines.filter((line) => line.length > 80 && !line.includes(ward.folder))]).toEqual([true, []]) // prettier-ignore
  for (const said of ['phường Hưng Đạo', '13/02/2026', '2026-02 (17/01/2026', '2026-03 (', join(ward.folder, 'out')])
    expect(out).toContain(said)
})
