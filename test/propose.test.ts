import { expect, test } from 'vitest'
import type { Told } from '../pipeline/linking/codeless.ts'
import { isOffByOne, makeProposer } from '../pipeline/linking/propose.ts'
import { codeless, known, type Said, seen, told } from './support/marks.ts'

/** The reasons for which dossier 7 is proposed for a row; null when it is not. */
function reasons(mine: Partial<Said>, theirs: Partial<Said> | readonly Told[]): readonly string[] | null {
  const rows = Array.isArray(theirs) ? theirs : [told(7, theirs as Partial<Said>)]
  return makeProposer(known({ told: rows }))(codeless(mine))[0]?.near ?? null
}

const damaged = { identity: '0311956', identityIsValid: false } as const

test.each([
  ['one digit wrong', '031195694674', '031195694675', true],
  ['two neighbours swapped', '031195694674', '031195694764', true],
  ['a digit lost', '031195694674', '03119569467', true],
  ['a digit too many', '031195694674', '0311956946744', true],
  ['the same number', '031195694674', '031195694674', false],
  ['two digits wrong', '031195694674', '031195694655', false],
  ['two digits swapped that are no neighbours', '031195694674', '031195496674', false],
  ['two digits lost', '031195694674', '0311956946', false],
])('%s: off by one or not', (_, a, b, expected) => {
  expect([isOffByOne(a, b), isOffByOne(b, a)]).toEqual([expected, expected])
})

test('a slip in one digit of the identity is proposed where the name is the same, if only without accents', () => {
  expect(reasons({ identity: '031195694764' }, {})).toEqual(['identity_off_by_one'])
  expect(reasons({ identity: '031195694764' }, { person: 'TRAN THI HOA' })).toEqual(['identity_off_by_one'])
  expect(reasons({ identity: '031195694764' }, { person: 'Lê Văn An' })).toBeNull()
  expect(reasons({ identity: '031195694655' }, {})).toBeNull()
})

test('a day off by one is proposed, by the identity or by the name where that is damaged; two days are not', () => {
  expect(reasons({ received: '2026-02-05' }, {})).toEqual(['day_off_by_one'])
  expect(reasons({ ...damaged, received: '2026-02-03' }, {})).toEqual(['day_off_by_one'])
  expect(reasons({ received: '2026-02-06' }, {})).toBeNull()
})

test('a name that is the same without accents is proposed where the identity is damaged or missing', () => {
  const bare = { ...damaged, person: 'Tran Thi Hoa' }
  expect(reasons(bare, {})).toEqual(['name_without_accents'])
  expect(reasons({ ...bare, identity: null, identityIsValid: null }, {})).toEqual(['name_without_accents'])
  expect(reasons({ person: 'Tran Thi Hoa', identity: '031000000001' }, {})).toBeNull()
})

test('a procedure that is alike, or missing, is proposed beside the same identity and nothing else', () => {
  for (const procedure of ['1.00119', '1.001193.9', '1.001194', null])
    expect(reasons({ procedure }, {})).toEqual(['procedure_alike'])
  expect(reasons({ procedure: '2.000815' }, {})).toBeNull()
  expect(reasons({ ...damaged, procedure: '1.00119' }, {})).toBeNull()
})

test('what misses in two things is no near miss', () => {
  expect(reasons({ received: '2026-02-05', procedure: '1.00119' }, {})).toBeNull()
  expect(reasons({ ...damaged, received: '2026-02-05', person: 'Tran Thi Hoa' }, {})).toBeNull()
})

test('a dossier that another list gives to somebody else is not proposed by its name', () => {
  const others = [told(7, { ...damaged, person: 'Tran Thi Hoa' }), told(7, { identity: '031000000001' })]
  expect(reasons({}, others)).toBeNull()
  expect(reasons({}, others.slice(0, 1))).toEqual(['name_without_accents'])
})

test('a damaged code that reads as a known one is proposed, whatever else the row says', () => {
  const propose = makeProposer(known({ told: [told(7, { person: 'Khác', identity: '031000000001' })] }))
  expect(propose(codeless({}, { like: [7] }))).toEqual([{ dossier: 7, near: ['code_misspelled'] }])
  expect(propose(codeless({}, { like: [8] }))).toEqual([])
})

test('an own number that was seen with a code is proposed where one thing is the same, and not where nothing is', () => {
  const propose = (given: Partial<Said>) =>
    makeProposer(known({ seen: [seen(7, '1/2026', given)] }))(codeless({}, { number: '1/2026' }))
  const moved = { identity: null, identityIsValid: null, received: '2026-02-09' }
  expect(propose(moved)).toEqual([{ dossier: 7, near: ['own_number_elsewhere'] }])
  expect(propose({ ...moved, procedure: '2.000815' })).toEqual([])
  expect(propose({ received: '2026-02-09', identity: '031000000001' })).toEqual([])
})

test('all proposals are given, each with its reasons; none that the export lists, none of a later month', () => {
  const rows = [told(8, { received: '2026-02-05' }), told(7, { procedure: null }), told(9, { received: '2026-02-03' })]
  const later = told(10, { received: '2026-02-05' }, { from: '2026-02-14' })
  const propose = makeProposer(known({ told: [...rows, later], listed: [[1, 9]] }))
  expect(propose(codeless())).toEqual([
    { dossier: 7, near: ['procedure_alike'] },
    { dossier: 8, near: ['day_off_by_one'] },
  ])
})
