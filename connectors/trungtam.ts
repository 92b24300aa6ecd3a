import type { Connector } from './connector.ts'
import { choice, dossierCode, identity, ifThere, moment, optional, text } from './column.ts'
import { channelWords } from './words.ts'

/**
 * The Centre's own book: Sổ theo dõi > Lưu thành CSV. What its desk received through its own accounts. Saved by a
 * spreadsheet in the Vietnamese locale: semicolons, days without a time, procedure codes that lost their last zeros.
 * It has no status; what it calls `Ngày trả` is the handing over. A total and a line for signatures at the end.
 *
 *   STT;Mã hồ sơ;Thủ tục;Mã TTHC;Họ và tên;CCCD;Hình thức;Ngày nhận;Ngày hẹn trả;Ngày trả;Tài khoản tiếp nhận;…
 *   1;H24.131-251210-0002;Hòa giải …;1.012812;Lương Hồng Phúc;031191600982;TT;10/12/2025;22/01/2026;20/01/2026;…
 */
export const trungtam = {
  system: 'trungtam',
  label: 'Sổ theo dõi hồ sơ của Trung tâm Phục vụ hành chính công',
  lists: 'dossiers',
  columns: {
    code: dossierCode('Mã hồ sơ', 'Số hồ sơ'),
    procedureName: ifThere(text('Thủ tục', 'Tên thủ tục')),
    procedure: optional(text('Mã TTHC', 'Mã thủ tục')),
    person: optional(text('Họ và tên', 'Người nộp')),
    identity: optional(identity('CCCD', 'Số CCCD')),
    channel: optional(choice(channelWords, 'Hình thức', 'Hình thức nộp')),
    received: optional(moment('Ngày nhận', 'Ngày tiếp nhận')),
    due: optional(moment('Ngày hẹn trả', 'Hẹn trả')),
    handed: optional(moment('Ngày trả', 'Ngày trả kết quả')),
    account: optional(text('Tài khoản tiếp nhận', 'Tài khoản')),
    officer: ifThere(text('Công chức tiếp nhận', 'Người nhận')),
    note: ifThere(text('Ghi chú')),
  },
  ignored: ['STT'],
} as const satisfies Connector
