import { expect, test } from 'vitest'
import type { Codeless, Known } from '../pipeline/linking/codeless.ts'
import { link, overruled } from '../pipeline/linking/link.ts'
import { codeless, confirmed, known, seen, told } from './support/marks.ts'

const damaged = { identity: '0311956', identityIsValid: false } as const
const another = { identity: '031195694999' } as const

/** What became of each row, in a line: `10 → 7 identity`, `10 ? 7 8`, `10 own 9`, `10 alone`. */
function said(rows: readonly Codeless[], held: Known): string[] {
  const { linked, own, unlinked } = link(rows, held)
  return [
    ...linked.map(({ row, dossier, tier }) => `${row} → ${dossier} ${tier}`),
    ...own.map(({ row, own_code }) => `${row} own ${own_code}`),
    ...unlinked.map(({ row: { row }, candidates }) =>
      candidates.length === 0 ? `${row} alone` : `${row} ? ${candidates.join(' ')}`,
    ),
  ].toSorted()
}

test('one dossier of the procedure, the identity and the day is meant, whatever the name', () => {
  const { linked } = link([codeless()], known({ told: [told(7, { person: 'Khác' })] }))
  expect(linked).toEqual([
    {
      export: 1,
      row: 10,
      dossier: 7,
      tier: 'identity',
      met: ['identity', 'procedure', 'received'],
      decision: null,
    },
  ])
})

test.each([
  ['procedure', { procedure: '1.000656' }],
  ['procedure that is missing', { procedure: null }],
  ['day', { received: '2026-02-05' }],
  ['identity', another],
])('another %s is no match', (_, given) => {
  expect(said([codeless()], known({ told: [told(7, given)] }))).toEqual(['10 alone'])
})

test('two values that are missing are not the same value', () => {
  const nothing = { procedure: null, identity: null, identityIsValid: null, person: null }
  expect(said([codeless(nothing)], known({ told: [told(7, nothing)] }))).toEqual(['10 alone'])
})

test.each(['0', '000000000000', '12345'])('%s stands for no identity: it is nobody’s', (identity) => {
  const standIn = { identity, identityIsValid: false, person: null }
  expect(said([codeless(standIn)], known({ told: [told(7, standIn)] }))).toEqual(['10 alone'])
})

test('an identity that is out of pattern in both is still the same one', () => {
  const passport = { identity: 'C1234567', identityIsValid: false }
  expect(said([codeless(passport)], known({ told: [told(7, { ...passport, person: 'Khác' })] }))).toEqual([
    '10 → 7 identity',
  ])
})

test('the name breaks a tie, also when its tone is elsewhere or it has no accents; the exact one goes first', () => {
  for (const person of ['trần  thị hòa', 'TRAN THI HOA'])
    expect(said([codeless()], known({ told: [told(7, { person: 'Khác' }), told(8, { person })] }))).toEqual([
      '10 → 8 identity',
    ])
  const both = [told(7, { person: 'Trần Thị Hòa' }), told(8, { person: 'Tran Thi Hoa' })]
  expect(said([codeless()], known({ told: both }))).toEqual(['10 → 7 identity'])
})

test('a tie that the name does not break is decided by nobody, and by no weaker tier', () => {
  const weaker = told(9, { ...damaged })
  expect(said([codeless()], known({ told: [told(7), told(8), weaker] }))).toEqual(['10 ? 7 8'])
})

test('several rows that tell of one dossier are one candidate', () => {
  expect(said([codeless()], known({ told: [told(7), told(7, { person: 'Khác' })] }))).toEqual(['10 → 7 identity'])
})

test('two rows of one export for one dossier decide nothing, and each names the other; of two exports both match', () => {
  const rows = [codeless(), codeless({}, { row: 11 })]
  const { unlinked } = link(rows, known({ told: [told(7)] }))
  expect(unlinked.map(({ row: { row }, candidates, rivals }) => [row, candidates, rivals])).toEqual([
    [10, [7], ['row 11']],
    [11, [7], ['row 10']],
  ])
  expect(said([codeless(), codeless({}, { export: 2, row: 11 })], known({ told: [told(7)] }))).toEqual([
    '10 → 7 identity',
    '11 → 7 identity',
  ])
})

