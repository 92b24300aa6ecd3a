/** How each system writes its list, as the description of the exports has it: for writing months and for reading them. */
export type Field =
  | ('number' | 'code' | 'ownNumber' | 'procedure' | 'procedureName' | 'field' | 'agency' | 'person' | 'identity')
  | ('phone' | 'address' | 'channel' | 'submitted' | 'received' | 'due' | 'ended' | 'handed' | 'status' | 'handledBy')
  | ('account' | 'components' | 'digitized' | 'reused' | 'electronic' | 'fee' | 'officer' | 'note' | 'business')
  | ('plot' | 'transaction' | 'purpose' | 'amount' | 'paidAt' | 'outcome' | 'intermediary')

export const moments: readonly Field[] = ['submitted', 'received', 'due', 'ended', 'handed', 'paidAt']

export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-8-nfd' | 'utf-16le' | 'windows-1258' | 'tcvn3'
export type Clock = keyof typeof clocks
export type Word = 'portal' | 'numbered' | 'capitals' | 'justice' | 'codes' | 'plain'

export type Layout = {
  readonly system: string
  readonly label: string
  readonly file: string // `*` is the day
  readonly encoding: Encoding
  readonly delimiter: string
  readonly end: string
  readonly clock: Clock
  readonly words: Word
  readonly channels: 'long' | 'short'
  readonly quotes: 'all' | 'needed' | 'none'
  readonly title: readonly string[]
  readonly total: string | null // `*` is the number
  readonly signature: string | null
  readonly columns: readonly (readonly [Field, ...string[]])[]
}

function columns(text: string): [Field, ...string[]][] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s*[:|]\s*/) as [Field, ...string[]])
}

const usual = { quotes: 'needed', channels: 'long', title: [], total: null, signature: null, words: 'plain' } as const

