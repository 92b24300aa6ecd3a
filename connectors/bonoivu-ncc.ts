import type { Connector } from './connector.ts'
import { choice, codeIfKnown, identity, ifThere, moment, optional, text } from './column.ts'
import { statusWords } from './words.ts'

/**
 * People with merit (Ministry of Home Affairs): Hồ sơ > Kết xuất. UTF-8 with BOM, every cell quoted, an address that
 * runs over two lines, doubled quotes in notes, twelve-hour times (SA: sáng, CH: chiều).
 *
 *   "STT","Mã hồ sơ",…,"Nơi thường trú","Ngày tiếp nhận",…,"Tình trạng","Tài khoản tiếp nhận","Ghi chú"
 *   "1","H24.131-260210-0042",…,"Số 321 Tổ dân phố Tiểu Trà,⏎phường …","10/02/2026 4:43:28 CH",…,"Đang xử lý",…,""
 */
export const bonoivuNcc = {
  system: 'bonoivu-ncc',
  label: 'Bộ Nội vụ - người có công',
  lists: 'dossiers',
  multiline: true,
  columns: {
    code: codeIfKnown('Mã hồ sơ'),
    procedure: optional(text('Mã thủ tục')),
    procedureName: ifThere(text('Thủ tục', 'Tên thủ tục')),
    person: optional(text('Người đề nghị', 'Người khai')),
    identity: optional(identity('Số CCCD')),
    received: optional(moment('Ngày tiếp nhận')),
    due: optional(moment('Ngày hẹn trả')),
    ended: optional(moment('Ngày giải quyết', 'Ngày hoàn thành')),
    status: choice(statusWords, 'Tình trạng'),
    account: optional(text('Tài khoản tiếp nhận')),
    note: ifThere(text('Ghi chú')),
  },
  ignored: ['STT', 'Nơi thường trú', 'Địa chỉ'],
} as const satisfies Connector
