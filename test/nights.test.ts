import { beforeAll, describe, expect, test } from 'vitest'
import type { Change } from '../pipeline/nights/changes.ts'
import type { PeriodFigures } from '../pipeline/period-figures.ts'
import { bookRow, civilRow, portalRow, type Told } from './support/dossiers.ts'
import { rowsIn } from './support/database.ts'
import { exportOf, type Kind, preamble } from './support/make-export.ts'
import { discrepanciesIn, figuresIn } from './support/truth.ts'
import { copyOf, dumpOf, openWard, tablesThatDiffer, type Ward } from './support/ward.ts'

/** What each list says on a night; one that is left out was not handed over. */
type Night = { readonly [list in 'portal' | 'book' | 'civil']?: readonly Partial<Told>[] }

const open = { status: 'Đang xử lý', ended: '' } as const

function dossier(number: number, given: Partial<Told> = {}): Partial<Told> {
  return { code: codeOf(number), identity: `0311956946${70 + number}`, ...given }
}

function codeOf(number: number): string {
  return `H24.131-260204-000${number}`
}

const [inOrder, unbooked, disputed, leaving, coming, late] = [1, 2, 3, 4, 5, 6].map((number) => dossier(number)) as [
  Partial<Told>,
  Partial<Told>,
  Partial<Told>,
  Partial<Told>,
  Partial<Told>,
  Partial<Told>,
]

/** Four nights of one month: a dossier each that appears, changes, vanishes, comes late, is booked and unbooked. */
const nights: Readonly<Record<string, Night>> = {
  '2026-02-09': {
    portal: [inOrder, unbooked, { ...disputed, ...open }, leaving],
    book: [inOrder, disputed, leaving].map((each) => (each === disputed ? { ...each, ended: '' } : each)),
    civil: [inOrder, unbooked, disputed, leaving],
  },
  '2026-02-10': {
    portal: [inOrder, unbooked, { ...disputed, ...open }, { ...leaving, due: '2026-02-06' }, coming],
    book: [inOrder, unbooked, { ...disputed, ended: '' }, leaving, coming],
  },
  '2026-02-11': {
    portal: [inOrder, unbooked, disputed, leaving, coming, { ...late, ended: '2026-02-05' }],
    book: [inOrder, disputed, leaving, coming, late],
    civil: [inOrder, unbooked, disputed, coming, late],
  },
}

const rows = { portal: portalRow, book: bookRow, civil: civilRow }

function hand(ward: Ward, day: string, night: Night, under: string): void {
  for (const [kind, told] of Object.entries(night) as [Kind & keyof Night, readonly Partial<Told>[]][]) {
    const before = [preamble('2026-01-17', day)]
    ward.put(`${under}${kind}.csv`, exportOf(kind, told.map((each) => rows[kind](each)), { before })) // prettier-ignore
  }
}

/** Every change of state, by night: `2026-02-09 open missing_at_centre/…`. */
function turns(ward: Ward): string[] {
  const all = rowsIn<{ turn: string }>(
    ward.database,
    `select discrepancy_event.as_of || ' ' || discrepancy_event.state || ' ' || key as turn from discrepancy_event
     join discrepancy using (unit, discrepancy)`,
  )
  return all.map(({ turn }) => turn).toSorted()
}

const ways = {
  'each night in its own folder, the others kept': (day: string) => `${day}/`,
  'each night over the files of the last': () => '',
}

