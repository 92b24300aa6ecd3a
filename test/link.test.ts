import { expect, test } from 'vitest'
import { type Candidate, type Codeless, link } from '../pipeline/link.ts'

const row: Codeless = { export: 1, row: 10, own_code: null, procedure: '1.001193', person: 'Trần Thị Hoà' }
const candidate: Candidate = { export: 1, row: 10, dossier: 7, procedure: '1.001193', person: 'Khác' }

test('one candidate with the procedure is the dossier, whatever the name', () => {
  expect(link([row], [candidate])).toEqual({ linked: [{ export: 1, row: 10, dossier: 7 }], own: [], unlinked: [] })
})

test('another procedure, or none, is no match', () => {
  const none = { linked: [], own: [], unlinked: [{ export: 1, row: 10, candidates: [] }] }
  expect(link([row], [{ ...candidate, procedure: '1.000656' }])).toEqual(none)
  expect(link([{ ...row, procedure: null }], [{ ...candidate, procedure: null }])).toEqual(none)
  expect(link([row], [])).toEqual(none)
})

test('the name breaks a tie, also when it is spelled with the tone elsewhere or without accents', () => {
  const other = { ...candidate, dossier: 8 }
  for (const person of ['trần  thị hòa', 'TRAN THI HOA'])
    expect(link([row], [candidate, { ...other, person }]).linked).toEqual([{ export: 1, row: 10, dossier: 8 }])
})

test('an exact name goes before one without accents', () => {
  const bare = { ...candidate, dossier: 8, person: 'Tran Thi Hoa' }
  expect(link([row], [{ ...candidate, person: 'Trần Thị Hòa' }, bare]).linked).toEqual([
    { export: 1, row: 10, dossier: 7 },
  ])
})

test('a tie that the name does not break is decided by nobody', () => {
  const candidates = [candidate, { ...candidate, dossier: 8 }]
  expect(link([row], candidates)).toEqual({
    linked: [],
    own: [],
    unlinked: [{ export: 1, row: 10, candidates: [7, 8] }],
  })
})

test('two rows of one export that claim one dossier are not matched; of two exports both are', () => {
  const second = { ...row, row: 11 }
  expect(link([row, second], [candidate, { ...candidate, row: 11 }]).linked).toEqual([])
  const elsewhere = { ...row, export: 2 }
  expect(link([row, elsewhere], [candidate, { ...candidate, export: 2 }]).linked).toHaveLength(2)
})

test('several rows that tell of one dossier are one candidate', () => {
  expect(link([row], [candidate, { ...candidate, person: 'Khác nữa' }]).linked).toHaveLength(1)
})

test("a row that nobody claims stands for itself where its ministry's number is a code; a candidate goes before that", () => {
  const own = { ...row, own_code: 99 }
  expect(link([own], [])).toEqual({ linked: [], own: [{ export: 1, row: 10, dossier: 99 }], unlinked: [] })
  expect(link([own], [candidate]).linked).toHaveLength(1)
})
