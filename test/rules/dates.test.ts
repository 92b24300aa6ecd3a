import { expect, test } from 'vitest'
import { bookRow, businessRow, portalRow } from '../support/dossiers.ts'
import { everywhere, raisedBy, wardWith } from '../support/raised-by.ts'
import { discrepanciesIn, figuresIn } from '../support/truth.ts'

const open = { status: 'Đang xử lý', ended: '' }
const threeDays = { ...open, procedure: '1.001022', received: '2026-02-09', due: '2026-02-12' }

test.each([
  ['an end before the reception', { ended: '2026-02-03' }, 'ended_before_received'],
  ['an event after the night', { ended: '2026-02-14', due: '2026-02-05' }, 'after_the_night'],
])('%s is impossible', async (_, given, fault) => {
  const list = await discrepanciesIn(await wardWith(everywhere(given)))
  const impossible = list.filter(({ kind }) => kind === 'impossible_dates')
  expect(impossible.map(({ detail }) => detail['faults'])).toEqual([expect.arrayContaining([fault])])
})

test('a due day before the reception is impossible, and suspect', async () => {
  expect(await raisedBy(everywhere({ due: '2026-02-03' }))).toEqual([
    'due_date_suspect botuphap-hotich',
    'impossible_dates',
    'overdue_resolved',
  ])
})

test('a handing over before the result is impossible; one on its day is not', async () => {
  const handed = (day: string) => ({
    ...everywhere(),
    portal: [portalRow({}, { 'Ngày trả kết quả': `${day} 11:00:00` })],
  })
  expect(await raisedBy(handed('04/02/2026'))).toEqual(['impossible_dates'])
  expect(await raisedBy(handed('05/02/2026'))).toEqual([])
})

test('a result on the day of reception is possible', async () => {
  expect(await raisedBy(everywhere({ ended: '2026-02-04' }))).toEqual([])
})

test('a due day that is not the catalogue’s number of working days after reception is suspect', async () => {
  expect(await raisedBy(everywhere({ due: '2026-02-06' }))).toEqual(['due_date_suspect botuphap-hotich'])
})

test('Tết is no working day: a system that counts it gives a suspect day', async () => {
  const before = { ...open, received: '2026-02-13' }
  expect(await raisedBy(everywhere({ ...before, due: '2026-02-16' }))).toEqual([
    'due_date_suspect botuphap-hotich',
    'due_soon',
  ])
  expect(await raisedBy(everywhere({ ...before, due: '2026-02-23' }))).toEqual(['due_soon'])
})

test('while a supplement is waited for the clock stands still; for a payment it does not', async () => {
  const waiting = (status: string) => raisedBy(everywhere({ ...open, status, due: '2026-03-20' }))
  expect(await waiting('Yêu cầu bổ sung giấy tờ')).toEqual([])
  for (const status of ['Đang xử lý', 'Yêu cầu thực hiện nghĩa vụ tài chính'])
    expect(await waiting(status)).toEqual(['due_date_suspect botuphap-hotich'])
})

test('what the book hands over before the result of another system is impossible', async () => {
  const early = { ...everywhere(), book: [bookRow({}, { 'Ngày trả': '04/02/2026' })] }
  expect(await raisedBy(early)).toEqual(['impossible_dates'])
  expect(await raisedBy({ ...everywhere(), book: [bookRow({}, { 'Ngày trả': '09/02/2026' })] })).toEqual([])
})

test('a handing over is no end: it conflicts with no end of another system', async () => {
  const portal = [portalRow({}, { 'Ngày có kết quả': '', 'Ngày trả kết quả': '09/02/2026 10:00:00' })]
  expect(await raisedBy({ ...everywhere(), portal })).toEqual([])
})

test('resolved late belongs to the period of its end, and to no night before it', async () => {
  const ward = await wardWith(everywhere({ ended: '2026-02-10' }))
  const late = async (from: string, to: string) =>
    (await discrepanciesIn(ward, '--from', from, '--to', to)).filter(({ kind }) => kind === 'overdue_resolved').length
  expect([await late('2026-02-01', '2026-02-09'), await late('2026-02-10', '2026-02-13')]).toEqual([0, 1])
  expect(await raisedBy(everywhere({ ended: '2026-02-27' }), { asOf: '2026-02-13' })).toEqual(['impossible_dates'])
})

