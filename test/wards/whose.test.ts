import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { zipSync } from 'fflate'
import { array, assert, constantFrom, property } from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { sortInbox } from '../../pipeline/whose/sort-inbox.ts'
import { makeWitness, verdictOf } from '../../pipeline/whose/verdict.ts'
import { bookRow, portalRow, type Told } from '../support/dossiers.ts'
import { exportOf, type Kind, preamble } from '../support/make-export.ts'
import { makeRoom } from '../support/ward.ts'

const unit = (name: string, agencyCode: string, accounts: string[], formerCodes: string[] = []) => ({
  name,
  city: 'thành phố Hải Phòng',
  centre: `Trung tâm Phục vụ hành chính công ${name}`,
  agencyCode,
  formerCodes,
  centreAccounts: accounts,
  householdBusinessAccounts: ['ktht.chung'],
})
const units = [
  unit('phường Hưng Đạo', 'H24.131', ['tt.hd1'], ['H24.9.1']),
  unit('phường Hưng Đạo 2', 'H24.13', ['tt.hd2']),
  unit('xã An Hưng', 'H24.132', ['tt.ah1']),
]
const rows = (...told: [string, number][]) => ({ named: [], rows: new Map(told), others: 0 })

describe('the verdict', () => {
  test('almost all rows that tell whose they are tell of one ward, or it is several wards’', () => {
    expect(verdictOf(rows(['H24.131', 100]))).toEqual({ unit: 'H24.131' })
    expect(verdictOf(rows(['H24.131', 95], ['H24.132', 5]))).toEqual({ unit: 'H24.131' })
    expect(verdictOf(rows(['H24.131', 94], ['H24.132', 6]))).toEqual({
      reason: { id: 'several_wards', units: ['H24.131: 94', 'H24.132: 6'], others: 0 },
    })
    expect(verdictOf({ ...rows(['H24.131', 10]), others: 5 })).toMatchObject({ reason: { id: 'several_wards' } })
  })

  test('nothing that is said is nobody’s, and so is what tells of others alone', () => {
    expect(verdictOf(rows())).toEqual({ reason: { id: 'no_ward', rows: 0 } })
    expect(verdictOf({ ...rows(), others: 7 })).toEqual({ reason: { id: 'no_ward', rows: 7 } })
  })

  test('what stands above the table names the ward where most rows agree, and is believed of an empty list', () => {
    const named = (which: string[], ...told: [string, number][]) => verdictOf({ ...rows(...told), named: which })
    expect(named(['H24.131'])).toEqual({ unit: 'H24.131' })
    expect(named(['H24.131'], ['H24.131', 6], ['H24.132', 4])).toEqual({ unit: 'H24.131' })
    expect(named(['H24.131'], ['H24.132', 50])).toMatchObject({ reason: { id: 'several_wards' } })
    expect(named(['H24.131', 'H24.132'])).toMatchObject({ reason: { id: 'several_wards' } })
  })

  test('the order in which rows are heard, and of wards, is no matter', () => {
    const anyRow = constantFrom('H24.131-260204-0001', 'H24.132-260204-0001', 'H24.500-260204-0001', null)
    assert(
      property(array(anyRow, { maxLength: 60 }), (codes) => {
        const heard = (these: readonly (string | null)[], wards: typeof units) => {
          const witness = makeWitness(wards)
          for (const code of these) witness.row({ code })
          const verdict = verdictOf(witness.evidence())
          return 'unit' in verdict ? verdict.unit : verdict.reason.id
        }
        expect(heard(codes.toReversed(), units.toReversed())).toBe(heard(codes, units))
      }),
    )
  })
})

test('a row says whose it is by its code, a former one too; else by its agency, else by an account that one ward has', () => {
  const heard = (row: Parameters<ReturnType<typeof makeWitness>['row']>[0]) => {
    const witness = makeWitness(units)
    witness.row(row)
    const { rows: told, others } = witness.evidence()
    return [...told.keys(), ...(others > 0 ? ['another'] : [])][0] ?? null
  }
  expect(heard({ code: 'H24.131-260204-0001' })).toBe('H24.131')
  expect(heard({ code: 'H24.9.1-260204-0001' })).toBe('H24.131')
  expect(heard({ code: 'H24.77-260204-0001', account: 'tt.ah1' })).toBe('another')
  expect(heard({ code: 'G22.99-260204-0001', agency: 'UBND xã An Hưng, thành phố Hải Phòng' })).toBe('H24.132')
  expect(heard({ code: 'G22.99-260204-0001', agency: 'UBND xã An Hưng, tỉnh Hưng Yên' })).toBeNull()
  expect(heard({ code: 'G22.99-260204-0001', account: 'TT.AH1' })).toBe('H24.132')
  expect(heard({ code: null, account: 'ktht.chung' })).toBeNull()
})

