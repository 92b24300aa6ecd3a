import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Evidence, type Life, live } from '../pipeline/nights/lifecycle.ts'
import { portalAndBook } from './support/dossiers.ts'
import { discrepanciesIn } from './support/truth.ts'
import { dumpOf, openWard } from './support/ward.ts'

test('what nobody raised has no life', () => {
  expect([live(null, 'agrees', '2026-02-01'), live(null, 'silent', '2026-02-01')]).toEqual([null, null])
})

test('raised, gone, raised again: open, resolved, reopened, with the first day kept', () => {
  expect(lived(['raised', 'agrees', 'raised'])).toEqual({
    state: 'reopened',
    verified: true,
    since: '2026-02-01',
    lastSeen: '2026-02-03',
  })
})

test('silence proves nothing: the state stays and is not verified; what is resolved stays so', () => {
  expect(lived(['raised', 'silent'])).toEqual({
    state: 'open',
    verified: false,
    since: '2026-02-01',
    lastSeen: '2026-02-01',
  })
  expect(lived(['raised', 'silent', 'raised'])).toMatchObject({ state: 'open', verified: true })
  expect(lived(['raised', 'agrees', 'silent'])).toMatchObject({ state: 'resolved', verified: true })
})

test('what a person decided only evidence ends', () => {
  const decided: Life = { state: 'acknowledged', verified: true, since: '2026-01-01', lastSeen: '2026-01-01' }
  expect(live(decided, 'raised', '2026-02-01')).toEqual({ ...decided, lastSeen: '2026-02-01' })
  expect(live(decided, 'silent', '2026-02-01')).toEqual({ ...decided, verified: false })
  expect(live(decided, 'agrees', '2026-02-01')).toMatchObject({ state: 'resolved' })
})

test('however the nights go, a life is that of a small model', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom<Evidence>('raised', 'agrees', 'silent'), { maxLength: 12 }), (nights) => {
      const first = nights.indexOf('raised')
      const heard = nights.slice(Math.max(first, 0)).filter((night) => night !== 'silent')
      const wasResolved = heard.includes('agrees')
      const state = heard.at(-1) === 'agrees' ? 'resolved' : wasResolved ? 'reopened' : 'open'
      const life = lived(nights)
      expect(life?.state).toBe(first < 0 ? undefined : state)
      if (life !== null) expect(life.verified).toBe(life.state === 'resolved' || nights.at(-1) === 'raised')
    }),
  )
})

test('through real nights: open, resolved when the book has it, reopened when it has it no more', async () => {
  const ward = openWard()
  const night = async (day: string, inBook: boolean): Promise<string[]> => {
    for (const [name, text] of portalAndBook([{}], inBook ? [{}] : [], '2026-02-13')) ward.put(name, text)
    await ward.nightly(day)
    const list = await discrepanciesIn(ward, '--as-of', day, '--kind', 'missing_at_centre')
    return list.map(({ state, since }) => `${state} ${since}`)
  }
  expect(await night('2026-02-09', false)).toEqual(['new 2026-02-09'])
  expect(await night('2026-02-10', false)).toEqual(['open 2026-02-09'])
  expect(await night('2026-02-11', true)).toEqual(['resolved 2026-02-09'])
  expect(await night('2026-02-12', false)).toEqual(['reopened 2026-02-09'])
  const before = dumpOf(ward)['discrepancy_event']
  await night('2026-02-12', false)
  expect(dumpOf(ward)['discrepancy_event']).toEqual(before)
  const past = await discrepanciesIn(ward, '--as-of', '2026-02-11', '--kind', 'missing_at_centre')
  expect(past.map(({ state }) => state)).toEqual(['resolved'])
})

function lived(nights: readonly Evidence[]): Life | null {
  return nights.reduce<Life | null>(
    (life, evidence, index) => live(life, evidence, `2026-02-${String(index + 1).padStart(2, '0')}`),
    null,
  )
}
