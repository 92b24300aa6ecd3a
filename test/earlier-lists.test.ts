import { expect, test } from 'vitest'
import { bookRow, civilRow, paymentRow, portalRow, type Told } from './support/dossiers.ts'
import { type Cells, exportOf, type Kind, preamble } from './support/make-export.ts'
import { discrepanciesIn, figuresIn } from './support/truth.ts'
import { openWard, type Ward } from './support/ward.ts'

const windows = { '2026-02': ['2026-01-17', '2026-02-13'], '2026-03': ['2026-02-14', '2026-03-13'] } as const
const open: Partial<Told> = { status: 'Đang xử lý', ended: '', due: '2026-03-20' }
const next: Partial<Told> = { ...open, code: 'H24.131-260304-0001', identity: '031195694675', received: '2026-03-04' }

function hand(ward: Ward, month: keyof typeof windows, lists: { readonly [kind in Kind]?: readonly Cells[] }): void {
  const [from, to] = windows[month]
  const before = [preamble(from, to)]
  for (const [kind, rows] of Object.entries(lists) as [Kind, readonly Cells[]][])
    ward.put(`${month}/${kind}.csv`, exportOf(kind, rows, { before }))
}

function february(ward: Ward, payments: readonly Cells[] = []): void {
  hand(ward, '2026-02', { portal: [portalRow(open)], book: [bookRow(open)], civil: [civilRow(open)], payments })
}

test('the portal’s list of the month before does not say what is missing in this month’s, which nobody handed over', async () => {
  const ward = openWard()
  february(ward)
  hand(ward, '2026-03', { book: [bookRow(open), bookRow(next)], civil: [civilRow(open), civilRow(next)] })
  await ward.nightly('2026-03-13')
  const { figures, reconciliation, incomplete } = await figuresIn(ward, '2026-03', 'all')
  const walk = Object.fromEntries(reconciliation.map(({ line, count }) => [line, count]))
  expect(walk).toMatchObject({ portal: 0, missing_in_portal: 0, centre_book: 2, unexplained: 2 })
  expect([figures.received_total, figures.digitized_rate]).toEqual([2, null])
  expect(incomplete).toEqual(['dvcqg'])
})

test('while the new month’s book is not there nobody knows what it carried in, and nothing is a mismatch', async () => {
  const ward = openWard()
  february(ward)
  hand(ward, '2026-03', { portal: [portalRow(open), portalRow(next)], civil: [civilRow(open), civilRow(next)] })
  await ward.nightly('2026-03-13')
  const kinds = (await discrepanciesIn(ward)).map(({ kind }) => kind)
  expect(kinds).not.toContain('carry_over_mismatch')
  const walk = (await figuresIn(ward, '2026-03', 'all')).reconciliation
  expect(walk.find(({ line }) => line === 'missing_at_centre')!.count).toBe(0)
})

test('a payment that could not be read is said until it is read: no later list has it', async () => {
  const ward = openWard()
  february(ward, [paymentRow('H24.131-260204-0001', 'T1', 'mười nghìn', '2026-02-04')])
  const lists = { portal: [portalRow(open)], book: [bookRow(open)], civil: [civilRow(open)], payments: [] }
  hand(ward, '2026-03', lists)
  await ward.nightly('2026-03-13')
  const list = await discrepanciesIn(ward, '--kind', 'unreadable_row')
  expect(list.map(({ key, state }) => [key, state])).toEqual([
    ['unreadable_row/H24.131-260204-0001/dvcqg-thanhtoan', 'new'],
  ])
})
