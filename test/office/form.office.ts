import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { formXlsx } from '../../reports/form/form-xlsx.ts'
import { wordsIn } from '../../reports/words.ts'
import { reportOf, usualCounted } from '../documents/made-report.ts'
import { readWorkbook, sheetText } from '../documents/read-workbook.ts'
import { makeRoom, openWard } from '../support/ward.ts'
import { converted, pageSizes } from './open-office.ts'

const room = makeRoom()
const workbook = 'xlsx:Calc MS Excel 2007 XML'
let form: Buffer

beforeAll(async () => {
  const ward = openWard()
  ward.putMonth('2026-02')
  await ward.nightly('2026-02-13')
  form = readFileSync(join(ward.folder, 'out/2026-02/bieu-II.06a.xlsx'))
})

test('the form prints on A4, its tables across, its lists upright', () => {
  const pdf = converted(room, 'bieu.xlsx', form, 'pdf').get('bieu.pdf')!
  const [across, upright] = ['297 × 210', '210 × 297']
  expect(pageSizes(pdf)).toEqual([...Array(6).fill(across), upright, upright])
})

test('LibreOffice works every formula out to the value that stood beside it', () => {
  const again = readWorkbook(converted(room, 'cu.xlsx', withoutValues(form), workbook).get('cu.xlsx')!)
  const before = readWorkbook(form)
  expect(again.sheets.map(({ name }) => name)).toEqual(before.sheets.map(({ name }) => name))
  for (const [at, { name, cells }] of before.sheets.entries())
    for (const { ref, value } of cells.values())
      if (value !== null) expect([name, ref, again.sheets[at]!.cells.get(ref)?.value]).toEqual([name, ref, value])
})

test('as text for another program the form has its total row', () => {
  const csv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'
  const first = converted(room, 'bieu.xlsx', form, csv).get('bieu-Biểu II.06a.csv')!.toString('utf8')
  expect(first).toMatch(/^Tổng số,,1024,913,0,111,952,939,7,6,72,72,0$/m)
})

test('whatever a field is called, LibreOffice shows it as text', async () => {
  const report = reportOf([
    { ...usualCounted, field: '=1+1' },
    { ...usualCounted, field: '=HYPERLINK("http://x")' },
  ])
  const bytes = await formXlsx(report, wordsIn('vi'))
  const [sheet] = readWorkbook(converted(room, 'la.xlsx', bytes, workbook).get('la.xlsx')!).sheets
  expect(sheetText(sheet!)).toMatch(/\| =1\+1 \|/)
  expect([...sheet!.cells.values()].filter(({ formula }) => formula?.includes('HYPERLINK'))).toEqual([])
})

/** The same workbook with nothing beside its formulas: a value that is there would be believed. */
function withoutValues(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => {
    const text = strFromU8(part).replaceAll(/<\/f><v>[^<]*<\/v>/g, '</f>')
    return [name, name.startsWith('xl/worksheets/') ? strToU8(text) : part] as const
  })
  return zipSync(Object.fromEntries(parts))
}
