import type { Connector } from './connector.ts'
import { choice, codeIfKnown, identity, ifThere, moment, optional, text } from './column.ts'
import { statusWords } from './words.ts'

/**
 * Social assistance (Ministry of Health): Danh sách đối tượng > Xuất. Windows-1258, which decodes to base letters
 * and combining tones; commas; days without a time; a stated total.
 *
 *   STT,Mã hồ sơ,Mã TTHC,Nội dung đề nghị,Đối tượng,Số CCCD,Ngày nhận đơn,Hạn giải quyết,Ngày quyết định,Kết quả,…
 *   1,H24.131-260127-0030,1.014027,…,Huỳnh Kim Nhung,031158387131,27-01-2026,10-02-2026,05-02-2026,Đã trả kết quả,…
 */
export const boyteBtxh = {
  system: 'boyte-btxh',
  label: 'Bộ Y tế - bảo trợ xã hội',
  lists: 'dossiers',
  columns: {
    code: codeIfKnown('Mã hồ sơ', 'Mã hồ sơ DVC'),
    procedure: optional(text('Mã TTHC')),
    procedureName: ifThere(text('Nội dung đề nghị', 'Nội dung')),
    person: optional(text('Đối tượng', 'Họ tên đối tượng')),
    identity: optional(identity('Số CCCD', 'CCCD')),
    received: optional(moment('Ngày nhận đơn', 'Ngày nhận')),
    due: optional(moment('Hạn giải quyết')),
    ended: optional(moment('Ngày quyết định', 'Ngày ra quyết định')),
    status: choice(statusWords, 'Kết quả', 'Tình trạng'),
    account: optional(text('Tài khoản nhận', 'Tài khoản tiếp nhận')),
  },
  ignored: ['STT'],
} as const satisfies Connector
