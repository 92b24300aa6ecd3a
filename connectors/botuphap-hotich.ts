import type { Connector } from './connector.ts'
import { choice, codeIfKnown, dong, identity, ifThere, moment, optional, text } from './column.ts'
import { statusWords } from './words.ts'

/**
 * Civil status (Ministry of Justice): Báo cáo > Danh sách hồ sơ hộ tịch > Xuất. UTF-8 in NFD (base letters and
 * combining marks), semicolons. It has its own number beside the portal's.
 *
 *   STT;Số hồ sơ hộ tịch;Mã hồ sơ DVCQG;Mã loại việc;…;Ngày tiếp nhận;Ngày hẹn;Ngày đăng ký;Tình trạng;…
 *   1;00339/2026;H24.131-260126-0007;1.004873;…;26/1/2026 10:01;29/1/2026 17:00;28/1/2026 15:24;Hoàn thành;…
 */
export const botuphapHotich = {
  system: 'botuphap-hotich',
  label: 'Bộ Tư pháp - hộ tịch điện tử',
  lists: 'dossiers',
  columns: {
    ownNumber: optional(text('Số hồ sơ hộ tịch')),
    code: codeIfKnown('Mã hồ sơ DVCQG', 'Mã hồ sơ trực tuyến'),
    procedure: optional(text('Mã loại việc', 'Mã TTHC')),
    procedureName: ifThere(text('Loại việc')),
    person: optional(text('Người yêu cầu')),
    identity: optional(identity('Số giấy tờ tùy thân', 'Số định danh cá nhân')),
    received: optional(moment('Ngày tiếp nhận')),
    due: optional(moment('Ngày hẹn', 'Ngày hẹn trả')),
    ended: optional(moment('Ngày đăng ký', 'Ngày hoàn thành')),
    status: choice(statusWords, 'Tình trạng', 'Tình trạng hồ sơ'),
    officer: ifThere(text('Cán bộ thụ lý')),
    account: optional(text('Tài khoản', 'Tài khoản tiếp nhận')),
    fee_dong: ifThere(dong('Lệ phí')),
  },
  ignored: ['STT'],
} as const satisfies Connector
