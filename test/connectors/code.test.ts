import { expect, test } from 'vitest'
import { codeIn, codesLike } from '../../connectors/code.ts'

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
