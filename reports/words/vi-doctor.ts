import { dayText } from '../format.ts'
import { fewOf, type List } from './pieces.ts'

/** What `doctor` looks at, what it found there, and what to do about it. */
export const doctor = {
  check: {
    node: 'Node',
    zone: 'Múi giờ',
    clock: 'Đồng hồ',
    configuration: 'Cấu hình',
    disk: 'Ổ đĩa',
    permissions: 'Quyền đọc',
    folders: 'Quyền ghi',
    calendar: 'Lịch nghỉ',
    catalogue: 'Danh mục',
    report: 'Mẫu báo cáo',
    database: 'Cơ sở dữ liệu',
    inbox: 'Nhận tệp',
    night: 'Đêm gần nhất',
    backup: 'Sao lưu',
  },
  says: {
    node_good: (d: { version: string }) => `phiên bản ${d.version}.`,
    node_old: (d: { version: string; needed: string }) =>
      `phiên bản ${d.version}; chương trình cần ${d.needed} trở lên.`,
    zone_vietnam: (d: { zone: string }) => `${d.zone}.`,
    zone_other: (d: { zone: string; at: string }) =>
      `máy theo giờ ${d.zone}, không phải giờ Việt Nam; 01:30 ở Việt Nam là ${d.at} trên máy này.`,
    clock_good: (d: { now: string }) => `${d.now} giờ Việt Nam.`,
    clock_behind_night: (d: { now: string; night: string }) =>
      `đang chỉ ${d.now}, trước cả đêm chạy gần nhất (xong lúc ${d.night}).`,
    clock_behind_file: (d: { now: string; file: string; at: string }) =>
      `đang chỉ ${d.now}, trước cả ngày giờ của tệp mới nhất (${d.file}, ${d.at}).`,
    configuration_good: (d: { file: string; unit: string }) => `${d.file}: ${d.unit}.`,
    disk_free: (d: { path: string; free: string }) => `còn ${d.free} ở ${d.path}.`,
    disk_low: (d: { path: string; free: string }) => `chỉ còn ${d.free} ở ${d.path}.`,
    disk_short: (d: { path: string; free: string; needed: string }) =>
      `còn ${d.free} ở ${d.path}; một đêm có thể cần đến ${d.needed}.`,
    owner_alone: (_d: object) => 'cơ sở dữ liệu, landing và bản sao lưu chỉ chủ của chúng đọc được.',
    open_to_others: (d: { path: string; mode: string }) => `người khác trên máy vào được ${d.path} (quyền ${d.mode}).`,
    permissions_of_windows: (_d: object) => 'Windows không cho chương trình xem ai đọc được thư mục.',
    folders_writable: (_d: object) => 'ghi được vào mọi thư mục cần ghi.',
    folder_closed: (d: { path: string; cause: string }) => `không ghi được vào ${d.path} (${d.cause}).`,
    calendar_good: (d: { year: string }) => `đủ ngày nghỉ của năm ${d.year}.`,
    calendar_provisional: (d: { year: string }) =>
      `ngày nghỉ năm ${d.year} mới là dự kiến, chưa có thông báo chính thức.`,
    calendar_lacks: (d: { year: string; file: string }) => `${d.file} chưa có ngày nghỉ nào của năm ${d.year}.`,
    catalogue_good: (d: { count: number }) => `${d.count} thủ tục.`,
    template_bundled: (_d: object) => 'mẫu kèm theo chương trình; phần chữ của đơn vị đọc được.',
    template_good: (d: { file: string }) => `${d.file}: đủ mọi chỗ điền.`,
    database_none: (d: { file: string }) => `${d.file}: chưa có; đêm đầu tiên sẽ tạo.`,
    database_good: (d: { file: string; size: string }) => `${d.file}: đọc được, không hỏng, ${d.size}.`,
    database_older: (d: { file: string }) => `${d.file}: của bản chương trình trước.`,
    database_newer: (d: { file: string; found: number; known: number }) =>
      `${d.file}: ở bước ${d.found}, chương trình này chỉ biết đến bước ${d.known}.`,
    database_damaged: (d: { file: string; cause: string }) => `${d.file}: không đọc được hoặc đã hỏng (${d.cause}).`,
    database_foreign: (d: { file: string }) => `${d.file}: là cơ sở dữ liệu của chương trình khác.`,
    unit_unknown: (d: { file: string; agency: string }) => `${d.file}: chưa có đơn vị ${d.agency}.`,
    inbox_fresh: (d: { files: number; newest: string; at: string }) =>
      `${d.files} tệp, mới nhất là ${d.newest} (${d.at}).`,
    inbox_stale: (d: { files: number; newest: string; at: string; days: number }) =>
      `${d.files} tệp, mới nhất là ${d.newest} (${d.at}), đã ${d.days} ngày làm việc.`,
    inbox_empty: (d: { folder: string }) => `${d.folder}: chưa có tệp nào.`,
    inbox_closed: (d: { folder: string; cause: string }) => `${d.folder}: không đọc được (${d.cause}).`,
    not_taken: (d: { paths: List }) => `có tệp chưa nhận được: ${fewOf(d.paths)}.`,
    nobodys: (d: { paths: List }) => `có tệp không rõ của đơn vị nào, hoặc của nhiều đơn vị: ${fewOf(d.paths)}.`,
    night_none: (_d: object) => 'chưa có đêm nào chạy xong.',
    night_good: (d: { asOf: string }) => `tính đến hết ngày ${dayText(d.asOf)}, đã xong.`,
    night_incomplete: (d: { asOf: string }) =>
      `tính đến hết ngày ${dayText(d.asOf)}; có tệp không nhận được hoặc đẳng thức sai.`,
    night_missed: (d: { asOf: string; days: number }) =>
      `tính đến hết ngày ${dayText(d.asOf)}; từ đó đã qua ${d.days} ngày làm việc không có lần chạy nào xong.`,
    night_failed: (d: { asOf: string; detail: string }) =>
      `lần chạy cuối, cho ngày ${dayText(d.asOf)}, không xong: ${d.detail}`,
    night_interrupted: (d: { asOf: string }) => `lần chạy cuối, cho ngày ${dayText(d.asOf)}, bị ngắt giữa chừng.`,
    backup_good: (d: { file: string; asOf: string }) => `đến hết đêm ${dayText(d.asOf)}: ${d.file}`,
    backup_behind: (d: { file: string; asOf: string; night: string }) =>
      `bản gần nhất mới đến đêm ${dayText(d.asOf)} (${d.file}), đêm gần nhất là ${dayText(d.night)}.`,
    backup_none: (d: { folder: string }) => `${d.folder}: chưa có bản sao lưu nào.`,
    backup_first: (_d: object) => 'chưa có gì để sao lưu.',
    backup_off: (_d: object) => 'cấu hình ghi backups.keep: 0, nên không đêm nào được sao lưu.',
    server_good: (d: { file: string; version: string; size: string }) =>
      `${d.file}: PostgreSQL ${d.version}, vào được, ghi được, ${d.size}.`,
    server_older: (d: { file: string }) => `${d.file}: các bảng là của bản chương trình trước.`,
    server_rights: (d: { file: string }) => `${d.file}: vào được, nhưng người dùng này không được ghi.`,
    server_archives: (d: { at: string | null }) =>
      `việc của người giữ máy chủ; máy chủ có lưu trữ WAL${d.at === null ? ', chưa lần nào' : `, lần gần nhất lúc ${d.at} UTC`}.`,
    server_archive_fails: (d: { at: string | null }) =>
      `việc của người giữ máy chủ; máy chủ đang không lưu trữ được WAL${d.at === null ? '' : `, lần cuối lưu được lúc ${d.at} UTC`}.`,
    server_archive_off: (_d: object) => 'việc của người giữ máy chủ; máy chủ không lưu trữ WAL.',
  },
  todo: {
    node_old: 'Chạy `npm ci` trong thư mục chương trình, rồi dùng bin/doisoat.',
    zone_other: 'Không phải sửa; giờ trong crontab là giờ của máy (`doisoat init --schedule cron` đã tính sẵn).',
    clock_behind_night: 'Chỉnh lại đồng hồ của máy trước đêm tới: số liệu tính theo ngày của máy.',
    clock_behind_file: 'Chỉnh lại đồng hồ của máy, hoặc xem lại ngày giờ của tệp ấy.',
    disk_low: 'Nên dọn bớt trước khi đầy; `doisoat purge` và backups.keep cho biết cái gì bỏ được.',
    disk_short: 'Giải phóng chỗ trước đêm tới.',
    open_to_others: 'Chạy `chmod go-rwx` với đường dẫn ấy: trong đó có dữ liệu cá nhân.',
    permissions_of_windows:
      'Xem trong Properties, Security: chỉ người chạy chương trình được vào thư mục của cơ sở dữ liệu.',
    folder_closed: 'Cấp quyền ghi cho người chạy chương trình, hoặc sửa đường dẫn trong tệp cấu hình.',
    calendar_provisional:
      'Khi có thông báo của Chính phủ thì cập nhật chương trình, hoặc lập tệp lịch riêng (khoá calendar).',
    calendar_lacks: 'Thêm ngày nghỉ của năm ấy vào tệp lịch, nếu không hạn trả sẽ tính sai.',
    database_none: 'Đặt tệp kết xuất vào thư mục nhận tệp rồi chạy `doisoat nightly`.',
    database_older: 'Chạy `doisoat nightly`: cơ sở dữ liệu được sao lưu rồi chuyển lên.',
    database_newer: 'Cập nhật chương trình.',
    database_damaged: 'Xem quyền và ổ đĩa; nếu tệp hỏng thật thì `doisoat restore` đặt lại bản sao lưu.',
    database_foreign: 'Sửa khoá database trong tệp cấu hình.',
    unit_unknown: 'Nếu là đơn vị mới thì chạy `doisoat nightly`; nếu không, xem lại unit.agencyCode.',
    inbox_stale: 'Kết xuất tệp mới từ các hệ thống.',
    inbox_empty: 'Đặt tệp kết xuất vào đó.',
    inbox_closed: 'Cấp quyền đọc cho người chạy chương trình.',
    not_taken: 'Xem lý do bằng `doisoat files`, kết xuất lại rồi thay tệp cũ.',
    nobodys: 'Kết xuất riêng từng đơn vị, hoặc đặt tệp vào thư mục mang mã cơ quan của đơn vị.',
    night_none: 'Chạy `doisoat nightly` một lần, rồi đặt lịch (`doisoat init --schedule cron`).',
    night_incomplete: 'Xem `doisoat files` và `doisoat figures`.',
    night_missed: 'Xem lịch chạy đêm của máy; chạy `doisoat nightly` một lần là đủ, không phải chạy bù.',
    night_failed: 'Sửa việc ấy rồi chạy `doisoat nightly`.',
    night_interrupted: 'Chạy lại `doisoat nightly` là đủ.',
    backup_behind: 'Chạy `doisoat backup` và xem ổ đĩa của thư mục sao lưu.',
    backup_none: 'Chạy `doisoat backup`.',
    server_older: 'Chạy `doisoat nightly`: các bảng được chuyển lên trong cùng lần chạy ấy.',
    server_rights: 'Nhờ người giữ máy chủ chạy sql/postgres/roles.sql rồi dùng doisoat_loader để chạy đêm.',
    server_archive_fails: 'Báo người giữ máy chủ: xem pg_stat_archiver và archive_command.',
    server_archive_off: 'Hỏi người giữ máy chủ xem cơ sở dữ liệu này được sao lưu thế nào, và đã thử khôi phục chưa.',
    backup_off: 'Nếu không sao lưu bằng cách khác thì bỏ khoá ấy đi.',
  },
  inAll: (d: { no: number; hint: number }) =>
    d.no === 0
      ? `Mọi việc đều ổn${d.hint === 0 ? '' : `; ${d.hint} điều nên biết`}.`
      : `${d.no} việc phải làm${d.hint === 0 ? '' : `, ${d.hint} điều nên biết`}.`,
}
