import type { Connector } from './connector.ts'
import { choice, codeIfKnown, dong, identity, ifThere, moment, optional, text } from './column.ts'
import { statusWords } from './words.ts'

/**
 * Household businesses (Ministry of Finance): Tra cứu hồ sơ > Kết xuất. UTF-8, commas, ISO times, numbered statuses.
 * Its own number first; the portal's code is another column, at times empty. `Tài khoản xử lý` is the account that
 * has the dossier: not one of the Centre's where the routing gap is.
 *
 *   Mã số hồ sơ,Mã DVCQG,Mã thủ tục,…,Thời điểm nộp,Thời điểm tiếp nhận,…,Tình trạng hồ sơ,Tài khoản xử lý,…
 *   HKD-2026-2200037,H24.131-260213-0051,2.000720,…,2026-02-13T13:45:35+07:00,…,05 - Đã cấp,ktht.truongphong,…
 */
export const botaichinhHkd = {
  system: 'botaichinh-hkd',
  label: 'Bộ Tài chính - đăng ký hộ kinh doanh',
  lists: 'dossiers',
  columns: {
    ownNumber: optional(text('Mã số hồ sơ', 'Số hồ sơ')),
    code: codeIfKnown('Mã DVCQG', 'Mã hồ sơ Cổng DVCQG'),
    procedure: optional(text('Mã thủ tục', 'Mã TTHC')),
    procedureName: ifThere(text('Loại hình đăng ký', 'Loại đăng ký')),
    person: optional(text('Chủ hộ kinh doanh', 'Chủ hộ')),
    identity: optional(identity('Số định danh chủ hộ')),
    submitted: optional(moment('Thời điểm nộp')),
    received: optional(moment('Thời điểm tiếp nhận')),
    due: optional(moment('Thời hạn xử lý', 'Hạn xử lý')),
    ended: optional(moment('Thời điểm cấp', 'Thời điểm kết thúc')),
    status: choice(statusWords, 'Tình trạng hồ sơ'),
    account: optional(text('Tài khoản xử lý', 'Tài khoản tiếp nhận')),
    officer: ifThere(text('Người xử lý', 'Cán bộ xử lý')),
    fee_dong: ifThere(dong('Lệ phí', 'Phí, lệ phí')),
  },
  ignored: ['STT', 'Tên hộ kinh doanh', 'Điện thoại', 'Địa chỉ trụ sở', 'Địa điểm kinh doanh'],
} as const satisfies Connector
