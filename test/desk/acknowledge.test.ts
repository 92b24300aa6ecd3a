import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { smallTable } from '../../connectors/table.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Listed } from '../../pipeline/discrepancy-list.ts'
import { bookRow, civilRow, portalRow } from '../support/dossiers.ts'
import { exportOf, preamble } from '../support/make-export.ts'
import { copyOf, dumpOf, type Ward } from '../support/ward.ts'
import { wardWith } from '../support/raised-by.ts'

const key = 'missing_at_centre/H24.131-260204-0002/trungtam'
const other = 'missing_at_centre/H24.131-260204-0003/trungtam'
const second = { code: 'H24.131-260204-0002', identity: '031195694675', person: 'Lê Thị Bưởi' }
const third = { code: 'H24.131-260204-0003', identity: '031195694676', person: 'Mai Văn Cam' }

let base: Ward

beforeAll(async () => {
  base = await wardWith({
    portal: [portalRow(), portalRow(second), portalRow(third)],
    book: [bookRow()],
    civil: [civilRow(), civilRow(second), civilRow(third)],
  })
})

describe('an acknowledgement', () => {
  test('holds until its day is over, and then the discrepancy is open by itself', async () => {
    const ward = copyOf(base)
    expect(await ack(ward, key, '2026-02-15', 'sổ giấy, tuần sau vào')).toMatchObject({ code: 0, err: '' })
    expect(await stateOf(ward, key)).toBe('acknowledged')
    const states: string[] = []
    for (const day of ['2026-02-14', '2026-02-15']) {
      await ward.nightly(day)
      states.push(await stateOf(ward, key))
    }
    expect(states).toEqual(['acknowledged', 'open'])
  })

  test('is shown with who, when, why and until when, and can be asked for by its state', async () => {
    const ward = copyOf(base)
    await ack(ward, key, '2026-02-20', 'đã hẹn', '--by', 'chị Lan')
    const { discrepancies } = await ward.ask<{ discrepancies: Listed[] }>('discrepancies', '--state', 'acknowledged')
    expect(discrepancies.map((each) => [each.key, each.acknowledged])).toEqual([
      [key, { until: '2026-02-20', by: 'chị Lan', why: 'đã hẹn', at: '2026-04-01T08:00:00' }],
    ])
    expect((await ward.doisoat('discrepancies', '--state', 'acknowledged')).out).toContain(
      'đã ghi nhận đến hết ngày 20/02/2026 (chị Lan): đã hẹn',
    )
    const open = await ward.ask<{ discrepancies: Listed[] }>('discrepancies', '--state', 'open')
    expect(open.discrepancies.map((each) => each.key)).toEqual([other])
    await ack(ward, other, '2026-02-20', 'đã hẹn')
    expect((await ward.doisoat('discrepancies', '--fail-on', 'open')).code).toBe(0)
  })

  test('gives way to evidence: resolved is resolved, and what comes back after that is acknowledged no longer', async () => {
    const ward = copyOf(base)
    await ack(ward, key, '2026-03-31', 'đã hẹn')
    put(ward, [bookRow(), bookRow(second), bookRow(third)])
    await ward.nightly('2026-02-14')
    expect(await stateOf(ward, key)).toBe('resolved')
    put(ward, [bookRow(), bookRow(third)])
    await ward.nightly('2026-02-15')
    expect(await stateOf(ward, key)).toBe('reopened')
    await ack(ward, key, '2026-03-31', 'lại hẹn')
    await ward.nightly('2026-02-16')
    expect(await stateOf(ward, key)).toBe('acknowledged')
  })

  test('changes nothing that nights write, and no night changes it', async () => {
    const ward = copyOf(base)
    await ack(ward, key, '2026-02-20', 'đã hẹn')
    const left = ['run', 'sighting', 'acknowledgement']
    expect(dumpOf(ward, left)).toEqual(dumpOf(base, left))
    const written = dumpOf(ward)['acknowledgement']
    for (const stage of ['normalize', 'reconcile', 'summarize']) await ward.doisoat('run', stage)
    await ward.nightly('2026-02-13')
    expect(dumpOf(ward)['acknowledgement']).toEqual(written)
    expect(await stateOf(ward, key)).toBe('acknowledged')
  })

  test('is taken back by reopen, and all that was decided stays written', async () => {
    const ward = copyOf(base)
    await ack(ward, key, '2026-02-20', 'đã hẹn')
    await ack(ward, key, '2026-02-25', 'hẹn lại')
    await ack(ward, key, '2026-02-25', 'hẹn lại') // it is so already
    expect(await ward.doisoat('discrepancies', 'reopen', key, '--why', 'nhầm')).toMatchObject({ code: 0 })
    expect(await stateOf(ward, key)).toBe('new')
    const lines = dumpOf(ward)['acknowledgement']!.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(lines.map(({ decision, until_day, why, decided_by }) => [decision, until_day, why, decided_by])).toEqual([
      ['acknowledged', '2026-02-20', 'đã hẹn', 'trang'],
      ['acknowledged', '2026-02-25', 'hẹn lại', 'trang'],
      ['reopened', null, 'nhầm', 'trang'],
    ])
    expect(await ward.doisoat('discrepancies', 'reopen', key)).toMatchObject({
      code: 2,
      err: expect.stringContaining(key),
    })
  })

  test('of a past night is what that night could know', async () => {
    const ward = copyOf(base)
    await ward.nightly('2026-02-14')
    await ack(ward, key, '2026-02-20', 'đã hẹn')
    expect([await stateOf(ward, key, '2026-02-13'), await stateOf(ward, key, '2026-02-14')]).toEqual([
      'new',
      'acknowledged',
    ])
  })

  test('stands on the desk list in a group of its own', async () => {
    const ward = copyOf(base)
    await ack(ward, key, '2026-02-20', 'đã hẹn')
    await ward.doisoat('run', 'publish')
    const rows = publishedRows(ward)
    expect(rows.map((row) => [row[2], row[4]])).toEqual([
      ['Các hệ thống ghi khác nhau', third.code],
      ['Đã ghi nhận', second.code],
    ])
  })
})

