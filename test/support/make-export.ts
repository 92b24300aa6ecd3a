/** One line of an export: cells by header. What is left out is an empty cell. */
export type Cells = Readonly<Record<string, string | number>>

export type Extra = {
  readonly before?: readonly string[]
  readonly after?: readonly string[]
  readonly header?: readonly string[]
}

const portalHeader =
  'STT,Mã hồ sơ,Mã thủ tục,Tên thủ tục hành chính,Lĩnh vực,Cơ quan thực hiện,Người nộp hồ sơ,Số định danh,Số điện thoại,Địa chỉ,Hình thức nộp,Ngày nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày có kết quả,Ngày trả kết quả,Trạng thái,Hệ thống xử lý,Tài khoản tiếp nhận,Số thành phần hồ sơ,Số thành phần đã số hóa,Số thành phần tái sử dụng,Kết quả điện tử,"Phí, lệ phí"'
const headers = {
  portal: [...portalHeader.split(',').slice(0, -2), 'Phí, lệ phí'],
  book: 'STT;Mã hồ sơ;Thủ tục;Mã TTHC;Họ và tên;CCCD;Hình thức;Ngày nhận;Ngày hẹn trả;Ngày trả;Tài khoản tiếp nhận;Công chức tiếp nhận;Ghi chú'.split(
    ';',
  ),
  civil:
    'STT;Số hồ sơ hộ tịch;Mã hồ sơ DVCQG;Mã loại việc;Loại việc;Người yêu cầu;Số giấy tờ tùy thân;Ngày tiếp nhận;Ngày hẹn;Ngày đăng ký;Tình trạng;Cán bộ thụ lý;Tài khoản;Lệ phí'.split(
      ';',
    ),
  certified:
    'STT;Số chứng thực;Mã hồ sơ;Mã TTHC;Việc chứng thực;Người yêu cầu chứng thực;Số CCCD/Hộ chiếu;Thời điểm tiếp nhận;Hẹn trả;Thời điểm chứng thực;Trạng thái;Tài khoản tiếp nhận;Phí chứng thực'.split(
      ';',
    ),
  business:
    'Mã số hồ sơ,Mã DVCQG,Mã thủ tục,Loại hình đăng ký,Tên hộ kinh doanh,Chủ hộ kinh doanh,Số định danh chủ hộ,Điện thoại,Địa chỉ trụ sở,Thời điểm nộp,Thời điểm tiếp nhận,Thời hạn xử lý,Thời điểm cấp,Tình trạng hồ sơ,Tài khoản xử lý,Người xử lý,Lệ phí'.split(
      ',',
    ),
  payments:
    'Mã giao dịch,Mã hồ sơ,Loại khoản thu,Số tiền,Thời điểm thanh toán,Trạng thái giao dịch,Ngân hàng/Trung gian thanh toán'.split(
      ',',
    ),
} as const

export type Kind = keyof typeof headers

/** The text of an export as its system would write it. */
export function exportOf(
  kind: Kind,
  rows: readonly Cells[],
  { before = [], after = [], header = headers[kind] }: Extra = {},
): string {
  const line = (cells: readonly (string | number)[]): string =>
    cells
      .map((cell) => quoted(String(cell)))
      .join(kind === 'portal' || kind === 'business' || kind === 'payments' ? ',' : ';')
  const body = rows.map((row, index) => line(header.map((name) => row[name] ?? (name === 'STT' ? index + 1 : ''))))
  return `${[...before, line(header), ...body, ...after].join('\n')}\n`
}

export function headerOf(kind: Kind): readonly string[] {
  return headers[kind]
}

/** `2026-02-13` as people write it. */
export function written(day: string): string {
  return day.split('-').toReversed().join('/')
}

export function preamble(from: string, to: string): string {
  return `Từ ngày ${written(from)} đến ngày ${written(to)}`
}

function quoted(cell: string): string {
  return /[",;\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
