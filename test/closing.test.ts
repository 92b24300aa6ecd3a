import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Status } from '../pipeline/status.ts'
import type { PeriodFigures } from '../pipeline/period-figures.ts'
import { type Moved, movedDossiers } from '../pipeline/closing/moved.ts'
import { countedReader } from '../pipeline/counted-reader.ts'
import { bookRow, civilRow, portalRow, type Told } from './support/dossiers.ts'
import { exportOf, preamble } from './support/make-export.ts'
import { discrepanciesIn, figuresIn } from './support/truth.ts'
import { copyOf, openWard, type Ward } from './support/ward.ts'

const one: Partial<Told> = { code: 'H24.131-260204-0001' }
const two: Partial<Told> = { code: 'H24.131-260204-0002', identity: '031195694675' }
const lateOne: Partial<Told> = { code: 'H24.131-260204-0003', identity: '031195694676' }

/** February as its last night knew it, or as a later night knows it. */
function february(ward: Ward, told: readonly Partial<Told>[]): void {
  const before = [preamble('2026-01-17', '2026-02-13')]
  ward.put('portal.csv', exportOf('portal', told.map((each) => portalRow(each)), { before })) // prettier-ignore
  ward.put('book.csv', exportOf('book', told.map((each) => bookRow(each)), { before })) // prettier-ignore
  ward.put('civil.csv', exportOf('civil', told.map((each) => civilRow(each)), { before })) // prettier-ignore
}

const published = (ward: Ward) =>
  JSON.parse(readFileSync(join(ward.folder, 'out/2026-02/figures.json'), 'utf8')) as Record<string, PeriodFigures>

const total = async (ward: Ward) => (await figuresIn(ward, '2026-02')).figures.received_total

describe('a month that was closed with two dossiers, before a third came to light', () => {
  const ward = openWard()

  beforeAll(async () => {
    february(ward, [one, { ...two, ended: '', status: 'Đang xử lý', due: '2026-02-20' }])
    await ward.nightly('2026-02-13')
    const { code, out } = await ward.doisoat('close', '2026-02', '--by', 'Vũ Thị Lan', '--why', 'Đã ký báo cáo')
    expect([code, out]).toEqual([0, expect.stringContaining('Đã chốt kỳ 2026-02 (17/01/2026 – 13/02/2026)')])
    february(ward, [one, { ...two, ended: '2026-02-12' }, lateOne])
    await ward.nightly('2026-02-16')
  })

  test('its figures stay as they were published, and say so', async () => {
    expect(await total(ward)).toBe(2)
    expect(published(ward)['centre']!.figures.received_total).toBe(2)
    expect((await figuresIn(ward, '2026-02')).closed).toEqual({ asOf: '2026-02-13', closing: 1 })
    expect((await ward.doisoat('figures', '--period', '2026-02')).out).toContain('Số liệu đã chốt theo đêm 13/02/2026')
  })

  test('what would be counted now can be asked for by its night', async () => {
    expect((await ward.ask<PeriodFigures>('figures', '--period', '2026-02', '--as-of', '2026-02-16')).figures.received_total).toBe(3) // prettier-ignore
  })

  test('the late change is one discrepancy, with the figures that move and the dossiers behind it', async () => {
    const list = await discrepanciesIn(ward, '--kind', 'late_change')
    expect(list.map(({ key, code, detail }) => [key, code, detail])).toEqual([
      [
        'late_change/2026-02',
        null,
        expect.objectContaining({
          closed_on: '2026-02-13',
          received_new: [2, 3],
          resolved_total: [1, 3],
          pending_total: [1, 0],
          codes: [two.code, lateOne.code],
        }),
      ],
    ])
    expect(list[0]!.sources.length).toBe(6)
    const { out } = await ward.doisoat('discrepancies', '--kind', 'late_change')
    expect(out).toContain('Tiếp nhận mới trong kỳ: 2 → 3')
  })

  test('another night is the same late change, not a new one', async () => {
    const again = copyOf(ward)
    await again.nightly('2026-02-17')
    const [change] = await discrepanciesIn(again, '--kind', 'late_change')
    expect([change!.state, change!.since]).toEqual(['open', '2026-02-16'])
    expect(await total(again)).toBe(2)
  })

  test('a look at a restatement says what would move, and moves nothing', async () => {
    const { moved } = await ward.ask<{ moved: Moved }>('restate', '2026-02', '--dry-run')
    expect(moved.dossiers.map(({ code, fields }) => [code, fields.map(({ field, after }) => [field, after])])).toEqual([
      [two.code, [['endedDay', '2026-02-12'], ['outcome', 'resolved'], ['dueDay', '2026-02-05']]],
      [lateOne.code, expect.arrayContaining([['receivedDay', '2026-02-04']])],
    ]) // prettier-ignore
    expect(await total(ward)).toBe(2)
  })

  test('restated, it has the figures of now, says what moved, and the late change is over', async () => {
    const again = copyOf(ward)
    const { code, out } = await again.doisoat('restate', '2026-02', '--why', 'Hồ sơ đến muộn', '--by', 'Lan')
    expect([code, out]).toEqual([0, expect.stringContaining('kết thúc: – → 12/02/2026')])
    expect([await total(again), published(again)['centre']!.closed]).toEqual([3, { asOf: '2026-02-16', closing: 2 }])
    expect((await discrepanciesIn(again, '--kind', 'late_change')).map(({ state }) => state)).toEqual(['resolved'])
  })

  test('reopened, it is counted anew; what was stated is no late change any more', async () => {
    const again = copyOf(ward)
    expect((await again.doisoat('reopen', '2026-02', '--by', 'Lan')).code).toBe(0)
    expect([await total(again), published(again)['centre']!.closed]).toEqual([3, undefined])
    expect((await discrepanciesIn(again, '--kind', 'late_change')).map(({ state }) => state)).toEqual(['resolved'])
    expect((await again.doisoat('close', '2026-02', '--by', 'Lan')).code).toBe(0)
    expect(published(again)['centre']!.closed).toEqual({ asOf: '2026-02-16', closing: 2 })
  })

  test.each([
    [['close', '2026-02'], 'Kỳ 2026-02 đã chốt theo đêm 13/02/2026'],
    [['close', '2026-03'], 'đêm gần nhất mới tính đến hết ngày 16/02/2026'],
    [['restate', '2026-01'], 'các kỳ đã chốt: "2026-02"'],
    [['reopen', '2026-01'], 'các kỳ đã chốt: "2026-02"'],
    [['close', '2025-11'], 'chưa có số liệu để chốt'],
    [['close', '2026-13'], '2026-13'],
  ])('%s is refused with its sentence, and nothing is done', async (given, sentence) => {
    const { code, out, err } = await ward.doisoat(...given, '--by', 'Lan')
    expect([code, out, err]).toEqual([2, '', expect.stringContaining(sentence)])
  })
})