describe.each(Object.entries(ways))('four nights, %s', (_, folder) => {
  const ward = openWard()

  beforeAll(async () => {
    for (const [day, night] of Object.entries(nights)) {
      if (folder(day) === '' && night.civil === undefined) ward.take('civil.csv')
      hand(ward, day, night, folder(day))
      await ward.nightly(day)
    }
    await ward.nightly('2026-02-12')
  })

  test('turn what they should, and nothing else', () => {
    expect(turns(ward)).toEqual([
      `2026-02-09 open missing_at_centre/${codeOf(2)}/trungtam`,
      `2026-02-09 open status_conflict/${codeOf(3)}/botuphap-hotich`,
      '2026-02-10 open export_missing/2026-01-17/botuphap-hotich',
      `2026-02-10 resolved missing_at_centre/${codeOf(2)}/trungtam`,
      `2026-02-11 open missing_in_ministry/${codeOf(4)}/botuphap-hotich`,
      `2026-02-11 open vanished/${codeOf(2)}/trungtam`,
      `2026-02-11 open vanished/${codeOf(4)}/botuphap-hotich`,
      `2026-02-11 reopened missing_at_centre/${codeOf(2)}/trungtam`,
      '2026-02-11 resolved export_missing/2026-01-17/botuphap-hotich',
      `2026-02-11 resolved status_conflict/${codeOf(3)}/botuphap-hotich`,
    ])
  })

  test('a system that was silent verifies nothing, and makes the figures incomplete', async () => {
    const on = async (day: string) => {
      const { incomplete } = await ward.ask<PeriodFigures>('figures', '--period', '2026-02', '--as-of', day)
      return incomplete
    }
    expect([await on('2026-02-09'), await on('2026-02-10'), await on('2026-02-11')]).toEqual([
      [],
      ['botuphap-hotich'],
      [],
    ])
  })

  test('every night gives the figures that it gave', async () => {
    const on = async (day: string) => {
      const { figures, asOf } = await ward.ask<PeriodFigures>('figures', '--period', '2026-02', '--basis', 'all', '--as-of', day) // prettier-ignore
      return [asOf, figures.received_total, figures.resolved_total, figures.resolved_overdue]
    }
    expect(await on('2026-02-09')).toEqual(['2026-02-09', 4, 4, 0])
    expect(await on('2026-02-10')).toEqual(['2026-02-10', 5, 5, 0])
    expect(await on('2026-02-11')).toEqual(['2026-02-11', 6, 6, 0])
    expect(await on('2026-03-31')).toEqual(['2026-02-12', 6, 6, 0])
    const before = await ward.doisoat('figures', '--as-of', '2026-02-08')
    expect([before.code, before.err]).toEqual([2, expect.stringContaining('09/02/2026')])
    for (const command of ['changes', 'discrepancies'])
      expect((await ward.doisoat(command, '--as-of', '2026-02-08')).err).toBe(before.err)
  })

  test('looking back changes nothing', async () => {
    const before = dumpOf(ward)
    await ward.ask('figures', '--as-of', '2026-02-09')
    expect(dumpOf(ward)).toEqual(before)
  })

  test('what appeared, changed and went is known by night, and which due days moved', async () => {
    const on = async (day: string) => {
      const { changes } = await ward.ask<{ changes: Change[] }>('changes', '--as-of', day)
      return changes.map(({ code, system, what, dueAfter }) => `${code.at(-1)} ${system} ${what}${dueAfter === null ? '' : ` ${dueAfter}`}`) // prettier-ignore
    }
    expect(await on('2026-02-09')).toEqual([])
    expect(await on('2026-02-10')).toEqual([
      '4 dvcqg changed 2026-02-06',
      '5 dvcqg appeared',
      '2 trungtam appeared',
      '5 trungtam appeared',
    ])
    expect(await on('2026-02-11')).toEqual([
      '4 botuphap-hotich gone',
      '5 botuphap-hotich appeared',
      '6 botuphap-hotich appeared',
      '3 dvcqg changed',
      '4 dvcqg changed 2026-02-05',
      '6 dvcqg appeared',
      '2 trungtam gone',
      '3 trungtam changed',
      '6 trungtam appeared',
    ])
    expect(await on('2026-02-12')).toEqual([])
  })
})

test('while a system is silent its discrepancies stay and are not verified; when it speaks they are', async () => {
  const ward = openWard()
  const state = async (day: string) => {
    const [one] = await discrepanciesIn(ward, '--as-of', day, '--kind', 'status_conflict')
    return [one!.state, one!.verified, one!.since]
  }
  const [first, second] = Object.entries(nights)
  hand(ward, first![0], first![1], '')
  await ward.nightly(first![0])
  expect(await state('2026-02-09')).toEqual(['new', true, '2026-02-09'])
  ward.take('civil.csv')
  hand(ward, second![0], second![1], '')
  await ward.nightly(second![0])
  expect(await state('2026-02-10')).toEqual(['open', false, '2026-02-09'])
  expect(await state('2026-02-09')).toEqual(['new', true, '2026-02-09'])
  hand(ward, '2026-02-10', { civil: [inOrder, unbooked, disputed, leaving, coming] }, '')
  await ward.nightly('2026-02-10')
  expect(await state('2026-02-10')).toEqual(['open', true, '2026-02-09'])
})

test('a list of a past night says what that night said', async () => {
  const ward = openWard()
  const list = async (day: string) =>
    (await discrepanciesIn(ward, '--as-of', day)).map((each) => ({ ...each, sources: 'as of the last night' }))
  const said: Record<string, unknown> = {}
  for (const [day, night] of Object.entries(nights)) {
    if (night.civil === undefined) ward.take('civil.csv')
    hand(ward, day, night, '')
    await ward.nightly(day)
    said[day] = await list(day)
  }
  for (const [day, then] of Object.entries(said)) expect(await list(day)).toEqual(then)
})

