import { beforeAll, describe, expect, test } from 'vitest'
import { openWard } from '../support/ward.ts'
import { inCsv, type Made } from './checks.ts'
import { documentsOf, formulaShapes, madeBy, nightsOf, wrongIn } from './night.ts'
import { asReason, wrongOnScreens } from './screens.ts'
import { strings } from './strings.ts'
import { putEverywhere } from './ward.ts'

const plainTexts = Array.from({ length: 28 }, (_, at) => `chữ ${at}`)
let plain: { readonly made: Readonly<Record<string, Made>>; readonly formulas: readonly string[] }

beforeAll(async () => {
  const usual = await nightsOf(plainTexts, { each: 'row', share: 4 })
  plain = { made: madeBy(usual), formulas: formulaShapes(usual) }
})

describe.each([
  { each: 'row', share: 1 },
  { each: 'column', share: 3 },
] as const)('every string in every column of exports, $each by $each', (how) => {
  test('no document, no screen, no place and no table is other than plain texts make it', async () => {
    const ward = await nightsOf(strings, how)
    expect(wrongIn(ward, plain.made, plain.formulas)).toEqual([])
    expect(await wrongOnScreens(ward, 500)).toEqual([])
  })
})

test('every string as a reason, a name and an argument', async () => {
  const ward = await nightsOf(plainTexts.slice(0, 4), { each: 'row', share: 4 })
  const wrong: string[] = []
  for (const text of strings) wrong.push(...(await asReason(ward, text)))
  expect(wrong).toEqual([])
})

test('cells of a megabyte in every column, and of ten in every system: documents stay small, and the night ends', async () => {
  const ward = openWard({ rejectThreshold: 1 })
  const texts = [`=${'a'.repeat(1_000_000)}`, '<b>'.repeat(350_000), 'dài '.repeat(2_500_000)]
  putEverywhere(ward, texts, { each: 'row', share: 3 })
  const { code, err } = await ward.nightly('2026-02-13')
  expect(code).toBeLessThan(2) // a line of more than sixteen million letters is refused
  expect(err).not.toContain('\n    at ')
  expect(documentsOf(ward).filter(([, bytes]) => bytes.length > 3_000_000).map(([name]) => name)).toEqual([]) // prettier-ignore
  for (const [name, bytes] of documentsOf(ward))
    if (name.endsWith('.csv')) expect(inCsv(bytes.toString('utf8'))).toEqual([])
})
