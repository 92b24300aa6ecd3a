import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { linesOf } from '../report-docx/read-docx.ts'
import { documentOf, figures, formOfOne, sampleLetter, sampleReport, template } from '../report-docx/sample.ts'
import { fixtures } from '../support/ward.ts'
import { type Page, pagesOf, savedAs } from './suite.ts'

const text = (name: string) => readFileSync(join(fixtures, 'report/2026-02', name), 'utf8')
const letter = sampleLetter({
  tasks: text('nhiem-vu.txt'),
  plans: text('phuong-huong.txt'),
  signature: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'],
})
const routing = {
  ...sampleReport().routing,
  received: 37,
  seen: 0,
  routed: { all: 37, carried: 0 },
  all: { numerator: 913, denominator: 950 },
}
const report = sampleReport({ routing })
let pages: Page[]

beforeAll(() => {
  pages = pagesOf('bao-cao', savedAs('pdf', 'bao-cao.docx', documentOf(report, letter)))
})

test('the report is two pages of A4, the annex one that lies', () => {
  expect(pages.map(({ width, height }) => [width, height])).toEqual([
    [210, 297],
    [210, 297],
    [297, 210],
  ])
})

test('the head is on one line each, the first page has no number, the second has', () => {
  const [first, second, annex] = pages.map((page) => page.text)
  expect(first).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
  expect(first).toContain('Độc lập - Tự do - Hạnh phúc')
  expect(first!.trimStart()).toMatch(/^UBND PHƯỜNG HƯNG ĐẠO/)
  expect(second!.trimStart()).toMatch(/^2\n/)
  expect(annex!.trimStart()).toMatch(/^Phụ lục\n/)
})

test('who signs stands with the end of the text, on one page', () => {
  expect(pages[1]!.text).toMatch(/Phục vụ hành chính công\.\/\.\n[^]*Nơi nhận:\s+KT\. GIÁM ĐỐC/)
})

test('a table that is longer than a page says its header again', () => {
  const names = Array.from({ length: 60 }, (_, at) => `Lĩnh vực ${at}`)
  const form = names.flatMap((name) => formOfOne(name, figures()))
  const long = pagesOf('bao-cao-dai', savedAs('pdf', 'bao-cao.docx', documentOf({ ...report, form }, letter)))
  const withRows = long.filter((page) => page.text.includes('Lĩnh vực '))
  expect(withRows.length).toBeGreaterThan(2)
  expect(withRows.filter((page) => page.text.includes('(13)'))).toHaveLength(
    withRows.filter((page) => /Lĩnh vực \d|^\s*Tổng số\s+\d/m.test(page.text)).length, // the total may stand alone
  )
})

test('the template is filled in after a word processor saved it again', () => {
  const again = savedAs('docx', 'mau.docx', template)
  expect(linesOf(documentOf(report, letter, again)).filter((line) => line !== '')).toEqual(
    linesOf(documentOf(report, letter)).filter((line) => line !== ''),
  )
})
