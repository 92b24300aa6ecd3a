import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeCatalogue } from '../pipeline/catalogue.ts'
import { bundledCatalogue as catalogue } from './bundled.ts'

const head = ['code', 'name', 'field', 'ministry', 'system', 'days', 'unit', 'fee', 'note']

test('the bundled catalogue has 103 procedures', () => {
  expect(catalogue.procedures).toHaveLength(103)
})

test('a procedure has its system and its time limit, or null where there is none', () => {
  expect(catalogue.find('1.001612')).toMatchObject({ system: 'botaichinh-hkd', days: 3, dayUnit: 'working_day' })
  expect(catalogue.find('1.002211')).toMatchObject({ system: null, days: 5, dayUnit: 'day' })
  expect(catalogue.find('2.000528')).toMatchObject({ days: null, dayUnit: null, householdBusiness: false })
  expect(catalogue.find('9.999999')).toBeNull()
})

test('seven procedures are of the household-business group', () => {
  const codes = catalogue.procedures.filter((procedure) => procedure.householdBusiness).map(({ code }) => code)
  expect(codes).toEqual(['1.001266', '1.001570', '1.001612', '1.014034', '1.014035', '2.000575', '2.000720'])
})

test.each([
  ['1.004873', '1.004873', true],
  ['1.004873.01', '1.004873', true],
  ['2.000815.000.00.00.H55.02', '2.000815', true],
  ['2.00072', '2.000720', true], // a spreadsheet dropped the last zero
  ['2.00072.01', '2.000720', true],
  ['1.012796.H36', '1.012796', true],
  ['9.999999.H36', '9.999999', false],
  ['9.99', '9.99', false], // 9.990000 is not in the catalogue: nothing is proved
  ['1.0048731', '1.0048731', false],
  ['khai sinh', 'khai sinh', false],
])('%s stands for %s', (text, code, known) => {
  expect(catalogue.repair(text)).toEqual({ code, known })
})

test('every code of the catalogue survives a spreadsheet and a suffix, and a repaired code stays as it is', () => {
  const codes = fc.constantFrom(...catalogue.procedures.map(({ code }) => code))
  fc.assert(
    fc.property(codes, fc.constantFrom('', '.01', '.H36', '.000.00.00.H55.02'), (code, suffix) => {
      expect(catalogue.repair(code + suffix)).toEqual({ code, known: true })
      const { code: damaged } = catalogue.repair(String(Number(code)))
      expect(damaged).toBe(code)
      expect(catalogue.repair(damaged).code).toBe(damaged)
    }),
  )
})

test('columns may stand in any order', () => {
  const line = ['1.000001', 'Tên', 'Lĩnh vực', 'Bộ', '', '', '', '', '']
  const turned = makeCatalogue([head.toReversed(), line.toReversed()])
  expect(turned.find('1.000001')).toMatchObject({ name: 'Tên', system: null })
})

test('a catalogue without a column, or with a code that is none, is refused by its line', () => {
  expect(() => makeCatalogue([['code', 'name']])).toThrow(
    expect.objectContaining({
      details: expect.objectContaining({ missing: ['field', 'ministry', 'system', 'days', 'unit'] }),
    }),
  )
  expect(() => makeCatalogue([head, ['1.01', 'Tên', '', '', '', '', '', '', '']], 'ours.csv')).toThrow(
    expect.objectContaining({
      code: 'table_cell',
      details: { file: 'ours.csv', line: 2, column: 'code', found: '1.01', expected: 'procedure_code' },
    }),
  )
})
