import type { Connector } from './connector.ts'
import { choice, codeIfKnown, identity, ifThere, moment, optional, text } from './column.ts'
import { statusWords } from './words.ts'

/**
 * Culture (Ministry of Culture, Sports and Tourism): Danh sách hồ sơ văn hóa cơ sở > Xuất. TCVN3 (ABC), an eight-bit
 * encoding that has no capitals with tones; commas; days as `dd.MM.yyyy`.
 *
 *   STT,Mã hồ sơ,Mã TTHC,Tên thủ tục,Người nộp,Số CCCD,Ngày nhận,Ngày hẹn trả,Ngày xong,Tình trạng,Tài khoản
 *   1,H24.131-260120-0018,1.003622,…,Dương Thùy Bình,031077318099,20.01.2026,10.02.2026,04.02.2026,Đã trả kết quả,…
 */
export const bovhttdl = {
  system: 'bovhttdl',
  label: 'Bộ Văn hóa, Thể thao và Du lịch',
  lists: 'dossiers',
  columns: {
    code: codeIfKnown('Mã hồ sơ'),
    procedure: optional(text('Mã TTHC')),
    procedureName: ifThere(text('Tên thủ tục')),
    person: optional(text('Người nộp')),
    identity: optional(identity('Số CCCD')),
    received: optional(moment('Ngày nhận')),
    due: optional(moment('Ngày hẹn trả')),
    ended: optional(moment('Ngày xong', 'Ngày hoàn thành')),
    status: choice(statusWords, 'Tình trạng'),
    account: optional(text('Tài khoản', 'Tài khoản tiếp nhận')),
  },
  ignored: ['STT'],
} as const satisfies Connector