export const layouts: readonly Layout[] = [
  {
    ...usual,
    system: 'dvcqg',
    label: '',
    file: 'DVCQG_DanhSachHoSo_*.csv',
    encoding: 'utf-8-bom',
    delimiter: ',',
    end: '\r\n',
    clock: 'full',
    words: 'portal',
    title: ['CỔNG DỊCH VỤ CÔNG QUỐC GIA', 'DANH SÁCH HỒ SƠ THỦ TỤC HÀNH CHÍNH'],
    total: 'Tổng số: * hồ sơ',
    columns: columns(`
      number: STT
      code: Mã hồ sơ | Mã số hồ sơ
      procedure: Mã thủ tục | Mã TTHC
      procedureName: Tên thủ tục hành chính | Tên TTHC
      field: Lĩnh vực
      agency: Cơ quan thực hiện | Đơn vị giải quyết
      person: Người nộp hồ sơ | Tên người nộp
      identity: Số định danh | Số CCCD/CMND
      phone: Số điện thoại | Điện thoại
      address: Địa chỉ
      channel: Hình thức nộp | Hình thức tiếp nhận
      submitted: Ngày nộp
      received: Ngày tiếp nhận
      due: Ngày hẹn trả | Hạn xử lý
      ended: Ngày có kết quả | Ngày hoàn thành
      handed: Ngày trả kết quả
      status: Trạng thái | Trạng thái hồ sơ
      handledBy: Hệ thống xử lý | Hệ thống nguồn
      account: Tài khoản tiếp nhận
      components: Số thành phần hồ sơ
      digitized: Số thành phần đã số hóa
      reused: Số thành phần tái sử dụng | Số thành phần khai thác lại
      electronic: Kết quả điện tử | Có kết quả điện tử
      fee: Phí, lệ phí | Phí/lệ phí (đồng)`),
  },
  {
    ...usual,
    system: 'dvcqg-thanhtoan',
    label: '',
    file: 'ThanhToan_*.csv',
    encoding: 'utf-8',
    delimiter: ',',
    end: '\n',
    clock: 'iso',
    columns: columns(`
      transaction: Mã giao dịch | Số giao dịch
      code: Mã hồ sơ | Mã số hồ sơ
      purpose: Loại khoản thu
      amount: Số tiền | Số tiền thanh toán
      paidAt: Thời điểm thanh toán | Thời gian giao dịch
      outcome: Trạng thái giao dịch | Trạng thái
      intermediary: Ngân hàng/Trung gian thanh toán | Kênh thanh toán`),
  },
  {
    ...usual,
    system: 'trungtam',
    label: '',
    file: 'SoTheoDoi_TTPVHCC_*.csv',
    encoding: 'utf-8-bom',
    delimiter: ';',
    end: '\r\n',
    clock: 'day',
    channels: 'short',
    title: ['SỔ THEO DÕI HỒ SƠ TIẾP NHẬN VÀ TRẢ KẾT QUẢ'],
    total: 'Cộng: * hồ sơ',
    signature: 'Người lập biểu;;;Giám đốc',
    columns: columns(`
      number: STT
      code: Mã hồ sơ | Số hồ sơ
      procedureName: Thủ tục | Tên thủ tục
      procedure: Mã TTHC | Mã thủ tục
      person: Họ và tên | Người nộp
      identity: CCCD | Số CCCD
      channel: Hình thức | Hình thức nộp
      received: Ngày nhận | Ngày tiếp nhận
      due: Ngày hẹn trả | Hẹn trả
      handed: Ngày trả | Ngày trả kết quả
      account: Tài khoản tiếp nhận | Tài khoản
      officer: Công chức tiếp nhận | Người nhận
      note: Ghi chú`),
  },
  {
    ...usual,
    system: 'botuphap-hotich',
    label: 'Bộ Tư pháp - hộ tịch điện tử',
    file: 'HoTich_DanhSach_*.csv',
    encoding: 'utf-8-nfd',
    delimiter: ';',
    end: '\r\n',
    clock: 'loose',
    words: 'justice',
    title: ['HỆ THỐNG THÔNG TIN ĐĂNG KÝ VÀ QUẢN LÝ HỘ TỊCH'],
    columns: columns(`
      number: STT
      ownNumber: Số hồ sơ hộ tịch
      code: Mã hồ sơ DVCQG | Mã hồ sơ trực tuyến
      procedure: Mã loại việc | Mã TTHC
      procedureName: Loại việc
      person: Người yêu cầu
      identity: Số giấy tờ tùy thân | Số định danh cá nhân
      received: Ngày tiếp nhận
      due: Ngày hẹn | Ngày hẹn trả
      ended: Ngày đăng ký | Ngày hoàn thành
      status: Tình trạng | Tình trạng hồ sơ
      officer: Cán bộ thụ lý
      account: Tài khoản | Tài khoản tiếp nhận
      fee: Lệ phí`),
  },
  {
    ...usual,
    system: 'botuphap-chungthuc',
    label: 'Bộ Tư pháp - chứng thực điện tử',
    file: 'ChungThuc_*.txt',
    encoding: 'utf-16le',
    delimiter: '\t',
    end: '\r\n',
    clock: 'minutes',
    words: 'justice',
    columns: columns(`
      number: STT
      ownNumber: Số chứng thực
      code: Mã hồ sơ | Mã hồ sơ DVCQG
      procedure: Mã TTHC
      procedureName: Việc chứng thực | Loại việc chứng thực
      person: Người yêu cầu chứng thực | Người yêu cầu
      identity: Số CCCD/Hộ chiếu | Số CCCD
      received: Thời điểm tiếp nhận
      due: Hẹn trả | Thời điểm hẹn trả
      ended: Thời điểm chứng thực | Thời điểm hoàn thành
      status: Trạng thái
      account: Tài khoản tiếp nhận
      fee: Phí chứng thực | Phí`),
  },
  {
    ...usual,
    system: 'botaichinh-hkd',
    label: 'Bộ Tài chính - đăng ký hộ kinh doanh',
    file: 'HKD_*.csv',
    encoding: 'utf-8',
    delimiter: ',',
    end: '\n',
    clock: 'iso',
    words: 'numbered',
    columns: columns(`
      ownNumber: Mã số hồ sơ | Số hồ sơ
      code: Mã DVCQG | Mã hồ sơ Cổng DVCQG
      procedure: Mã thủ tục | Mã TTHC
      procedureName: Loại hình đăng ký | Loại đăng ký
      business: Tên hộ kinh doanh
      person: Chủ hộ kinh doanh | Chủ hộ
      identity: Số định danh chủ hộ
      phone: Điện thoại
      address: Địa chỉ trụ sở | Địa điểm kinh doanh
      submitted: Thời điểm nộp
      received: Thời điểm tiếp nhận
      due: Thời hạn xử lý | Hạn xử lý
      ended: Thời điểm cấp | Thời điểm kết thúc
      status: Tình trạng hồ sơ
      account: Tài khoản xử lý | Tài khoản tiếp nhận
      officer: Người xử lý | Cán bộ xử lý
      fee: Lệ phí | Phí, lệ phí`),
  },
  {
    ...usual,
    system: 'boyte-btxh',
    label: 'Bộ Y tế - bảo trợ xã hội',
    file: 'BTXH_*.csv',
    encoding: 'windows-1258',
    delimiter: ',',
    end: '\r\n',
    clock: 'dashes',
    title: ['DANH SÁCH ĐỐI TƯỢNG BẢO TRỢ XÃ HỘI', ''],
    total: 'Tổng cộng: *',
    columns: columns(`
      number: STT
      code: Mã hồ sơ | Mã hồ sơ DVC
      procedure: Mã TTHC
      procedureName: Nội dung đề nghị | Nội dung
      person: Đối tượng | Họ tên đối tượng
      identity: Số CCCD | CCCD
      received: Ngày nhận đơn | Ngày nhận
      due: Hạn giải quyết
      ended: Ngày quyết định | Ngày ra quyết định
      status: Kết quả | Tình trạng
      account: Tài khoản nhận | Tài khoản tiếp nhận`),
  },
  {
    ...usual,
    system: 'bonoivu-ncc',
    label: 'Bộ Nội vụ - người có công',
    file: 'NguoiCoCong_*.csv',
    encoding: 'utf-8-bom',
    delimiter: ',',
    end: '\r\n',
    clock: 'halves',
    quotes: 'all',
    columns: columns(`
      number: STT
      code: Mã hồ sơ
      procedure: Mã thủ tục
      procedureName: Thủ tục | Tên thủ tục
      person: Người đề nghị | Người khai
      identity: Số CCCD
      address: Nơi thường trú | Địa chỉ
      received: Ngày tiếp nhận
      due: Ngày hẹn trả
      ended: Ngày giải quyết | Ngày hoàn thành
      status: Tình trạng
      account: Tài khoản tiếp nhận
      note: Ghi chú`),
  },
  {
    ...usual,
    system: 'bonnmt-datdai',
    label: 'Bộ Nông nghiệp và Môi trường - đất đai',
    file: 'DatDai_*.csv',
    encoding: 'utf-8',
    delimiter: ',',
    end: '\n',
    clock: 'serial',
    title: ['BÁO CÁO TỔNG HỢP HỒ SƠ ĐẤT ĐAI'],
    total: 'TỔNG CỘNG,*',
    columns: columns(`
      number: STT
      code: Mã hồ sơ | Số biên nhận
      procedure: Mã TTHC
      procedureName: Loại hồ sơ
      person: Chủ sử dụng đất | Người sử dụng đất
      identity: CCCD | Số CCCD
      phone: Điện thoại
      plot: Thửa đất
      received: Ngày nhận | Ngày tiếp nhận
      due: Ngày hẹn trả
      ended: Ngày hoàn thành
      status: Trạng thái
      account: Tài khoản tiếp nhận
      fee: Phí, lệ phí`),
  },
  {
    ...usual,
    system: 'boxaydung-gpxd',
    label: 'Bộ Xây dựng - cấp phép xây dựng',
    file: 'GPXD_*.tsv',
    encoding: 'utf-8',
    delimiter: '\t',
    end: '\n',
    clock: 'words',
    title: ['STT\tHồ sơ\tHồ sơ\tHồ sơ\tChủ đầu tư\tChủ đầu tư\tThời gian\tThời gian\tThời gian\tXử lý\tXử lý\tXử lý'],
    columns: columns(`
      number: STT
      code: Mã hồ sơ
      procedure: Mã thủ tục
      procedureName: Loại giấy phép
      person: Họ tên | Tên chủ đầu tư
      identity: CCCD
      received: Nhận | Ngày nhận
      due: Hẹn trả | Ngày hẹn trả
      ended: Cấp phép | Ngày cấp phép
      status: Tình trạng
      account: Tài khoản | Tài khoản tiếp nhận
      fee: Lệ phí`),
  },
  {
    ...usual,
    system: 'bocongthuong',
    label: 'Bộ Công Thương - cấp phép kinh doanh có điều kiện',
    file: 'BCT_*.csv',
    encoding: 'utf-8',
    delimiter: '|',
    end: '\n',
    clock: 'digits',
    words: 'capitals',
    quotes: 'none',
    columns: columns(`
      code: MA_HO_SO | MAHOSO
      procedure: MA_TTHC
      procedureName: TEN_TTHC
      person: NGUOI_NOP
      identity: SO_CCCD
      received: NGAY_NHAN | NGAY_TIEP_NHAN
      due: NGAY_HEN | NGAY_HEN_TRA
      ended: NGAY_XONG | NGAY_KET_QUA
      status: TRANG_THAI
      account: TAI_KHOAN
      fee: LE_PHI`),
  },
  {
    ...usual,
    system: 'bogddt',
    label: 'Bộ Giáo dục và Đào tạo',
    file: 'GDDT_*.csv',
    encoding: 'utf-8-bom',
    delimiter: ',',
    end: '\r\n',
    clock: 'ymd',
    words: 'codes',
    channels: 'short',
    columns: columns(`
      number: STT
      code: Mã hồ sơ
      procedure: Mã TTHC
      procedureName: Tên TTHC
      person: Người nộp
      identity: Số định danh
      channel: Hình thức
      received: Ngày nhận
      due: Ngày hẹn
      ended: Ngày kết quả
      status: Mã trạng thái | Trạng thái
      account: Tài khoản tiếp nhận`),
  },
  {
    ...usual,
    system: 'bocongan-cutru',
    label: 'Bộ Công an - đăng ký, quản lý cư trú',
    file: 'CuTru_*.csv',
    encoding: 'utf-8-bom',
    delimiter: ',',
    end: '\r\n',
    clock: 'slashes',
    quotes: 'all',
    columns: columns(`
      number: STT
      code: Mã hồ sơ
      procedure: Mã thủ tục
      procedureName: Thủ tục
      person: Người khai báo | Người đăng ký
      identity: Số ĐDCN | Số định danh cá nhân
      phone: Điện thoại
      received: Thời gian tiếp nhận
      due: Thời gian hẹn trả
      ended: Thời gian trả kết quả | Thời gian kết thúc
      status: Trạng thái
      account: Tài khoản tiếp nhận
      fee: Lệ phí`),
  },
  {
    ...usual,
    system: 'bovhttdl',
    label: 'Bộ Văn hóa, Thể thao và Du lịch',
    file: 'VHTTDL_*.csv',
    encoding: 'tcvn3',
    delimiter: ',',
    end: '\r\n',
    clock: 'dots',
    title: ['Danh sách hồ sơ văn hóa cơ sở'],
    columns: columns(`
      number: STT
      code: Mã hồ sơ
      procedure: Mã TTHC
      procedureName: Tên thủ tục
      person: Người nộp
      identity: Số CCCD
      received: Ngày nhận
      due: Ngày hẹn trả
      ended: Ngày xong | Ngày hoàn thành
      status: Tình trạng
      account: Tài khoản | Tài khoản tiếp nhận`),
  },
]

