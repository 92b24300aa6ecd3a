import { expect, test } from 'vitest'
import { bookRow, businessRow, civilRow, portalRow, window } from '../support/dossiers.ts'
import { type Cells, exportOf, preamble } from '../support/make-export.ts'
import { business, everywhere, raisedBy, wardWith } from '../support/raised-by.ts'
import { discrepanciesIn } from '../support/truth.ts'

const other = { code: 'H24.131-260204-0002', identity: '031195694675' }

test('a dossier that every list has alike raises nothing', async () => {
  expect(await raisedBy(everywhere())).toEqual([])
})

test('what the book lacks is missing at the Centre; a book that was not handed over says nothing', async () => {
  expect(await raisedBy({ ...everywhere(), book: [] })).toEqual(['missing_at_centre trungtam'])
  const { portal, civil } = everywhere()
  expect(await raisedBy({ portal, civil })).toEqual([])
})

test('a household business that another account has is routed past the Centre', async () => {
  expect(await raisedBy(business())).toEqual(['routed_past_centre botaichinh-hkd'])
})

test('a household business that the Centre received is missing at the Centre, and one in the book is nothing', async () => {
  const here = { account: 'ttpvhcc.hd02' }
  expect(await raisedBy(business(here))).toEqual(['missing_at_centre trungtam'])
  const told = { procedure: '1.001612', due: '2026-02-09' }
  expect(await raisedBy({ ...business(), book: [bookRow(told)] })).toEqual([])
})

test('where portal and ministry name two accounts the ministry says who has it', async () => {
  const told = { procedure: '1.001612', due: '2026-02-09' }
  const portal = [portalRow({ ...told, account: 'ttpvhcc.hd01' })]
  expect(await raisedBy({ ...business(), portal })).toEqual(['routed_past_centre botaichinh-hkd'])
  const ministry = [businessRow({ ...told, account: 'ttpvhcc.hd01' })]
  expect(await raisedBy({ ...business(), business: ministry })).toEqual(['missing_at_centre trungtam'])
})

test('without a book a household business is routed nowhere', async () => {
  const { portal, business: ministry } = business()
  expect(await raisedBy({ portal, business: ministry })).toEqual([])
})

test('what the portal lacks is missing in the portal; a row that cannot be read proves that it is there', async () => {
  expect(await raisedBy({ ...everywhere(), portal: [] })).toEqual(['missing_in_portal botuphap-hotich'])
  const unreadable = [portalRow({}, { 'Ngày tiếp nhận': '31/02/2026' })]
  expect(await raisedBy({ ...everywhere(), portal: unreadable })).toEqual(['unreadable_row dvcqg'])
  const { book, civil } = everywhere()
  expect(await raisedBy({ book, civil })).toEqual([])
})

test('what the ministry lacks is missing there; a row that cannot be read proves that it is there', async () => {
  expect(await raisedBy({ ...everywhere(), civil: [] })).toEqual(['missing_in_ministry botuphap-hotich'])
  const unreadable = [civilRow({}, { 'Ngày tiếp nhận': '31/02/2026' })]
  expect(await raisedBy({ ...everywhere(), civil: unreadable })).toEqual(['unreadable_row botuphap-hotich'])
})

test('a ministry that handed over nothing is one missing export, not one a dossier', async () => {
  const ward = await wardWith({ portal: [portalRow(), portalRow(other)], book: [bookRow(), bookRow(other)] })
  const list = await discrepanciesIn(ward)
  expect(list.map(({ kind, system, code, detail }) => [kind, system, code, detail['dossiers']])).toEqual([
    ['export_missing', 'botuphap-hotich', null, 2],
  ])
})

test('an export that ends before the dossier was received could not know of it', async () => {
  const until = (day: string) => ({ extra: { civil: { before: [preamble(window.from, day)] } } })
  expect(await raisedBy({ ...everywhere(), civil: [] }, until('2026-02-03'))).toEqual([
    'export_missing botuphap-hotich',
  ])
  expect(await raisedBy({ ...everywhere(), civil: [] }, until('2026-02-04'))).toEqual([
    'missing_in_ministry botuphap-hotich',
  ])
})

test('a procedure that no ministry system handles asks for none', async () => {
  const { portal, book } = everywhere({ procedure: '2.000986', due: '2026-02-10' })
  expect(await raisedBy({ portal, book })).toEqual([])
})

test('a system that the office expects and that sent nothing is missing, and one that did is not', async () => {
  const config = { expectedSystems: ['bogddt', 'botuphap-hotich'] }
  expect(await raisedBy(everywhere(), { config })).toEqual(['export_missing bogddt'])
})

