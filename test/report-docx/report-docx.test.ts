import { expect, test, vi } from 'vitest'
import { dong } from '../../reports/format.ts'
import { between, linesOf, partsOf } from './read-docx.ts'
import { allOf, documentOf, formOfOne, figures, incompleteReport, sampleLetter, sampleReport } from './sample.ts'

test('an office that configured nothing has a whole report, with dots where it has yet to write', () => {
  const lines = linesOf(documentOf())
  const dots = '…'.repeat(28)
  expect(between(lines, '1. Các nhiệm vụ', '2. Về kết quả')).toEqual([dots])
  expect(between(lines, 'III. Phương hướng', '(Số liệu')).toEqual([dots])
  expect(lines).toContain('Kính gửi: Ủy ban nhân dân phường Hưng Đạo')
  expect(lines.filter((line) => line.includes('/BC-TTPVHCC | Hưng Đạo, ngày '))).toHaveLength(1)
  expect(lines).toContain(
    'Thực hiện chế độ báo cáo định kỳ, Trung tâm Phục vụ hành chính công báo cáo kết quả thực hiện nhiệm vụ tháng 02 năm 2026 cụ thể như sau:',
  )
  expect(lines.filter((line) => /[{}]|undefined|null|NaN/.test(line))).toEqual([])
})

test('free text is a paragraph a line, whether empty lines part them or not', () => {
  const tasks = 'Trung tâm đã tham mưu:\r\n\r\n- Quy chế số 209;\n- Kế hoạch số 43.\n\n\n  Đã ban hành  Kế hoạch.\n'
  expect(
    between(linesOf(documentOf(sampleReport(), sampleLetter({ tasks }))), '1. Các nhiệm vụ', '2. Về kết quả'),
  ).toEqual(['Trung tâm đã tham mưu:', '- Quy chế số 209;', '- Kế hoạch số 43.', 'Đã ban hành Kế hoạch.'])
})

test.each([
  ['2026-02-03', 'ngày 03 tháng 02 năm 2026'],
  ['2026-01-23', 'ngày 23 tháng 01 năm 2026'],
  ['2026-03-09', 'ngày 09 tháng 3 năm 2026'],
  ['2026-12-15', 'ngày 15 tháng 12 năm 2026'],
])('%s is %s', (day, written) => {
  expect(
    linesOf(documentOf(sampleReport(), sampleLetter({ day }))).filter((line) => line.endsWith(`Hưng Đạo, ${written}`)),
  ).toHaveLength(1)
})

test('a day that is left blank has the year in which the report is signed', () => {
  const yearIn = (from: string, to: string) =>
    /tháng[^|]* năm (\d{4})/.exec(
      linesOf(documentOf(sampleReport({ period: { id: `${from}..${to}`, from, to } }))).join('\n'),
    )![1]
  expect(yearIn('2026-12-01', '2026-12-31')).toBe('2027')
  expect(yearIn('2026-11-15', '2026-12-14')).toBe('2026')
})

test('several addressees stand one below the other, and marks are not doubled', () => {
  const lines = linesOf(
    documentOf(sampleReport(), sampleLetter({ addressees: ['Ủy ban nhân dân phường;', 'Văn phòng.'] })),
  )
  expect(between(lines, 'Kính gửi:', 'Thực hiện').filter((line) => line !== '')).toEqual([
    '- Ủy ban nhân dân phường;',
    '- Văn phòng.',
  ])
})

test('where there is a routing gap, section II says how it comes and how many dossiers it is', () => {
  const routing = { ...sampleReport().routing, routed: { all: 5, carried: 0 }, all: { numerator: 9, denominator: 14 } }
  const [text] = between(linesOf(documentOf(sampleReport({ routing }))), 'II. Khó khăn', 'III. Phương hướng')
  expect(text).toMatch(
    /^Từ 01\/01\/2026, .* lãnh đạo phòng Kinh tế, Hạ tầng và Đô thị, .* theo quy định\. Trong kỳ có 05 hồ sơ/,
  )
  expect(text).toMatch(/qua Trung tâm là 09 trên tổng số 14 hồ sơ\.$/)
})

test('the gap of section II is that of the statement: what was carried in is told apart, and the numbers add up', () => {
  const routed = { all: 53, carried: 9 }
  const routing = { ...sampleReport().routing, routed, all: { numerator: 1207, denominator: 1254 } }
  const [text] = between(linesOf(documentOf(sampleReport({ routing }))), 'II. Khó khăn', 'III. Phương hướng')
  expect(text).toMatch(
    / Trong kỳ có 53 hồ sơ hộ kinh doanh không được tiếp nhận qua Trung tâm, trong đó có 09 hồ sơ từ kỳ trước; số hồ sơ mới được tiếp nhận qua Trung tâm là 1207 trên tổng số 1254 hồ sơ, còn 03 hồ sơ khác chưa có trong sổ của Trung tâm\.$/,
  )
})

