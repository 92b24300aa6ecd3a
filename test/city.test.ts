import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { totalOf } from '../pipeline/city/city-report.ts'
import type { PeriodFigures } from '../pipeline/period-figures.ts'
import type { CityReport } from '../reports/city/city-report.ts'
import { bookRow, portalRow, type Told } from './support/dossiers.ts'
import { evaluate } from './documents/evaluate.ts'
import { at, type ReadSheet, readWorkbook } from './documents/read-workbook.ts'
import { exportOf, preamble } from './support/make-export.ts'
import { openWard } from './support/ward.ts'

type Made = CityReport & { readonly folder: string }

const home = openWard()
const unit = (name: string, agencyCode: string) => ({
  name,
  city: 'thành phố Hải Phòng',
  centre: `Trung tâm Phục vụ hành chính công ${name}`,
  agencyCode,
  centreAccounts: ['ttpvhcc.hd01'],
  householdBusinessAccounts: ['ktht.truongphong'],
})
const write = (name: string, value: object): void => writeFileSync(join(home.folder, name), stringify(value))

/** A ward beside others: the database is the same, the inbox and what is published are its own. */
function ward(file: string, its: ReturnType<typeof unit>): void {
  const name = file.replace('.yaml', '')
  const periods = { override: { '2026-02': { from: '2026-01-17', to: '2026-02-13' } } }
  write(file, { unit: its, inbox: `inbox/${name}`, database: 'var/city.db', out: `out/${name}`, periods })
}

function hand(name: string, told: readonly Partial<Told>[]): void {
  const before = [preamble('2026-01-17', '2026-02-13')]
  home.put(`${name}/portal.csv`, exportOf('portal', told.map((each) => portalRow(each)), { before })) // prettier-ignore
  home.put(`${name}/book.csv`, exportOf('book', told.map((each) => bookRow(each)), { before })) // prettier-ignore
}

const told = (agency: string, number: number, given: Partial<Told> = {}): Partial<Told> => {
  return { code: `${agency}-260204-000${number}`, identity: `03119569467${number}`, ...given }
}

beforeAll(async () => {
  ward('hung-dao.yaml', unit('phường Hưng Đạo', 'H24.131'))
  ward('an-duong.yaml', unit('phường An Dương', 'H24.132'))
  ward('xa-moi.yaml', unit('xã Mới', 'H24.133'))
  hand('hung-dao', [told('H24.131', 1, { fee: '8000' }), told('H24.131', 2, { ended: '2026-02-09' })])
  hand('an-duong', [
    told('H24.132', 1, { fee: '8000' }),
    told('H24.132', 2),
    told('H24.132', 3, { ended: '', status: 'Đang xử lý', due: '2026-02-20' }),
  ])
  for (const file of ['hung-dao', 'an-duong'])
    await home.doisoat('nightly', '--as-of', '2026-02-13', '--config', `${file}.yaml`)
  write('thanh-pho.yaml', {
    city: 'thành phố Hải Phòng',
    out: 'out/thanh-pho',
    units: ['hung-dao.yaml', 'an-duong.yaml'],
  })
})

const city = () => home.ask<Made>('city', '--period', '2026-02', '--config', 'thanh-pho.yaml')