test('many rows for many dossiers are refused, with both sides', () => {
  const rows = [codeless({ person: null }), codeless({ person: null }, { row: 11 })]
  const { linked, unlinked } = link(rows, known({ told: [told(7), told(8)] }))
  expect(linked).toEqual([])
  expect(unlinked.map(({ candidates, rivals }) => [candidates, rivals])).toEqual([
    [[7, 8], ['row 11']],
    [[7, 8], ['row 10']],
  ])
})

test('what the export has by its code, or by a stronger tier, is no candidate', () => {
  expect(said([codeless()], known({ told: [told(7)], listed: [[1, 7]] }))).toEqual(['10 alone'])
  expect(said([codeless()], known({ told: [told(7)], listed: [[2, 7]] }))).toEqual(['10 → 7 identity'])
  const rows = [codeless(), codeless({ ...damaged }, { row: 11 })]
  expect(said(rows, known({ told: [told(7)] }))).toEqual(['10 → 7 identity', '11 alone'])
})

test('an export whose window begins after the row’s has ended is not asked, by any tier', () => {
  const later = { from: '2026-02-14' }
  const row = codeless({}, { number: '1/2026' })
  expect(said([row], known({ told: [told(7, {}, later)], seen: [seen(7, '1/2026', {}, later)] }))).toEqual(['10 alone'])
  expect(said([row], known({ told: [told(7, {}, { from: '2026-02-13' })] }))).toEqual(['10 → 7 identity'])
  expect(said([row], known({ told: [told(7), told(8, {}, later)] }))).toEqual(['10 → 7 identity'])
})

test('the name decides where one identity is damaged or missing', () => {
  const missing = { identity: null, identityIsValid: null }
  for (const [mine, theirs] of [
    [damaged, {}],
    [{}, damaged],
    [missing, {}],
    [missing, damaged],
  ])
    expect(said([codeless(mine)], known({ told: [told(7, { ...theirs, person: 'TRẦN THỊ HÒA' })] }))).toEqual([
      '10 → 7 name',
    ])
})

test('names that differ in an invisible letter or the kind of a dash are the same', () => {
  const rows = [codeless({ ...damaged, person: 'Lê Văn An – Hộ' })]
  expect(said(rows, known({ told: [told(7, { person: 'Lê\u200b Văn An-hộ' })] }))).toEqual(['10 → 7 name'])
})

test.each([
  ['both identities are valid and differ', {}, { ...another }],
  ['the names are the same only without accents', { ...damaged }, { person: 'Tran Thi Hoa' }],
  ['the day is another', { ...damaged }, { received: '2026-02-05' }],
  ['the procedure is another', { ...damaged }, { procedure: '1.000656' }],
  ['one has no name', { ...damaged }, { person: null }],
])('the name decides nothing where %s', (_, mine, theirs) => {
  expect(said([codeless(mine)], known({ told: [told(7, theirs)] }))).toEqual(['10 alone'])
})

test('the name decides nothing where another list has a valid identity of somebody else', () => {
  expect(said([codeless()], known({ told: [told(7, { ...damaged }), told(7, another)] }))).toEqual(['10 alone'])
})

test('the ministry’s own number, seen with a code, decides before the identity does', () => {
  const row = codeless({ identity: null, identityIsValid: null, person: null }, { number: '1/2026' })
  expect(said([row], known({ seen: [seen(7, '1/2026')] }))).toEqual(['10 → 7 own_number'])
  const whole = codeless({}, { number: '1/2026' })
  expect(said([whole], known({ told: [told(8)], seen: [seen(7, '1/2026')] }))).toEqual(['10 → 7 own_number'])
  const { linked } = link([row], known({ seen: [seen(7, '1/2026')] }))
  expect(linked[0]!.met).toEqual(['own_number', 'procedure', 'received'])
})

