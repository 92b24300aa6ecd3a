import type { Connector } from './connector.ts'
import { choice, dong, dossierCode, ifThere, moment, text } from './column.ts'
import { outcomeWords } from './words.ts'

/**
 * National public service portal: Thanh toán trực tuyến > Danh sách giao dịch > Xuất. One row a transaction, not a
 * dossier: failed tries and refunds stand beside good ones. UTF-8, commas, no preamble, no footer.
 *
 *   Mã giao dịch,Mã hồ sơ,Loại khoản thu,Số tiền,Thời điểm thanh toán,Trạng thái giao dịch,Ngân hàng/Trung gian …
 *   TT6020000261,H24.131-260122-0029,Phí,16.000 đ,2026-01-22T12:47:02+07:00,Thành công,VietinBank
 */
export const dvcqgThanhtoan = {
  system: 'dvcqg-thanhtoan',
  label: 'Cổng Dịch vụ công quốc gia - giao dịch thanh toán trực tuyến',
  lists: 'payments',
  columns: {
    transaction: text('Mã giao dịch', 'Số giao dịch'),
    code: dossierCode('Mã hồ sơ', 'Mã số hồ sơ'),
    purpose: ifThere(text('Loại khoản thu')),
    amount_dong: dong('Số tiền', 'Số tiền thanh toán'),
    paid: moment('Thời điểm thanh toán', 'Thời gian giao dịch'),
    outcome: choice(outcomeWords, 'Trạng thái giao dịch', 'Trạng thái'),
    intermediary: ifThere(text('Ngân hàng/Trung gian thanh toán', 'Kênh thanh toán')),
  },
  ignored: ['STT'],
} as const satisfies Connector
