import type { Connector } from './connector.ts'
import { choice, codeIfKnown, dong, identity, ifThere, moment, optional, text } from './column.ts'
import { statusWords } from './words.ts'

/**
 * Residence (Ministry of Public Security): Thống kê > Danh sách hồ sơ cư trú > Xuất. UTF-8 with BOM, commas, every
 * cell quoted; identity numbers as a formula that keeps their zeros, phones behind an apostrophe.
 *
 *   "STT","Mã hồ sơ","Mã thủ tục","Thủ tục","Người khai báo","Số ĐDCN","Điện thoại","Thời gian tiếp nhận",…,"Lệ phí"
 *   "1","H24.131-260129-0014",…,"Nguyễn Thùy Tú","=""031195694674""","'0941242710","2026/01/29 15:20:50",…,"7.000 đ"
 */
export const boconganCutru = {
  system: 'bocongan-cutru',
  label: 'Bộ Công an - đăng ký, quản lý cư trú',
  lists: 'dossiers',
  columns: {
    code: codeIfKnown('Mã hồ sơ'),
    procedure: optional(text('Mã thủ tục')),
    procedureName: ifThere(text('Thủ tục')),
    person: optional(text('Người khai báo', 'Người đăng ký')),
    identity: optional(identity('Số ĐDCN', 'Số định danh cá nhân')),
    received: optional(moment('Thời gian tiếp nhận')),
    due: optional(moment('Thời gian hẹn trả')),
    ended: optional(moment('Thời gian trả kết quả', 'Thời gian kết thúc')),
    status: choice(statusWords, 'Trạng thái'),
    account: optional(text('Tài khoản tiếp nhận')),
    fee_dong: ifThere(dong('Lệ phí')),
  },
  ignored: ['STT', 'Điện thoại'],
} as const satisfies Connector
