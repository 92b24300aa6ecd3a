import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { formOf } from '../../pipeline/documents/form.ts'
import { figuresOf } from '../../pipeline/figures.ts'
import { formXlsx } from '../../reports/form/form-xlsx.ts'
import type { FormCounts, PeriodReport } from '../../reports/period-report.ts'
import { wordsIn } from '../../reports/words.ts'
import { bundledCatalogue } from '../bundled.ts'
import { evaluate } from './evaluate.ts'
import { anyCounted, february, reportOf, usualCounted } from './made-report.ts'
import { at, type ReadSheet, readWorkbook, type ReadWorkbook, sheetText } from './read-workbook.ts'

const words = wordsIn('vi')

test('each dossier is once among what was received, and once in what became of it; fields add up to the figures', () => {
  fc.assert(
    fc.property(anyCounted, (counted) => {
      const groups = formOf(counted, february, bundledCatalogue)
      const fields = groups.flatMap((group) => group.fields)
      for (const { name, counts } of fields) {
        const these = counted.filter(({ field }) => field === name).length
        expect(received(counts)).toBe(these)
        expect(resolved(counts) + pending(counts)).toBe(these)
      }
      const { figures } = figuresOf(counted, february)
      const total = (of: (counts: FormCounts) => number) => fields.reduce((sum, { counts }) => sum + of(counts), 0)
      expect(total(received)).toBe(figures.received_total)
      expect(total(({ new_online, new_direct }) => new_online + new_direct)).toBe(figures.received_new)
      expect(total(({ carried_in }) => carried_in)).toBe(figures.carried_in)
      expect(total(resolved)).toBe(figures.resolved_total)
      expect(total(({ refused }) => refused)).toBe(figures.refused)
      expect(total(({ withdrawn }) => withdrawn)).toBe(figures.withdrawn)
      expect(total(pending)).toBe(figures.pending_total)
    }),
  )
})

test('fields stand under their ministry in the order of their names, what is known of nobody last', () => {
  const counted = ['Hộ tịch', 'Lĩnh vực lạ', 'Chứng thực', '', 'Đất đai'].map((field) => ({ ...usualCounted, field }))
  const groups = formOf(counted, february, bundledCatalogue)
  expect(groups.map(({ ministry, fields }) => [ministry, fields.map(({ name }) => name)])).toEqual([
    ['Bộ NN&MT', ['Đất đai']],
    ['Bộ Tư pháp', ['Chứng thực', 'Hộ tịch']],
    ['', ['Lĩnh vực lạ', '']],
  ])
})

test('whatever was counted, each formula of each sheet comes to the value beside it', async () => {
  await fc.assert(
    fc.asyncProperty(anyCounted, fc.constantFrom('centre', 'all'), async (counted, basis) => {
      const book = await bookOf(reportOf(counted, { basis }))
      for (const sheet of book.sheets)
        for (const { ref, formula, value } of sheet.cells.values())
          if (formula !== null) expect([sheet.name, ref, value]).toEqual([sheet.name, ref, evaluate(formula, sheet)])
    }),
    { numRuns: 25 },
  )
})

test('equal values give equal bytes, in both languages', async () => {
  const report = reportOf([usualCounted])
  for (const language of ['vi', 'en'] as const) {
    const [one, other] = await Promise.all(
      [report, structuredClone(report)].map((each) => formXlsx(each, wordsIn(language))),
    )
    expect(Buffer.from(one!).equals(Buffer.from(other!))).toBe(true)
  }
})

test.each(['=HYPERLINK("http://x";"y")', '@SUM(A1)', '+1+1', '-2+3', '<b>&"x"</b>', '_x003D_1', "'1'", '{=1}'])(
  'a field, a procedure and a ministry called %s are text, and nothing else',
  async (name) => {
    const { sheets } = await bookOf(named(name))
    const texts = sheets.flatMap(({ cells }) => [...cells.values()].filter(({ value }) => value === name))
    expect(texts.length).toBe(11) // the unit in each sheet; a ministry, two fields, a procedure and its code
    expect(texts.every(({ kind, formula }) => kind === 'text' && formula === null)).toBe(true)
  },
)

