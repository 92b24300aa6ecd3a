import { listed, quoted } from './pieces.ts'

/** What each command and flag is for, as `--help` says it to a clerk. */
export const command = {
  doisoat:
    'Đối soát hồ sơ thủ tục hành chính của phường giữa Cổng Dịch vụ công quốc gia, các hệ thống của bộ, ngành và sổ của Trung tâm',
  nightly: 'Việc hằng đêm: nạp tệp mới, đối soát, lập số liệu, xuất kết quả',
  run: 'Chạy lại một bước: load, normalize, reconcile, summarize hoặc publish',
  figures: 'Số liệu của một kỳ, các đẳng thức và bảng đối soát',
  discrepancies: 'Danh sách sai lệch, và ghi nhận những sai lệch đã biết',
  discrepancyList: 'Danh sách sai lệch (không cần viết list)',
  discrepancyAck: 'Ghi nhận: đã biết, để đến hết một ngày; một khoá, hoặc cả danh sách đã điền gửi lại',
  discrepancyReopen: 'Bỏ ghi nhận một sai lệch',
  discrepancyLinks: 'Các dòng thiếu mã chưa ghép được, hồ sơ có thể ghép, và những gì cán bộ đã xác nhận',
  discrepancyLink: 'Xác nhận một dòng thiếu mã là của hồ sơ nào; được nhớ và áp dụng cho mọi đêm sau',
  discrepancyUnlink: 'Rút lại một xác nhận',
  dossiers: 'Danh sách hồ sơ của một kỳ như chương trình đang tin',
  rejects: 'Các dòng không đọc được: tệp, dòng, cột, lý do',
  city: 'Một kỳ của mọi phường trong thành phố: báo cáo từng phường, và bảng tổng hợp mỗi phường một dòng',
  verify: 'Lập lại một thư mục kết quả từ các tệp đã nạp, và nói giống hệt hay khác ở đâu',
  filesList: 'Các tệp đã thấy: của hệ thống nào, bao nhiêu dòng, có khớp không',
  filesRetract: 'Rút lại một tệp lẽ ra không được nạp; số liệu và sai lệch tính lại',
  files: 'Các tệp đã thấy: của hệ thống nào, bao nhiêu dòng, có khớp không',
  report: 'Báo cáo của một kỳ (mục I.2) và các tệp trong thư mục kết quả',
  check: 'Kiểm tra số liệu người khác đã nêu: đoạn văn báo cáo hoặc các dòng `key: value`',
  status: 'Các hệ thống mới đến đâu, đêm gần nhất, sai lệch còn mở',
  why: 'Vì sao: một hồ sơ, một con số hoặc một sai lệch từ đâu mà có',
  close: 'Chốt một kỳ: số liệu giữ nguyên như đã công bố',
  reopen: 'Bỏ chốt một kỳ',
  restate: 'Công bố lại số liệu của một kỳ đã chốt, nêu rõ chỗ nào khác đi và vì hồ sơ nào',
  backup: 'Sao lưu cơ sở dữ liệu ngay, có kiểm tra; mỗi đêm đã tự sao lưu',
  restore: 'Đặt một bản sao lưu vào chỗ cơ sở dữ liệu; cơ sở dữ liệu cũ được giữ lại',
  changes: 'Những gì khác đi giữa hai đêm: hồ sơ mới có, thay đổi, không còn, dời ngày hẹn',
  connector: 'Các định dạng kết xuất mà chương trình đọc được',
  connectorList: 'Liệt kê các định dạng',
  connectorTest: 'Kiểm tra định dạng bằng tệp mẫu kèm theo',
  connectorTry: 'Xem một tệp được đọc như thế nào, không nạp vào đâu cả',
}

