import { describe, expect, test } from 'vitest'
import { accountOf, readAll, rowsOf } from '../../pipeline/kit/kit-reading.ts'
import { type Cell, htmlPage, type Page, spreadsheetMl, styles, workbook } from './sheet-files.ts'
import { code, header, headers, others, row } from './sheet-sample.ts'

describe('a cell of a workbook is read as what a person sees in it', () => {
  test.each<[string, string, Cell, unknown]>([
    ['an identity number', 'identity', { number: '31084199313' }, '031084199313'],
    ['one in scientific notation', 'identity', { number: '3.1084199313E10' }, '031084199313'],
    ['one with zeros by its format', 'identity', { number: '31084199313', style: styles.twelve }, '031084199313'],
    ['a procedure', 'procedure', { number: '1.0051440000000001' }, '1.005144'],
    ['a status', 'status', { number: '4.0' }, 'processing'],
    ['a day', 'received', { number: '46048', style: styles.day }, '2026-01-26'],
    ['a day in a format of its own', 'received', { number: '46048', style: styles.words }, '2026-01-26'],
    ['a time in a cell for days', 'received', { number: '46048.3125', style: styles.day }, '2026-01-26T07:30:00'],
    ['midnight', 'received', { number: '46048', style: styles.instant }, '2026-01-26T00:00:00'],
    ['an instant', 'received', { number: '46048.354166666664', style: styles.instant }, '2026-01-26T08:30:00'],
    ['a word', 'person', { boolean: true }, 'TRUE'],
    ['an amount', 'person', { number: '12000', style: styles.money }, '12000'],
    ['what XML cannot hold', 'person', 'Vũ_x000D_\nHà', 'Vũ\nHà'],
    ['letters and tones apart', 'person', 'Vũ Hà'.normalize('NFD'), 'Vũ Hà'],
  ])('%s', (_, field, cell, want) => {
    const place = { identity: 5, procedure: 2, status: 10, received: 7, person: 4 }[field]!
    const outcome = readAll(workbook([{ rows: [header, withCell(place, cell)] }]))
    expect((rowsOf(outcome)[0] as Record<string, unknown>)[field]).toBe(want)
  })

  test('in days that are counted from 1904 as well', () => {
    const cell = { number: '44586', style: styles.day }
    const outcome = readAll(workbook([{ rows: [header, withCell(7, cell)] }], true))
    expect(rowsOf(outcome)).toMatchObject([{ received: '2026-01-26' }])
  })
})

test('a number that is no day of a date cell stays a number, and is a reject with its row', () => {
  const bad = withCell(7, { number: '-3', style: styles.day })
  const { reads } = readAll(workbook([{ rows: [['DANH SÁCH'], [], header, row, bad] }]))
  expect(reads[1]).toMatchObject({ is: 'reject', line: 5, code, column: 'Ngày nhận', value: '-3' })
})

test('a title over the table is above it, and a header over two rows is one', () => {
  const blanks = (n: number): string[] => Array.from({ length: n }, () => '')
  const title = ['DANH SÁCH HỒ SƠ Từ ngày 17/01/2026 đến ngày 13/02/2026']
  const groups = [...headers.slice(0, 7), 'Thời gian', '', '', ...others.slice(3)]
  const names = [...blanks(7), ...others.slice(0, 3), '', '']
  const merges = ['A1:L1', 'H3:J3', ...['A', 'B', 'C', 'D', 'E', 'F', 'G', 'K', 'L'].map((at) => `${at}3:${at}4`)]
  const outcome = readAll(workbook([{ rows: [title, [], groups, names, row], merges }]))
  expect(rowsOf(outcome)).toMatchObject([{ code, received: '2026-01-26', account: 'ttpvhcc' }])
  expect(outcome.recognised).toMatchObject({ window: { from: '2026-01-17', to: '2026-02-13' } })
  expect(accountOf(outcome)).toMatchObject({ physical: 5, preamble: 1, blank: 1, header: 2, data: 1 })
})

test('what is merged downwards stands in every row, but makes no row of a blank one', () => {
  const lower = row.map((cell, i) => (i === 4 ? '' : cell))
  const outcome = readAll(workbook([{ rows: [header, row, lower, [], lower], merges: ['E2:E4'] }]))
  expect(rowsOf(outcome)).toMatchObject([{ person: 'Vũ Hà' }, { person: 'Vũ Hà' }, { person: null }])
  expect(accountOf(outcome)).toMatchObject({ physical: 5, blank: 1, data: 3 })
})

