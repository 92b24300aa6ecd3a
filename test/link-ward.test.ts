import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { rowsIn } from './support/database.ts'
import { civilRow, portalRow, type Told } from './support/dossiers.ts'
import { type Cells, exportOf, preamble } from './support/make-export.ts'
import { matchPlainly, type PlainRow } from './support/plain-matcher.ts'
import { openWard, type Ward } from './support/ward.ts'

// Two months of a ward where the ministry's list has lost many codes, and of few people on few days: what is read from
// the database for matching must be enough, for every row, for the answer that a plain matcher finds on all of it.
const people = [
  'Trần Thị Hoà',
  'TRẦN THỊ HÒA',
  'Tran Thi Hoa',
  'Lê Văn An',
  'Lê  văn An',
  'Lê\u200b Văn An',
  'LE VAN AN',
  'Đỗ Xuân Thuỷ',
  '',
]
const identities = ['031195694674', '031195694674', '031195694675', '031195694764', '0311956', '0', '']
const procedures = ['1.001193', '1.001193.01', '1.004873', '1.004873.H24', '1.00119', '']

const months = [
  { folder: 'first', from: '2025-12-18', to: '2026-01-16', days: ['2026-01-05', '2026-01-06', '2026-01-07'] },
  {
    folder: 'second',
    from: '2026-01-17',
    to: '2026-02-13',
    days: ['2026-01-07', '2026-01-06', '2026-02-03', '2026-02-04'],
  },
] as const

type Made = { readonly portal: Partial<Told>; readonly civil: Partial<Told>; readonly number: string }

function madeIn(month: (typeof months)[number], seed: number): Made[] {
  const said = fc.record({
    person: fc.constantFrom(...people),
    identity: fc.constantFrom(...identities),
    procedure: fc.constantFrom(...procedures),
    received: fc.constantFrom(...month.days),
  })
  const one = fc.record({
    portal: said,
    civil: said,
    isLike: fc.integer({ min: 0, max: 3 }),
    hasCode: fc.boolean(),
    number: fc.integer({ min: 1, max: 400 }),
  })
  return fc.sample(one, { seed, numRuns: 400 }).map(({ portal, civil, isLike, hasCode, number }, index) => {
    const code = `H24.131-260101-${String(index * 3 + 1).padStart(4, '0')}`
    const same = isLike > 0 ? { ...portal, person: isLike > 1 ? portal.person : civil.person } : civil
    return {
      portal: { ...portal, code },
      civil: { ...same, code: hasCode ? code : '' },
      number: `${String(number).padStart(5, '0')}/2026`,
    }
  })
}

let ward: Ward

beforeAll(async () => {
  ward = openWard()
  for (const [index, month] of months.entries()) {
    const made = madeIn(month, 20_261_127 + index)
    const before = [preamble(month.from, month.to)]
    const civil = made.map(({ civil: told, number }): Cells => civilRow(told, { 'Số hồ sơ hộ tịch': number }))
    ward.put(
      `${month.folder}/portal.csv`,
      exportOf(
        'portal',
        made.map(({ portal }) => portalRow(portal)),
        { before },
      ),
    )
    ward.put(`${month.folder}/civil.csv`, exportOf('civil', civil, { before }))
  }
  const { code } = await ward.nightly('2026-02-13')
  expect(code).toBe(0)
})

test('of a ward with hundreds of rows without a code each has the answer of a plain matcher on all records', () => {
  const { found, expected } = bothAnswers(ward.database)
  expect(found).toEqual(expected)
  const kinds = [/own_number$/, /identity$/, /name$/, /alone$/, /: [\d ]+$/]
  const counts = kinds.map((kind) => found.filter((line) => kind.test(line)).length)
  expect(counts.filter((count) => count < 3)).toEqual([])
  expect(found.length).toBeGreaterThan(300)
})

type Answer = {
  system: string
  export: number
  row: number
  dossier: number
  own_number: string | null
  window_from: string
  window_to: string
  procedure: string | null
  received: string | null
  identity: string | null
  identity_valid: number | null
  person: string | null
}

function bothAnswers(database: string): { found: string[]; expected: string[] } {
  const columns = `export.system, export.window_from, export.window_to, source_row.own_number, word.text as procedure,
    source_row.received, source_row.identity, source_row.identity_valid, source_row.person`
  const joined = `join source_row on source_row.row = mine.row join export on export.export = mine.export
    left join word on word.word = source_row.procedure`
  const rowsOf = (from: string): Answer[] =>
    rowsIn<Answer>(database, `select mine.*, ${columns} from (${from}) as mine ${joined}`)
  const coded = rowsOf('select export, row, dossier from record where linked = 0')
  const without = rowsOf('select export, row, 0 as dossier from unmatched union all select export, row, 0 from link')
  const links = rowsIn<{ export: number; row: number; dossier: number; tier: string }>(
    database,
    'select link.export, link.row, record.dossier, link.tier from link join record on record.export = link.export and record.row = link.row',
  )
  const left = rowsIn<{ export: number; row: number; candidates: string }>(
    database,
    'select export, row, candidates from unmatched',
  )
  const told = coded.map((row) => ({ ...plain(row), dossier: row.dossier, from: row.window_from }))
  const seen = coded.flatMap((row) =>
    row.own_number === null
      ? []
      : [{ ...plain(row), dossier: row.dossier, from: row.window_from, number: row.own_number }],
  )
  const rows = without.map((row) => ({
    ...plain(row),
    export: row.export,
    row: row.row,
    number: row.own_number,
    to: row.window_to,
  }))
  const answers = matchPlainly(rows, { told, seen, listed: coded.map((row) => [row.export, row.dossier]) })
  return {
    found: [
      ...links.map((each) => `${each.export} ${each.row}: ${each.dossier} ${each.tier}`),
      ...left.map(
        (each) => `${each.export} ${each.row}: ${(JSON.parse(each.candidates) as number[]).join(' ') || 'alone'}`,
      ),
    ].toSorted(),
    expected: rows
      .map((row) => `${row.export} ${row.row}: ${(answers.get(row) ?? 'alone').replace('? ', '')}`)
      .toSorted(),
  }
}

/** Suffixes are stripped; `1.00119` is in no catalogue and stays as it stands. */
function plain(row: Answer): PlainRow {
  const { received, identity, person } = row
  return {
    procedure: row.procedure?.slice(0, 8) ?? null,
    received,
    identity,
    isValid: row.identity_valid === 1,
    person,
  }
}