test('a month whose dossiers only changed places is a late change too', async () => {
  const ward = openWard()
  february(ward, [one])
  await ward.nightly('2026-02-13')
  await ward.doisoat('close', '2026-02', '--by', 'Lan')
  february(ward, [two])
  await ward.nightly('2026-02-14')
  const [change] = await discrepanciesIn(ward, '--kind', 'late_change')
  expect(change!.detail['codes']).toEqual([one.code, two.code])
  expect(change!.detail['received_new']).toBeUndefined()
})

test('what nobody counts by moves nothing', () => {
  const period = { from: '2026-01-17', to: '2026-02-13' }
  const counted = {
    dossier: 1,
    code: 'H24.131-260204-0001',
    procedure: '1.001193',
    field: 'Hộ tịch',
    system: 'botuphap-hotich',
    receivedDay: '2026-02-04',
    endedDay: '2026-02-05',
    outcome: 'resolved',
    dueDay: '2026-02-09',
    channel: 'online',
    portal: 'listed',
    book: 'listed',
    householdBusiness: false,
    routed: false,
    electronicResult: null,
    digitized: 2,
    reused: 1,
    fee_dong: 5000,
    paid_dong: 5000,
  } as const satisfies ReturnType<ReturnType<typeof countedReader>['of']>[number]
  expect(movedDossiers([counted], [{ ...counted, digitized: 1, dueDay: '2026-02-10' }], period)).toEqual([])
  expect(movedDossiers([counted], [{ ...counted, dueDay: '2026-02-05' }], period)).toHaveLength(1)
  expect(movedDossiers([counted], [{ ...counted, paid_dong: 4000 }], period)).toHaveLength(1)
})

describe('a dossier that lay between two months', () => {
  const told = { ...one, received: '2026-02-12', ended: '', status: 'Đang xử lý', due: '2026-02-27' }
  const months = [
    ['2026-01-17', '2026-02-13'],
    ['2026-02-14', '2026-03-13'],
  ] as const

  const crossing = async (inBook: readonly [boolean, boolean]) => {
    const ward = openWard()
    for (const [index, [from, to]] of months.entries()) {
      const before = [preamble(from, to)]
      ward.put(`${index}/portal.csv`, exportOf('portal', [portalRow(told)], { before }))
      ward.put(`${index}/civil.csv`, exportOf('civil', [civilRow(told)], { before }))
      ward.put(`${index}/book.csv`, exportOf('book', inBook[index] ? [bookRow(told)] : [], { before }))
    }
    await ward.nightly('2026-03-13')
    return (await discrepanciesIn(ward, '--kind', 'carry_over_mismatch')).map(({ code, detail }) => [
      code,
      detail['side'],
    ])
  }

  test('is carried in where it was pending, and said where the book lost or found it', async () => {
    expect(await crossing([true, true])).toEqual([])
    expect(await crossing([false, false])).toEqual([])
    expect(await crossing([true, false])).toEqual([[one.code, 'not_carried_in']])
    expect(await crossing([false, true])).toEqual([[one.code, 'not_pending_before']])
  })
})

test('a period whose own lists never came is not closed, though later lists carry dossiers of it', async () => {
  const ward = openWard()
  ward.putMonth('2026-02')
  await ward.nightly('2026-02-14')
  const { code, err } = await ward.doisoat('close', '2026-01', '--by', 'Lan')
  expect([code, err]).toEqual([2, expect.stringContaining('chưa có số liệu để chốt')])
  const { period, nextPeriod } = await ward.ask<Status>('status')
  expect([period.id, nextPeriod.id]).toEqual(['2026-03', '2026-04'])
})