test('what a system said before it fell silent stays so: what had ended stays ended', async () => {
  const ward = openWard()
  hand(ward, '2026-02-09', { portal: [{ ...disputed, ...open }], book: [{ ...disputed, ended: '' }], civil: [disputed] }, '') // prettier-ignore
  await ward.nightly('2026-02-09')
  const before = await figuresIn(ward, '2026-02', 'all')
  ward.take('civil.csv')
  hand(ward, '2026-02-10', { portal: [{ ...disputed, ...open }, inOrder], book: [{ ...disputed, ended: '' }, inOrder] }, '') // prettier-ignore
  await ward.nightly('2026-02-10')
  const after = await figuresIn(ward, '2026-02', 'all')
  expect([before.figures.resolved_total, after.figures.resolved_total]).toEqual([1, 2])
})

test('a dossier that leaves every list is said, and nothing of it is taken for settled', async () => {
  const ward = openWard()
  hand(ward, '2026-02-09', { portal: [inOrder, unbooked], book: [inOrder], civil: [inOrder, unbooked] }, '')
  await ward.nightly('2026-02-09')
  hand(ward, '2026-02-10', { portal: [inOrder], book: [inOrder], civil: [inOrder] }, '')
  await ward.nightly('2026-02-10')
  const list = await discrepanciesIn(ward)
  expect(list.map(({ kind, code, system, verified }) => [kind, code, system, verified])).toEqual([
    ['missing_at_centre', codeOf(2), 'trungtam', false],
    ['vanished', codeOf(2), 'botuphap-hotich', true],
    ['vanished', codeOf(2), 'dvcqg', true],
  ])
  expect(list.at(-1)).toMatchObject({
    detail: { last_listed: '2026-02-09' },
    sources: [{ file: 'portal.csv', line: 4 }],
  })
})

test('an export with fewer rows than it states does not say that a dossier is gone', async () => {
  const many = Array.from({ length: 40 }, (_, i) => ({
    ...inOrder,
    code: `H24.131-260204-1${String(i).padStart(3, '0')}`,
  }))
  const portal = (told: readonly Partial<Told>[], total: number) =>
    exportOf('portal', told.map((each) => portalRow(each)), { before: [preamble('2026-01-17', '2026-02-13')], after: [`Tổng số: ${total}`] }) // prettier-ignore
  const gone = async (total: number) => {
    const ward = openWard()
    ward.put('portal.csv', portal(many, 40))
    await ward.nightly('2026-02-12')
    ward.put('portal.csv', portal(many.slice(1), total))
    await ward.nightly('2026-02-13')
    return (await discrepanciesIn(ward, '--kind', 'vanished')).length
  }
  expect([await gone(39), await gone(40)]).toEqual([1, 0])
})

test('nights that are loaded in another order know the same in the end', async () => {
  const [plain, mixed] = [openWard(), openWard()]
  const all = Object.entries(nights)
  for (const [day, night] of all) {
    hand(plain, day, night, `${day}/`)
    await plain.nightly(day)
  }
  for (const [day, night] of all.toReversed()) {
    hand(mixed, day, night, `${day}/`)
    await mixed.nightly(day)
  }
  await plain.nightly('2026-02-12')
  await mixed.nightly('2026-02-12')
  const known = async (ward: Ward) => {
    const list = await discrepanciesIn(ward)
    return list.flatMap(({ key, state }) => (state === 'resolved' ? [] : [key]))
  }
  expect(await known(mixed)).toEqual(await known(plain))
  expect((await figuresIn(mixed, '2026-02')).figures).toEqual((await figuresIn(plain, '2026-02')).figures)
})

test('the last night again turns nothing', async () => {
  const ward = openWard()
  for (const [day, night] of Object.entries(nights)) {
    hand(ward, day, night, '')
    await ward.nightly(day)
  }
  const again = copyOf(ward)
  await again.nightly('2026-02-11')
  expect(tablesThatDiffer(again, ward, ['run'])).toEqual([])
})

test('a dossier whose lists are all silent tonight is not verified by their silence', async () => {
  const ward = openWard()
  const missing = { ...unbooked, identity: '031195' }
  hand(ward, '2026-02-09', { portal: [inOrder, unbooked], book: [inOrder], civil: [inOrder, missing] }, '')
  await ward.nightly('2026-02-09')
  ward.take('portal.csv')
  ward.take('civil.csv')
  hand(ward, '2026-02-10', { book: [inOrder] }, '')
  await ward.nightly('2026-02-10')
  const list = (await discrepanciesIn(ward)).filter(({ code }) => code !== null)
  expect(list.map(({ kind, verified, lastSeen }) => [kind, verified, lastSeen])).toEqual([
    ['missing_at_centre', true, '2026-02-10'],
    ['invalid_identity', false, '2026-02-09'],
  ])
})
