import type { Connector } from './connector.ts'
import { choice, count, dong, dossierCode, identity, ifThere, moment, optional, text } from './column.ts'
import { channelWords, statusWords, yesOrNo } from './words.ts'

/**
 * National public service portal: Danh sách hồ sơ > Xuất. The widest list: every dossier of the ward, whatever
 * system works on it, those not received yet and not accepted included. UTF-8 with BOM, commas, a stated total.
 *
 *   STT,Mã hồ sơ,Mã thủ tục,…,Ngày nộp,Ngày tiếp nhận,…,Trạng thái,Hệ thống xử lý,…,Kết quả điện tử,"Phí, lệ phí"
 *   1,H24.131-251210-0002,1.012812,…,10/12/2025 12:24:59,10/12/2025 16:06:59,…,Đã trả kết quả,…,Có,"10.000"
 */
export const dvcqg = {
  system: 'dvcqg',
  label: 'Cổng Dịch vụ công quốc gia - danh sách hồ sơ',
  lists: 'dossiers',
  columns: {
    code: dossierCode('Mã hồ sơ', 'Mã số hồ sơ'),
    procedure: optional(text('Mã thủ tục', 'Mã TTHC')),
    procedureName: ifThere(text('Tên thủ tục hành chính', 'Tên TTHC')),
    field: ifThere(text('Lĩnh vực')),
    agency: optional(text('Cơ quan thực hiện', 'Đơn vị giải quyết')),
    person: optional(text('Người nộp hồ sơ', 'Tên người nộp')),
    identity: optional(identity('Số định danh', 'Số CCCD/CMND')),
    channel: optional(choice(channelWords, 'Hình thức nộp', 'Hình thức tiếp nhận')),
    submitted: optional(moment('Ngày nộp')),
    received: optional(moment('Ngày tiếp nhận')),
    due: optional(moment('Ngày hẹn trả', 'Hạn xử lý')),
    ended: optional(moment('Ngày có kết quả', 'Ngày hoàn thành')),
    handed: optional(moment('Ngày trả kết quả')),
    status: choice(statusWords, 'Trạng thái', 'Trạng thái hồ sơ'),
    handledBy: optional(text('Hệ thống xử lý', 'Hệ thống nguồn')),
    account: optional(text('Tài khoản tiếp nhận')),
    components: optional(count('Số thành phần hồ sơ')),
    digitized: optional(count('Số thành phần đã số hóa')),
    reused: optional(count('Số thành phần tái sử dụng', 'Số thành phần khai thác lại')),
    electronicResult: ifThere(choice(yesOrNo, 'Kết quả điện tử', 'Có kết quả điện tử')),
    fee_dong: optional(dong('Phí, lệ phí', 'Phí/lệ phí (đồng)')),
  },
  ignored: ['STT', 'Số điện thoại', 'Điện thoại', 'Địa chỉ'],
} as const satisfies Connector
