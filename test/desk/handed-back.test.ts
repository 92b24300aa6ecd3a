import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { Listed } from '../../pipeline/discrepancy-list.ts'
import { listCsv } from '../../reports/list-csv.ts'
import { smallTable } from '../../connectors/table.ts'
import { copyOf, dumpOf, type Ward } from '../support/ward.ts'
import { deskWard } from './desk-ward.ts'

const late = ['due_date_suspect/H24.131-260209-0002/botuphap-hotich', 'overdue_pending/H24.131-260209-0002']
const conflict = 'status_conflict/H24.131-260212-0004/botuphap-hotich'
const drift = 'schema_drift/2026-01-17/botuphap-hotich'

let base: Ward

beforeAll(async () => {
  base = await deskWard()
})

// As LibreOffice saved the list of `desk-ward.ts`, notes and days filled in: in one row a day, in one a text.
test.each([
  ['saved-again.xlsx', [...late, conflict, drift]],
  ['saved-again.csv', [...late, conflict]], // its first sheet
])('the list that a spreadsheet saved again as %s is taken: a row is all of its reasons', async (name, keys) => {
  const ward = handedBack(name)
  const done = await ward.ask<{ acknowledged: string[] }>('discrepancies', 'ack', '--from', name)
  expect(done.acknowledged.toSorted()).toEqual(keys.toSorted())
  const { discrepancies } = await ward.ask<{ discrepancies: Listed[] }>('discrepancies', '--state', 'acknowledged')
  const found = new Map(discrepancies.map(({ key, acknowledged }) => [key, acknowledged]))
  for (const key of late) expect(found.get(key)).toMatchObject({ until: '2026-02-20', why: 'đã gọi; chờ "bổ sung"' })
  expect(found.get(conflict)).toMatchObject({ until: '2026-02-28', why: 'báo hỗ trợ', by: 'trang' })
  expect(found.size).toBe(keys.length)
})

test('the same list handed back twice decides nothing twice', async () => {
  const ward = handedBack('saved-again.xlsx')
  await ward.doisoat('discrepancies', 'ack', '--from', 'saved-again.xlsx')
  const written = dumpOf(ward)['acknowledgement']
  const again = await ward.ask<{ acknowledged: string[]; already: string[] }>(
    'discrepancies',
    'ack',
    '--from',
    'saved-again.xlsx',
  )
  expect([again.acknowledged, again.already.length]).toEqual([[], 4])
  expect(dumpOf(ward)['acknowledgement']).toEqual(written)
})

test('a text whose days a spreadsheet has turned to month first is refused: 03/04 could be either', async () => {
  const ward = handedBack('month-first.csv')
  const file = join(ward.folder, 'month-first.csv')
  writeFileSync(file, readFileSync(file, 'utf8').replace('02/20/2026', '03/04/2026'))
  const { code, err } = await ward.doisoat('discrepancies', 'ack', '--from', 'month-first.csv')
  expect([code, err]).toEqual([2, expect.stringContaining('month-first.csv:6: Thấy từ ngày: có "02/11/2026"')])
  expect(err).toContain('month-first.csv:9: ')
  expect(dumpOf(ward)['acknowledgement']).toEqual([])
})

test('what cannot be taken is said row by row, and then nothing is taken', async () => {
  const ward = filled((rows) => {
    rows[1]![note] = 'chờ'
    rows[1]![until] = '20/02/2026'
    rows[2]![note] = 'chờ'
    rows[3]![until] = '20/02/2026'
    rows[4]![note] = 'chờ'
    rows[4]![until] = '31/02/2026'
    rows[5]![note] = 'chờ'
    rows[5]![until] = '13/02/2026'
    rows[5]![keys] += 'x'
  })
  const { code, out, err } = await ward.doisoat('discrepancies', 'ack', '--from', 'list.csv')
  expect([code, out]).toEqual([2, ''])
  expect(err.split('\n').map((line) => line.slice(0, 11))).toEqual([
    'list.csv:3:',
    'list.csv:4:',
    'list.csv:5:',
    'list.csv:6:',
    '',
  ])
  expect(dumpOf(ward)['acknowledgement']).toEqual([])
})

test('a key that was changed is said with the nearest one', async () => {
  const ward = filled((rows) => {
    rows[5]![note] = 'chờ'
    rows[5]![until] = '20/02/2026'
    rows[5]![keys] += 'x'
  })
  const { err } = await ward.doisoat('discrepancies', 'ack', '--from', 'list.csv')
  expect(err).toContain(`"${drift}"`)
})

test('what a later night has resolved is said, and the rest is taken', async () => {
  const ward = filled((rows) => {
    for (const row of [1, 4]) [rows[row]![note], rows[row]![until]] = ['chờ', '20/02/2026']
  })
  for (const kind of ['portal', 'civil']) {
    const name = `2026-02-13/${kind}.csv`
    const text = readFileSync(join(ward.folder, 'inbox', name), 'utf8')
    ward.put(
      name,
      text.replace(/^.*H24\.131-260212-0004.*\n/m, (line) =>
        line.replace('Đang xử lý', 'Đã trả kết quả').replace(/17:00:00,,/, '17:00:00,13/02/2026 10:00:00,'),
      ),
    )
  }
  await ward.nightly('2026-02-14')
  const done = await ward.ask<{ acknowledged: string[]; resolved: string[] }>(
    'discrepancies',
    'ack',
    '--from',
    'list.csv',
  )
  expect([done.acknowledged.toSorted(), done.resolved]).toEqual([late.toSorted(), [conflict]])
})

test.each([
  ['a list of something else', 'a,b\n1,2\n', 'Ghi chú'],
  ['a page', '<html><table></table></html>', 'list.csv'],
  ['nothing', '', 'list.csv'],
])('%s is no list that was handed back: exit 2 with a sentence', async (_, text, named) => {
  const ward = copyOf(base)
  writeFileSync(join(ward.folder, 'list.csv'), text)
  const { code, err } = await ward.doisoat('discrepancies', 'ack', '--from', 'list.csv')
  expect([code, err]).toEqual([2, expect.stringContaining(named)])
  expect(err).not.toMatch(/\n\s+at |undefined/)
})

test('a list that nobody filled in decides nothing', async () => {
  const ward = filled(() => {})
  expect(await ward.ask('discrepancies', 'ack', '--from', 'list.csv')).toEqual({
    schema: 1,
    acknowledged: [],
    already: [],
    resolved: [],
  })
})

const [note, until, keys] = [15, 16, 21]

function handedBack(name: string): Ward {
  const ward = copyOf(base)
  copyFileSync(join(import.meta.dirname, 'handed-back', name), join(ward.folder, name))
  return ward
}

/** The list as the program wrote it, with cells filled in. */
function filled(fill: (rows: string[][]) => void): Ward {
  const ward = copyOf(base)
  const rows = smallTable(readFileSync(join(ward.folder, 'out/nightly/2026-02-13/ho-so-can-xu-ly.csv'), 'utf8'))
  fill(rows)
  writeFileSync(join(ward.folder, 'list.csv'), listCsv(rows[0]!, rows.slice(1)))
  return ward
}
