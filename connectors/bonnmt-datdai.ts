import type { Connector } from './connector.ts'
import { choice, codeIfKnown, dong, identity, ifThere, optional, serialMoment, text } from './column.ts'
import { statusWords } from './words.ts'

/**
 * Land (Ministry of Agriculture and Environment): Tổng hợp hồ sơ đất đai > Xuất. UTF-8, commas. It went through a
 * spreadsheet: days are serial numbers, identity numbers and phones lost their leading zero. Footer `TỔNG CỘNG,57`.
 *
 *   STT,Mã hồ sơ,Mã TTHC,Loại hồ sơ,Chủ sử dụng đất,CCCD,Điện thoại,Thửa đất,Ngày nhận,…,Trạng thái,…,"Phí, lệ phí"
 *   1,H24.131-260120-0023,1.013978,…,Huỳnh Quốc Hạnh,31370030797,970968811,161/41,46042.445741,…,Đang xử lý,…,35.000
 */
export const bonnmtDatdai = {
  system: 'bonnmt-datdai',
  label: 'Bộ Nông nghiệp và Môi trường - đất đai',
  lists: 'dossiers',
  columns: {
    code: codeIfKnown('Mã hồ sơ', 'Số biên nhận'),
    procedure: optional(text('Mã TTHC')),
    procedureName: ifThere(text('Loại hồ sơ')),
    person: optional(text('Chủ sử dụng đất', 'Người sử dụng đất')),
    identity: optional(identity('CCCD', 'Số CCCD')),
    received: optional(serialMoment('Ngày nhận', 'Ngày tiếp nhận')),
    due: optional(serialMoment('Ngày hẹn trả')),
    ended: optional(serialMoment('Ngày hoàn thành')),
    status: choice(statusWords, 'Trạng thái'),
    account: optional(text('Tài khoản tiếp nhận')),
    fee_dong: ifThere(dong('Phí, lệ phí')),
  },
  ignored: ['STT', 'Điện thoại', 'Thửa đất'],
} as const satisfies Connector
