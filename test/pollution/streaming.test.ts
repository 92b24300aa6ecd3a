import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { surveyTable } from '../../connectors/survey.ts'
import { type Sizes, usualSizes } from '../../connectors/survey-sample.ts'
import { cleanTable } from './clean-table.ts'
import { everyPollution } from './polluted.ts'
import { surveyed } from './read-table.ts'
import { linesWritten, usual } from './write-table.ts'

/** So small that a few dozen lines are a long text. */
const small: Sizes = { ...usualSizes, lines: 3, head: 2000, blocks: 4 }

const [header, ...rows] = linesWritten(cleanTable(), usual)
const odd = fc.constantFrom(
  rows[0]!.replace('"', '""'),
  `${rows[1]!},thừa`,
  rows[2]!.split(',').slice(0, 4).join(','),
  'Mục II,,,,,,,,',
  '',
  header!,
  '"mở ra mà không đóng',
  rows[3]!.replaceAll(',', ';'),
  rows[4]!.replace('"', '"một dòng\nhai dòng '),
  rows[2]!.replaceAll('"', "'").replace("\\'", ''),
)

/** A table of usual rows with odd ones among them, not before the sample has seen what is usual. */
const table = fc
  .tuple(
    fc.integer({ min: 0, max: 3 }),
    fc.array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...rows) }, odd), { maxLength: 120, size: 'max' }),
  )
  .map(([title, some]) => [...['DANH SÁCH', 'Từ ngày 1/1/2026', ''].slice(0, title), header!, ...rows, ...some])
const end = fc.constantFrom(
  [],
  ['Tổng cộng: 30'],
  ['', 'Người lập biểu,,,,Giám đốc'],
  ['', 'Tên,Năm', 'A,2025', 'B,2026'],
  ['', 'Danh mục đơn vị', 'Mã đơn vị,Tên đơn vị,Số lượng', 'A1,Tổ một,3', 'A2,Tổ hai,4'],
  ['', ',,,"Hải Phòng, ngày 13 tháng 02 năm 2026"', ',,,Người lập biểu', '', ',,,Trần Thị B'],
)
const file = fc.tuple(table, end).map(([lines, last]) => Buffer.from([...lines, ...last, ''].join('\r\n')))

test('a long table gives row by row what it gives when all of it is looked at first', () => {
  let long = 0
  fc.assert(
    fc.property(file, (bytes) => {
      const read = surveyed(bytes, small)
      if (read.lines.physical > 60) long++
      expect(read).toEqual(surveyed(bytes))
    }),
    { numRuns: 25 },
  )
  expect(long).toBeGreaterThan(5)
})

test('the same bytes in chunks of any size give the same table', () => {
  const files = fc.oneof(file, fc.constantFrom(...everyPollution().map(({ bytes }) => Buffer.from(bytes))))
  fc.assert(
    fc.property(files, fc.integer({ min: 1, max: 3000 }), fc.constantFrom(small, usualSizes), (bytes, size, sizes) => {
      expect(surveyed(chunksOf(bytes, size), sizes)).toEqual(surveyed(bytes, sizes))
    }),
    { numRuns: 25 },
  )
})

test('every physical line of a long text is accounted for, whatever is in it', () => {
  const signs = fc.constantFrom(
    ',',
    ';',
    '"',
    '""',
    "'",
    '\n',
    '\r\n',
    '\r',
    'a',
    '1',
    ' ',
    ',,,',
    '\\',
    '\n\n',
    rows[5]!,
  )
  const texts = fc.array(signs, { maxLength: 200 }).map((all) => Buffer.from(`${rows.join('\n')}\n${all.join('')}`))
  fc.assert(
    fc.property(texts, (bytes) => {
      const { lines, rows: read } = surveyed(bytes, small)
      expect(lines.preamble + lines.header + lines.blank + lines.data + lines.footer).toBe(lines.physical)
      expect(lines.physical).toBe(linesIn(bytes.toString()))
      expect(read.length).toBeLessThanOrEqual(lines.data)
    }),
    { numRuns: 60 },
  )
})

