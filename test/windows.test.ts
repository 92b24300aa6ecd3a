import { describe, expect, test } from 'vitest'
import type { Change } from '../pipeline/nights/changes.ts'
import type { NightSummary } from '../pipeline/night-summary.ts'
import type { Status } from '../pipeline/status.ts'
import { bookRow, portalRow, type Told } from './support/dossiers.ts'
import { exportOf, preamble } from './support/make-export.ts'
import { discrepanciesIn, figuresIn } from './support/truth.ts'
import { openWard, type Ward } from './support/ward.ts'

const open = { status: 'Đang xử lý', due: '2026-02-20', ended: '' } as const
const told = (number: number, given: Partial<Told> = {}): Partial<Told> => ({
  code: `H24.131-260204-000${number}`,
  identity: `03119569467${number}`,
  ...given,
})

function portal(some: readonly Partial<Told>[], from: string, to: string): string | Buffer {
  return exportOf('portal', some.map((each) => portalRow(each)), { before: [preamble(from, to)] }) // prettier-ignore
}

describe('windows that begin a day later every night', () => {
  const [kept, ended, lost, early, late] = [
    told(1, open),
    told(2, { received: '2026-01-17', ended: '2026-01-17' }), // before the second window begins: it may leave the list
    told(3, open),
    told(4, { received: '2026-01-17', ...open }), // before that window begins, and open still
    told(5),
  ] as const

  async function rolled(second: readonly Partial<Told>[]): Promise<Ward> {
    const ward = openWard()
    ward.put('12.csv', portal([kept, ended, lost, early], '2026-01-17', '2026-02-12'))
    await ward.nightly('2026-02-12')
    ward.put('13.csv', portal(second, '2026-01-18', '2026-02-13'))
    await ward.nightly('2026-02-13')
    return ward
  }

  test('what belongs in the later list and is not in it has vanished; what may leave it has not', async () => {
    const vanished = async (second: readonly Partial<Told>[]) =>
      (await discrepanciesIn(await rolled(second), '--kind', 'vanished')).map(({ code }) => code!.at(-1))
    expect(await vanished([kept, early])).toEqual(['3'])
    expect(await vanished([kept, lost])).toEqual(['4'])
    expect(await vanished([kept, lost, early])).toEqual([])
  })

  test('it is there again on the night after: resolved', async () => {
    const ward = await rolled([kept, early])
    ward.put('14.csv', portal([kept, lost, early], '2026-01-19', '2026-02-14'))
    await ward.nightly('2026-02-14')
    const [one] = await discrepanciesIn(ward, '--kind', 'vanished')
    expect([one!.code!.at(-1), one!.state]).toEqual(['3', 'resolved'])
  })

  test('what appeared, changed and went is known', async () => {
    const ward = await rolled([{ ...kept, due: '2026-02-25' }, early, late])
    const { changes } = await ward.ask<{ changes: Change[] }>('changes', '--as-of', '2026-02-13')
    expect(changes.map(({ code, what, dueAfter }) => [code.at(-1), what, dueAfter])).toEqual([
      ['1', 'changed', '2026-02-25'],
      ['3', 'gone', null],
      ['5', 'appeared', null],
    ])
  })
})

test('what was open in a list that was made before the next window begins may have ended in between', async () => {
  const ward = openWard()
  ward.put('02.csv', portal([told(1), told(2, open)], '2026-01-17', '2026-02-13'))
  await ward.nightly('2026-02-05')
  ward.put('03.csv', portal([told(3, { received: '2026-02-12', ...open })], '2026-02-10', '2026-03-10'))
  await ward.nightly('2026-03-10')
  expect(await discrepanciesIn(ward, '--kind', 'vanished')).toEqual([])
})

test('months that follow each other change nothing, and nothing vanishes', async () => {
  const ward = openWard()
  ward.put('02.csv', portal([told(1), told(2, open)], '2026-01-17', '2026-02-13'))
  await ward.nightly('2026-02-13')
  ward.put('03.csv', portal([told(2, open)], '2026-02-14', '2026-03-13'))
  await ward.nightly('2026-03-13')
  expect((await ward.ask<{ changes: Change[] }>('changes', '--as-of', '2026-03-13')).changes).toEqual([])
  expect(await discrepanciesIn(ward, '--kind', 'vanished')).toEqual([])
})

describe('the day in a name', () => {
  const [from, to] = ['2026-01-17', '2026-02-13'] as const
  const received = async (ward: Ward) => (await figuresIn(ward, '2026-02', 'all')).figures.received_total

  test('that was still to come does not make a file newer than those of the nights after it', async () => {
    const ward = openWard()
    ward.put('DVCQG_20260220.csv', portal([told(1)], from, to))
    await ward.nightly('2026-02-10')
    ward.put('danh sách.csv', portal([told(1), told(2)], from, to))
    await ward.nightly('2026-02-11')
    expect(await received(ward)).toBe(2)
  })

  test('that is too early leaves a file unused, and that is said', async () => {
    const ward = openWard()
    ward.put('DVCQG_20260210.csv', portal([told(1)], from, to))
    await ward.nightly('2026-02-10')
    ward.put('DVCQG_20260201.csv', portal([told(1), told(2)], from, to))
    const { outranked } = await ward.ask<NightSummary>('nightly', '--as-of', '2026-02-11')
    expect(outranked).toEqual([{ path: 'DVCQG_20260201.csv', by: 'DVCQG_20260210.csv' }])
    expect(await received(ward)).toBe(1)
    ward.take('DVCQG_20260201.csv')
    ward.put('DVCQG_mới.csv', portal([told(1), told(2)], from, to))
    expect((await ward.ask<NightSummary>('nightly', '--as-of', '2026-02-11')).outranked).toEqual([])
    expect(await received(ward)).toBe(2)
  })

  test('orders files that come together, and nothing is said of the older ones', async () => {
    const ward = openWard()
    ward.put('DVCQG_20260210.csv', portal([told(1)], from, to))
    ward.put('DVCQG_20260211.csv', portal([told(1), told(2)], from, to))
    expect((await ward.ask<NightSummary>('nightly', '--as-of', '2026-02-11')).outranked).toEqual([])
    expect(await received(ward)).toBe(2)
  })
})

test('a night that is run after a later one says so, until the later one is run again', async () => {
  const ward = openWard()
  ward.put('portal.csv', portal([told(1)], '2026-01-17', '2026-02-13'))
  ward.put('book.csv', exportOf('book', [bookRow(told(1))], { before: [preamble('2026-01-17', '2026-02-13')] }))
  const later = async (asOf: string) => [
    (await ward.ask<NightSummary>('nightly', '--as-of', asOf)).laterNight,
    (await ward.ask<Status>('status')).laterNight,
  ]
  expect(await later('2026-02-12')).toEqual([null, null])
  expect(await later('2026-02-10')).toEqual(['2026-02-12', '2026-02-12'])
  expect((await ward.doisoat('nightly', '--as-of', '2026-02-10')).out).toContain(
    'đêm 10/02/2026 được chạy sau đêm 12/02/2026',
  )
  expect(await later('2026-02-12')).toEqual([null, null])
})
