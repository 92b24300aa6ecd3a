import { expect, test } from 'vitest'
import type { SeenFile } from '../../pipeline/loading/files-seen.ts'
import { bookRow, civilRow, portalRow, usualDossier } from '../support/dossiers.ts'
import { everywhere, raisedBy, wardWith } from '../support/raised-by.ts'
import { discrepanciesIn } from '../support/truth.ts'

const usual = everywhere()
const second = { code: 'H24.131-260204-0002' }

test('open here and resolved there is a conflict of status, and no conflict of dates', async () => {
  const civil = [civilRow({ status: 'Đang giải quyết', ended: '' })]
  expect(await raisedBy({ ...usual, civil })).toEqual(['overdue_pending', 'status_conflict botuphap-hotich'])
})

test('resolved and handed over are one class', async () => {
  expect(await raisedBy({ ...usual, portal: [portalRow({ status: 'Đã xử lý xong' })] })).toEqual([])
})

test('refused here and withdrawn there is a conflict of status', async () => {
  const portal = [portalRow({ status: 'Công dân yêu cầu rút hồ sơ' })]
  const civil = [civilRow({ status: 'Từ chối giải quyết' })]
  expect(await raisedBy({ ...usual, portal, civil })).toEqual(['status_conflict botuphap-hotich'])
})

test('what the book has handed over cannot be open elsewhere', async () => {
  const open = { status: 'Đang xử lý', ended: '', due: '2026-02-05' }
  expect(await raisedBy({ ...everywhere(open), book: [bookRow()] })).toEqual([
    'overdue_pending',
    'status_conflict botuphap-hotich',
  ])
})

test('the book hands over refusals too, hands over later than the result, and is silent until it does', async () => {
  const refused = { status: 'Từ chối giải quyết' }
  expect(await raisedBy({ ...everywhere(refused), book: [bookRow()] })).toEqual([])
  expect(await raisedBy({ ...usual, book: [bookRow({ ended: '2026-02-11' })] })).toEqual([])
  expect(await raisedBy({ ...usual, book: [bookRow({ ended: '' })] })).toEqual([])
})

test.each([
  ['received', { 'Ngày tiếp nhận': '03/02/2026 08:30:00', 'Ngày nộp': '' }],
  ['due', { 'Ngày hẹn trả': '06/02/2026 17:00:00' }],
  ['ended', { 'Ngày có kết quả': '04/02/2026 10:00:00' }],
])('a day on which portal and ministry differ is a conflict of dates: %s', async (field, cells) => {
  const ward = await wardWith({ ...usual, portal: [portalRow({}, cells)] })
  const list = await discrepanciesIn(ward)
  expect(list.map(({ kind, detail }) => [kind, detail['fields']])).toEqual([['date_conflict', [field]]])
})

test('hours may differ, and the book’s days may', async () => {
  const portal = [portalRow({}, { 'Ngày tiếp nhận': '04/02/2026 16:59:00', 'Ngày hẹn trả': '05/02/2026 23:00:00' })]
  expect(await raisedBy({ ...usual, portal, book: [bookRow({ received: '2026-02-03' })] })).toEqual([])
})

test('two rows for one code that differ are duplicates; the one further on is believed', async () => {
  const civil = [civilRow(), civilRow({ status: 'Đang giải quyết', ended: '' })]
  expect(await raisedBy({ ...usual, civil })).toEqual(['duplicate_code botuphap-hotich'])
})

test('of two rows for one code an ended one is believed before an open one with a later day', async () => {
  const civil = [civilRow(), civilRow({ status: 'Đang giải quyết', ended: '2026-02-06' })]
  expect(await raisedBy({ ...usual, civil })).toEqual(['duplicate_code botuphap-hotich'])
})

test('two rows that differ in nothing but their number are read once and counted as repeated', async () => {
  const ward = await wardWith({ ...usual, civil: [civilRow(), civilRow()] })
  expect(await discrepanciesIn(ward)).toEqual([])
  const { files } = await ward.ask<{ files: SeenFile[] }>('files')
  expect(files.find(({ system }) => system === 'botuphap-hotich')?.rows).toEqual({
    read: 2,
    loaded: 1,
    repeated: 1,
    rejected: 0,
  })
})

test('a code that is spelled otherwise is the same code: its row is repeated', async () => {
  const ward = await wardWith({ ...usual, civil: [civilRow(), civilRow({ code: 'h24.131 – 260204 – 0001' })] })
  expect(await discrepanciesIn(ward)).toEqual([])
})

test('a ministry’s row without a code is matched by procedure, identity and day', async () => {
  expect(await raisedBy({ ...usual, civil: [civilRow({ code: '' })] })).toEqual(['linked_without_code botuphap-hotich'])
})

test.each([
  ['identity', { identity: '031195694999' }],
  ['procedure', { procedure: '1.000656' }],
  ['day', { received: '2026-02-03' }],
])('one whose %s is another is matched to nothing', async (_, given) => {
  const civil = [civilRow({ code: '', ...given })]
  expect(await raisedBy({ ...usual, civil })).toEqual([
    'missing_in_ministry botuphap-hotich',
    'unlinked_record botuphap-hotich',
  ])
})

test('of two candidates the name chooses', async () => {
  const namesake = { ...second, person: 'Lê Văn An' }
  const ward = await wardWith({
    portal: [portalRow(), portalRow(namesake)],
    book: [bookRow(), bookRow(namesake)],
    civil: [civilRow({ code: '', person: 'LE VAN AN' })],
  })
  const list = await discrepanciesIn(ward)
  expect(list.map(({ kind, code }) => [kind, code])).toEqual([
    ['missing_in_ministry', usualDossier.code],
    ['linked_without_code', second.code],
  ])
})

test('two candidates that the name does not tell apart are never guessed between', async () => {
  const ward = await wardWith({
    portal: [portalRow(), portalRow(second)],
    book: [bookRow(), bookRow(second)],
    civil: [civilRow({ code: '' })],
  })
  const list = await discrepanciesIn(ward)
  expect(list.map(({ kind, code, detail }) => [kind, code, detail['candidates'] ?? null])).toEqual([
    ['missing_in_ministry', usualDossier.code, null],
    ['missing_in_ministry', second.code, null],
    ['ambiguous_match', null, [usualDossier.code, second.code]],
  ])
})

test('a dossier that the export lists with its code is no candidate for a row without', async () => {
  const ward = await wardWith({
    portal: [portalRow(), portalRow(second)],
    book: [bookRow(), bookRow(second)],
    civil: [civilRow(), civilRow({ code: '' }, { 'Số hồ sơ hộ tịch': '00002/2026' })],
  })
  const list = await discrepanciesIn(ward)
  expect(list.map(({ kind, code }) => [kind, code])).toEqual([['linked_without_code', second.code]])
})