test('lists of odd rows end somewhere, and say how many they leave out', () => {
  const ragged = Array.from({ length: 5000 }, (_, i) => (i % 5 === 0 ? `${i},Kho` : `${i},Kho A,2026`))
  const survey = surveyed(`STT,Tên,Năm\n${ragged.join('\n')}\n`)
  expect(survey.ragged.length).toBe(1000)
  expect(survey.ragged[0]).toEqual({ line: 2, cells: 2 })
  expect(survey).not.toHaveProperty('leftOut')
  const short = surveyed(`STT,Tên,Năm\n${ragged.join('\n')}\n`, { ...usualSizes, listed: 10 })
  expect([short.ragged.length, short.leftOut]).toEqual([10, { ragged: 990, mended: 0, sections: 0, rejects: 0 }])
})

test('a reader who stops early leaves no file open', () => {
  let open = 0
  const bytes = function* (): Generator<Uint8Array> {
    open++
    try {
      for (let i = 0; i < 40; i++) yield Buffer.from([header, ...rows, ''].join('\n'))
    } finally {
      open--
    }
  }
  const surveying = surveyTable(bytes, [], small)
  if ('reason' in surveying) throw new Error('not read')
  for (const cells of surveying.rows) {
    expect([cells.length, open]).toEqual([9, 1])
    break
  }
  expect(open).toBe(0)
})

test('a line without an end, a million columns and a cell of megabytes are refused or read', () => {
  const letters = Buffer.alloc(1024 * 1024, 'a,b,c,d ')
  const endless = function* (): Generator<Uint8Array> {
    yield Buffer.from('Tên,Năm\n')
    for (let i = 0; i < 40; i++) yield letters
  }
  expect(surveyTable(endless)).toEqual({ reason: { id: 'endless_line', line: 2 } })
  const wide = Buffer.from(`${'1,'.repeat(100_000)}\n`.repeat(3))
  expect(surveyTable(() => [wide])).toEqual({ reason: { id: 'too_large', part: 'columns', limit: 20_000 } })
  const cell = 'ă'.repeat(3_000_000)
  const big = surveyed(`Tên,Năm,Chữ\nKho A,2025,x\nKho B,2026,"${cell}"\nKho C,2026,y\n`)
  expect(big.rows.map((row) => row.length)).toEqual([3, 3, 3])
  expect(big.rows[1]![2] === cell).toBe(true)
})

test('a cell in other quotation marks is read in the only row that has one, wherever that row stands', () => {
  const usualRow = (i: number) => (i % 7 === 0 ? `${i},"Trần, Văn A",2026` : `${i},Trần Văn A,2026`)
  for (const length of [40, 400, 30_000]) {
    const lines = Array.from({ length }, (_, i) => usualRow(i))
    const odd = length - 2
    lines[odd] = `${odd},'Nguyễn, Văn ''Ba''',2026`
    const read = surveyed(`STT,Họ tên,Năm\n${lines.join('\n')}\n`)
    expect(read.rows[odd]).toEqual([`${odd}`, "Nguyễn, Văn 'Ba'", '2026'])
    expect([read.mended, read.ragged]).toEqual([[{ line: odd + 2, how: 'quotes' }], []])
  }
})

/** Two carriage returns before a line feed are one line end, as programs write it that end each line twice. */
function linesIn(text: string): number {
  const ends = text.match(/\r\r\n|\r\n?|\n/g)?.length ?? 0
  return /[\r\n]$/.test(text) ? ends : ends + 1
}

function chunksOf(bytes: Uint8Array, size: number): readonly Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size))
}

test('where only the sample ends its rows with a delimiter, a cell beyond it is kept, and said', () => {
  const long = ['A,B,C', ...Array.from({ length: 200 }, (_, i) => `${i},x,y,`), '200,x,y,ghi chú', '201,x,y,']
  const read = surveyed(Buffer.from(long.join('\n')), { ...small, head: 400, blocks: 2 })
  expect(read.rows.at(-2)).toEqual(['200', 'x', 'y', 'ghi chú'])
  expect(read.ragged).toEqual([{ line: 202, cells: 4 }])
})
