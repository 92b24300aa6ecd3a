import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { figuresIn } from '../support/truth.ts'
import { fixtures, openWard, type Ward } from '../support/ward.ts'
import { evaluate } from './evaluate.ts'
import { at, type ReadSheet, readWorkbook, type ReadWorkbook, sheetText } from './read-workbook.ts'

describe('the form of the sample month', () => {
  const ward = openWard()
  let book: ReadWorkbook
  let form: ReadSheet

  beforeAll(async () => {
    ward.putMonth('2026-02')
    await ward.nightly('2026-02-13')
    book = readWorkbook(formOf(ward))
    form = book.sheets[0]!
  })

  test('is what stands beside the samples, sheet by sheet', async () => {
    const golden = join(fixtures, '2026-02/bieu-II.06a.xlsx.txt')
    await expect(book.sheets.map(sheetText).join('\n')).toMatchFileSnapshot(golden)
  })

  test('has a total row that is the published figures, refused and withdrawn folded into column (9)', async () => {
    const { figures } = await figuresIn(ward, '2026-02', 'centre')
    const row = rowOf(form, 'Tổng số')
    expect('CDEFGHIJKLM'.split('').map((column) => at(form, `${column}${row}`))).toEqual([
      figures.received_total,
      913,
      0,
      figures.carried_in,
      figures.resolved_total,
      figures.resolved_early,
      figures.resolved_on_time! + figures.refused! + figures.withdrawn!,
      figures.resolved_overdue,
      figures.pending_total,
      figures.pending_in_time,
      figures.pending_overdue,
    ])
    expect(figures.received_new).toBe(913)
  })

  test('keeps beside each formula what the formula comes to, in every sheet', () => {
    const formulas = book.sheets.flatMap((sheet) =>
      [...sheet.cells.values()].flatMap(({ ref, formula, value }) =>
        formula === null ? [] : [[sheet.name, ref, value, evaluate(formula, sheet)] as const],
      ),
    )
    expect(formulas.length).toBeGreaterThan(400)
    expect(formulas.filter(([, , value, worth]) => value !== worth)).toEqual([])
  })

  test('is printed on A4, the form across, its heads on every page; every name of a sheet is quoted', () => {
    expect(book.names.map(({ name, range }) => `${name} ${range}`)).toEqual([
      "_xlnm.Print_Titles 'Biểu II.06a'!$6:$9",
      "_xlnm.Print_Area 'Biểu II.06a'!$A$1:$M$41",
      "_xlnm.Print_Titles 'Chỉ số 766'!$5:$6",
      "_xlnm.Print_Area 'Chỉ số 766'!$A$1:$J$14",
      "_xlnm.Print_Titles 'Theo thủ tục'!$5:$6",
      "_xlnm.Print_Area 'Theo thủ tục'!$A$1:$O$59",
      "_xlnm.Print_Titles 'Theo hệ thống'!$5:$6",
      "_xlnm.Print_Area 'Theo hệ thống'!$A$1:$P$21",
      "_xlnm.Print_Titles 'Theo ngày'!$5:$5",
      "_xlnm.Print_Area 'Theo ngày'!$A$1:$F$37",
      "_xlnm.Print_Titles 'Bảng đối soát'!$5:$5",
      "_xlnm.Print_Area 'Bảng đối soát'!$A$1:$E$14",
    ])
    for (const { xml } of book.sheets) {
      expect(xml).toMatch(/<pageSetup [^>]*paperSize="9"/)
      expect(xml).toMatch(/fitToWidth="1"/)
      expect(xml).toMatch(/fitToHeight="0"/)
      expect(xml).toMatch(/<pane [^>]*state="frozen"/)
      expect(xml).toContain('&amp;P/&amp;N')
    }
    expect(form.xml).toContain('orientation="landscape"')
    const fonts = book.parts['xl/styles.xml']!.match(/<name val="[^"]+"/g)!
    expect(new Set(fonts)).toEqual(new Set(['<name val="Times New Roman"']))
  })

  test('merges its three rows of heads as they are printed', () => {
    const heads = form.merges.filter((merge) => /[A-M][678]:/.test(merge))
    expect(heads).toEqual([
      'A6:A8',
      'B6:B8',
      'C6:F6',
      'G6:J6',
      'K6:M6',
      'C7:C8',
      'D7:E7',
      'F7:F8',
      ...'GHIJKLM'.split('').map((column) => `${column}7:${column}8`),
    ])
  })

  test('is the same bytes when it is published again, and other ones on basis `all`', async () => {
    const before = formOf(ward)
    await ward.doisoat('report', '--period', '2026-02')
    expect(formOf(ward).equals(before)).toBe(true)
    await ward.doisoat('report', '--period', '2026-02', '--basis', 'all')
    const [all] = readWorkbook(formOf(ward)).sheets
    expect(at(all!, `C${rowOf(all!, 'Tổng số')}`)).toBe(1061)
    expect(sheetText(all!)).toContain('kể cả hồ sơ không có trong sổ của Trung tâm')
  })

  test('says so when the period was closed', async () => {
    await ward.doisoat('close', '2026-02', '--why', 'kỳ đã báo cáo')
    await ward.doisoat('report', '--period', '2026-02')
    expect(sheetText(readWorkbook(formOf(ward)).sheets[0]!)).toContain('đã chốt, tính đến hết ngày 13/02/2026')
  })
})

function formOf({ folder }: Ward): Buffer {
  return readFileSync(join(folder, 'out/2026-02/bieu-II.06a.xlsx'))
}

function rowOf(sheet: ReadSheet, label: string): number {
  const cell = [...sheet.cells.values()].findLast(({ value, ref }) => value === label && ref.startsWith('A'))
  return Number(/\d+/.exec(cell!.ref)![0])
}
