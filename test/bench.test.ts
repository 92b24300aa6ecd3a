import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ours, peers } from '../bench/contenders.ts'
import { holdToPlanted } from '../bench/differences.ts'
import { makeLists } from '../bench/lists.ts'
import { makeMonth } from '../bench/months.ts'
import { goalTable, withParts } from '../bench/results.ts'
import { makeRoom } from './support/ward.ts'

const { present, absent } = peers()
const kindsOf = (planted: readonly string[]): string[] => [...new Set(planted.map((each) => each.split(' ')[0]!))]

test.each([ours, ...present])(
  '$name finds what was planted in two thousand dossiers, and nothing else',
  async ({ run }) => {
    const room = makeRoom()
    const lists = makeLists(join(room, 'lists'), { dossiers: 2000, changed: 0 })
    expect(kindsOf(lists.planted)).toHaveLength(5)
    expect(lists.planted.length).toBeGreaterThan(30)
    const { seconds } = await run(join(room, 'run'), lists) // throws where it finds anything else
    expect(seconds).toBeGreaterThan(0)
  },
)

test.each(absent)('$name is not asked: $why', ({ name }) => {
  expect(['sqlite3', 'polars', 'pandas']).toContain(name) // DuckDB comes with the packages of development
})

test('a contender that sees less than its list has, or more, is not measured', async () => {
  const room = makeRoom()
  const lists = makeLists(join(room, 'lists'), { dossiers: 300, changed: 0 })
  const [first, ...others] = lists.planted
  const duckdb = present.find(({ name }) => name === 'DuckDB')!
  await expect(duckdb.run(join(room, 'run'), { ...lists, planted: others })).rejects.toThrow(`too much 1 (${first})`)
  const more = [...lists.planted, 'date_conflict H24.131-260119-9999999']
  await expect(duckdb.run(join(room, 'run'), { ...lists, planted: more })).rejects.toThrow('missing 1 (date_conflict H24.131-260119-9999999)') // prettier-ignore
  expect(() => holdToPlanted('one who says it twice', [first!, first!], [first!])).toThrow('1 planted, 2 found')
})

test('a generated list has the same bytes each time, and a later one differs in as many rows as it says', () => {
  const room = makeRoom()
  const rowsOf = (name: string, changed: number): string[] =>
    readFileSync(makeLists(join(room, name), { dossiers: 4000, changed }).portal, 'utf8').split('\n')
  const first = rowsOf('first', 0)
  expect(rowsOf('again', 0)).toEqual(first)
  const known = new Set(first)
  expect(rowsOf('later', 0.01).filter((row) => !known.has(row))).toHaveLength(40)
})

test('a month of a ward is four lists of which each night changes one row in a hundred', () => {
  const room = makeRoom()
  const make = (night: number): string[] => {
    makeMonth(join(room, String(night)), {
      id: '2026-02',
      dossiers: 1000,
      upTo: '2026-02-04',
      asOf: '2026-02-05',
      night,
    })
    expect(readdirSync(join(room, String(night)))).toHaveLength(4)
    return readFileSync(join(room, String(night), 'DVCQG_DanhSachHoSo.csv'), 'utf8').split('\n')
  }
  const first = new Set(make(0))
  expect(first.size).toBeGreaterThan(1000)
  const changed = make(1).filter((row) => !first.has(row)).length
  expect([changed > 4, changed < 20]).toEqual([true, true])
})

test('what is measured anew takes the place of its part; what people wrote stays', () => {
  const before = '# Top\n\nSaid above.\n\n## The night\n\nold\n\n## By hand\n\nkept\n'
  const parts = [{ heading: 'The night', text: 'new\n' }, { heading: 'The start', text: 'first' }] // prettier-ignore
  expect(withParts(before, parts)).toBe(
    '# Top\n\nSaid above.\n\n## The night\n\nnew\n\n## By hand\n\nkept\n\n## The start\n\nfirst\n',
  )
})

test('a goal is reached, missed, not measured or none', () => {
  const goals = [
    { says: 'a', measured: 0.8, most: 0.8 },
    { says: 'b', measured: 0.81, most: 0.8 },
    { says: 'c', measured: 9.9, least: 10 },
    { says: 'd', measured: null, most: 1 },
    { says: 'e', measured: 3 },
  ]
  expect(goalTable(goals).trim().split('\n').slice(2)).toEqual([
    '| a | ≤ 0.8 | 0.80 | reached |',
    '| b | ≤ 0.8 | 0.81 | **missed** |',
    '| c | ≥ 10 | 9.90 | **missed** |',
    '| d | ≤ 1 | not measured | – |',
    '| e | – | 3.00 | – |',
  ])
})
