import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { balanceOf } from '../../pipeline/check/balance.ts'
import { checkStatement } from '../../pipeline/check/checked.ts'
import { readStated } from '../../pipeline/check/read.ts'
import { repairsOf } from '../../pipeline/check/repair.ts'
import type { StatedKey } from '../../pipeline/check/stated.ts'
import { identities, wholesOf } from '../../pipeline/check/sums.ts'

const few = fc.nat(9)

/** Figures that add up, from the smallest classes that there are. `dueLate`: what fell due and was not early or on time. */
const consistent = fc
  .record({
    early: few,
    onTime: few,
    overdue: few,
    refused: few,
    withdrawn: few,
    inTime: few,
    late: few,
    carried: few,
    direct: few,
  })
  .map(({ early, onTime, overdue, refused, withdrawn, inTime, late, carried, direct }) => {
    const resolved = early + onTime + overdue + refused + withdrawn
    const received = resolved + inTime + late
    const old = Math.min(carried, received)
    const counter = Math.min(direct, received)
    return {
      received_total: received,
      carried_in: old,
      received_new: received - old,
      received_online: received - counter,
      received_direct: counter,
      resolved_total: resolved,
      resolved_early: early,
      resolved_on_time: onTime,
      resolved_overdue: overdue,
      refused,
      withdrawn,
      pending_total: inTime + late,
      pending_in_time: inTime,
      pending_overdue: late,
      resolved_early_or_on_time: early + onTime,
      resolved_with_result: early + onTime + overdue,
      refused_or_withdrawn: refused + withdrawn,
      overdue_total: overdue + late,
      due_in_period: early + onTime + overdue + late,
    } satisfies { readonly [Key in StatedKey]?: number }
  })

const own = identities.flatMap(({ whole, parts }) => [whole, ...parts])

function some(figures: Readonly<Record<string, number>>, keys: readonly string[]): Map<string, number> {
  return new Map(Object.entries(figures).filter(([key]) => keys.includes(key)))
}

test('whatever is stated of figures that add up is never contradicted, and what is derived is what they were', () => {
  fc.assert(
    fc.property(
      consistent.chain((figures) => fc.tuple(fc.constant(figures), fc.subarray(Object.keys(figures)))),
      ([figures, keys]) => {
        const { broken, derived } = balanceOf(some(figures, keys))
        expect(broken).toEqual([])
        for (const [key, value] of derived)
          if (key in figures) expect([key, value]).toEqual([key, figures[key as keyof typeof figures]])
      },
    ),
    { numRuns: 500 },
  )
})

test('figures of which all are stated hold without a condition', () => {
  fc.assert(
    fc.property(consistent, (figures) => {
      const text = Object.entries(figures)
        .map(([key, value]) => `${key}: ${value}`)
        .join('\n')
      const [checked] = readStated(text).statements.map(checkStatement)
      expect([checked!.verdict, checked!.conditions, checked!.derived]).toEqual(['holds', [], []])
    }),
  )
})

test('of figures of which all are stated any single other one is found, and what it was is among the proposals', () => {
  const changed = fc.tuple(consistent, fc.constantFrom(...own), fc.integer({ min: 1, max: 2000 }), fc.boolean())
  fc.assert(
    fc.property(changed, ([figures, key, by, down]) => {
      const right = figures[key as keyof typeof figures]
      const wrong = down ? Math.max(0, right - by) : right + by
      fc.pre(wrong !== right)
      const values = some({ ...figures, [key]: wrong }, own)
      expect(balanceOf(values).broken).not.toEqual([])
      const { repairs } = repairsOf(values)
      expect(repairs.map(({ changes }) => changes)).toContainEqual([{ key, stated: wrong, instead: right }])
    }),
    { numRuns: 500 },
  )
})

test('after every proposal the sums hold, and none is larger than another', () => {
  const wrong = fc.tuple(consistent, fc.array(fc.tuple(fc.constantFrom(...own), few), { minLength: 1, maxLength: 3 }))
  fc.assert(
    fc.property(wrong, ([figures, changes]) => {
      const values = some({ ...figures, ...Object.fromEntries(changes) }, own)
      const { repairs } = repairsOf(values)
      expect(new Set(repairs.map(({ changes: { length } }) => length)).size).toBeLessThanOrEqual(1)
      for (const repair of repairs) {
        const mended = new Map(values)
        for (const { key, instead } of repair.changes)
          if (instead === null) mended.delete(key)
          else mended.set(key, instead)
        expect(balanceOf(mended).broken).toEqual([])
      }
      expect(repairs.length > 0).toBe(balanceOf(values).broken.length > 0)
    }),
    { numRuns: 200 },
  )
})

/**
 * The slow way: does any choice of whole numbers for what is not stated satisfy the identities? Stated figures are small,
 * so that no other needs to be larger than all of them together.
 */
test('a contradiction is found exactly where no whole numbers would do', () => {
  const tiny = fc.nat(2)
  const stated = fc.dictionary(fc.constantFrom(...new Set(own)), tiny, {
    noNullPrototype: true,
    minKeys: 3,
    maxKeys: 7,
  })
  fc.assert(
    fc.property(stated, (figures) => {
      expect(balanceOf(new Map(Object.entries(figures))).broken.length === 0).toBe(isPossible(figures))
    }),
    { numRuns: 2000 },
  )
})

function isPossible(figures: Readonly<Record<string, number>>): boolean {
  const most = Object.values(figures).reduce((sum, value) => sum + value, 0)
  const within = (key: string): number[] =>
    key in figures ? [figures[key]!] : Array.from({ length: most + 1 }, (_, value) => value)
  const splits = (whole: number, ...parts: string[]): boolean => {
    const fixed = parts.filter((part) => part in figures)
    const left = whole - fixed.reduce((sum, part) => sum + figures[part]!, 0)
    return fixed.length === parts.length ? left === 0 : left >= 0
  }
  return within('received_total').some(
    (received) =>
      splits(received, 'carried_in', 'received_new') &&
      splits(received, 'received_online', 'received_direct') &&
      within('resolved_total').some(
        (resolved) =>
          splits(resolved, 'resolved_early', 'resolved_on_time', 'resolved_overdue', 'refused', 'withdrawn') &&
          within('pending_total').some(
            (pending) => received === resolved + pending && splits(pending, 'pending_in_time', 'pending_overdue'),
          ),
      ),
  )
}

test('what was left out is none where nothing is left, and open where something is', () => {
  const resolved = (total: number) =>
    balanceOf(
      new Map([
        ['resolved_total', total],
        ['resolved_early', 2041],
        ['resolved_overdue', 10],
      ]),
    )
  expect([...resolved(2051).derived]).toEqual([
    ['resolved_on_time', 0],
    ['refused', 0],
    ['withdrawn', 0],
  ])
  expect(resolved(2061).open.map(({ gap, missing }) => [gap, missing])).toEqual([
    [10, ['resolved_on_time', 'refused', 'withdrawn']],
  ])
  expect(resolved(2050).broken.map(({ gap }) => gap)).toEqual([-1])
})

test('more than fees were received for cannot have been paid', () => {
  const values = new Map([
    ['fee_dossiers', 10],
    ['paid_dossiers', 11],
    ['received_total', 20],
  ])
  expect(balanceOf(values).broken).toHaveLength(1)
})

test('a share of a class is usually one of what it is a class of', () => {
  expect(wholesOf('pending_in_time')).toEqual(['pending_total', 'received_total'])
  expect(wholesOf('resolved_early').slice(0, 1)).toEqual(['resolved_total'])
})
