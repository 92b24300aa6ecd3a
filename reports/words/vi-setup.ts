import type { List } from './pieces.ts'
import { listed, quoted } from './pieces.ts'
import { need } from './vi-config.ts'

/** What `init` asks, what it writes beside the answers, and what is to be done next. */
export const setup = {
  greeting: (file: string) => `Sẽ lập ${file}.\nEnter là lấy giá trị trong ngoặc vuông; Ctrl-C là thôi, chưa ghi gì.`,
  ask: {
    name: 'Tên phường, xã (ví dụ phường Hưng Đạo)',
    city: 'Tên tỉnh, thành phố (ví dụ thành phố Hải Phòng)',
    centre: 'Tên đầy đủ của Trung tâm',
    agencyCode: 'Mã cơ quan ở đầu mã hồ sơ (ví dụ H24.131)',
    centreAccounts: 'Tài khoản tiếp nhận của Trung tâm, cách nhau bằng dấu phẩy',
    householdAccounts: 'Tài khoản của phòng giữ hồ sơ hộ kinh doanh (không có: gõ -)',
    inbox: 'Thư mục nhận tệp kết xuất',
    database: 'Tệp cơ sở dữ liệu',
    out: 'Thư mục kết quả',
    regime: 'Kỳ: nd09 (ngày 15 đến 14) hay calendar (tháng dương lịch)',
    write: (file: string) => `Ghi ${file} (Enter là ghi, k là thôi)`,
  },
  centreOf: (name: string) => `Trung tâm Phục vụ hành chính công ${name}`,
  notThat: (found: string, expected: string) =>
    found === '' ? `Cần ${need(expected)}.` : `Có ${quoted(found)}, cần ${need(expected)}.`,
  comment: {
    head: [
      'Cấu hình của doisoat. Đường dẫn tính từ chỗ đặt tệp này; khoá viết sai không bị bỏ qua.',
      'Sửa xong thì chạy `doisoat doctor` để kiểm tra. Mọi khoá: HUONG-DAN.md, phần Cấu hình.',
    ],
    unit: ['Đơn vị, viết như trên các tệp kết xuất: dùng để nhận ra hồ sơ của mình.'],
    agencyCode: ['Mã cơ quan ở đầu mã hồ sơ; có mã cũ (đơn vị sáp nhập) thì thêm formerCodes: [H24.55]'],
    centreAccounts: ['Các tài khoản tiếp nhận của Trung tâm'],
    householdAccounts: ['Các tài khoản của phòng đang giữ hồ sơ hộ kinh doanh'],
    inbox: ['Thư mục nhận tệp, tìm cả trong thư mục con; tệp ở đó chỉ được chép ra'],
    database: ['Cơ sở dữ liệu và bản chép của mọi tệp (landing bên cạnh) có dữ liệu cá nhân'],
    out: ['Báo cáo, biểu và danh sách hằng đêm'],
    periods: [
      'nd09: tháng từ ngày 15 tháng trước đến ngày 14; calendar: tháng dương lịch. Kỳ nào khác lệ thì ghi ở override:',
    ],
    others: ['Có thể thêm, ví dụ:'],
  },
  written: (file: string) => `Đã ghi ${file}.`,
  already: (file: string) => `${file} đã đúng như vậy; không ghi lại.`,
  folders: 'Các thư mục, chỉ chủ của chúng vào được:',
  schedule: {
    cron: (vietnam: string) =>
      `Lịch chạy, ${vietnam} mỗi đêm (giờ Việt Nam): mở \`crontab -e\`, dán dòng này vào cuối:`,
    systemd: (vietnam: string) => `Lịch chạy, ${vietnam} mỗi đêm (giờ Việt Nam): cài hai tệp vừa ghi, một lần:`,
    windows: (vietnam: string) =>
      `Lịch chạy, ${vietnam} mỗi đêm (giờ Việt Nam): mở Command Prompt, nạp tệp vừa ghi, một lần:`,
  },
  description: (unit: string) => `doisoat: đối soát hằng đêm, ${unit}`,
  nextHeading: 'Tiếp theo:',
  next: {
    doctor: 'xem mọi thứ đã sẵn sàng chưa',
    nightly: 'chạy đêm đầu tiên, sau khi đặt tệp kết xuất vào thư mục nhận tệp',
    status: 'xem tình hình, bất cứ lúc nào',
  },
}

export const setupTrouble = {
  setup_there: {
    sentence: (d: { file: string }) => `${d.file}: đã có tệp này, không ghi đè.`,
    hint: 'Sửa tệp ấy, hoặc đặt tên khác bằng --config. Chỉ cần lịch chạy thì dùng `doisoat init --schedule cron` (systemd, windows).',
  },
  setup_missing: {
    sentence: (d: { flags: List }) =>
      `Chưa đủ để lập cấu hình, và không có bàn phím để hỏi. Còn thiếu: ${d.flags.join(', ')}.`,
    hint: 'Viết thêm các tuỳ chọn ấy, hoặc chạy `doisoat init` trên một cửa sổ dòng lệnh.',
  },
  setup_answer: {
    sentence: (d: { option: string; found: string; expected: string }) =>
      `${d.option}: có ${quoted(d.found)}, cần ${need(d.expected)}.`,
    hint: 'Chưa ghi gì cả; viết lại rồi chạy lại.',
  },
  setup_left: {
    sentence: (_d: object) => 'Đã thôi.',
    hint: 'Chưa ghi gì cả.',
  },
  schedule_path: {
    sentence: (d: { path: string; signs: List }) =>
      `${quoted(d.path)}: đường dẫn có dấu không viết được vào lịch chạy: ${listed(d.signs)}.`,
    hint: 'Đổi tên thư mục rồi chạy lại; chữ tiếng Việt, dấu cách và dấu % thì được.',
  },
}