test('where the catalogue has no number of working days no due day is suspect', async () => {
  expect(await raisedBy(everywhere({ procedure: '1.006714', due: '2026-02-11' }))).toEqual([])
  const { portal, book } = everywhere({ procedure: '1.002211', due: '2026-02-10' })
  expect(await raisedBy({ portal, book })).toEqual([])
})

test.each([
  ['2026-02-09', []],
  ['2026-02-10', ['due_soon']],
  ['2026-02-11', ['due_soon']],
  ['2026-02-12', ['overdue_pending']],
  ['2026-02-13', ['overdue_pending']],
])('due on the 12th, seen on %s: %j', async (asOf, kinds) => {
  expect(await raisedBy(everywhere(threeDays), { asOf })).toEqual(kinds)
})

test('how soon is soon is configured', async () => {
  expect(await raisedBy(everywhere(threeDays), { asOf: '2026-02-09', config: { dueSoonDays: 3 } })).toEqual([
    'due_soon',
  ])
  expect(await raisedBy(everywhere(threeDays), { asOf: '2026-02-11', config: { dueSoonDays: 0 } })).toEqual([])
})

test('a result after the due day is overdue, one on it is not, and a refusal never is', async () => {
  expect(await raisedBy(everywhere({ ended: '2026-02-06' }))).toEqual(['overdue_resolved'])
  expect(await raisedBy(everywhere({ ended: '2026-02-05' }))).toEqual([])
  expect(await raisedBy(everywhere({ ended: '2026-02-06', status: 'Từ chối giải quyết' }))).toEqual([])
})

test.each([
  ['12/02/2026 13:31:00', ['reception_overdue dvcqg']],
  ['13/02/2026 07:30:00', ['reception_overdue dvcqg']],
  ['13/02/2026 07:31:00', []],
  ['13/02/2026 15:00:00', []],
])('submitted at %s and not received: %j', async (submitted, kinds) => {
  const waiting = portalRow(
    { ...open, code: 'H24.131-260212-0009', status: 'Mới đăng ký', due: '' },
    { 'Ngày tiếp nhận': '', 'Ngày nộp': submitted },
  )
  const usual = everywhere()
  expect(await raisedBy({ ...usual, portal: [...usual.portal, waiting] })).toEqual(kinds)
})

test('what a ministry alone has as submitted waits too', async () => {
  const waiting = businessRow({ ...open, code: 'H24.131-260209-0009', received: '', due: '', status: '01 - Mới nộp' })
  const night = { ...everywhere(), business: [{ ...waiting, 'Thời điểm nộp': '2026-02-09T08:00:00+07:00' }] }
  expect(await raisedBy(night)).toEqual(['reception_overdue botaichinh-hkd'])
})

test('eight hours over a weekend are not over', async () => {
  const waiting = portalRow(
    { ...open, status: 'Mới đăng ký', due: '' },
    { 'Ngày tiếp nhận': '', 'Ngày nộp': '06/02/2026 15:00:00' },
  )
  expect(await raisedBy({ portal: [waiting], book: [] }, { asOf: '2026-02-08' })).toEqual([])
  expect(await raisedBy({ portal: [waiting], book: [] }, { asOf: '2026-02-09' })).toEqual(['reception_overdue dvcqg'])
})

test('what was not accepted waits for nobody', async () => {
  const refused = portalRow(
    { ...open, status: 'Không được tiếp nhận', due: '' },
    { 'Ngày tiếp nhận': '', 'Ngày nộp': '02/02/2026 08:00:00' },
  )
  expect(await raisedBy({ portal: [refused], book: [bookRow({ code: 'H24.131-260204-0002' })].slice(1) })).toEqual([])
})

test('an end before the reception counts on the day of reception, so that nothing is lost', async () => {
  const { figures } = await figuresIn(await wardWith(everywhere({ ended: '2026-01-10' })), '2026-02')
  expect([figures.received_new, figures.resolved_early, figures.pending_total]).toEqual([1, 1, 0])
})