export const ministries = layouts.map(({ system }) => system).filter((system) => !/^(dvcqg|trungtam)/.test(system))

export function layoutOf(system: string): Layout {
  return layouts.find((each) => each.system === system)!
}

/** A moment as a clock writes it, and what it is when it is read: year, month, day, hour, minute, second. */
type Written = (y: string, m: string, d: string, h: string, min: string, s: string) => string
export type Parts = readonly [string, string, string, string | undefined, string | undefined, string | undefined]
type Read = (match: readonly string[]) => Parts

const n = (text: string): string => String(Number(text))
const dayFirst: Read = ([, d, m, y, h, min, s]) => [y!, m!, d!, h, min, s]
const yearFirst: Read = ([, y, m, d, h, min, s]) => [y!, m!, d!, h, min, s]

export const clocks = {
  full: {
    write: ((y, m, d, h, min, s) => `${d}/${m}/${y} ${h}:${min}:${s}`) as Written,
    pattern: /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d):(\d\d):(\d\d)$/,
    read: dayFirst,
  },
  minutes: {
    write: ((y, m, d, h, min) => `${d}/${m}/${y} ${h}:${min}`) as Written,
    pattern: /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d):(\d\d)$/,
    read: dayFirst,
  },
  loose: {
    write: ((y, m, d, h, min) => `${n(d)}/${n(m)}/${y} ${n(h)}:${min}`) as Written,
    pattern: /^(\d\d?)\/(\d\d?)\/(\d{4}) (\d\d?):(\d\d)$/,
    read: dayFirst,
  },
  day: { write: ((y, m, d) => `${d}/${m}/${y}`) as Written, pattern: /^(\d\d)\/(\d\d)\/(\d{4})$/, read: dayFirst },
  dashes: { write: ((y, m, d) => `${d}-${m}-${y}`) as Written, pattern: /^(\d\d)-(\d\d)-(\d{4})$/, read: dayFirst },
  dots: { write: ((y, m, d) => `${d}.${m}.${y}`) as Written, pattern: /^(\d\d)\.(\d\d)\.(\d{4})$/, read: dayFirst },
  ymd: { write: ((y, m, d) => `${y}-${m}-${d}`) as Written, pattern: /^(\d{4})-(\d\d)-(\d\d)$/, read: yearFirst },
  slashes: {
    write: ((y, m, d, h, min, s) => `${y}/${m}/${d} ${h}:${min}:${s}`) as Written,
    pattern: /^(\d{4})\/(\d\d)\/(\d\d) (\d\d):(\d\d):(\d\d)$/,
    read: yearFirst,
  },
  iso: {
    write: ((y, m, d, h, min, s) => `${y}-${m}-${d}T${h}:${min}:${s}+07:00`) as Written,
    pattern: /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)\+07:00$/,
    read: yearFirst,
  },
  digits: {
    write: ((y, m, d, h, min, s) => `${y}${m}${d}${h}${min}${s}`) as Written,
    pattern: /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/,
    read: yearFirst,
  },
  words: {
    write: ((y, m, d) => `Ngày ${d} tháng ${m} năm ${y}`) as Written,
    pattern: /^Ngày (\d\d) tháng (\d\d) năm (\d{4})$/,
    read: dayFirst,
  },
  halves: {
    write: ((y, m, d, h, min, s) =>
      `${d}/${m}/${y} ${Number(h) % 12 === 0 ? 12 : Number(h) % 12}:${min}:${s} ${Number(h) < 12 ? 'SA' : 'CH'}`) as Written,
    pattern: /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d?):(\d\d):(\d\d) (SA|CH)$/,
    read: (([, d, m, y, h, min, s, half]) => [
      y!,
      m!,
      d!,
      String((Number(h) % 12) + (half === 'CH' ? 12 : 0)),
      min,
      s,
    ]) as Read,
  },
  serial: {
    write: ((y, m, d, h, min, s) =>
      (
        (Date.UTC(Number(y), Number(m) - 1, Number(d), Number(h), Number(min), Number(s)) - Date.UTC(1899, 11, 30)) /
        86_400_000
      ).toFixed(6)) as Written,
    pattern: /^(\d{5}\.\d{6})$/,
    read: (([, days]) => {
      const at = new Date(Date.UTC(1899, 11, 30) + Math.round(Number(days) * 86_400) * 1000).toISOString()
      return [at.slice(0, 4), at.slice(5, 7), at.slice(8, 10), at.slice(11, 13), at.slice(14, 16), at.slice(17, 19)]
    }) as Read,
  },
} as const