describe('two wards in one database', () => {
  test('each has its own dossiers, and the city has their sum', async () => {
    const { wards, total } = await city()
    expect(
      wards.map(({ name, state }) => [name, state!.figures.received_total, state!.figures.resolved_overdue]),
    ).toEqual([
      ['phường Hưng Đạo', 2, 1],
      ['phường An Dương', 3, 0],
    ])
    expect([total.figures.received_total, total.figures.resolved_total, total.figures.pending_total]).toEqual([5, 4, 1])
    expect(total.national.map(({ id }) => id)).not.toContain('online_payment') // nobody handed the payments over
    expect(total.national.find(({ id }) => id === 'on_time')).toEqual({
      id: 'on_time',
      numerator: 4,
      denominator: 5,
      percent: 80,
    })
  })

  test('the row of a ward is what the ward states itself, and its report lies in its own folder', async () => {
    const { wards, folder } = await city()
    const own = await home.ask<PeriodFigures>('figures', '--period', '2026-02', '--config', 'an-duong.yaml')
    expect(wards[1]!.state!.figures).toEqual(own.figures)
    for (const name of ['hung-dao', 'an-duong'])
      expect(existsSync(join(home.folder, `out/${name}/2026-02/bao-cao.txt`))).toBe(true)
    expect(folder).toBe(join(home.folder, 'out/thanh-pho/2026-02'))
    const { folder: _folder, ...report } = await city()
    expect(JSON.parse(readFileSync(join(folder, 'thanh-pho.json'), 'utf8'))).toEqual(report)
  })

  test('in a workbook, a row each, their total a formula', async () => {
    const { folder } = await city()
    const book = readWorkbook(readFileSync(join(folder, 'tong-hop-thanh-pho.xlsx')))
    const [counts, rates] = book.sheets as [ReadSheet, ReadSheet]
    expect(book.sheets.map(({ name }) => name)).toEqual(['Tổng hợp', 'Chỉ số 766', 'Xếp hạng 766', 'Tệp chưa gửi'])
    const row = rowOf(counts, 'Phường An Dương')
    expect([at(counts, `D${row}`), at(counts, `G${row}`), at(counts, `M${row}`)]).toEqual([3, 2, 1])
    const total = rowOf(counts, 'Toàn thành phố')
    for (const column of ['D', 'E', 'G', 'J', 'M']) {
      const { formula, value } = counts.cells.get(`${column}${total}`)!
      expect(evaluate(formula!, counts)).toBe(value)
    }
    expect([at(counts, `D${total}`), at(counts, `J${total}`)]).toEqual([5, 1])
    const all = rowOf(rates, 'Toàn thành phố')
    expect([at(rates, `D${all}`), at(rates, `E${all}`), at(rates, `F${all}`)]).toEqual([4, 5, 0.8])
  })

  test('on a screen, a line each', async () => {
    const { out, code } = await home.doisoat('city', '--period', '2026-02', '--config', 'thanh-pho.yaml')
    expect(code).toBe(0)
    expect(out).toMatch(/Thành phố Hải Phòng, kỳ 2026-02/)
    expect(out).toMatch(/Phường Hưng Đạo +2 +2 +2 +1 +0 +0/)
    expect(out).toMatch(/Toàn thành phố +5 +5 +4 +1 +1 +0 +80%/)
  })

  test('a ward of which nothing is known yet says so, and does not stop the others', async () => {
    write('ba.yaml', {
      city: 'thành phố Hải Phòng',
      out: 'out/ba',
      units: ['xa-moi.yaml', 'hung-dao.yaml', 'an-duong.yaml'],
    })
    const { out, code } = await home.doisoat('city', '--period', '2026-02', '--config', 'ba.yaml')
    expect(code).toBe(1)
    expect(out).toContain('Cộng 2 trên 3 đơn vị')
    expect(out).toMatch(/Xã Mới( +–){7}/)
    expect(out).toMatch(/Xã Mới: .*H24\.133/)
    write('khong.yaml', { city: 'thành phố Hải Phòng', out: 'out/khong', units: ['xa-moi.yaml'] })
    expect((await home.doisoat('city', '--config', 'khong.yaml')).code).toBe(2)
  })

  test('wards that would write over each other, a ward without a file and an unknown key are said', async () => {
    const said = async (value: object) => {
      write('sai.yaml', value)
      return (await home.doisoat('city', '--config', 'sai.yaml')).err
    }
    const one = { city: 'Hải Phòng', out: 'out/sai', units: ['hung-dao.yaml', 'hung-dao.yaml'] }
    expect(await said(one)).toContain('H24.131 được khai cho')
    expect(await said({ ...one, out: 'out/an-duong', units: ['hung-dao.yaml', 'an-duong.yaml'] })).toContain('cùng ghi kết quả vào thư mục này') // prettier-ignore
    expect(await said({ ...one, units: ['khong-co.yaml'] })).toContain('khong-co.yaml')
    expect(await said({ ...one, unitz: [] })).toContain('units')
    expect(await said({ city: 'Hải Phòng', units: [] })).toContain('sai.yaml')
  })
})

test('a rate of a city is of all, not the mean of the wards; what nobody knows is null', () => {
  const ward = (numerator: number, denominator: number, received: number | null) => ({
    figures: { received_total: received, pending_total: null, digitized_rate: 50 } as never,
    rates: {
      digitized_rate: { numerator, denominator },
      reuse_rate: { numerator: 0, denominator: 0 },
      online_payment_rate: { numerator: 0, denominator: 0 },
    },
    national: [],
  })
  const { figures, rates } = totalOf([ward(1, 2, 2), ward(90, 98, 98), ward(7, 9, null)])
  expect([rates.digitized_rate, figures.digitized_rate]).toEqual([{ numerator: 91, denominator: 100 }, 91])
  expect([figures.received_total, figures.pending_total, figures.reuse_rate]).toEqual([100, null, null])
  expect(totalOf([]).figures.received_total).toBeNull()
})

function rowOf(sheet: ReadSheet, label: string): number {
  const cell = [...sheet.cells.values()].find(({ value }) => value === label)
  return Number(/\d+/.exec(cell!.ref)![0])
}