test.each([
  ['an unknown key', ['ack', key.replace('centre', 'center'), '--until', '2026-02-20', '--why', 'x'], key],
  ['an unknown key to reopen', ['reopen', key.replace('centre', 'center')], key],
  ['a day that is over', ['ack', key, '--until', '2026-02-13', '--why', 'x'], '2026-02-13'],
  ['a day that no month has', ['ack', key, '--until', '2026-02-30', '--why', 'x'], '2026-02-30'],
  ['a year that was mistyped', ['ack', key, '--until', '2062-02-20', '--why', 'x'], '2062-02-20'],
  ['no reason', ['ack', key, '--until', '2026-02-20', '--why', ' '], '--why'],
  ['no day', ['ack', key, '--why', 'x'], key],
  ['neither a key nor a file', ['ack', '--until', '2026-02-20', '--why', 'x'], '--from'],
  ['a file that is not there', ['ack', '--from', 'nothing.xlsx'], 'nothing.xlsx'],
  ['what was never acknowledged', ['reopen', key], key],
  ['names and numbers without a reason', ['--unmask'], '--why'],
])('%s is exit 2 with a sentence, and nothing is decided', async (_, given, named) => {
  const ward = copyOf(base)
  for (const language of ['vi', 'en']) {
    const { code, out, err } = await ward.doisoat('discrepancies', ...given, '--lang', language)
    expect([code, out, err]).toEqual([2, '', expect.stringContaining(named)])
    expect(err).not.toMatch(/\n\s+at |undefined/)
  }
  expect(dumpOf(ward, [])).toEqual(dumpOf(base, []))
})

test('names and numbers are shown in full only with a reason, and who saw which of them is written first', async () => {
  const ward = copyOf(base)
  const { discrepancies } = await ward.ask<{ discrepancies: { key: string; people: object[] }[] }>(
    'discrepancies',
    '--unmask',
    '--why',
    'gọi điện cho dân',
  )
  expect(discrepancies.map((each) => [each.key, each.people])).toEqual([
    [key, [{ name: second.person, identity: second.identity }]],
    [other, [{ name: third.person, identity: third.identity }]],
  ])
  for (const form of ['--csv', '--quiet'])
    expect((await ward.doisoat('discrepancies', '--unmask', '--why', 'x', form)).out).toContain(second.identity)
  const lines = dumpOf(ward)['unmasking']!.map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(lines).toHaveLength(3)
  expect(lines[0]).toMatchObject({
    unmasked_by: 'trang',
    unmasked_at: '2026-04-01T08:00:00',
    why: 'gọi điện cho dân',
    as_of: '2026-02-13',
    keys: JSON.stringify([key, other]),
  })
  const masked = await ward.doisoat('discrepancies', '--json')
  expect(masked.out).not.toMatch(/Bưởi|031195/)
  expect(dumpOf(ward)['unmasking']).toHaveLength(3)
})

function ack(ward: Ward, which: string, until: string, why: string, ...given: string[]) {
  return ward.doisoat('discrepancies', 'ack', which, '--until', until, '--why', why, ...given)
}

async function stateOf(ward: Ward, which: string, asOf?: string): Promise<string> {
  const given = asOf === undefined ? [] : ['--as-of', asOf]
  const { discrepancies } = await ward.ask<{ discrepancies: Listed[] }>('discrepancies', ...given)
  return discrepancies.find((each) => each.key === which)!.state
}

function put(ward: Ward, book: ReturnType<typeof bookRow>[]): void {
  ward.put('book.csv', exportOf('book', book, { before: [preamble('2026-01-17', '2026-02-13')] }))
}

function publishedRows({ folder }: Ward): string[][] {
  const text = readFileSync(join(folder, 'out/nightly/2026-02-13/ho-so-can-xu-ly.csv'), 'utf8')
  return smallTable(text).slice(1)
}
