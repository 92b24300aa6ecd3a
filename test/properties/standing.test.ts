import { expect, test } from 'vitest'
import { bookRow, portalRow, type Told } from '../support/dossiers.ts'
import { exportOf, preamble } from '../support/make-export.ts'
import { openWard } from '../support/ward.ts'
import { change, countOf, forget, standingDifferences, worldsFrom } from './standing.ts'

test('what stands is what working all of it out again comes to: rows and documents, night after night', async () => {
  for (const world of worldsFrom(8000, 1)) expect(await standingDifferences(world)).toEqual([])
})

test('a dossier that nothing was told of stands as it was settled, and its month as it was stated', async () => {
  const ward = openWard()
  const put = (folder: string, from: string, to: string, told: Partial<Told>): void => {
    const before = [preamble(from, to)]
    ward.put(`${folder}/portal.csv`, exportOf('portal', [portalRow(told)], { before }))
    ward.put(`${folder}/book.csv`, exportOf('book', [bookRow(told)], { before }))
  }
  const early = { code: 'H24.131-251222-0001', received: '2025-12-22', due: '2025-12-23', ended: '2025-12-23' }
  put('1', '2025-12-18', '2026-01-16', early)
  await ward.nightly('2026-01-17')
  put('2', '2026-01-17', '2026-02-13', {})
  await ward.nightly('2026-02-13')
  change(ward, `update dossier set outcome = 'withdrawn' where ended_day < '2026-01-01'`)
  change(
    ward,
    `update summary set document = replace(document, '"refused":0', '"refused":777') where period = '2026-01'`,
  )
  const standing = (): number[] => [
    countOf(ward, `dossier where outcome = 'withdrawn'`),
    countOf(ward, `summary where document like '%"refused":777,%'`),
  ]
  put('2', '2026-01-17', '2026-02-13', { status: 'Đang xử lý', ended: '' })
  await ward.nightly('2026-02-14')
  expect(standing()).toEqual([1, 2])
  forget(ward)
  await ward.nightly('2026-02-14')
  expect(standing()).toEqual([0, 0])
})