test('where there is none, section II says so, and what the office adds', () => {
  const difficulties = 'Đường truyền không ổn định.'
  expect(
    between(linesOf(documentOf(sampleReport(), sampleLetter({ difficulties }))), 'II. Khó khăn', 'III. Phương hướng'),
  ).toEqual([
    'Trong kỳ không phát sinh hồ sơ hộ kinh doanh tiếp nhận không qua Trung tâm Phục vụ hành chính công.',
    difficulties,
  ])
})

test('a system that sent nothing is named in I.2, and in the annex below the form; no gap is claimed', () => {
  const lines = linesOf(documentOf(incompleteReport(figures(), 'botaichinh-hkd')))
  const said = 'Số liệu chưa đầy đủ: Hộ kinh doanh (Bộ Tài chính).'
  expect(between(lines, '2. Về kết quả', 'II. Khó khăn').at(-1)).toBe(said)
  expect(between(lines, 'II. Khó khăn', 'III. Phương hướng')).toEqual([
    `${said} Chưa xác định được số hồ sơ hộ kinh doanh tiếp nhận không qua Trung tâm.`,
  ])
  expect(lines.filter((line) => line === said)).toHaveLength(2)
})

test('figures that are not known are dashes and a sentence, never zero', () => {
  const lines = linesOf(documentOf({ ...incompleteReport(allOf(null), 'trungtam'), fields: [] }))
  expect(between(lines, '2. Về kết quả', 'II. Khó khăn')).toEqual(['Số liệu chưa đầy đủ: Sổ của Trung tâm.'])
  expect(lines).toContain(`Tổng số${' | –'.repeat(11)}`)
})

test('a report of all dossiers of the ward says so in its annex', () => {
  const report = sampleReport()
  const said = 'Số liệu tính trên toàn bộ hồ sơ của đơn vị'
  expect(linesOf(documentOf({ ...report, basis: 'all' })).join()).toContain(said)
  expect(linesOf(documentOf(report)).join()).not.toContain(said)
})

test('a number is written in the annex as in the sentences: without a dot', () => {
  const kinds = [{ kind: 'due_soon' as const, count: 1205, fresh: 1100 }]
  const lines = linesOf(documentOf(sampleReport({ kinds })))
  expect(lines).toContain('1 | Sắp đến hạn | 1205 | 1100')
  expect(lines.join()).toContain('còn 1205 sai lệch, việc của kỳ chưa xử lý, trong đó có 1100 mới phát sinh')
})

test('a period without a dossier is a report of none', () => {
  const lines = linesOf(documentOf({ ...sampleReport({ fields: [], kinds: [] }, allOf(0)) }))
  expect(between(lines, '2. Về kết quả', 'II. Khó khăn')[0]).toContain('không tiếp nhận hồ sơ giải quyết TTHC nào.')
  expect(lines).toContain(`Tổng số${' | 0'.repeat(11)}`)
  expect(lines).toContain(' | Không có | 0 | 0')
})

test('refusals and withdrawals stand in column (9), and the note says how many they are', () => {
  const lines = linesOf(documentOf())
  expect(lines).toContain('1 | Hộ tịch | 12 | 9 | 0 | 3 | 9 | 5 | 3 | 1 | 3 | 2 | 1')
  expect(lines).toContain('Tổng số | 12 | 9 | 0 | 3 | 9 | 5 | 3 | 1 | 3 | 2 | 1')
  expect(lines).toContain('Cột (9) gồm cả 01 hồ sơ từ chối và 01 hồ sơ rút.')
})

test('columns (4) and (5) are of those received in the period alone, by the way they came', () => {
  const mixed = figures({ received_online: 8, received_direct: 4 })
  const report = sampleReport({ form: formOfOne('Hộ tịch', mixed, 2) }, mixed)
  expect(linesOf(documentOf(report))).toContain('1 | Hộ tịch | 12 | 7 | 2 | 3 | 9 | 5 | 3 | 1 | 3 | 2 | 1')
})

test('the annex of a closed period says what has moved since', () => {
  const closed = { asOf: '2026-02-13', closing: 1 }
  const report = sampleReport()
  const stated = { ...report.stated.centre, figures: figures({ received_total: 13 }), closed }
  const lines = linesOf(documentOf({ ...report, stated: { ...report.stated, centre: stated } })).join('\n')
  expect(lines).toContain('Số liệu của kỳ đã chốt, tính đến hết ngày 13/02/2026.')
  expect(lines).toContain('nay tính được 12 hồ sơ tiếp nhận, 9 hồ sơ đã giải quyết, 3 hồ sơ đang giải quyết')
})

test('equal values give equal bytes, whatever the clock and the zone say', () => {
  const first = documentOf()
  vi.stubEnv('TZ', 'America/New_York')
  const second = documentOf()
  vi.unstubAllEnvs()
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
  expect(Object.keys(partsOf(first))[0]).toBe('[Content_Types].xml')
})

test('money in I.2 is whole dong', () => {
  expect(linesOf(documentOf()).join('\n')).toContain(dong(30_000))
})
