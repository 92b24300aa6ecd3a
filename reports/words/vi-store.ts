import { need } from './vi-config.ts'
import { dayText } from '../format.ts'
import { listed, quoted } from './pieces.ts'
import type { List } from './pieces.ts'

/** What is wrong with the database, its copies, and what was taken out of it. */
export const storeTrouble = {
  database_missing: {
    sentence: (d: { database: string }) => `${d.database}: chưa có cơ sở dữ liệu.`,
    hint: 'Đặt các tệp kết xuất vào thư mục nhận tệp rồi chạy `doisoat nightly`.',
  },
  database_newer: {
    sentence: (d: { database: string; found: string | number; known: string | number }) =>
      `${d.database}: cơ sở dữ liệu ở bước ${d.found}, chương trình này chỉ biết đến bước ${d.known}.`,
    hint: 'Cài bản mới của chương trình.',
  },
  database_older: {
    sentence: (d: { database: string }) => `${d.database}: cơ sở dữ liệu là của bản chương trình trước.`,
    hint: 'Chạy `doisoat nightly`: lần chạy ấy chuyển cơ sở dữ liệu sang bản này.',
  },
  database_unreadable: {
    sentence: (d: { database: string; cause: string }) => `${d.database}: không mở được cơ sở dữ liệu (${d.cause}).`,
    hint: 'Kiểm tra đường dẫn và quyền rồi chạy lại. Các kết quả đã công bố vẫn còn nguyên.',
  },
  database_damaged: {
    sentence: (d: { database: string; cause: string; backup: string | null }) =>
      `${d.database}: cơ sở dữ liệu đã hỏng hoặc không phải của doisoat (${d.cause}); ${d.backup === null ? 'chưa có bản sao lưu nào' : `bản sao lưu gần nhất là ${d.backup}`}.`,
    hint: 'Chạy `doisoat restore`: bản sao lưu tốt gần nhất được đặt vào chỗ ấy, tệp hỏng được giữ lại. Chưa có bản sao lưu thì đổi tên tệp hỏng rồi chạy `doisoat nightly`: mọi tệp trong thư mục nhận tệp được đọc lại. Các kết quả đã công bố vẫn còn nguyên.',
  },
  database_gone: {
    sentence: (d: { database: string; backup: string }) =>
      `${d.database}: cơ sở dữ liệu không còn ở đây, nhưng bản sao lưu của nó thì còn: ${d.backup}.`,
    hint: 'Chạy `doisoat restore`. Muốn bắt đầu lại từ đầu, bỏ cả những gì cán bộ đã quyết định, thì dời thư mục sao lưu đi rồi chạy lại.',
  },
  database_is_folder: {
    sentence: (d: { database: string }) => `${d.database}: đây là một thư mục, cần đường dẫn của một tệp.`,
    hint: 'Sửa khoá database trong tệp cấu hình, hoặc dời thư mục ấy đi.',
  },
  migration_failed: {
    sentence: (d: { database: string; copy: string; cause: string }) =>
      `${d.database}: không chuyển được cơ sở dữ liệu sang bản này (${d.cause}); nó vẫn như trước, và bản sao trước khi chuyển là ${d.copy}.`,
    hint: 'Tiếp tục dùng bản chương trình trước, và gửi thông báo này cho người phát triển.',
  },
  copy_damaged: {
    sentence: (d: { database: string; cause: string }) =>
      `${d.database}: bản sao không qua được kiểm tra (${d.cause}), nên không được giữ; cơ sở dữ liệu có lẽ đã hỏng.`,
    hint: 'Các bản sao lưu trước vẫn còn: `doisoat restore --dry-run` liệt kê chúng và nói sẽ mất gì.',
  },
  backup_damaged: {
    sentence: (d: { file: string; cause: string }) =>
      `${d.file}: không phải một bản sao lưu tốt của doisoat (${d.cause}).`,
    hint: 'Chọn bản khác: `doisoat restore --dry-run` liệt kê những bản đang có. Cơ sở dữ liệu chưa bị thay đổi.',
  },
  backup_target: {
    sentence: (d: { file: string }) => `${d.file}: ở đây đã có thứ không phải bản sao lưu, nên không ghi đè.`,
    hint: 'Chọn tên khác cho --to.',
  },
  purge_when: {
    sentence: (_d: object) =>
      'purge: cần --before hoặc --older-than, không cả hai; cấu hình cũng chưa có retention.years.',
    hint: 'Ví dụ: `doisoat purge --older-than 5`. Không có --yes thì chỉ xem trước.',
  },
  purge_years: {
    sentence: (d: { option: string; found: string }) => `${d.option}: có ${quoted(d.found)}, cần ${need('years')}.`,
    hint: 'Viết lại số năm rồi chạy lại.',
  },
  purge_too_late: {
    sentence: (d: { before: string; latest: string }) =>
      `Ngày ${dayText(d.before)} thuộc một kỳ chưa đến; muộn nhất là ${dayText(d.latest)}, ngày đầu của kỳ hiện tại.`,
    hint: 'Chọn ngày sớm hơn.',
  },
  purge_unclosed: {
    sentence: (d: { periods: List }) =>
      `Các kỳ trước ngày ấy chưa chốt: ${listed(d.periods)}; xoá thì mất số liệu của chúng.`,
    hint: 'Chốt từng kỳ bằng `doisoat close` rồi chạy lại: số liệu đã chốt được giữ nguyên.',
  },
  period_purged: {
    sentence: (d: { period: string; before: string }) =>
      `Kỳ ${d.period} có ngày trước ${dayText(d.before)}, mà dữ liệu hồ sơ trước ngày ấy đã xoá theo thời hạn lưu trữ.`,
    hint: 'Số liệu của các tháng đã chốt vẫn xem được: `doisoat figures --period 2024-02`.',
  },
  no_backup: {
    sentence: (d: { folder: string }) => `${d.folder}: không có bản sao lưu tốt nào của đơn vị này.`,
    hint: 'Chỉ đến một bản sao lưu ở nơi khác: `doisoat restore TỆP`. Nếu không có, đổi tên cơ sở dữ liệu hỏng rồi chạy `doisoat nightly`: mọi tệp trong thư mục nhận tệp được đọc lại.',
  },
  database_read_only: {
    sentence: (d: { database: string }) => `${d.database}: cơ sở dữ liệu chỉ cho đọc.`,
    hint: 'Cấp quyền ghi cho người chạy chương trình. Các kết quả đã công bố vẫn còn nguyên.',
  },
  database_busy: {
    sentence: (d: { database: string }) => `${d.database}: một chương trình khác đang ghi vào cơ sở dữ liệu.`,
    hint: 'Đóng chương trình ấy rồi chạy lại.',
  },
  server_password: {
    sentence: (_d: object) => 'database: mật khẩu đang nằm trong tệp cấu hình, ai đọc tệp cũng thấy.',
    hint: 'Bỏ mật khẩu khỏi địa chỉ; đặt nó vào biến môi trường PGPASSWORD, hoặc ghi tên một biến vào chỗ ấy: postgres://doisoat_loader:${DOISOAT_PASSWORD}@may-chu/doisoat.',
  },
  server_variable: {
    sentence: (d: { name: string }) => `database: địa chỉ dùng biến môi trường ${d.name}, mà biến ấy chưa có.`,
    hint: 'Đặt biến ấy cho người chạy chương trình rồi chạy lại.',
  },
  server_schema: {
    sentence: (d: { found: string }) =>
      `database: schema là ${quoted(d.found)}, cần chữ thường không dấu, chữ số và dấu gạch dưới.`,
    hint: 'Sửa phần schema trong địa chỉ, hoặc bỏ đi: khi ấy là doisoat.',
  },
  server_driver: {
    sentence: (d: { name: string }) => `Chưa cài gói ${d.name}, cần để nói chuyện với máy chủ PostgreSQL.`,
    hint: 'Chạy `npm ci` trong thư mục của chương trình.',
  },
  server_old: {
    sentence: (d: { database: string; found: string }) =>
      `${d.database}: máy chủ là PostgreSQL ${d.found}, cần bản 14 trở lên.`,
    hint: 'Nhờ người giữ máy chủ nâng bản PostgreSQL.',
  },
  server_unreachable: {
    sentence: (d: { database: string; cause: string }) => `${d.database}: không gặp được máy chủ (${d.cause}).`,
    hint: 'Kiểm tra tên máy chủ, cổng và mạng, hoặc chờ máy chủ khởi động xong, rồi chạy lại. Các kết quả đã công bố vẫn còn nguyên.',
  },
  server_gone: {
    sentence: (d: { database: string; cause: string }) => `${d.database}: máy chủ đã ngắt giữa chừng (${d.cause}).`,
    hint: 'Không có gì bị ghi dở: khi máy chủ chạy lại, chạy lại đúng lệnh ấy. Các kết quả đã công bố vẫn còn nguyên.',
  },
  server_refused: {
    sentence: (d: { database: string; cause: string }) => `${d.database}: máy chủ không cho vào (${d.cause}).`,
    hint: 'Kiểm tra tên người dùng, tên cơ sở dữ liệu và mật khẩu trong biến môi trường.',
  },
  server_forbidden: {
    sentence: (d: { database: string; cause: string }) =>
      `${d.database}: người dùng này không có quyền làm việc ấy trên máy chủ (${d.cause}).`,
    hint: 'Nhờ người giữ máy chủ chạy sql/postgres/roles.sql: doisoat_loader được ghi, doisoat_reader chỉ được đọc.',
  },
  server_slow: {
    sentence: (d: { database: string }) => `${d.database}: một câu hỏi chạy lâu hơn thời hạn, máy chủ đã dừng nó.`,
    hint: 'Chạy lại khi máy chủ rảnh; nếu vẫn vậy, thêm thời hạn dài hơn vào địa chỉ, tính bằng mili giây: ?statement_timeout=1800000.',
  },
  server_backs_up: {
    sentence: (d: { database: string }) =>
      `${d.database}: cơ sở dữ liệu nằm trên máy chủ; sao lưu và khôi phục là việc của người giữ máy chủ.`,
    hint: 'Sao lưu bằng pg_dump hoặc pg_basebackup cùng lưu trữ WAL, khôi phục bằng pg_restore; `doisoat doctor` cho biết máy chủ có lưu trữ WAL hay không. Thư mục landing thì cần tự sao lưu.',
  },
}
