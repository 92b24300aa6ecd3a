import { expect, test } from 'vitest'
import { paragraphs } from '../reports/paragraph.ts'

const february = {
  received_total: 1024,
  received_online: 1024,
  received_direct: 0,
  carried_in: 111,
  resolved_total: 952,
  resolved_early: 939,
  resolved_on_time: 0,
  resolved_overdue: 6,
  refused: 4,
  withdrawn: 3,
  pending_total: 72,
  pending_in_time: 72,
  pending_overdue: 0,
  digitized_rate: 100,
  reuse_rate: 95.47,
  fee_dossiers: 593,
  paid: 593,
  online_payment_rate: 100,
  online_payment_total: 5966000,
}
const period = { from: '2026-01-17', to: '2026-02-13' }
const nothing = {
  received_total: 0,
  received_online: 0,
  received_direct: 0,
  carried_in: 0,
  resolved_total: 0,
  resolved_early: 0,
  resolved_on_time: 0,
  resolved_overdue: 0,
  refused: 0,
  withdrawn: 0,
  pending_in_time: 0,
  pending_overdue: 0,
  digitized_rate: null,
  reuse_rate: null,
  paid: 0,
  online_payment_rate: null,
  online_payment_total: 0,
}

test('February 2026 is told word for word as in the report that was sent', () => {
  expect(paragraphs(february, period, [])).toBe(
    'Từ ngày 17/01/2026 đến ngày 13/02/2026, Trung tâm đã tiếp nhận 1024 hồ sơ giải quyết TTHC, trong đó có 1024 hồ sơ trực tuyến, 111 hồ sơ từ kỳ trước. Đã trả kết quả 952 hồ sơ, trong đó có 939 hồ sơ giải quyết trước hạn, 06 hồ sơ quá hạn, 04 hồ sơ từ chối, 03 hồ sơ rút. Có 72 hồ sơ đang giải quyết trong hạn.\n\n' +
      '100% hồ sơ được số hoá. Tỷ lệ tái sử dụng lại dữ liệu số hoá đạt 95.47%. Đã thu phí, lệ phí 593 hồ sơ. Tỷ lệ thanh toán trực tuyến đạt 100%. Số tiền thanh toán trực tuyến trên Dịch vụ công quốc gia: 5.966.000 đồng.',
  )
})

test('direct, on-time and overdue pending dossiers get a clause of the same build', () => {
  const mixed = { ...february, received_online: 1016, received_direct: 8, resolved_on_time: 5, pending_overdue: 2 }
  expect(paragraphs(mixed, period, [])).toContain(
    'trong đó có 1016 hồ sơ trực tuyến, 08 hồ sơ trực tiếp, 111 hồ sơ từ kỳ trước. Đã trả kết quả 952 hồ sơ, trong đó có 939 hồ sơ giải quyết trước hạn, 05 hồ sơ đúng hạn, 06 hồ sơ quá hạn, 04 hồ sơ từ chối, 03 hồ sơ rút. Có 72 hồ sơ đang giải quyết trong hạn, 02 hồ sơ đang giải quyết quá hạn.\n',
  )
})

test('what is zero is left out, and a rate over nothing with it', () => {
  const quiet = { ...nothing, received_total: 3, received_direct: 3, pending_overdue: 3, digitized_rate: 0 }
  expect(paragraphs(quiet, period, [])).toBe(
    'Từ ngày 17/01/2026 đến ngày 13/02/2026, Trung tâm đã tiếp nhận 03 hồ sơ giải quyết TTHC, trong đó có 03 hồ sơ trực tiếp. Có 03 hồ sơ đang giải quyết quá hạn.\n\n0% hồ sơ được số hoá.',
  )
})

test('a fee that nobody paid online is a rate of 0%', () => {
  const unpaid = paragraphs({ ...february, paid: 0, online_payment_rate: 0, online_payment_total: 0 }, period, [])
  expect(unpaid).toMatch(/95\.47%\. Tỷ lệ thanh toán trực tuyến đạt 0%\.$/)
})

test('a period without any dossier is one sentence', () => {
  expect(paragraphs(nothing, period, [])).toBe(
    'Từ ngày 17/01/2026 đến ngày 13/02/2026, Trung tâm không tiếp nhận hồ sơ giải quyết TTHC nào.',
  )
})

test('systems that sent nothing are named on the face of it', () => {
  expect(paragraphs(february, period, ['Bộ Công Thương', 'Hộ tịch (Bộ Tư pháp)'])).toMatch(
    /đồng\.\n\nSố liệu chưa đầy đủ: Bộ Công Thương; Hộ tịch \(Bộ Tư pháp\)\.$/,
  )
})
