import type { Connector } from './connector.ts'
import { choice, codeIfKnown, dong, identity, ifThere, moment, optional, text } from './column.ts'
import { statusWords } from './words.ts'

/**
 * Certification (Ministry of Justice): Báo cáo > Danh sách chứng thực > Xuất. A spreadsheet's "Unicode Text":
 * UTF-16LE with BOM, tabs, `.txt`. Foreigners come with passports.
 *
 *   STT⇥Số chứng thực⇥Mã hồ sơ⇥…⇥Thời điểm tiếp nhận⇥Hẹn trả⇥Thời điểm chứng thực⇥Trạng thái⇥…⇥Phí chứng thực
 *   1⇥00032/2026⇥H24.131-260123-0007⇥…⇥23/01/2026 09:05⇥26/01/2026 17:00⇥23/01/2026 10:12⇥Hoàn thành⇥…⇥6.000
 */
export const botuphapChungthuc = {
  system: 'botuphap-chungthuc',
  label: 'Bộ Tư pháp - chứng thực điện tử',
  lists: 'dossiers',
  columns: {
    ownNumber: optional(text('Số chứng thực')),
    code: codeIfKnown('Mã hồ sơ', 'Mã hồ sơ DVCQG'),
    procedure: optional(text('Mã TTHC')),
    procedureName: ifThere(text('Việc chứng thực', 'Loại việc chứng thực')),
    person: optional(text('Người yêu cầu chứng thực', 'Người yêu cầu')),
    identity: optional(identity('Số CCCD/Hộ chiếu', 'Số CCCD')),
    received: optional(moment('Thời điểm tiếp nhận')),
    due: optional(moment('Hẹn trả', 'Thời điểm hẹn trả')),
    ended: optional(moment('Thời điểm chứng thực', 'Thời điểm hoàn thành')),
    status: choice(statusWords, 'Trạng thái'),
    account: optional(text('Tài khoản tiếp nhận')),
    fee_dong: ifThere(dong('Phí chứng thực', 'Phí')),
  },
  ignored: ['STT'],
} as const satisfies Connector
