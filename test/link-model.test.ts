import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Codeless, Known } from '../pipeline/linking/codeless.ts'
import { link } from '../pipeline/linking/link.ts'
import { makeProposer } from '../pipeline/linking/propose.ts'
import { codeless, known, said, seen, told } from './support/marks.ts'
import {
  matchPlainly,
  type PlainCodeless,
  type PlainRow,
  type PlainSeen,
  type PlainTold,
  type PlainWorld,
} from './support/plain-matcher.ts'

// Few values, so that rows meet, nearly meet and stand in each other's way all the time.
const somebody = fc.constantFrom(
  { identity: '031195694674', isValid: true },
  { identity: '031195694674', isValid: true },
  { identity: '031195694675', isValid: true },
  { identity: '0311956', isValid: false },
  { identity: 'C1234567', isValid: false },
  { identity: '0', isValid: false },
  { identity: null, isValid: false },
)
const plainRow: fc.Arbitrary<PlainRow> = fc
  .tuple(
    somebody,
    fc.record({
      procedure: fc.constantFrom('1.001193', '1.001193', '1.00119', '2.000815', null),
      received: fc.constantFrom('2026-02-04', '2026-02-04T09:00:00', '2026-02-05', null),
      person: fc.constantFrom('Trần Thị Hoà', 'TRẦN THỊ HÒA', 'Tran Thi Hoa', 'Lê Văn An', null),
    }),
  )
  .map(([who, what]) => ({ ...who, ...what }))
const dossier = fc.integer({ min: 1, max: 6 })
const from = fc.constantFrom('2026-01-17', '2026-01-17', '2026-02-14')
const number = fc.constantFrom('1/2026', '2/2026')

type Case = { readonly rows: readonly PlainCodeless[]; readonly world: PlainWorld }

const anyCase: fc.Arbitrary<Case> = fc.record({
  rows: fc
    .array(
      fc.tuple(plainRow, fc.constantFrom(1, 1, 2), fc.option(number), fc.constantFrom('2026-02-13', '2026-03-13')),
      { maxLength: 6 },
    )
    .map((all) => all.map(([row, of, own, to], index) => ({ ...row, export: of, row: index, number: own, to }))),
  world: fc.record({
    told: fc
      .array(fc.tuple(plainRow, dossier, from), { maxLength: 10 })
      .map((all) => all.map(([row, which, when]): PlainTold => ({ ...row, dossier: which, from: when }))),
    seen: fc
      .array(fc.tuple(plainRow, dossier, from, number), { maxLength: 4 })
      .map((all) =>
        all.map(([row, which, when, own]): PlainSeen => ({ ...row, dossier: which, from: when, number: own })),
      ),
    listed: fc.array(fc.tuple(fc.constantFrom(1, 2), dossier), { maxLength: 3 }),
  }),
})

const asSaid = ({ isValid, ...row }: PlainRow) => ({ ...row, identityIsValid: isValid })

function rowsOf({ rows }: Case): Codeless[] {
  return rows.map(({ export: of, row, number: own, to, ...plain }) =>
    codeless(asSaid(plain), { export: of, row, number: own, to }),
  )
}

function knownOf({ world }: Case): Known {
  return known({
    told: world.told.map(({ dossier: which, from: when, ...plain }) => told(which, asSaid(plain), { from: when })),
    seen: world.seen.map(({ dossier: which, from: when, number: own, ...plain }) =>
      seen(which, own, asSaid(plain), { from: when }),
    ),
    listed: world.listed.map(([of, which]): [number, number] => [of, which]),
  })
}

/** What became of each row, by its number, whatever the order. */
function answers(rows: readonly Codeless[], held: Known): string[] {
  const { linked, unlinked } = link(rows, held)
  return [
    ...linked.map(({ row, dossier: which, tier }) => `${row}: ${which} ${tier}`),
    ...unlinked.map(({ row, candidates, rivals }) =>
      candidates.length === 0 ? `${row.row}: alone` : `${row.row}: ? ${candidates.join(' ')} | ${rivals.join(' ')}`,
    ),
  ].toSorted()
}

test('every match is the one that a plain matcher finds, which holds each row against each dossier', () => {
  const met = new Set<string>()
  fc.assert(
    fc.property(anyCase, (each) => {
      const plain = matchPlainly(each.rows, each.world)
      const expected = each.rows.map((row) => `${row.row}: ${plain.get(row) ?? 'alone'}`)
      const found = answers(rowsOf(each), knownOf(each)).map((answer) => answer.split(' |')[0]!)
      expect(found).toEqual(expected.toSorted())
      for (const answer of expected) met.add(answer.replaceAll(/\d+/g, 'n').replace(/( n)+$/, ' n…'))
    }),
    { numRuns: 1500 },
  )
  expect([...met].toSorted()).toEqual(['n: ? n…', 'n: alone', 'n: n identity', 'n: n name', 'n: n own_number'])
})

test('the order of rows, of exports and of nights changes nothing', () => {
  fc.assert(
    fc.property(anyCase, fc.integer(), (each, turn) => {
      const [rows, held] = [rowsOf(each), knownOf(each)]
      const shuffled = { ...held, told: turned(held.told, turn), seen: turned(held.seen, turn) }
      expect(answers(turned(rows, turn), shuffled)).toEqual(answers(rows, held))
      const [propose, again] = [makeProposer(held), makeProposer(shuffled)]
      for (const row of rows) expect(again(row)).toEqual(propose(row))
    }),
    { numRuns: 1000 },
  )
})

test('what later months tell changes nothing for a row of an earlier one', () => {
  fc.assert(
    fc.property(anyCase, (each) => {
      const early = { ...each, rows: each.rows.filter(({ to }) => to < '2026-02-14') }
      const isEarly = ({ from: when }: { from: string }): boolean => when < '2026-02-14'
      const held = knownOf(early)
      const then = { ...held, told: held.told.filter(isEarly), seen: held.seen.filter(isEarly) }
      expect(answers(rowsOf(early), then)).toEqual(answers(rowsOf(early), held))
      const [propose, once] = [makeProposer(held), makeProposer(then)]
      for (const row of rowsOf(early)) expect(once(row)).toEqual(propose(row))
    }),
    { numRuns: 1000 },
  )
})

test('no dossier is given to two rows of one export, and none that the export lists', () => {
  fc.assert(
    fc.property(anyCase, (each) => {
      const { linked } = link(rowsOf(each), knownOf(each))
      const places = linked.map(({ export: of, dossier: which }) => `${of} ${which}`)
      expect(new Set(places).size).toBe(places.length)
      expect(places.filter((place) => knownOf(each).listed.has(place))).toEqual([])
    }),
  )
})

test('the same marks are the same row, however the name is written', () => {
  expect(said({ person: 'TRẦN  THỊ HÒA' })).toEqual(said())
})

function turned<Item>(items: readonly Item[], turn: number): Item[] {
  const at = items.length === 0 ? 0 : Math.abs(turn) % items.length
  const moved = [...items.slice(at), ...items.slice(0, at)]
  return turn % 2 === 0 ? moved : moved.toReversed()
}
