import { htmlPage, spreadsheetMl, workbook } from '../connectors/sheet-files.ts'
import { cleanTable } from './clean-table.ts'
import type { Polluted } from './polluted.ts'
import type { Rows } from './measure.ts'

const clean = cleanTable()
const { header, rows } = clean
const whole: Rows = [header, ...rows]
const title = 'DANH SÁCH THIẾT BỊ'
const window = 'Từ ngày 01/01/2026 đến ngày 31/12/2026'
const another = [['Tên', 'Năm', 'Số'], ['Kho A', '2025', '3'], ['Kho B', '2026', '4'], ['Kho C', '2026', '9']] // prettier-ignore

type Grid = { readonly rows: Rows; readonly merges?: readonly string[] }

/** What is put on the table, and what is read of it; a page has no line ends within cells, and is none without rows. */
type Kind = readonly [kind: string, name: string, grid: Grid, expected?: Rows, onPage?: Rows | null]

/** Everything that people put around and into a table in a spreadsheet, in each of the formats. */
export function everyPollutedSheet(): readonly Polluted[] {
  return kinds().flatMap(([kind, name, { rows, merges = [] }, expected = whole, onPage = expected]) => [
    { kind, name: `${name}, xlsx`, bytes: workbook([{ rows, merges }]), expected },
    ...(onPage === null
      ? []
      : [{ kind, name: `${name}, html`, bytes: Buffer.from(htmlPage(rows, merges)), expected: onPage }]),
    { kind, name: `${name}, xml`, bytes: Buffer.from(spreadsheetMl([{ name: 'a', rows, merges }])), expected },
  ])
}

function kinds(): readonly Kind[] {
  return [...titles(), ...headers(), ...footers(), ...tables(), ...cells()]
}

function titles(): readonly Kind[] {
  const merges = ['A1:I1']
  return [
    ['as it is', 'clean', { rows: whole }],
    ['title', 'in one cell', { rows: [[title], ...whole] }],
    ['title', 'merged over the table', { rows: [[title], ...whole], merges }],
    ['title', 'merged over two rows', { rows: [[title], [], ...whole], merges: ['A1:I2'] }],
    ['title', 'and a window, an empty row', { rows: [[title], [window], [], ...whole], merges }],
    ['title', 'in the middle', { rows: [['', '', '', title], ['', '', '', window], ...whole] }],
    ['title', 'two beside each other', { rows: [['UBND PHƯỜNG', '', '', '', '', 'CỘNG HÒA'], [title], [], ...whole] }],
  ]
}

function headers(): readonly Kind[] {
  const blanks = (count: number) => Array.from({ length: count }, () => '')
  const groups = ['Thời gian', '', ...header.slice(2, 7), 'Khác', '']
  const below = [...header.slice(0, 2), ...blanks(5), ...header.slice(7)]
  const merges = (row: number) => [
    ...['A', 'H'].map((at) => `${at}${row}:${at === 'A' ? 'B' : 'I'}${row}`),
    ...['C', 'D', 'E', 'F', 'G'].map((at) => `${at}${row}:${at}${row + 1}`),
  ]
  const grouped = header.map((name, c) => (c < 2 ? `Thời gian ${name}` : c < 7 ? name : `Khác ${name}`))
  const single = ['Thời gian', 'Thời gian', ...header.slice(2)]
  const numbers = header.map((_, c) => `(${c + 1})`)
  return [
    ['header', 'groups above', { rows: [groups, below, ...rows], merges: merges(1) }, [grouped, ...rows]],
    [
      'header',
      'groups above, below a title',
      { rows: [[title], [], groups, below, ...rows], merges: merges(3) },
      [grouped, ...rows],
    ],
    [
      'header',
      'one name over two columns',
      { rows: [['Thời gian', '', ...header.slice(2)], ...rows], merges: ['A1:B1'] },
      [single, ...rows],
    ],
    ['header', 'numbers below', { rows: [header, numbers, ...rows] }],
    [
      'header',
      'of two rows, nothing merged',
      { rows: [header, header, ...rows] },
      [header.map((n) => `${n} ${n}`), ...rows],
    ],
    ['header', 'none', { rows }, rows],
    ['header', 'alone', { rows: [header] }, [header], null],
  ]
}

function footers(): readonly Kind[] {
  const signed = ['', '', '', '', '', '', 'Người lập biểu']
  return [
    ['footer', 'a total', { rows: [...whole, ['Tổng cộng: 30']] }],
    ['footer', 'a total, merged over the table', { rows: [...whole, ['Tổng cộng: 30 thiết bị']], merges: ['A32:I32'] }],
    ['footer', 'signatures below an empty row', { rows: [...whole, [], signed, ['', '', '', '', '', '', '(Ký tên)']] }],
    ['footer', 'a note', { rows: [...whole, [], ['Ghi chú cuối trang']] }],
  ]
}

function tables(): readonly Kind[] {
  const pages = [...rows.slice(0, 10), header, ...rows.slice(10, 20), header, ...rows.slice(20)]
  return [
    ['two tables', 'the same again', { rows: [...whole, ...whole] }],
    ['two tables', 'another, after an empty row', { rows: [...whole, [], ...another] }],
    ['two tables', 'header on every page', { rows: [header, ...pages] }],
    ['empty rows', 'here and there', { rows: whole.flatMap((row, i) => (i % 7 === 3 ? [row, []] : [row])) }],
    ['empty rows', 'under the header', { rows: [header, [], ...rows] }],
  ]
}

function cells(): readonly Kind[] {
  const [first, second, third] = [7, 8, 9]
  const same = rows.map((row, r) => (r >= first && r <= third ? row.with(5, rows[first]![5]!) : row))
  const upper = same.map((row, r) => (r === second || r === third ? row.with(5, '') : row))
  const lines = rows.map((row, r) => (r % 4 === 0 ? row.with(6, `${row[6]}\nDòng hai`) : row))
  const wide = rows.with(4, [...rows[4]!, 'thừa'])
  const spaced = lines.map((row) => row.map((cell) => cell.replace('\n', ' ')))
  return [
    ['cells', 'merged downwards', { rows: [header, ...upper], merges: ['F9:F11'] }, [header, ...same]],
    ['cells', 'one too many', { rows: [header, ...wide] }, [header, ...wide]],
    ['cells', 'of several lines', { rows: [header, ...lines] }, [header, ...lines], [header, ...spaced]],
  ]
}