export const flag = {
  config: 'Tệp cấu hình (mặc định: doisoat.yaml trong thư mục hiện tại)',
  lang: 'Ngôn ngữ: vi hoặc en',
  json: 'In ra một văn bản JSON',
  csv: 'In ra CSV để mở bằng bảng tính',
  tableCsv: 'In ra bảng đọc được thành CSV (RFC 4180, UTF-8), ô nào giữ nguyên ô ấy',
  quiet: 'Không in gì khi mọi việc đều ổn',
  asOf: 'Tính đến hết ngày này, ví dụ 2026-02-13',
  inbox: 'Thư mục nhận tệp, thay cho thư mục trong cấu hình',
  dryRun: 'Làm thử rồi bỏ, không ghi gì lại',
  period: 'Kỳ: 2026-02, 2026-Q1, 2026-H1, 2026-9M hoặc 2026',
  from: 'Từ ngày, ví dụ 2026-01-17',
  to: 'Đến ngày, ví dụ 2026-02-13',
  basis: 'centre: theo sổ của Trung tâm; all: toàn bộ hồ sơ của phường',
  kind: 'Chỉ một loại sai lệch',
  state: 'Chỉ một tình trạng: new, open, acknowledged, resolved, reopened',
  system: 'Chỉ một hệ thống',
  fixtures: 'Chạy trên một thư mục tệp, trong cơ sở dữ liệu dùng một lần',
  why: 'Vì sao, một câu để người đọc sau hiểu',
  by: 'Người quyết định (mặc định: người đang dùng máy)',
  preview: 'Xem trước, không ghi gì',
  whyAsked: 'Mã hồ sơ, kỳ/chỉ tiêu (2026-02/resolved_overdue) hoặc khoá của sai lệch',
  closedPeriod: 'Kỳ, ví dụ 2026-02',
  retracted: 'Tệp, như ghi trong `doisoat files`, hoặc đầu mã băm của nó',
  backupTo: 'Tệp sẽ ghi (mặc định: thư mục sao lưu, tên theo đêm gần nhất)',
  backupFile: 'Bản sao lưu (mặc định: bản tốt gần nhất)',
  undo: 'Nạp lại tệp đã rút',
  publishedFolder: 'Thư mục kết quả, ví dụ out/2026-02',
  asOfNight: 'Như đêm của ngày này đã biết, ví dụ 2026-02-10',
  failOn: 'Thoát với mã 1 khi còn sai lệch: new (mới) hoặc open (chưa xử lý)',
  stage: 'load, normalize, reconcile, summarize hoặc publish',
  file: 'Tệp cần xem',
  key: 'Khoá của sai lệch, ví dụ unlinked_record/00303/2026/botuphap-chungthuc',
  code: 'Mã hồ sơ',
  stated: 'Tệp văn bản cần kiểm tra; - là đọc từ đầu vào chuẩn',
  until: 'Ghi nhận đến hết ngày này, ví dụ 2026-02-28',
  handedBack: 'Danh sách hồ sơ cần xử lý (.xlsx hoặc .csv) đã điền ghi chú và ngày',
  unmask: 'Hiện họ tên và số định danh; phải có --why, và được ghi lại',
  whyUnmasked: 'Vì sao cần xem họ tên và số định danh',
  connector: 'Mã của hệ thống, ví dụ botuphap-hotich',
}

/** Help's own words, and what is said of a command line that was not understood. */
export const help = {
  keywords: { default: 'mặc định =', separator: 'ngăn cách =' },
  headers: { usage: 'CÁCH DÙNG', aliases: 'TÊN KHÁC', commands: 'LỆNH', flags: 'TUỲ CHỌN', arguments: 'THAM SỐ' },
  briefs: {
    help: 'In trợ giúp này rồi thoát',
    helpAll: 'In trợ giúp với cả các lệnh và tuỳ chọn ẩn',
    version: 'In phiên bản rồi thoát',
    argumentEscapeSequence: 'Mọi thứ sau dấu này đều là tham số',
  },
  noCommand: (input: string, near: readonly string[]) =>
    `Không có lệnh ${quoted(input)}.${meant(near)} \`doisoat --help\` liệt kê các lệnh.`,
  noFlag: (input: string, near: readonly string[]) =>
    `Không có tuỳ chọn ${quoted(input)}.${meant(near)} Thêm --help để xem các tuỳ chọn.`,
  noChoice: (flag: string, input: string, choices: readonly string[]) =>
    `--${flag}: có ${quoted(input)}, cần một trong: ${listed(choices)}.`,
  noValue: (flag: string, input: string) => `${flag}: không đọc được ${quoted(input)}. Thêm --help để xem cách viết.`,
  needsValue: (flag: string) => `--${flag}: cần có giá trị đi kèm. Thêm --help để xem cách viết.`,
  needsArgument: (placeholder: string) => `Thiếu tham số ${placeholder}. Thêm --help để xem cách viết.`,
  tooMany: (input: string) => `Thừa tham số ${quoted(input)}. Thêm --help để xem cách viết.`,
  notUnderstood: (message: string) => `Dòng lệnh chưa đúng: ${message}. Thêm --help để xem cách viết.`,
  bug: 'Chương trình gặp lỗi của chính nó; chưa có gì được công bố, kết quả lần trước vẫn còn nguyên. Gửi đoạn dưới đây cho người phát triển.',
}

function meant(near: readonly string[]): string {
  return near.length === 0 ? '' : ` Có phải ý bạn là ${near.join(', ')}?`
}
