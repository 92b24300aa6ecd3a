import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Manifest, MANIFEST } from '../../pipeline/documents/manifest.ts'
import { bookRow, portalRow, type Told } from '../support/dossiers.ts'
import { exportOf, preamble } from '../support/make-export.ts'
import { discrepanciesIn } from '../support/truth.ts'
import { openWard, type Ward } from '../support/ward.ts'

const told = (number: number, given: Partial<Told> = {}): Partial<Told> => {
  return { code: `H24.131-260204-000${number}`, identity: `03119569467${number}`, ...given }
}

describe('nights of a small ward, each made again as it was', () => {
  const from = '2026-01-17'
  const portal = (to: string, some: readonly Partial<Told>[], begins = from) =>
    exportOf(
      'portal',
      some.map((each) => portalRow(each)),
      { before: [preamble(begins, to)] },
    )
  const book = (to: string, some: readonly Partial<Told>[]) =>
    exportOf(
      'book',
      some.map((each) => bookRow(each)),
      { before: [preamble(from, to)] },
    )
  const expectSame = async (ward: Ward, ...folders: string[]) => {
    for (const folder of folders)
      expect([folder, (await ward.doisoat('verify', folder)).out]).toEqual([
        folder,
        expect.stringContaining('Giống hệt'),
      ])
  }
  const nightOf = (day: string) => `out/nightly/2026-02-${day}`

  test('a dossier vanished and another came back', async () => {
    const ward = openWard()
    const nights = {
      '2026-02-10': { listed: [told(1), told(2), told(3)], booked: [told(1), told(2)] },
      '2026-02-11': { listed: [told(1), told(3, { due: '2026-02-06' })], booked: [told(1), told(2), told(3)] },
      '2026-02-12': { listed: [told(1), told(2), told(3)], booked: [told(1), told(2)] },
    }
    for (const [night, { listed, booked }] of Object.entries(nights)) {
      ward.put('portal.csv', portal(night, listed))
      ward.put('book.csv', book(night, booked))
      await ward.nightly(night)
    }
    await expectSame(ward, nightOf('10'), nightOf('11'), nightOf('12'))
  })

  test('what was resolved on a night, or not verified, keeps its lines when a later night raises it on others', async () => {
    const ward = openWard()
    ward.put('portal 10.csv', portal('2026-02-10', [told(1), told(2)]))
    ward.put('book 10.csv', book('2026-02-10', [told(1)]))
    await ward.nightly('2026-02-10')
    ward.put('portal 11.csv', portal('2026-02-11', [told(1), told(2)]))
    ward.put('book 11.csv', book('2026-02-11', [told(1), told(2)]))
    await ward.nightly('2026-02-11')
    ward.put('portal 12.csv', portal('2026-02-12', [told(3), told(1), told(2)]))
    ward.put('book 12.csv', book('2026-02-12', [told(1)]))
    await ward.nightly('2026-02-12')
    await expectSame(ward, nightOf('10'), nightOf('11'), nightOf('12'))
    const [one] = await discrepanciesIn(ward, '--as-of', '2026-02-11', '--kind', 'missing_at_centre')
    expect([one!.state, one!.sources.map(({ file }) => file)]).toEqual(['resolved', ['portal 10.csv']])
  })

  test('a file that is not taken lies there for nights', async () => {
    const ward = openWard()
    ward.put('portal.csv', portal('2026-02-10', [told(1)]))
    ward.put('ảnh.pdf', '%PDF-1.4')
    ward.put('gì.csv', 'a,b\n1,2\n')
    for (const day of ['10', '11', '12']) await ward.nightly(`2026-02-${day}`)
    await expectSame(ward, nightOf('10'), nightOf('11'), nightOf('12'))
    const { files } = await ward.ask<{ files: { file: string }[] }>('files')
    expect(files.map(({ file }) => file).toSorted()).toEqual(['gì.csv', 'portal.csv', 'ảnh.pdf'])
  })

  test('nights were run in another order than that of their days', async () => {
    const ward = openWard()
    ward.put('portal.csv', portal('2026-02-13', [told(1), told(2)]))
    await ward.nightly('2026-02-12')
    await ward.nightly('2026-02-10')
    await expectSame(ward, 'out/2026-02', nightOf('12'), nightOf('10'))
    const { inputs } = JSON.parse(readFileSync(join(ward.folder, 'out/2026-02', MANIFEST), 'utf8')) as Manifest
    expect(inputs.map(({ file }) => file)).toEqual(['portal.csv'])
    ward.put('portal.csv', portal('2026-02-13', [told(1), told(2), told(3)]))
    await ward.nightly('2026-02-11')
    await expectSame(ward, 'out/2026-02', nightOf('12'), nightOf('10'), nightOf('11'))
  })

  test('a later night brings files: how fresh the systems were is as it was', async () => {
    const ward = openWard()
    ward.put('portal.csv', portal('2026-02-13', [told(1)]))
    await ward.nightly('2026-02-13')
    await ward.doisoat('report', '--period', '2026-Q1')
    ward.put('portal 03.csv', portal('2026-03-13', [told(2)], '2026-02-14'))
    await ward.nightly('2026-03-13')
    await expectSame(ward, 'out/2026-Q1')
  })

  test('a wider export covers the one whose changes a night told', async () => {
    const ward = openWard()
    ward.put('portal.csv', portal('2026-02-10', [told(1)]))
    await ward.nightly('2026-02-10')
    ward.put('portal.csv', portal('2026-02-11', [told(1), told(2)]))
    await ward.nightly('2026-02-11')
    ward.put('quý.csv', portal('2026-02-12', [told(1), told(2)], '2025-12-18'))
    await ward.nightly('2026-02-12')
    const { changes } = await ward.ask<{ changes: { system: string; what: string }[] }>(
      'changes',
      '--as-of',
      '2026-02-11',
    )
    expect(changes).toEqual([expect.objectContaining({ system: 'dvcqg', what: 'appeared' })])
    await expectSame(ward, nightOf('11'))
  })
})