test.each([
  ['is another system’s', [seen(7, '1/2026', {}, { system: 'botuphap-chungthuc' })]],
  ['stands beside two valid identities', [seen(7, '1/2026', another)]],
  ['is all that is the same', [seen(7, '1/2026', { procedure: '1.000656', received: '2026-02-05' })]],
  ['is another number', [seen(7, '2/2026')]],
])('a number that %s decides nothing', (_, numbers) => {
  expect(said([codeless({}, { number: '1/2026' })], known({ seen: numbers }))).toEqual(['10 alone'])
})

test('of two registers that use one number, the one that agrees is meant; of two that agree, none', () => {
  const row = codeless({}, { number: '1/2026' })
  const elsewhere = seen(8, '1/2026', { ...another, received: '2026-01-20' })
  expect(said([row], known({ seen: [seen(7, '1/2026'), elsewhere] }))).toEqual(['10 → 7 own_number'])
  expect(said([row], known({ seen: [seen(7, '1/2026'), seen(8, '1/2026')] }))).toEqual(['10 ? 7 8'])
})

test('a person’s word goes before all tiers, and holds for the row’s number or for all that it says', () => {
  const numbered = codeless({}, { number: '1/2026' })
  const held = known({ told: [told(7)], confirmed: [confirmed(9, {}, { number: '1/2026' })] })
  expect(said([numbered], held)).toEqual(['10 → 9 confirmed'])
  expect(link([numbered], held).linked[0]!.decision).toBe(1)
  expect(said([codeless()], known({ told: [told(7)], confirmed: [confirmed(9)] }))).toEqual(['10 → 9 confirmed'])
  const moved = confirmed(9, { received: '2026-02-05' })
  expect(said([codeless()], known({ told: [told(7)], confirmed: [moved] }))).toEqual(['10 → 7 identity'])
})

test('a person’s word on a number does not reach the same number of another register', () => {
  const row = codeless({ ...another, received: '2026-02-09' }, { number: '1/2026' })
  expect(said([row], known({ confirmed: [confirmed(9, {}, { number: '1/2026' })] }))).toEqual(['10 alone'])
})

test('a confirmed dossier that the export has on another row is refused and named', () => {
  expect(said([codeless()], known({ confirmed: [confirmed(9)], listed: [[1, 9]] }))).toEqual(['10 ? 9'])
})

test('a person’s word is overruled by a code that an export in force gives the row, and by nothing else', () => {
  const word = confirmed(9, {}, { number: '1/2026' })
  const by = (numbers: Known['seen']) => overruled(known({ confirmed: [word], seen: numbers }))
  expect(by([seen(7, '1/2026')])).toEqual([{ decision: 1, dossier: 7 }])
  expect(by([seen(7, '1/2026', {}, { from: '2026-02-14' })])).toEqual([{ decision: 1, dossier: 7 }])
  expect(by([seen(9, '1/2026')])).toEqual([])
  expect(by([seen(7, '1/2026', {}, { inForce: false })])).toEqual([])
  expect(by([seen(7, '1/2026', another)])).toEqual([])
  const numberless = (rows: Known['told']) => overruled(known({ confirmed: [confirmed(9)], told: rows }))
  expect(numberless([told(7, {}, { system: 'botuphap-hotich' })])).toEqual([{ decision: 1, dossier: 7 }])
  expect(numberless([told(7)])).toEqual([])
})

test("a row that nobody claims stands for itself where its ministry's number is a code; a match goes before that", () => {
  const row = codeless({}, { own_code: 99 })
  expect(said([row], known())).toEqual(['10 own 99'])
  expect(said([row], known({ told: [told(7)] }))).toEqual(['10 → 7 identity'])
})
