import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Manifest, MANIFEST } from '../../pipeline/documents/manifest.ts'
import { discrepanciesIn } from '../support/truth.ts'
import { openWard, type Ward } from '../support/ward.ts'

/** As of which night each month's folder stands. */
function nights(ward: Ward): string[] {
  return ['2026-01', '2026-02'].map((month) => {
    const manifest = JSON.parse(readFileSync(join(ward.folder, 'out', month, MANIFEST), 'utf8')) as Manifest
    return manifest.asOf
  })
}

describe('on the night after', () => {
  let ward: Ward

  beforeEach(async () => {
    ward = openWard()
    ward.putMonth('2026-01', '2026-01')
    ward.putMonth('2026-02', '2026-02')
    await ward.nightly('2026-02-11') // all discrepancies are new
    await ward.nightly('2026-02-12') // and no more
    expect(nights(ward)).toEqual(['2026-02-12', '2026-02-12'])
  })

  test('a month that nothing touched stays as it was published; the current one is written every night', async () => {
    await ward.nightly('2026-02-13')
    expect(nights(ward)).toEqual(['2026-02-12', '2026-02-13'])
  })

  test('another file of it, a decision, or a document that is gone touch it', async () => {
    const name = '2026-01/HKD_20260116.csv'
    const text = ward.read(name).toString('utf8')
    ward.put(name, `${text.trimEnd().split('\n').slice(0, -1).join('\n')}\n`)
    await ward.nightly('2026-02-13')
    expect(nights(ward)).toEqual(['2026-02-13', '2026-02-13'])
    rmSync(join(ward.folder, 'out/2026-01/bao-cao.txt'))
    await ward.nightly('2026-02-14')
    expect(nights(ward)[0]).toBe('2026-02-14')
    const [one] = await discrepanciesIn(ward, '--kind', 'routed_past_centre')
    await ward.doisoat('discrepancies', 'ack', one!.key, '--until', '2026-04-30', '--why', 'đã hỏi')
    await ward.nightly('2026-02-15')
    expect(nights(ward)[0]).toBe('2026-02-15')
  })

  test('a setting touches every month, and so does whoever asks for it', async () => {
    ward.configure({ dueSoonDays: 3 })
    await ward.nightly('2026-02-13')
    expect(nights(ward)).toEqual(['2026-02-13', '2026-02-13'])
    await ward.nightly('2026-02-14')
    await ward.doisoat('report', '--period', '2026-01')
    expect(nights(ward)[0]).toBe('2026-02-14')
  })
})
