import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type AnyTable, tablesIn } from '../../connectors/any-rows.ts'
import { isBroken } from '../../connectors/table.ts'
import { entriesIn, unpacked } from '../../connectors/zip.ts'
import { copyOf, openWard, publishedBy, type Ward } from '../support/ward.ts'
import { deskWard, hostile } from './desk-ward.ts'

describe('the list of a night', () => {
  let ward: Ward

  beforeAll(async () => {
    ward = await deskWard()
  })

  test('as text is what stands in the gallery', async () => {
    await expect(read(ward, 'csv').toString('utf8')).toMatchFileSnapshot('./golden/ho-so-can-xu-ly.csv')
  })

  test('as a page is what stands in the gallery, its style and script left out', async () => {
    const page = read(ward, 'html').toString('utf8')
    const plain = page.replace(/<style>[^]*?<\/style>/, '<style/>').replace(/<script>[^]*?<\/script>/, '<script/>')
    await expect(plain.replaceAll(/sha256-[\w+/=]+/g, 'sha256-…')).toMatchFileSnapshot('./golden/ho-so-can-xu-ly.html')
  })

  test('as a workbook says the same to another reader than the library that wrote it', async () => {
    await expect(sheetsText(sheetsOf(ward))).toMatchFileSnapshot('./golden/ho-so-can-xu-ly.xlsx.txt')
  })

  test('says the same in all three: every dossier with its number, once', () => {
    const codes = ['H24.131-260209-0002', 'H24.131-260210-0006', hostile.code, 'H24.131-260212-0004']
    const [dossiers] = sheetsOf(ward)
    expect(dossiers!.rows.slice(5).map(({ cells }) => cells[3])).toEqual(codes)
    const page = read(ward, 'html').toString('utf8')
    const [first] = page.split('<section aria-labelledby="files"') as [string]
    expect([...first.matchAll(/<strong class="code">([^<]+)/g)].map(([, code]) => code)).toEqual(codes)
  })

  test('has days as days, hours as numbers, everything else as text, and no formula', () => {
    const sheet = partOf(ward, 'xl/worksheets/sheet1.xml')
    expect(sheet).not.toMatch(/<f[ >]/)
    const kinds = new Map(
      [...sheet.matchAll(/<c r="([A-Z]+)6"([^>]*[^/])>/g)].map(([, column, rest]) => [column, /t="s"/.test(rest!)]),
    )
    expect([...kinds].filter(([, isText]) => !isText).map(([column]) => column)).toEqual(['A', 'H', 'I', 'J', 'Q', 'R'])
    const styles = partOf(ward, 'xl/styles.xml')
    expect(styles).toContain('dd/mm/yyyy')
  })

  test('prints its header on every page, on A4 landscape as wide as the page; every name of a sheet is quoted', () => {
    const book = partOf(ward, 'xl/workbook.xml')
    const names = [...book.matchAll(/<definedName [^>]*name="([^"]+)"[^>]*>([^<]+)</g)].map(([, name, range]) => [
      name,
      range,
    ])
    expect(names).toEqual([
      ['_xlnm.Print_Titles', "'Hồ sơ'!$5:$5"],
      ['_xlnm.Print_Area', "'Hồ sơ'!$A$1:$P$9"],
      ['_xlnm.Print_Titles', "'Tệp và số liệu'!$5:$5"],
      ['_xlnm.Print_Area', "'Tệp và số liệu'!$A$1:$G$6"],
      ['_xlnm.Print_Titles', "'Đã xử lý xong'!$4:$4"],
      ['_xlnm.Print_Area', "'Đã xử lý xong'!$A$1:$I$5"],
    ])
    const sheet = partOf(ward, 'xl/worksheets/sheet1.xml')
    expect(sheet).toMatch(/<autoFilter ref="A5:U9"/)
    expect(sheet).toMatch(
      /<pageSetup[^>]*paperSize="9"[^>]*orientation="landscape"|<pageSetup[^>]*orientation="landscape"[^>]*paperSize="9"/,
    )
    expect(sheet).toMatch(/fitToWidth="1"[^>]*fitToHeight="0"|fitToHeight="0"[^>]*fitToWidth="1"/)
    expect(sheet).toMatch(/<pane [^>]*state="frozen"/)
    expect(sheet).toContain('&amp;P/&amp;N')
  })

  test('names no person and gives no number of one in full', () => {
    for (const kind of ['csv', 'html'] as const)
      expect(read(ward, kind).toString('utf8')).not.toMatch(/Bình|Cúc|Dũng|Én|0311956946/)
    expect(sheetsText(sheetsOf(ward))).not.toMatch(/Bình|Cúc|Dũng|Én|0311956946/)
  })

  test('what an export put into a cell is text: no markup, no formula, nothing that turns the direction', () => {
    const [csv, page] = [read(ward, 'csv').toString('utf8'), read(ward, 'html').toString('utf8')]
    expect(csv).toContain(`"'=1+1""><b>"`)
    expect(csv).toContain(`'@SUM(A1)</td><img src=x>`)
    expect(page).toContain('=1+1&quot;&gt;&lt;b&gt;')
    expect(page).not.toMatch(/<img|<b>|alert\(1\)|\u202e/)
    expect(page.match(/<script>/g)).toHaveLength(1)
    expect(sheetsOf(ward)[0]!.rows.flatMap(({ cells }) => cells)).toContain('=1+1"><b>')
  })

  test('is the same bytes when it is published again, also by a later hour', async () => {
    const again = copyOf(ward)
    const before = publishedBy(again)
    expect((await again.nightly('2026-02-13')).code).toBe(0)
    expect((await again.doisoat('run', 'publish', '--as-of', '2026-02-13')).code).toBe(0)
    expect(publishedBy(again)).toEqual(before)
    const other = await deskWard()
    expect(publishedBy(other)).toEqual(before)
  })
})

