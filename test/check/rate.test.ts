import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkRate } from '../../pipeline/check/rate.ts'
import { mannerOf, numeratorsOver, percentOf } from '../../pipeline/check/share.ts'
import type { StatedRate } from '../../pipeline/check/stated.ts'
import { percent } from '../../pipeline/figures.ts'

const share = fc.integer({ min: 1, max: 5000 }).chain((base) => fc.tuple(fc.nat(base), fc.constant(base)))
const decimals = fc.constantFrom(0, 1, 2, 3)

test('two decimals are rounded as the figures of the program are', () => {
  fc.assert(
    fc.property(
      share,
      ([numerator, denominator]) => percentOf(numerator, denominator, 2) === percent({ numerator, denominator }),
    ),
  )
})

test('what a share is written as, it can be', () => {
  fc.assert(
    fc.property(share, decimals, ([numerator, base], decimals) => {
      const written = { percent: percentOf(numerator, base, decimals), decimals }
      expect(mannerOf(written, numerator, base)).toBe('half_up')
      const all = numeratorsOver(written, base)!
      expect(all.from <= numerator && numerator <= all.to).toBe(true)
    }),
  )
})

test('the numerators over a base are those that are written so, and no others', () => {
  fc.assert(
    fc.property(fc.nat(10_000), decimals, fc.integer({ min: 1, max: 300 }), (digits, decimals, base) => {
      const written = { percent: (digits % (100 * 10 ** decimals + 1)) / 10 ** decimals, decimals }
      const tried = Array.from({ length: base + 1 }, (_, n) => n).filter(
        (n) => percentOf(n, base, decimals) === written.percent,
      )
      const all = numeratorsOver(written, base)
      expect(all === null ? [] : [all.from, all.to]).toEqual(tried.length === 0 ? [] : [tried[0], tried.at(-1)])
    }),
    { numRuns: 500 },
  )
})

test.each([
  [9.45, 2, 214, 2265, 'half_up'],
  [9.44, 2, 214, 2265, 'cut_off'],
  [9.4, 2, 214, 2265, 'fewer_decimals'],
  [9.48, 2, 214, 2265, null],
  [9, 0, 214, 2265, 'half_up'],
  [9.5, 1, 214, 2265, null],
])('%d with %i decimals is written of %i/%i %s', (percent, decimals, numerator, base, manner) => {
  expect(mannerOf({ percent, decimals }, numerator, base)).toBe(manner)
})

const february = new Map([
  ['received_total', 1024],
  ['carried_in', 111],
  ['received_new', 913],
  ['resolved_total', 952],
  ['resolved_early', 939],
  ['resolved_overdue', 6],
  ['refused', 4],
  ['withdrawn', 3],
  ['fee_dossiers', 593],
])

test('95.47 % is a share of no figure of February, and of one combination of them', () => {
  const { verdict, fits, without } = checkRate(rateOf(95.47, 2, { rate: 'reuse_rate' }), [], february)
  expect([verdict, fits.map(({ base, from }) => [base.value, from])]).toEqual(['fits_if', [[949, 906]]])
  expect(without.map(({ value }) => value)).toEqual([...february.values()])
})

test('a share of a stated figure over no stated base is impossible, and the right rate is told', () => {
  const known = new Map([
    ['received_total', 2265],
    ['pending_in_time', 214],
  ])
  const of = { count: 0 }
  expect(checkRate(rateOf(9.48, 2, of), ['pending_in_time'], known)).toMatchObject({
    verdict: 'impossible',
    right: [{ percent: 9.45, numerator: 214, base: { value: 2265 } }],
  })
  expect(checkRate(rateOf(9.45, 2, of), ['pending_in_time'], known).verdict).toBe('fits')
})

test('online payment is a share of the dossiers with a fee: what stands on either side of a wrong one is told', () => {
  const { verdict, right } = checkRate(
    rateOf(99.9, 1, { rate: 'online_payment_rate' }),
    [],
    new Map([['fee_dossiers', 593]]),
  )
  expect([verdict, right.map(({ percent, numerator }) => [percent, numerator])]).toEqual([
    'impossible',
    [
      [100, 593],
      [99.8, 592],
    ],
  ])
})

test('a figure may give a rate by chance: the combinations are told beside it', () => {
  const known = new Map([
    ['resolved_total', 1153],
    ['resolved_early', 1102],
    ['refused', 9],
  ])
  const { verdict, fits } = checkRate(rateOf(92.74, 2, { rate: 'reuse_rate' }), [], known)
  expect([verdict, fits.map(({ base, from }) => [from, base.value])]).toEqual([
    'fits',
    [
      [1022, 1102],
      [1061, 1144],
    ],
  ])
})

test('on time is often said of the early ones too', () => {
  const known = new Map([
    ['resolved_total', 490],
    ['resolved_early', 223],
    ['resolved_on_time', 259],
  ])
  const { verdict, fits } = checkRate(rateOf(98.37, 2, { keys: ['resolved_on_time'] }), ['resolved_on_time'], known)
  expect([verdict, fits[0]!.from, fits[0]!.base.value]).toEqual(['fits', 482, 490])
})

test('a rate without a base to try it on is not tested, one whose base may be anything is said', () => {
  expect(checkRate(rateOf(95.47, 2, { rate: 'reuse_rate' }), [], new Map()).verdict).toBe('untested')
  const known = new Map([['received_total', 10]])
  expect(checkRate(rateOf(95.47, 2, { rate: 'reuse_rate' }), [], known).verdict).toBe('unknown_base')
})

function rateOf(percent: number, decimals: number, of: StatedRate['of']): StatedRate {
  return { text: '', words: '', at: { line: 1, column: 1, start: 0, end: 0 }, percent, decimals, of }
}
