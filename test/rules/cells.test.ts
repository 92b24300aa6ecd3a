import { expect, test } from 'vitest'
import { bookRow, portalRow } from '../support/dossiers.ts'
import { business, certified, everywhere, raisedBy } from '../support/raised-by.ts'

test('a procedure that the catalogue does not have is unknown', async () => {
  expect(await raisedBy(everywhere({ procedure: '9.999999' }))).toEqual(['unknown_procedure'])
})

test('zeros that a spreadsheet took from a procedure are given back, and a locality after it is left out', async () => {
  const told = { procedure: '2.000720', account: 'ttpvhcc.hd01', due: '2026-02-09' }
  expect(await raisedBy({ ...business(told), book: [bookRow({ ...told, procedure: '2.00072' })] })).toEqual([])
  expect(await raisedBy({ ...everywhere(), portal: [portalRow({ procedure: '1.001193.H24' })] })).toEqual([])
  expect(await raisedBy({ ...everywhere(), portal: [portalRow({ procedure: '1.0011' })] })).toEqual([
    'unknown_procedure',
  ])
})

test.each([
  ['twelve digits of a province', '031195694674', []],
  ['the last province', '096195694674', []],
  ['nine digits', '031195694', []],
  ['a lost leading zero', '31195694674', []],
  ['no such province', '097195694674', ['invalid_identity']],
  ['province 000', '000195694674', ['invalid_identity']],
  ['ten digits', '0311956946', ['invalid_identity']],
  ['eleven digits that no zero makes one', '97195694674', ['invalid_identity']],
  ['a tax code', '0201234567-001', ['invalid_identity']],
  ['a passport where none is named', 'C1234567', ['invalid_identity']],
])('an identity: %s', async (_, identity, kinds) => {
  expect(await raisedBy(everywhere({ identity }))).toEqual(kinds)
})

test('a passport is an identity in a column that names passports', async () => {
  const { portal, book, certified: list } = certified({ identity: 'C1234567' })
  const plain = certified()
  expect(await raisedBy({ portal: plain.portal, book: plain.book, certified: list })).toEqual([])
  expect(await raisedBy({ portal, book: plain.book, certified: list })).toEqual(['invalid_identity'])
  expect(
    await raisedBy({ portal: plain.portal, book, certified: certified({ identity: 'C12345' }).certified }),
  ).toEqual(['invalid_identity'])
})

test('a dossier without a digitized component is to be digitized, one with some is not', async () => {
  const digitized = (count: number) => [portalRow({}, { 'Số thành phần đã số hóa': count })]
  expect(await raisedBy({ ...everywhere(), portal: digitized(0) })).toEqual(['not_digitized dvcqg'])
  expect(await raisedBy({ ...everywhere(), portal: digitized(1) })).toEqual([])
})

test('a row that does not say whose the dossier is makes it nobody else’s: it cannot be read, that is all', async () => {
  const code = 'G22.99-260204-000001'
  const portal = [portalRow({}), portalRow({ code }, { 'Ngày tiếp nhận': '31/02/2026' })]
  expect(await raisedBy({ ...everywhere(), portal })).toEqual(['unreadable_row dvcqg'])
})