test('a list of nothing says so in all three', async () => {
  const ward = openWard()
  await ward.nightly('2026-02-13')
  expect(read(ward, 'csv').toString('utf8').split('\r\n')[1]).toContain('Không có hồ sơ nào cần xử lý.')
  const page = read(ward, 'html').toString('utf8')
  expect([...page.matchAll(/<p class="none">([^<]+)</g)].map(([, text]) => text)).toEqual([
    'Không có hồ sơ nào cần xử lý.',
    'Các tệp và số liệu không có gì phải xem lại.',
    'Không có hồ sơ nào vừa xử lý xong.',
  ])
  expect(sheetsOf(ward).map(({ rows }) => rows.at(-1)!.cells[0])).toEqual([
    'Không có hồ sơ nào cần xử lý.',
    'Các tệp và số liệu không có gì phải xem lại.',
    'Không có hồ sơ nào vừa xử lý xong.',
  ])
})

function read({ folder }: Ward, kind: 'csv' | 'html' | 'xlsx'): Buffer {
  return readFileSync(join(folder, `out/nightly/2026-02-13/ho-so-can-xu-ly.${kind}`))
}

function sheetsOf(ward: Ward): readonly AnyTable[] {
  const tables = tablesIn(() => [read(ward, 'xlsx')])
  if (isBroken(tables)) throw new Error(tables.reason.id)
  return tables
}

function sheetsText(tables: readonly AnyTable[]): string {
  const cell = (text: string): string => text.replaceAll('\n', ' ⏎ ')
  return tables
    .map(({ name, rows }) =>
      [`== ${name} ==`, ...rows.map(({ line, cells }) => `${line}: ${cells.map(cell).join(' | ')}`), ''].join('\n'),
    )
    .join('\n')
}

function partOf(ward: Ward, name: string): string {
  const zip = read(ward, 'xlsx')
  const entries = entriesIn(zip)
  if (isBroken(entries)) throw new Error(entries.reason.id)
  return Buffer.concat([
    ...unpacked(
      zip,
      entries.find((entry) => entry.name === name)!,
      10_000_000,
    ),
  ]).toString('utf8')
}