test('a row that cannot be read and names no dossier is a reject and no discrepancy', async () => {
  const broken = civilRow({ ...other, code: '' }, { 'Ngày tiếp nhận': '31/02/2026' })
  const ward = await wardWith({ ...everywhere(), civil: [civilRow(), broken] })
  expect(await discrepanciesIn(ward)).toEqual([])
  const { rejects } = await ward.ask<{ rejects: object[] }>('rejects')
  expect(rejects).toEqual([
    {
      file: 'civil.csv',
      line: 4,
      system: 'botuphap-hotich',
      code: null,
      column: 'Ngày tiếp nhận',
      reason: 'invalid_date',
      value: '31/02/2026 8:30'.slice(0, 10),
    },
  ])
})

test("another ward's dossier is foreign, and nothing else is wrong with it", async () => {
  const foreign = portalRow({
    ...other,
    code: 'H24.132-260204-0002',
    procedure: '9.999999',
    due: '2026-03-20',
    ended: '2026-02-01',
  })
  const usual = everywhere()
  expect(await raisedBy({ ...usual, portal: [...usual.portal, foreign] })).toEqual(['foreign_unit dvcqg'])
})

test('a code that the portal issued is the unit’s by its agency', async () => {
  const told = { code: 'G22.99-260204-000001' }
  const agency = 'UBND phường Hưng Đạo, tỉnh Cao Bằng'
  expect(await raisedBy(everywhere(told))).toEqual([])
  const portal = [portalRow(told, { 'Cơ quan thực hiện': agency })]
  expect(await raisedBy({ ...everywhere(told), portal })).toEqual(['foreign_unit botuphap-hotich'])
})

test.each(['TP. Hải Phòng', 'Hải Phòng', 'thành phố Hải Phòng'])('an agency in %s is the unit’s', async (city) => {
  const told = { code: 'G22.99-260204-000001' }
  const portal = [portalRow(told, { 'Cơ quan thực hiện': `UBND phường Hưng Đạo, ${city}` })]
  expect(await raisedBy({ ...everywhere(told), portal })).toEqual([])
})

test('a ministry’s own number that is a code stands for a dossier where there is no other', async () => {
  const own = { 'Mã số hồ sơ': 'G09.20-20260204-0092637', 'Mã DVCQG': '' }
  const told = { procedure: '1.001612', account: 'ktht.truongphong', due: '2026-02-09' }
  const alone = { ...everywhere(), business: [businessRow({ ...told, identity: '031195694000' }, own)] }
  expect(await raisedBy(alone)).toEqual(['missing_in_portal botaichinh-hkd', 'routed_past_centre botaichinh-hkd'])
  const known = { ...business(), business: [businessRow(told, own)] }
  expect(await raisedBy(known)).toEqual(['linked_without_code botaichinh-hkd', 'routed_past_centre botaichinh-hkd'])
})

test('where windows overlap the export that lists a dossier is asked', async () => {
  const ward = await wardWith(everywhere())
  const next = { code: 'H24.131-260304-0001', received: '2026-03-04', due: '2026-03-05', ended: '2026-03-05' }
  const rows = { portal: portalRow(next), book: bookRow(next), civil: civilRow(next) }
  for (const [kind, row] of Object.entries(rows) as ['portal' | 'book' | 'civil', Cells][])
    ward.put(`march/${kind}.csv`, exportOf(kind, [row], { before: [preamble('2026-02-13', '2026-03-13')] }))
  await ward.nightly('2026-03-13')
  expect(await discrepanciesIn(ward)).toEqual([])
})

test('a ministry’s own code is the unit’s when one of its accounts stands beside it', async () => {
  const told = { code: 'G09.20-260204-000001' }
  expect(await raisedBy(everywhere(told))).toEqual([])
  const elsewhere = { ...told, account: 'xa.khac' }
  expect(await raisedBy({ portal: [], book: [], civil: [civilRow(elsewhere)] })).toEqual([
    'foreign_unit botuphap-hotich',
  ])
  expect(await raisedBy({ portal: [], book: [], civil: [civilRow(told)] })).toEqual([
    'missing_at_centre trungtam',
    'missing_in_portal botuphap-hotich',
  ])
})

test('a portal code that the portal does not list is the unit’s by its account', async () => {
  const told = { code: 'G22.99-260204-000001' }
  expect(await raisedBy({ ...everywhere(told), portal: [] })).toEqual(['missing_in_portal botuphap-hotich'])
})

test('a former code of the unit is its own, once it is configured', async () => {
  const told = { code: 'H24.200-260204-0001' }
  expect(await raisedBy(everywhere(told))).toEqual(['foreign_unit botuphap-hotich'])
  expect(await raisedBy(everywhere(told), { config: { unit: { ...unit, formerCodes: ['H24.200'] } } })).toEqual([])
})

const unit = {
  name: 'phường Hưng Đạo',
  city: 'thành phố Hải Phòng',
  centre: 'Trung tâm Phục vụ hành chính công phường Hưng Đạo',
  agencyCode: 'H24.131',
  centreAccounts: ['ttpvhcc.hd01'],
  householdBusinessAccounts: [],
}