test('a ward is named by its code or its name in whole words', () => {
  const named = (line: string): readonly string[] => {
    const witness = makeWitness(units)
    witness.above([line])
    return witness.evidence().named
  }
  expect(named('Đơn vị: UBND phường Hưng Đạo, từ ngày 01/02/2026')).toEqual(['H24.131'])
  expect(named('Đơn vị: UBND Phường Hưng Đạo 2')).toEqual(['H24.13'])
  expect(named('Mã cơ quan: H24.131.')).toEqual(['H24.131'])
  expect(named('Mã cơ quan: H24.13;')).toEqual(['H24.13'])
  expect(named('Mã cơ quan: H24.1311')).toEqual([])
  expect(named('xã An Hưngg')).toEqual([])
})

describe('a common inbox', () => {
  let room = ''
  beforeEach(() => (room = makeRoom()))
  const old = new Date('2026-01-01T00:00:00Z')
  const put = (path: string, content: string | Uint8Array, when = old): void => {
    mkdirSync(dirname(join(room, 'inbox', path)), { recursive: true })
    writeFileSync(join(room, 'inbox', path), content)
    utimesSync(join(room, 'inbox', path), when, when)
  }
  const list = (kind: Extract<Kind, 'portal' | 'book'>, codes: readonly string[], before: readonly string[] = []) => {
    const row = kind === 'portal' ? portalRow : bookRow
    const told = (code: string): Partial<Told> => ({ code, account: 'tt.chung' })
    const cells = kind === 'portal' ? { 'Cơ quan thực hiện': '' } : {}
    return exportOf(kind, codes.map((code) => row(told(code), cells)), { before: [preamble('2026-01-17', '2026-02-13'), ...before] }) // prettier-ignore
  }
  const codes = (agency: string, count: number) =>
    Array.from({ length: count }, (_, at) => `${agency}-260204-${String(at + 1).padStart(4, '0')}`)
  const sorted = () => {
    const { byUnit, untaken } = sortInbox(join(room, 'inbox'), { units, memory: join(room, 'var/whose.json'), files: null }) // prettier-ignore
    return {
      ...Object.fromEntries(byUnit),
      none: Object.fromEntries(untaken.map(({ path, reason }) => [path, reason.id])),
    }
  }

  test('each file is its ward’s by what stands in it, and a folder called as a code is that ward’s', () => {
    put('2026-02/a.csv', list('portal', codes('H24.131', 3)))
    put('2026-02/b.csv', list('book', codes('H24.132', 2)))
    put('h24.132/2026-02/c.csv', list('book', codes('H24.131', 2)))
    put('2026-02/d.csv', list('portal', [...codes('H24.131', 2), ...codes('H24.132', 2)]))
    put('2026-02/e.csv', list('book', []))
    put('2026-02/f.csv', list('book', [], ['Đơn vị: UBND xã An Hưng']))
    put('2026-02/g.csv', 'a,b\n1,2\n')
    put('2026-02/h.zip', zipSync({ 'p.csv': Buffer.from(list('portal', codes('H24.131', 2))), 'q.csv': Buffer.from(list('book', codes('H24.131', 1))) })) // prettier-ignore
    put('2026-02/i.zip', zipSync({ 'p.csv': Buffer.from(list('portal', codes('H24.131', 1))), 'q.csv': Buffer.from(list('book', codes('H24.132', 1))) })) // prettier-ignore
    symlinkSync(join(room, 'inbox/2026-02/a.csv'), join(room, 'inbox/2026-02/z.csv'))
    expect(sorted()).toEqual({
      'H24.131': ['2026-02/a.csv', '2026-02/h.zip'],
      'H24.132': ['2026-02/b.csv', '2026-02/f.csv', 'h24.132/2026-02/c.csv'],
      none: {
        '2026-02/d.csv': 'several_wards',
        '2026-02/e.csv': 'no_ward',
        '2026-02/g.csv': 'unknown_header',
        '2026-02/i.zip': 'several_wards',
        '2026-02/z.csv': 'link',
      },
    })
  })

  test('what was found is remembered as long as the file stands as it stood; a memory that is spoilt is made anew', () => {
    put('a.csv', list('portal', codes('H24.131', 3)))
    const first = sorted()
    const memory = (): string => readFileSync(join(room, 'var/whose.json'), 'utf8')
    const kept = memory()
    writeFileSync(join(room, 'var/whose.json'), kept.replace('"H24.131"}', '"H24.132"}'))
    expect(Object.keys(sorted())).toContain('H24.132') // it is believed
    put('a.csv', list('portal', codes('H24.131', 3)), new Date('2026-01-02T00:00:00Z'))
    expect(sorted()).toEqual(first)
    writeFileSync(join(room, 'var/whose.json'), '{"key":')
    expect(sorted()).toEqual(first)
    expect(JSON.parse(memory())).toHaveProperty('files')
    expect(readdirSync(join(room, 'var')).filter((name) => name.endsWith('.draft'))).toEqual([])
  })

  test('whoever only asks writes nothing', () => {
    put('a.csv', list('portal', codes('H24.131', 3)))
    sortInbox(join(room, 'inbox'), { units, memory: join(room, 'var/whose.json'), files: null }, 'only read')
    expect(existsSync(join(room, 'var'))).toBe(false)
  })
})