export type Status =
  | ('submitted' | 'received' | 'processing' | 'supplement' | 'returned' | 'refused' | 'withdrawn')
  | ('not_accepted' | 'financial' | 'stopped' | 'completed')

/** Each system's words; one that has no word for a status is given the nearest that it has. */
export const statusWords: Readonly<Record<Word, Readonly<Partial<Record<Status, string>>>>> = {
  portal: {
    submitted: 'Mới đăng ký',
    received: 'Được tiếp nhận',
    processing: 'Đang xử lý',
    supplement: 'Yêu cầu bổ sung giấy tờ',
    returned: 'Đã trả kết quả',
    refused: 'Từ chối giải quyết',
    withdrawn: 'Công dân yêu cầu rút hồ sơ',
    not_accepted: 'Không được tiếp nhận',
    financial: 'Yêu cầu thực hiện nghĩa vụ tài chính',
    stopped: 'Dừng xử lý',
    completed: 'Đã xử lý xong',
  },
  numbered: {
    submitted: '01 - Mới nộp',
    received: '02 - Đã tiếp nhận',
    processing: '03 - Đang thẩm định',
    supplement: '04 - Thông báo sửa đổi, bổ sung',
    returned: '05 - Đã cấp',
    refused: '06 - Từ chối',
    withdrawn: '09 - Đã rút',
  },
  capitals: {
    submitted: 'MOI NOP',
    received: 'DA TIEP NHAN',
    processing: 'DANG XU LY',
    supplement: 'CHO BO SUNG',
    returned: 'DA TRA KET QUA',
    refused: 'TU CHOI',
    withdrawn: 'RUT HO SO',
  },
  justice: {
    submitted: 'Chờ tiếp nhận',
    received: 'Đã tiếp nhận',
    processing: 'Đang giải quyết',
    supplement: 'Chờ bổ sung hồ sơ',
    returned: 'Hoàn thành',
    refused: 'Không đủ điều kiện',
    withdrawn: 'Rút hồ sơ',
  },
  codes: {
    submitted: '1',
    received: '2',
    not_accepted: '3',
    processing: '4',
    supplement: '5',
    financial: '6',
    withdrawn: '7',
    stopped: '8',
    refused: '8',
    completed: '9',
    returned: '10',
  },
  plain: {
    submitted: 'Mới đăng ký',
    received: 'Đã tiếp nhận',
    processing: 'Đang xử lý',
    supplement: 'Yêu cầu bổ sung',
    returned: 'Trả kết quả',
    refused: 'Từ chối giải quyết',
    withdrawn: 'Hủy hồ sơ theo yêu cầu công dân',
  },
}

export const channelWords = {
  long: { online: 'Trực tuyến', counter: 'Trực tiếp', post: 'Bưu chính' },
  short: { online: 'TT', counter: 'TrT', post: 'BC' },
} as const

export const outcomeWords = { succeeded: 'Thành công', failed: 'Thất bại', refunded: 'Hoàn tiền' } as const
