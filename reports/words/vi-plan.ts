import { fewOf } from './pieces.ts'
import { progress } from './vi-message.ts'

/** What a night would do if it began now. */
export const plan = {
  head: (night: string, unit: string) =>
    `${unit}, đêm ${night}, nếu chạy \`doisoat nightly\` lúc này. Đây chỉ là xem trước, không có gì được ghi.`,
  running: (pid: string, since: string) =>
    `Một lần chạy khác đang giữ khoá (tiến trình ${pid}, từ ${since}): \`doisoat nightly\` lúc này sẽ thoát với mã 75.`,
  stage: { ...progress.stage, backup: 'Sao lưu' },
  noFiles: 'Thư mục nhận tệp trống.',
  nothingNew: (known: number) => `Không có gì mới; ${known} tệp đã nạp từ trước.`,
  toRead: (read: number, known: number) => `${read} tệp phải đọc; ${known} tệp đã nạp từ trước.`,
  untaken: (count: number) => `${count} tệp không đọc được lúc này hoặc phải chờ.`,
  file: {
    new: 'mới',
    changed: 'khác với tệp đã nạp cùng tên',
    again: 'lần trước không nhận, sẽ đọc lại',
    held: 'không nhận, chờ hệ thống ấy kết xuất lại',
    elsewhere: 'nội dung đã có, ở chỗ khác',
    not_ready: 'chưa ghi xong, để lần chạy sau',
    link: 'là liên kết, không đọc',
    too_deep: 'nằm quá sâu, không đọc',
    unreadable: 'không đọc được',
  },
  size: (bytes: string) => `${bytes} byte`,
  like: (path: string) => `giống hệt ${path}`,
  more: (count: number) => `… và ${count} tệp nữa: xem \`doisoat plan --json\`.`,
  unread: 'Tệp phải đọc làm đổi những gì thì đọc xong mới biết: dưới đây là phần đã biết trước.',
  fromTheBeginning: 'Làm từ đầu: chưa có gì trong cơ sở dữ liệu.',
  exports: (inForce: number, changed: number) =>
    `${inForce} bản kết xuất đang dùng, ${changed === 0 ? 'giữ nguyên' : `${changed} bản phải lập lại`}; các dòng thiếu mã được ghép lại.`,
  allDossiers: (known: number) => `Lập lại cả ${known} hồ sơ, vì:`,
  someDossiers: (anew: number, known: number, turning: number) =>
    `Lập lại ${anew} trên ${known} hồ sơ${turning === 0 ? '' : `, trong đó ${turning} hồ sơ có thể đổi theo ngày`}.`,
  noDossiers: (known: number) => `Không phải lập lại; ${known} hồ sơ giữ nguyên.`,
  because: {
    not_known: 'chưa biết những gì đang có được lập từ đâu',
    settings: 'cấu hình, danh mục, lịch hoặc chương trình khác với lần tính trước',
    decisions: 'cán bộ đã quyết định thêm về dòng thiếu mã, tệp rút lại hoặc dữ liệu xoá',
    earlier_night: 'đêm này ở trước đêm đã tính gần nhất',
    exports: 'có bản kết xuất không còn dùng, hoặc tệp của nó đã được đọc lại',
  },
  others: (names: string) => `khác với lần tính trước: ${names}`,
  othersAlone: (names: string) =>
    `Khác với lần tính trước: ${names}; đêm trước được tính lại bên cạnh để biết riêng việc này làm đổi gì.`,
  months: (anew: readonly string[], standing: readonly string[]) =>
    `Lập lại kỳ ${fewOf(anew)}${standing.length === 0 ? '' : `; giữ nguyên kỳ ${fewOf(standing)}`}.`,
  folder: {
    current: 'kỳ hiện tại',
    not_stated: 'chưa có số liệu',
    not_as_published: 'tài liệu khác với những gì đang biết',
  },
  folders: (list: readonly string[], night: string) => `${fewOf(list)}; nightly/${night}.`,
  otherMonths: (list: readonly string[]) => `Kỳ ${fewOf(list)}: chỉ khi số liệu hoặc sai lệch của kỳ ấy đổi.`,
  monthsOfFiles: 'Các kỳ khác: tuỳ các tệp được nạp.',
  noCopy: 'Không sao lưu (backups.keep: 0).',
  serverCopies: 'Việc của người giữ máy chủ PostgreSQL.',
}
