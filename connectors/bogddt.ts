import type { Connector } from './connector.ts'
import { choice, codeIfKnown, identity, ifThere, moment, optional, text } from './column.ts'
import { channelWords, statusCodesAndWords } from './words.ts'

/**
 * Education (Ministry of Education and Training): Hồ sơ > Xuất CSV. UTF-8 with BOM, commas, days as `yyyy-MM-dd`.
 * Statuses are the national codes 1 to 10.
 *
 *   STT,Mã hồ sơ,Mã TTHC,Tên TTHC,Người nộp,Số định danh,Hình thức,Ngày nhận,Ngày hẹn,Ngày kết quả,Mã trạng thái,…
 *   1,H24.131-260210-0040,1.001622,…,Vũ Hồng Dũng,031163224340,TT,2026-02-10,2026-03-23,2026-02-12,10,ttpvhcc.hd01
 */
export const bogddt = {
  system: 'bogddt',
  label: 'Bộ Giáo dục và Đào tạo',
  lists: 'dossiers',
  columns: {
    code: codeIfKnown('Mã hồ sơ'),
    procedure: optional(text('Mã TTHC')),
    procedureName: ifThere(text('Tên TTHC')),
    person: optional(text('Người nộp')),
    identity: optional(identity('Số định danh')),
    channel: ifThere(choice(channelWords, 'Hình thức')),
    received: optional(moment('Ngày nhận')),
    due: optional(moment('Ngày hẹn')),
    ended: optional(moment('Ngày kết quả')),
    status: choice(statusCodesAndWords, 'Mã trạng thái', 'Trạng thái'),
    account: optional(text('Tài khoản tiếp nhận')),
  },
  ignored: ['STT'],
} as const satisfies Connector