test('rows that are left out are blank, and blank rows at the end are none', () => {
  const outcome = readAll(workbook([{ rows: [[], header, [], [], row, ['Tổng số: 1 hồ sơ'], [], ['', ''], [' ']] }]))
  expect(accountOf(outcome)).toMatchObject({ physical: 6, blank: 3, header: 1, data: 1, footer: 1, statedTotal: 1 })
})

describe('of several sheets', () => {
  const known: Page = { name: 'Hồ sơ', rows: [header, row] }
  const cover: Page = { name: 'Bìa', rows: [['UBND PHƯỜNG'], ['Người lập', 'Ngày', 'Ghi chú']] }

  test('the one is read whose header is known', () => {
    expect(rowsOf(readAll(workbook([cover, known])))).toMatchObject([{ code }])
    const hidden = { ...known, name: 'Cũ', isHidden: true }
    expect(rowsOf(readAll(workbook([hidden, cover, known])))).toMatchObject([{ code }])
    const both = [
      { name: 'Bìa', rows: [['UBND']] },
      { name: 'Hồ sơ', rows: [header, row] },
    ]
    expect(rowsOf(readAll(Buffer.from(spreadsheetMl(both))))).toMatchObject([{ code }])
  })

  test('two with a known header are refused with their names', () => {
    const reason = { id: 'two_sheets', sheets: ['Hồ sơ', 'Hồ sơ (2)'] }
    const twice = workbook([known, cover, { ...known, name: 'Hồ sơ (2)' }])
    expect(readAll(twice).recognised).toMatchObject({ is: 'refused', system: null, encoding: 'xlsx', reason })
  })

  test('none is known: the nearest says what it lacks', () => {
    const without = { name: 'Hồ sơ', rows: [header.toSpliced(8, 1), row.toSpliced(8, 1)] }
    const reason = { id: 'missing_column', sought: ['Ngày hẹn'] }
    expect(readAll(workbook([cover, without])).recognised).toMatchObject({ is: 'refused', system: 'bogddt', reason })
    expect(readAll(workbook([cover])).recognised).toMatchObject({ is: 'unclaimed', reason: { id: 'unknown_header' } })
    expect(readAll(workbook([{ rows: [] }])).recognised).toMatchObject({ reason: { id: 'unknown_header' } })
  })
})

describe('a table of a page', () => {
  const cells = row
  const page = htmlPage([header, cells])

  test('is read with its entities, its line breaks and without what nobody sees', () => {
    const odd = page
      .replace('Vũ Hà', '<!-- x -->V&#361;<br/>H&agrave;&nbsp;')
      .replace('<body>', '<body><script>var a = "<td>"</script>')
    expect(rowsOf(readAll(Buffer.from(odd)))).toMatchObject([{ person: 'Vũ Hà' }])
  })

  test('is read without its closing tags, in capitals, after a byte order mark', () => {
    const loose = page.replaceAll(/<\/t[dr]>/g, '').replaceAll('<td>', '<TD class=xl65>')
    expect(rowsOf(readAll(Buffer.from(`\ufeff${loose}`)))).toMatchObject([{ code, person: 'Vũ Hà' }])
    expect(rowsOf(readAll(Buffer.from(`\ufeff${page}`, 'utf16le')))).toMatchObject([{ code, person: 'Vũ Hà' }])
  })

  test('is read within another table, with the text above and below it', () => {
    const inner = /<table[^]*<\/table>/.exec(page)![0]
    const framed = `<!DOCTYPE html><body><p>Từ ngày 1/2/2026 đến ngày 28/2/2026</p><table><tr><td>${inner}</td></tr></table><p>Tổng số: 1 hồ sơ</p>`
    const outcome = readAll(Buffer.from(framed))
    expect(rowsOf(outcome)).toMatchObject([{ code }])
    expect(outcome.recognised).toMatchObject({ window: { from: '2026-02-01', to: '2026-02-28' } })
    expect(accountOf(outcome)).toMatchObject({
      preamble: 1,
      header: 1,
      data: 1,
      footer: 1,
      statedTotal: 1,
      torn: false,
    })
  })

  test('is read with cells over several rows and columns', () => {
    const tds = (names: readonly string[], span = ''): string => names.map((name) => `<td${span}>${name}</td>`).join('')
    const top = tds(headers, ' rowspan=2') + '<td colspan=3>Thời gian</td>' + tds(others.slice(3), ' rowspan="2"')
    const first = `<tr>${tds(cells.slice(0, 4))}<td rowspan=2>Vũ Hà</td>${tds(cells.slice(5))}</tr>`
    const second = `<tr>${tds(cells.toSpliced(4, 1))}</tr>`
    const table = `<table><tr><td colspan=12>DANH SÁCH</td></tr><tr>${top}</tr><tr>${tds(others.slice(0, 3))}</tr>${first}${second}</table>`
    const outcome = readAll(Buffer.from(table))
    const want = { code, person: 'Vũ Hà', received: '2026-01-26', account: 'ttpvhcc' }
    expect(rowsOf(outcome)).toMatchObject([want, want])
    expect(accountOf(outcome)).toMatchObject({ physical: 5, preamble: 1, header: 2, data: 2 })
  })

  test('is torn where the page is cut', () => {
    const cut = readAll(Buffer.from(page.slice(0, page.indexOf('2026-02-05') + 4)))
    expect(accountOf(cut)).toMatchObject({ torn: true, data: 1 })
    expect(accountOf(readAll(Buffer.from(page)))).toMatchObject({ torn: false })
  })

  test('is not what a page to log in has', () => {
    const login = '<!doctype html><html><form><table><tr><td>Tên<td><input></table></form></html>'
    expect(readAll(Buffer.from(login)).recognised).toMatchObject({ is: 'refused', reason: { id: 'html' } })
    const other = '<?xml version="1.0"?>\n<a><b>1</b></a>'
    expect(readAll(Buffer.from(other)).recognised).toMatchObject({ is: 'refused', reason: { id: 'xml' } })
    const lacking = htmlPage([header.toSpliced(8, 1), cells.toSpliced(8, 1)])
    expect(readAll(Buffer.from(lacking)).recognised).toMatchObject({ reason: { id: 'missing_column' } })
  })
})