test('control letters and those that turn the direction are gone; 40,000 letters are cut', async () => {
  const book = await bookOf(named(`a\0b\u202ec\u200f${'dài '.repeat(10_000)}`))
  const longest = book.sheets.flatMap(({ cells }) => [...cells.values()].map(({ value }) => String(value)))
  expect(longest.some((value) => value.startsWith('abcdài'))).toBe(true)
  expect(Math.max(...longest.map(({ length }) => length))).toBeLessThanOrEqual(2000)
  const odd = Object.entries(book.parts).filter(([, part]) => /[\0\u202e\u200f]|_x0000_/.test(part))
  expect(odd.map(([name]) => name)).toEqual([])
  const heights = [...book.sheets[0]!.xml.matchAll(/ ht="([\d.]+)"/g)].map(([, height]) => Number(height))
  expect(Math.max(...heights)).toBeLessThanOrEqual(409)
})

test('a footer has no command of a unit’s name, and no more letters than a footer may have', async () => {
  const report = reportOf([usualCounted])
  const book = await bookOf({ ...report, unit: { ...report.unit, centre: `&P&R${'x'.repeat(500)}` } })
  const [, footer] = /<oddFooter>([^<]*)</.exec(book.sheets[0]!.xml)!
  expect(footer).toMatch(/^&amp;L&amp;9&amp;&amp;P&amp;&amp;Rxxx/)
  expect(footer!.replaceAll('&amp;', '&').length).toBeLessThanOrEqual(255)
})

test('a system that sent nothing is named on the face of every sheet', async () => {
  const { sheets } = await bookOf(reportOf([usualCounted], { incomplete: ['bogddt', 'dvcqg-thanhtoan'] }))
  for (const sheet of sheets)
    expect(sheetText(sheet)).toContain('Số liệu chưa đầy đủ: Bộ Giáo dục và Đào tạo; Thanh toán trên Cổng DVCQG.')
  expect(sheetText(sheets[3]!)).toContain('Bộ Giáo dục và Đào tạo (đêm cuối chưa có tệp)')
})

test('what is not known is a dash in every sheet, and no formula makes a zero of it', async () => {
  const { sheets } = await bookOf(reportOf([], { incomplete: ['trungtam'], isUnknown: true }))
  const [form, national, procedures, systems, days, statement] = sheets as [ReadSheet, ...ReadSheet[]]
  expect('CDEFGHIJKLM'.split('').map((column) => at(form, `${column}11`))).toEqual(Array(11).fill('–'))
  for (const sheet of sheets) expect([...sheet.cells.values()].filter(({ formula }) => formula !== null)).toEqual([])
  for (const sheet of [form, procedures!, systems!, days!]) expect(zeros(sheet)).toEqual([])
  expect(sheetText(form)).toContain('Chưa có số liệu về hồ sơ từ chối')
  expect(at(national!, 'C8')).toBe('–')
  expect(sheetText(statement!)).toContain('Chưa lập được bảng đối soát: đêm cuối chưa có tệp (Sổ của Trung tâm).')
})

test('a rate of components is a dash where the portal’s list has no readable row', async () => {
  const { sheets } = await bookOf(reportOf([{ ...usualCounted, portal: 'absent', digitized: null, reused: null }]))
  expect(['C9', 'D9', 'E9', 'C10', 'G10'].map((ref) => at(sheets[1]!, ref))).toEqual(['–', '–', '–', '–', '–'])
  expect(at(sheets[1]!, 'E7')).toBe(1)
})

