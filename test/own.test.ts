import { expect, test } from 'vitest'
import { isAnyones, isOwn as ofUnit } from '../pipeline/own.ts'
import { makeSetting } from '../pipeline/setting.ts'
import { bundledCalendar, bundledCatalogue } from './bundled.ts'
import { believed, booked, exportOf, later, settingOf, told, ward } from './support/hand-made.ts'

const foreign = { agency: 'UBND phường Lê Chân, thành phố Hải Phòng', account: 'khac.01' }

/** Whether a dossier of that code is the unit's, by the agency on the portal's row and the accounts of two. */
function isOwn(code: string, onPortal: object | null, ministry: object = foreign): boolean {
  const rows = onPortal === null ? [] : [told('dvcqg', { ...foreign, ...onPortal })]
  return believed({ code, rows: [...rows, told('botuphap-hotich', { ...foreign, ...ministry })] }).own
}

test('a dossier is the unit’s by the organisation in its code, in either spelling, whoever stands beside it', () => {
  expect(isOwn('H24.131-260204-0001', {})).toBe(true)
  expect(isOwn('000.00.131.H24-260204-0001', {})).toBe(true)
  expect(isOwn('H24.132-260204-0001', { agency: 'UBND phường Hưng Đạo', account: 'ttpvhcc.hd01' })).toBe(false)
})

test('a code of the portal is the unit’s by the agency; one that the portal does not list, by agency or account', () => {
  const code = 'G22.99-260204-000001'
  const agency = 'UBND phường Hưng Đạo, thành phố Hải Phòng'
  expect(isOwn(code, { agency })).toBe(true)
  expect(isOwn(code, { account: 'ttpvhcc.hd01' }, { account: 'ttpvhcc.hd01', agency })).toBe(false)
  expect(isOwn(code, null, { account: 'TTPVHCC.hd01' })).toBe(true)
  expect(isOwn(code, null, { agency })).toBe(true)
  expect(isOwn(code, null)).toBe(false)
  expect(isOwn(code, null, { account: null, agency: null })).toBe(false)
})

test('of two rows of the portal for one code, one agency is enough', () => {
  const rows = ['UBND phường Hưng Đạo', 'UBND phường Lê Chân'].map((agency, row) => told('dvcqg', { agency, row }))
  expect(believed({ code: 'G22.99-260204-000001', rows }).own).toBe(true)
})

test('a ministry’s own code is the unit’s by one of its accounts, the Centre’s or the economic office’s, or by the agency', () => {
  const code = 'G09.20-20260204-000001'
  expect(isOwn(code, {}, { account: 'ktht.truongphong' })).toBe(true)
  expect(isOwn(code, { account: 'ttpvhcc.hd02' })).toBe(true)
  expect(isOwn(code, { agency: 'phường Hưng Đạo' })).toBe(true)
  expect(isOwn(code, {})).toBe(false)
})

test.each([
  ['UBND phường Hưng Đạo, thành phố Hải Phòng', true],
  ['UBND Phường Hưng Đạo - TP. Hải Phòng', true],
  ['phường Hưng Đạo (TP Hải Phòng)', true],
  ['phường Hưng Đạo, Hải Phòng', true],
  ['phường Hưng Đạo, tỉnh Hải Phòng', true],
  ['phường Hưng Đạo', true],
  ['phường Hưng Đạo, thành phố Hà Nội', false],
  ['phường Hưng Đạo 2', false],
  ['phường Lê Chân, thành phố Hải Phòng', false],
])('the agency %s is the unit’s: %s', (agency, own) => {
  expect(isOwn('G22.99-260204-000001', { agency })).toBe(own)
})

test('a city that is glued to the ward’s name is still the city', () => {
  const night = { asOf: '2026-02-13', calendar: bundledCalendar, catalogue: bundledCatalogue }
  const setting = makeSetting({ unit: { ...ward, name: 'xã Tân An' }, dueSoonDays: 3 }, night, [])
  const isOf = (agency: string): boolean => {
    return ofUnit({ code: 'G22.99-260204-000001', rows: [told('dvcqg', { agency })] }, setting)
  }
  expect(['UBND xã Tân AnHải Phòng', 'UBND xã Tân An,Hải Phòng'].map(isOf)).toEqual([true, true])
  expect(['UBND xã Tân AnHà Nội', 'UBND xã Tân Anh, Hải Phòng'].map(isOf)).toEqual([false, false])
})

test('former codes, accounts and the names of systems are known in any spelling, and nothing else is', () => {
  const night = { asOf: '2026-02-13', calendar: bundledCalendar, catalogue: bundledCatalogue }
  const setting = makeSetting({ unit: { ...ward, formerCodes: ['000.00.32.H24'] }, dueSoonDays: 3 }, night, [])
  expect(['H24.32-260204-0001', 'H24.131-260204-0001', 'H24.1-260204-0001'].map(setting.isUnitsCode)).toEqual([
    true,
    true,
    false,
  ])
  expect(['TTPVHCC.HD02', 'ktht.truongphong', 'x'].map(setting.isCentre)).toEqual([true, false, false])
  expect(['TTPVHCC.HD02', 'ktht.truongphong', 'x'].map(setting.isUnits)).toEqual([true, true, false])
  expect(['bộ tư pháp - hộ tịch điện tử', 'x', null].map(setting.systemCalled)).toEqual(['botuphap-hotich', null, null])
  expect([setting.asOf, setting.dueSoonDays, setting.unit.name]).toEqual(['2026-02-13', 3, 'phường Hưng Đạo'])
})

test('a system’s exports stand in the order of their windows’ ends, then of their beginnings', () => {
  const narrow = exportOf('trungtam', { export: 9, from: '2026-02-01' })
  const handed = [later('trungtam'), narrow, exportOf('trungtam'), exportOf('dvcqg')]
  expect(
    settingOf({ handed })
      .exports.get('trungtam')
      ?.map(({ export: number }) => number),
  ).toEqual([3, 9, 103])
  expect(believed({ rows: [booked()] }).own).toBe(true)
})

test('a code of the portal that no readable row tells of may be anybody’s; one with a row, or of an office, is not', () => {
  const rows = [told('dvcqg', foreign)]
  expect(isAnyones({ code: 'G22.99-260204-0001', rows: [] })).toBe(true)
  expect(isAnyones({ code: 'G22.99-260204-0001', rows })).toBe(false)
  expect(isAnyones({ code: 'H24.131-260204-000G', rows: [] })).toBe(false)
})
