import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { surveyTable } from '../../connectors/survey.ts'
import { wrongInSurvey } from '../fuzz/accounted.ts'
import { damaged, damages, mutated } from '../fuzz/mutated.ts'
import { cleanTable } from './clean-table.ts'
import { scoreOf } from './measure.ts'
import { everyPollution } from './polluted.ts'
import { everyPollutedSheet } from './polluted-sheets.ts'
import { surveyed, tableRead } from './read-table.ts'
import { fileOf, linesWritten, usual } from './write-table.ts'

const all = everyPollution()

/** What cannot be known: where two names were one. */
const lowest: Readonly<Record<string, number>> = { 'delimiter too few': 9.98 }

describe('one table, polluted in every way that is known', () => {
  const scored = all.map(({ kind, bytes, expected }) => ({ kind, score: scoreOf(expected, tableRead(bytes)) }))
  const mean = (some: readonly { readonly score: number }[]) =>
    some.reduce((sum, { score }) => sum + score, 0) / some.length

  test('is read back at 9.985 of 10 or better', () => {
    expect(mean(scored)).toBeGreaterThanOrEqual(9.985)
  })

  test.each([...new Set(all.map(({ kind }) => kind))])('%s: nothing is lost but what nobody could know', (kind) => {
    expect(mean(scored.filter((each) => each.kind === kind))).toBeGreaterThanOrEqual(lowest[kind] ?? 9.999)
  })
})

describe('the same table in a spreadsheet, with what people put around and into it', () => {
  test.each(everyPollutedSheet())('$kind, $name', ({ bytes, expected }) => {
    expect(tableRead(bytes)).toEqual(expected)
  })
})

test('the measure falls with every cell that is lost, added or changed', () => {
  const table = [['a', 'b'], ['1', '2'], ['3', '4']] // prettier-ignore
  expect(scoreOf(table, table)).toBe(10)
  expect(scoreOf(table, null)).toBe(0)
  expect(scoreOf(table, table.slice(0, 2))).toBeLessThan(9)
  expect(scoreOf(table, [...table, ['5', '6']])).toBeLessThan(10)
  expect(scoreOf(table, table.with(1, ['1', 'x']))).toBeLessThan(9)
})

const clean = linesWritten(cleanTable(), usual)

test('each part of a file is found, and said', () => {
  const lines = ['DANH SÁCH', '', ...clean.slice(0, 5), 'Tổng cộng: 4', '', 'Tên,Năm', 'Kho A,2025', 'Kho B,2026']
  expect(surveyed(fileOf(lines, usual))).toMatchObject({
    encoding: 'utf-8',
    delimiter: ',',
    quote: '"',
    escape: 'doubled',
    lineEnd: 'crlf',
    header: cleanTable().header,
    width: 9,
    lines: { physical: 12, preamble: 1, header: 1, blank: 2, data: 4, footer: 4 },
    ragged: [],
    nextTable: 10,
  })
})

test('rows that are too wide or too narrow are kept, and said', () => {
  const survey = surveyed('Tên,Năm,Số\nKho A,2025,3\nKho B,2026\nKho C,2025,4,thừa\nKho D,2024,5\nKho E,2024,6\n')
  expect(survey.rows).toContainEqual(['Kho B', '2026'])
  expect(survey.rows).toContainEqual(['Kho C', '2025', '4', 'thừa'])
  expect(survey.ragged).toEqual([{ line: 3, cells: 2 }, { line: 4, cells: 4 }]) // prettier-ignore
})

test('names over two rows are joined, and a merged one stands above each of its columns', () => {
  const survey = surveyed('STT,Mã số,,Ghi chú\n,Nhóm,Phân nhóm,\n1,7308,20,a\n2,7309,00,b\n3,7310,10,c\n')
  expect(survey.header).toEqual(['STT', 'Mã số Nhóm', 'Mã số Phân nhóm', 'Ghi chú'])
})

test('a section and a subtotal stay where they are, and are named', () => {
  const body = 'STT,Tên,Số\nI,,\n1,Kho A,3\n2,Kho B,4\nII,,\n1,Kho C,5\n2,Kho D,6\n'
  const survey = surveyed(body)
  expect([survey.rows.length, survey.sections]).toEqual([6, [2, 5]])
})

test('a code keeps its zeros, a cell its blanks', () => {
  expect(surveyed('Mã,Tên\n00012, hai \n00013,ba\n').rows).toEqual([['00012', ' hai '], ['00013', 'ba']]) // prettier-ignore
})

test('a quotation mark that never closes costs its row, and is said', () => {
  const survey = surveyed(fileOf([...clean.slice(0, 9), '"mở ra mà không đóng', ...clean.slice(9)], usual))
  expect([survey.rows.length, survey.rejects]).toEqual([31, [{ line: 10, reason: 'swallowed_lines' }]])
})

test('what is no table is named', () => {
  expect(surveyTable(() => [Buffer.from('%PDF-1.7\n')])).toEqual({ reason: { id: 'pdf' } })
})

test('every physical line is accounted for, whatever happens to an export', () => {
  fc.assert(
    fc.property(mutated, (bytes) => {
      expect(wrongInSurvey(bytes)).toEqual([])
    }),
    { numRuns: 120 },
  )
})

test('every physical line is accounted for, whatever else happens to a polluted file', () => {
  const some = [...all.filter((_, i) => i % 9 === 0), ...everyPollutedSheet().filter((_, i) => i % 3 > 0)]
  const files = fc.constantFrom(...some.map(({ bytes }) => Buffer.from(bytes)))
  fc.assert(
    fc.property(files, damages, (file, some) => {
      expect(wrongInSurvey(damaged(file, some))).toEqual([])
    }),
    { numRuns: 100 },
  )
})

test('any bytes at all are read or turned away', () => {
  const signs = fc.array(fc.constantFrom(',', ';', '"', "'", '\n', '\r\n', '\r', 'a', '1', ' ', '\\', '|', '\t'), {
    maxLength: 120,
  })
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 400 }),
        signs.map((all) => Buffer.from(all.join(''))),
      ),
      (bytes) => {
        expect(wrongInSurvey(bytes)).toEqual([])
      },
    ),
    { numRuns: 500 },
  )
})

test('a file of nothing but open marks is read in no time', () => {
  const start = performance.now()
  const lines = Array.from({ length: 20_000 }, (_, i) => `"a${i},"b,"c",d"e,f`)
  expect(wrongInSurvey(Buffer.from(lines.join('\n')))).toEqual([])
  expect(performance.now() - start).toBeLessThan(20_000)
})