test('a period without a dossier has zeros, and says that there is none', async () => {
  const { sheets } = await bookOf(reportOf([]))
  expect(sheetText(sheets[0]!)).toContain('Trong kỳ không có hồ sơ.')
  expect(sheetText(sheets[0]!)).toContain('Trong kỳ không có hồ sơ từ chối giải quyết')
  expect('CDEFGHIJKLM'.split('').map((column) => at(sheets[0]!, `${column}11`))).toEqual(Array(11).fill(0))
  expect(at(sheets[1]!, 'E7')).toBe('–')
})

test.each([
  ['2026', '2025-12-15', '2026-12-14', 'Kỳ báo cáo: năm 2026'],
  ['2026-Q2', '2026-03-15', '2026-06-14', 'Kỳ báo cáo: quý II năm 2026'],
  ['2026-H1', '2025-12-15', '2026-06-14', 'Kỳ báo cáo: 6 tháng đầu năm 2026'],
  ['2026-9M', '2025-12-15', '2026-09-14', 'Kỳ báo cáo: 9 tháng đầu năm 2026'],
  ['2026-02-01..2026-02-10', '2026-02-01', '2026-02-10', 'Kỳ báo cáo: từ ngày 01/02/2026 đến ngày 10/02/2026'],
])('the period %s is called by its name, and has a row for each of its days', async (id, from, to, name) => {
  const { sheets } = await bookOf(reportOf([{ ...usualCounted }], { period: { id, from, to } }))
  expect(sheetText(sheets[0]!)).toContain(name)
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
  expect(at(sheets[4]!, `A${5 + days}`)).toBe(days)
  expect(at(sheets[4]!, `A${6 + days}`)).toBe('Tổng số')
})

test('a closed period whose dossiers have moved since says by how much', async () => {
  const report = reportOf([usualCounted])
  const centre = { ...report.stated.centre, closed: { asOf: '2026-02-20', closing: 1 } }
  const figures = { ...centre.figures, received_total: 2, pending_total: 1 }
  const closed = { ...report, stated: { ...report.stated, centre: { ...centre, figures } } }
  expect(sheetText((await bookOf(closed)).sheets[0]!)).toContain(
    'nay tính được 1 hồ sơ tiếp nhận, 1 hồ sơ đã giải quyết, 0 hồ sơ đang giải quyết; khi chốt là 2, 1 và 1.',
  )
})

test('what the walk leaves unexplained stands at its end', async () => {
  const report = reportOf([usualCounted, { ...usualCounted, portal: 'silent' }])
  const [statement] = (await bookOf(report)).sheets.slice(5)
  expect('6789'.split('').map((row) => at(statement!, `D${row}`))).toEqual([1, 0, 0, 0])
  expect([at(statement!, 'D11'), at(statement!, 'D12'), at(statement!, 'D13')]).toEqual([1, 2, 1])
  expect(statement!.cells.get('D11')!.formula).toBe('D6+D7-D8-D9+D10')
})

async function bookOf(report: PeriodReport): Promise<ReadWorkbook> {
  return readWorkbook(await formXlsx(report, words))
}

/** Everything that an export or a configuration may name, by one name. */
function named(name: string): PeriodReport {
  const report = reportOf([usualCounted])
  const [part] = report.procedures
  const [group] = report.form
  return {
    ...report,
    form: [{ ministry: name, fields: group!.fields.map((field) => ({ ...field, name })) }],
    procedures: [{ ...part!, code: name, name, field: name }],
    unit: { ...report.unit, name, centre: name },
  }
}

function zeros({ cells }: ReadSheet): unknown[] {
  return [...cells.values()].filter(({ value }) => value === 0)
}

function received({ new_online, new_direct, carried_in }: FormCounts): number {
  return new_online + new_direct + carried_in
}

function resolved({ early, on_time, overdue }: FormCounts): number {
  return early + on_time + overdue
}

function pending({ pending_in_time, pending_overdue }: FormCounts): number {
  return pending_in_time + pending_overdue
}
