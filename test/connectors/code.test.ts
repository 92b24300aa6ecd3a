import { expect, test } from 'vitest'
import { codeIn, codesLike, onlyCodeIn, organisationOf } from '../../connectors/code.ts'

test.each([
  ['a letter for a digit', 'H24.131-26O204-0001', 'H24.131-260204-0001'],
  ['an l for a one', 'h24.l31-260204-000l', 'H24.131-260204-0001'],
  ['a dash lost before the serial', 'H24.131-2602040001', 'H24.131-260204-0001'],
  ['a dash lost behind the organisation', 'H24.131260204-0001', 'H24.131-260204-0001'],
  ['another mark for a dash', 'H24.131_260204/0001', 'H24.131-260204-0001'],
  ['the older spelling', '000.00.131.H24-26O204-0001', 'H24.131-260204-0001'],
  ["a ministry's own", 'G09.20-20260609-0O92637', 'G09.20-20260609-0092637'],
])('%s: no code as it stands, but like one', (_, text, code) => {
  expect(codeIn(text)).toBeNull()
  expect(codesLike(text)).toContain(code)
})

test.each([
  'H24.131-260204-0001',
  'h24.131 – 260204 – 0001',
  '00303/2026',
  'G22.99.3-241219795252x',
  'BTXH-77/2026',
  '',
])('%j is a code, or is like none', (text) => {
  expect(codesLike(text)).toEqual([])
})

test.each([
  ['H24-260204-001', 'H24-260204-001'],
  ['H24.1.2.33.456-260204-1234567', 'H24.1.2.33.456-260204-1234567'],
  ['000.17.22.H56-20210531-0001', 'H56.22.17-20210531-0001'],
  ['000.107.022.H56-210531-0001', 'H56.022.107-210531-0001'],
  ['000.00.130.H24-210531-0001', 'H24.130-210531-0001'],
  ['000.00.00.H56-210531-0001', 'H56-210531-0001'],
  ['H24.\u00ad131 – 2602\u200b\u200b04-0001', 'H24.131-260204-0001'],
  ['h24.131‐260204‒0001', 'H24.131-260204-0001'],
])('%j is a code in its one spelling', (text, code) => {
  expect(codeIn(text)).toBe(code)
})

test.each([
  'xH24.131-260204-0001',
  'H24.131-260204-0001x',
  'H24.131-260204-00012345',
  'H24.131-260204-12',
  'H24.131-2602041-0001',
  'H24.131-26020-0001',
  'H2.131-260204-0001',
  'H245.131-260204-0001',
  'H24.1311-260204-0001',
  'H24.1.2.3.4.5-260204-0001',
  '00.00.131.H24-260204-0001',
  '000.0.131.H24-260204-0001',
  '000.00.1.H24-260204-0001',
  'abc.00.131.H24-260204-0001',
  '000.ab.131.H24-260204-0001',
  '000.00.ab.H24-260204-0001',
  '124.131-260204-0001',
  'Hab.131-260204-0001',
  'H24.abc-260204-0001',
  'H24.131-abcdef-0001',
  'H24.131-abcdefgh-0001',
  'H24.131-260204-abcd',
  'H24.131-2-0001',
])('%j is no code', (text) => {
  expect(codeIn(text)).toBeNull()
})

test('the organisation is that of a code, or stands alone, in either spelling', () => {
  expect(['H24.131-260204-0001', '000.00.131.H24', ' h24.131', 'x-y'].map(organisationOf)).toEqual([
    'H24.131',
    'H24.131',
    'H24.131',
    'x',
  ])
})

test('a row that cannot be read names a dossier where one code stands in it, however often', () => {
  const [one, other] = ['H24.131-260204-0001', 'H24.131-260204-0002']
  expect(onlyCodeIn(['1', one, 'x', 'h24.131-260204-0001'])).toBe(one)
  expect(onlyCodeIn([one, other])).toBeNull()
  expect(onlyCodeIn(['1', 'x', ''])).toBeNull()
  expect(onlyCodeIn([])).toBeNull()
})

test.each([
  ['H24.13I-26O2O4-OOO1', ['H24.131-260204-0001']],
  ['H24.131–260204_0001', ['H24.131-260204-0001']],
  ['H 24.131-260204-0 0O1', ['H24.131-260204-0001']],
  ['H24.131-26020400012', ['H24.131-260204-00012', 'H24.131-26020400-012']],
  ['OOO.OO.13I.H24-260204-0001', ['H24.131-260204-0001']],
  ['H24.131-20260204-O001', ['H24.131-20260204-0001']],
  ['xH24.131-26O204-0001', []],
  ['H24.131-26O204-0001x', []],
  ['H24.131-26O204-12', []],
  ['chưa rõ', []],
])('%j may stand for %j', (text, codes) => {
  expect(codesLike(text)).toEqual(codes)
})
