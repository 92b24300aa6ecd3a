import type { Connector } from './connector.ts'
import { choice, codeIfKnown, dong, identity, ifThere, moment, optional, text } from './column.ts'
import { statusWords } from './words.ts'

/**
 * Building permits (Ministry of Construction): Danh sách giấy phép > Xuất. UTF-8, tabs, a row of group names above
 * the names of the columns, days in words.
 *
 *   STT⇥Mã hồ sơ⇥Mã thủ tục⇥Loại giấy phép⇥Họ tên⇥CCCD⇥Nhận⇥Hẹn trả⇥Cấp phép⇥Tình trạng⇥Tài khoản⇥Lệ phí
 *   1⇥H24.131-260211-0027⇥1.013225⇥…⇥Vũ Hữu Giang⇥031084199313⇥Ngày 11 tháng 02 năm 2026⇥…⇥Đang xử lý⇥…⇥
 */
export const boxaydungGpxd = {
  system: 'boxaydung-gpxd',
  label: 'Bộ Xây dựng - cấp phép xây dựng',
  lists: 'dossiers',
  columns: {
    code: codeIfKnown('Mã hồ sơ'),
    procedure: optional(text('Mã thủ tục')),
    procedureName: ifThere(text('Loại giấy phép')),
    person: optional(text('Họ tên', 'Tên chủ đầu tư')),
    identity: optional(identity('CCCD')),
    received: optional(moment('Nhận', 'Ngày nhận')),
    due: optional(moment('Hẹn trả', 'Ngày hẹn trả')),
    ended: optional(moment('Cấp phép', 'Ngày cấp phép')),
    status: choice(statusWords, 'Tình trạng'),
    account: optional(text('Tài khoản', 'Tài khoản tiếp nhận')),
    fee_dong: ifThere(dong('Lệ phí')),
  },
  ignored: ['STT'],
} as const satisfies Connector
