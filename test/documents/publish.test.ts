import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Manifest, MANIFEST } from '../../pipeline/documents/manifest.ts'
import { discrepanciesIn } from '../support/truth.ts'
import { copyOf, openWard, type Ward } from '../support/ward.ts'

/** As of which night each month's folder stands. */
function nights(ward: Ward): string[] {
  return ['2026-01', '2026-02'].map((month) => {
    const manifest = JSON.parse(readFileSync(join(ward.folder, 'out', month, MANIFEST), 'utf8')) as Manifest
    return manifest.asOf
  })
}

describe('on the night after', () => {
  const before = openWard()
  let ward: Ward

  beforeAll(async () => {
    before.putMonth('2026-01', '2026-01')
    before.putMonth('2026-02', '2026-02')
    await before.nightly('2026-05-04') // all discrepancies are new
    await before.nightly('2026-05-05') // and no more
  })

  beforeEach(() => {
    ward = copyOf(before)
    expect(nights(ward)).toEqual(['2026-05-05', '2026-05-05'])
  })

  test('a month that nothing touched stays as it was published; the current one is written every night', async () => {
    await ward.nightly('2026-05-06')
    expect(nights(ward)).toEqual(['2026-05-05', '2026-05-05'])
    const current = readFileSync(join(ward.folder, 'out/2026-05', MANIFEST), 'utf8')
    expect((JSON.parse(current) as Manifest).asOf).toBe('2026-05-06')
  })

  test('another file of it, a decision, or a document that is gone touch it', async () => {
    const name = '2026-01/HKD_20260116.csv'
    const text = ward.read(name).toString('utf8')
    ward.put(name, `${text.trimEnd().split('\n').slice(0, -1).join('\n')}\n`)
    await ward.nightly('2026-05-06')
    expect(nights(ward)).toEqual(['2026-05-06', '2026-05-06'])
    rmSync(join(ward.folder, 'out/2026-01/bao-cao.txt'))
    await ward.nightly('2026-05-07')
    expect(nights(ward)[0]).toBe('2026-05-07')
    const [one] = await discrepanciesIn(ward, '--kind', 'routed_past_centre')
    await ward.doisoat('discrepancies', 'ack', one!.key, '--until', '2026-06-30', '--why', 'đã hỏi')
    await ward.nightly('2026-05-08')
    expect(nights(ward)[0]).toBe('2026-05-08')
  })

  test('a setting touches every month, and so does whoever asks for it', async () => {
    ward.configure({ dueSoonDays: 3 })
    await ward.nightly('2026-05-06')
    expect(nights(ward)).toEqual(['2026-05-06', '2026-05-06'])
    await ward.nightly('2026-05-07')
    await ward.nightly('2026-05-08')
    expect(nights(ward)).toEqual(['2026-05-06', '2026-05-06'])
    await ward.doisoat('report', '--period', '2026-01')
    expect(nights(ward)).toEqual(['2026-05-08', '2026-05-06'])
  })
})