test('a workbook in one XML file keeps the places, types and merges of its cells', () => {
  const data = (text: string, type = 'String'): string => `<Data ss:Type="${type}">${text}</Data>`
  const cell = (text: string, attributes = ''): string => `<Cell${attributes}>${data(text)}</Cell>`
  const comment = `<Comment ss:Author="x">${data('ghi chú').replaceAll('Data', 'ss:Data')}</Comment>`
  const first = [
    cell('1'),
    cell(code),
    `<Cell ss:Index="4" ss:MergeAcross="0">${data('Miễn học phí')}${comment}</Cell>`,
    cell('Vũ <B>Hà</B>', ' ss:MergeDown="1"'),
    `<Cell>${data('3.1084199313E10', 'Number')}</Cell>${cell('TT')}`,
    `<Cell>${data('2026-01-26T08:30:00.000', 'DateTime')}</Cell><Cell>${data('2026-02-05T00:00:00.000', 'DateTime')}</Cell>`,
    `<Cell ss:Index="11">${data('4', 'Number')}</Cell>`,
  ]
  const second = `${cell('2')}${cell(code)}<Cell ss:Index="6">${data('31084199313', 'Number')}</Cell>${cell('TT')}${cell('26/01/2026')}<Cell ss:Index="11">${data('4')}</Cell>`
  const rows = `<Row ss:Index="3">${header.map((name) => cell(name)).join('')}</Row><Row>${first.join('')}</Row><Row ss:Index="6">${second}</Row>`
  const text = spreadsheetMl([{ name: 'a', rows: [] }]).replace('<Table>', `<Table>${rows}`)
  const outcome = readAll(Buffer.from(text.replace('ss:MergeDown="1"', 'ss:MergeDown="2"')))
  const same = { code, person: 'Vũ Hà', identity: '031084199313', status: 'processing' }
  expect(rowsOf(outcome)).toMatchObject([
    { ...same, procedure: null, received: '2026-01-26T08:30:00', due: '2026-02-05' },
    { ...same, procedure: null, received: '2026-01-26', due: null },
  ])
  expect(accountOf(outcome)).toMatchObject({ physical: 6, blank: 3, header: 1, data: 2, torn: false })
  expect(accountOf(readAll(Buffer.from(text.slice(0, -30))))).toMatchObject({ torn: true })
})

function withCell(place: number, cell: Cell): readonly Cell[] {
  return row.map((text, i) => (i === place ? cell : text))
}
