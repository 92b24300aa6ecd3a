import { listed, quoted } from './pieces.ts'
import type { Details, List } from './pieces.ts'
import { dayText } from '../format.ts'
import { config, meant, need } from './vi-config.ts'
import { undecidable } from './vi-desk.ts'
import { fileReason } from './vi-reading.ts'
import { unfillable } from './vi-report.ts'
import { makingTrouble } from './vi-connector.ts'
import { storeTrouble } from './vi-store.ts'
import { unitsTrouble } from './vi-units.ts'
import { setupTrouble } from './vi-setup.ts'

/** Where a decision was written, and why it cannot be taken. */
export type Problems = readonly {
  readonly place: string
  readonly id: keyof typeof undecidable
  readonly found: string
  readonly nearest: string | null
}[]

/** What is wrong with the report's template, and what was meant instead. */
export type TemplateFaults = readonly {
  readonly id: keyof typeof unfillable
  readonly found: string
  readonly nearest: string | null
}[]

/** What the operator is told. The hint is what to do. */
export const trouble = {
  config_missing: {
    sentence: (d: { file: string }) => `${d.file}: không có tệp cấu hình này.`,
    hint: 'Chạy `doisoat init` để lập tệp này, hoặc chỉ đường dẫn bằng --config.',
  },
  config_invalid: { sentence: config, hint: 'Sửa dòng ấy trong tệp cấu hình rồi chạy lại; chưa có gì được thực hiện.' },
  unknown_period: {
    sentence: (d: { found: string; examples: List }) =>
      `Kỳ ${quoted(d.found)} không có; kỳ được viết như ${listed(d.examples)}.`,
    hint: 'Viết lại kỳ, hoặc dùng --from và --to cho một khoảng ngày bất kỳ.',
  },
  period_reversed: {
    sentence: (d: { period: string; from: string; to: string }) =>
      `Kỳ ${quoted(d.period)} bắt đầu ngày ${d.from}, sau ngày kết thúc ${d.to}.`,
    hint: 'Đổi lại hai ngày, trong periods.override của tệp cấu hình hoặc trên dòng lệnh.',
  },
  night_unknown: {
    sentence: (d: { day: string; first: string | null }) =>
      `Đến hết ngày ${dayText(d.day)} chưa có đêm nào chạy xong${d.first === null ? '' : `; đêm đầu tiên là ${dayText(d.first)}`}.`,
    hint: 'Chọn một ngày từ đêm đầu tiên trở đi.',
  },
  period_running: {
    sentence: (d: { period: string; to: string; asOf: string }) =>
      `Kỳ ${d.period} đến hết ngày ${dayText(d.to)}; đêm gần nhất mới tính đến hết ngày ${dayText(d.asOf)}.`,
    hint: 'Chờ đến khi kỳ kết thúc và đêm cuối của kỳ chạy xong rồi mới chốt.',
  },
  period_closed: {
    sentence: (d: { period: string; asOf: string }) => `Kỳ ${d.period} đã chốt theo đêm ${dayText(d.asOf)}.`,
    hint: 'Số liệu nay khác đi thì dùng `doisoat restate`; muốn bỏ chốt thì dùng `doisoat reopen`.',
  },
  period_not_closed: {
    sentence: (d: { period: string; closed: List }) =>
      `Kỳ ${d.period} chưa chốt; ${d.closed.length === 0 ? 'chưa có kỳ nào được chốt' : `các kỳ đã chốt: ${listed(d.closed)}`}.`,
    hint: 'Kiểm tra lại kỳ, hoặc chốt bằng `doisoat close`.',
  },
  period_without_figures: {
    sentence: (d: { period: string; missing: List }) =>
      `Kỳ ${d.period} chưa có số liệu để chốt${d.missing.length === 0 ? '' : `: thiếu tệp của ${listed(d.missing)}`}.`,
    hint: 'Đặt đủ các tệp vào thư mục nhận tệp, chạy `doisoat nightly` rồi chốt.',
  },
  why_unknown: {
    sentence: (d: { asked: string }) =>
      `${quoted(d.asked)}: không phải mã hồ sơ, không phải kỳ/chỉ tiêu, cũng không phải khoá của sai lệch.`,
    hint: 'Viết như H24.131-260123-0007, 2026-02/resolved_overdue, hoặc chép khoá từ `doisoat discrepancies --csv`.',
  },
  code_unknown: {
    sentence: (d: { code: string }) => `${d.code}: chưa tệp nào có mã hồ sơ này.`,
    hint: 'Kiểm tra lại mã; tệp có hồ sơ ấy có thể chưa được nạp (`doisoat files`).',
  },
  key_unknown: {
    sentence: (d: { key: string; nearest: string | null }) =>
      `${quoted(d.key)}: không có sai lệch nào mang khoá này.${meant(d.nearest)}`,
    hint: 'Chép khoá từ `doisoat discrepancies --csv`.',
  },
  unknown_day: {
    sentence: (d: { option: string; found: string }) => `${d.option}: có ${quoted(d.found)}, cần ${need('day')}.`,
    hint: 'Viết lại ngày rồi chạy lại.',
  },
  unknown_choice: {
    sentence: (d: { option: string; found: string; choices: List; nearest?: string | null }) =>
      `${d.option}: có ${quoted(d.found)}, cần một trong: ${listed(d.choices)}.${meant(d.nearest)}`,
    hint: 'Chọn một từ trong danh sách ấy.',
  },
  file_missing: {
    sentence: (d: { file: string }) => `${d.file}: không có tệp này.`,
    hint: 'Kiểm tra lại đường dẫn.',
  },
  not_a_text: {
    sentence: (d: { file: string; found: string }) =>
      `${d.file}: tệp này (${d.found}) không phải văn bản thuần, cần một tệp .txt.`,
    hint: 'Mở tệp ấy, chép đoạn văn cần kiểm tra rồi dán vào một tệp .txt, hoặc dán vào sau lệnh `doisoat check -`.',
  },
  states_nothing: {
    sentence: (d: { file: string }) => `${d.file}: không đọc được số liệu hồ sơ nào trong văn bản này.`,
    hint: 'Đưa vào đoạn văn nêu số hồ sơ, hoặc các dòng như `received_total: 1024`.',
  },
  report_file_missing: {
    sentence: (d: { key: string; file: string }) => `${d.key}: ${d.file}: không có tệp này.`,
    hint: 'Tạo tệp ấy hoặc sửa đường dẫn. Đường dẫn có {period} là mỗi kỳ một tệp, kỳ nào chưa có tệp thì báo cáo để dòng chấm.',
  },
  report_file_unreadable: {
    sentence: (d: { key: string; file: string; found: string }) =>
      `${d.key}: ${d.file}: tệp này (${d.found}) không phải văn bản thuần, cần một tệp .txt.`,
    hint: 'Chép nội dung sang một tệp .txt, lưu kiểu UTF-8.',
  },
  template_unfillable: {
    sentence: ({ file, faults }: { file: string; faults: TemplateFaults }) =>
      faults.map((fault) => `${file}: ${faultText(fault)}`).join('\n'),
    hint: 'Sửa trong tệp mẫu rồi chạy lại; mọi chỗ điền có trong mẫu kèm theo chương trình, reports/templates/bao-cao.docx.',
  },
  inbox_missing: {
    sentence: (d: { folder: string }) => `${d.folder}: không có thư mục nhận tệp này.`,
    hint: 'Tạo thư mục, hoặc sửa khoá inbox trong tệp cấu hình.',
  },
  table_columns: {
    sentence: (d: { file: string; missing: List; found: List }) =>
      `${d.file}:1: thiếu cột ${listed(d.missing)}; dòng tiêu đề có ${listed(d.found)}.`,
    hint: 'Thêm các cột còn thiếu, hoặc bỏ khoá ấy khỏi tệp cấu hình để dùng bảng kèm theo chương trình.',
  },
  table_cell: {
    sentence: (d: { file: string; line: number; column: string; found: string; expected: string }) =>
      `${d.file}:${d.line}: ${d.column}: có ${quoted(d.found)}, cần ${need(d.expected)}.`,
    hint: 'Sửa ô ấy rồi chạy lại.',
  },
  lock_held: {
    sentence: (d: { pid: number | string; since: string }) =>
      `Một lần chạy khác đang giữ khoá (tiến trình ${d.pid}, từ ${d.since}).`,
    hint: 'Chờ lần chạy ấy xong; nếu tiến trình đã dừng thì khoá tự mở.',
  },
  interrupted: {
    sentence: (d: { stage: string }): string =>
      d.stage === 'publish'
        ? 'Đã dừng theo yêu cầu: số liệu đã vào cơ sở dữ liệu, tài liệu chưa viết hết; tài liệu nào chưa viết lại thì còn nguyên như trước.'
        : 'Đã dừng theo yêu cầu: cơ sở dữ liệu và mọi tài liệu còn nguyên như trước lần chạy này.',
    hint: 'Chạy lại đúng lệnh ấy là đủ.',
  },
  ack_what: {
    sentence: (_d: object) => 'Cần khoá của một sai lệch với --until và --why, hoặc --from với một tệp, không cả hai.',
    hint: 'Khoá lấy ở `doisoat discrepancies --csv` hoặc ở danh sách hồ sơ cần xử lý.',
  },
  cannot_decide: {
    sentence: ({ problems }: { problems: Problems }) => problems.map(problemText).join('\n'),
    hint: 'Chưa ghi nhận gì cả. Sửa các chỗ ấy rồi chạy lại.',
  },
  hand_back_unreadable: {
    sentence: (d: { file: string; reason: Details & { readonly id: string } }) =>
      `${d.file}: ${fileReason[d.reason.id as keyof typeof fileReason](d.reason)}`,
    hint: 'Danh sách gửi lại phải là .xlsx hoặc .csv.',
  },
  hand_back_columns: {
    sentence: (d: { file: string; columns: List }) =>
      `${d.file}: không thấy dòng tiêu đề có đủ các cột ${listed(d.columns)}.`,
    hint: 'Gửi lại danh sách hồ sơ cần xử lý, giữ nguyên dòng tiêu đề, lưu thành .xlsx hoặc CSV UTF-8.',
  },
  not_acknowledged: {
    sentence: (d: { key: string }) => `${d.key}: sai lệch này không đang được ghi nhận.`,
    hint: '`doisoat discrepancies --state acknowledged` liệt kê những sai lệch đang được ghi nhận.',
  },
  unmask_why: {
    sentence: (_d: object) => '--unmask: cần --why, lý do xem họ tên và số định danh.',
    hint: 'Viết lý do rồi chạy lại; lý do, người xem và những hồ sơ đã xem được ghi lại.',
  },
  database_kind: {
    sentence: (d: { database: string }) =>
      `database: có ${quoted(d.database)}, cần đường dẫn của một tệp hoặc địa chỉ của một máy chủ PostgreSQL.`,
    hint: 'Ghi đường dẫn tệp, ví dụ ./var/doisoat.db, hoặc địa chỉ máy chủ: postgres://doisoat_loader@may-chu/doisoat.',
  },
  option_needs: {
    sentence: (d: { option: string; needs: string }) => `${d.option} chỉ dùng cùng với ${d.needs}.`,
    hint: 'Thêm tuỳ chọn còn thiếu rồi chạy lại.',
  },
  expected_missing: {
    sentence: (d: { folder: string }) => `${d.folder}: chưa có tệp nào (.jsonl) ghi kết quả mong đợi.`,
    hint: 'Xem kết quả đã đúng chưa, rồi chạy lại với --update để ghi.',
  },
  option_without_effect: {
    sentence: (d: { option: string; stage: string; stages: List }) =>
      `${d.option}: bước ${quoted(d.stage)} không dùng tuỳ chọn này, chỉ ${listed(d.stages)} dùng.`,
    hint: 'Bỏ tuỳ chọn ấy rồi chạy lại.',
  },
  no_row_to_link: {
    sentence: (d: { key: string }) =>
      `${quoted(d.key)}: đêm gần nhất không có dòng thiếu mã nào mang khoá này mà chưa ghép được.`,
    hint: 'Chép khoá từ `doisoat discrepancies links`.',
  },
  unknown_dossier: {
    sentence: (d: { found: string }) => `${quoted(d.found)}: không tệp nào đang dùng có hồ sơ mang mã này.`,
    hint: 'Chép mã từ danh sách của Cổng hoặc từ sổ; nếu hồ sơ chưa có trên tệp nào thì kết xuất lại trước.',
  },
  dossier_listed: {
    sentence: (d: { code: string; key: string }) =>
      `${d.code}: tệp của ${quoted(d.key)} đã có hồ sơ này trên một dòng khác, hai dòng không thể là một hồ sơ.`,
    hint: 'Xem lại mã; nếu dòng ghi thừa thì bỏ ở hệ thống nguồn.',
  },
  nothing_to_unlink: {
    sentence: (d: { key: string }) => `${quoted(d.key)}: không có xác nhận nào đang có hiệu lực mang khoá này.`,
    hint: 'Xem các xác nhận bằng `doisoat discrepancies links`.',
  },
  decider_unknown: {
    sentence: (d: { option: string }) => `${d.option}: không rõ ai quyết định.`,
    hint: 'Thêm --by và tên người quyết định.',
  },
  empty_option: {
    sentence: (d: { option: string }) => `${d.option}: đang để trống, cần một câu.`,
    hint: 'Viết lý do rồi chạy lại; lý do được giữ cùng quyết định.',
  },
  ...storeTrouble,
  disk_full: {
    sentence: (d: { path: string }) => `${d.path}: ổ đĩa đã đầy.`,
    hint: 'Giải phóng chỗ rồi chạy lại. Các kết quả đã công bố vẫn còn nguyên.',
  },
  not_writable: {
    sentence: (d: { path: string; cause: string }) => `${d.path}: không ghi được vào đây (${d.cause}).`,
    hint: 'Cấp quyền ghi, hoặc đóng tệp đang mở trong Word hay Excel, rồi chạy lại.',
  },
  ...unitsTrouble,
  file_unknown: {
    sentence: (d: { file: string; nearest: string | null }) =>
      `${quoted(d.file)}: chưa từng thấy tệp này${d.nearest === null ? '' : `; gần nhất là ${quoted(d.nearest)}`}.`,
    hint: 'Viết đường dẫn như trong `doisoat files`, hoặc ít nhất tám chữ đầu của mã băm.',
  },
  file_not_taken_back: {
    sentence: (d: { file: string; state: string }) =>
      d.state === 'retracted'
        ? `${d.file}: tệp này đã rút lại rồi.`
        : `${d.file}: tệp này không ở trong số liệu nên không cần rút hay nạp lại.`,
    hint: 'Xem tình trạng các tệp bằng `doisoat files`; muốn nạp lại tệp đã rút thì thêm --undo.',
  },
  no_manifest: {
    sentence: (d: { folder: string; file: string }) =>
      `${d.folder}: không có ${d.file} của doisoat, nên không biết thư mục này lập từ đâu.`,
    hint: 'Chỉ đến một thư mục kết quả, như out/2026-02 hay out/nightly/2026-02-13.',
  },
  other_unit: {
    sentence: (d: { folder: string; found: string; expected: string }) =>
      `${d.folder}: của đơn vị ${d.found}, còn cấu hình là của ${d.expected}.`,
    hint: 'Dùng tệp cấu hình của đơn vị ấy (--config).',
  },
  ...setupTrouble,
  ...makingTrouble,
  not_readable: {
    sentence: (d: { path: string; cause: string }) => `${d.path}: không đọc được (${d.cause}).`,
    hint: 'Kiểm tra quyền và ổ đĩa rồi chạy lại.',
  },
}

function problemText({ place, id, found, nearest }: Problems[number]): string {
  return `${place}: ${undecidable[id](found)}${meant(nearest)}`
}

function faultText({ id, found, nearest }: TemplateFaults[number]): string {
  return `${unfillable[id](found)}${meant(nearest)}`
}
