import { check } from './vi-check.ts'
import { command, flag, help } from './vi-command.ts'
import { decided, desk, undecidable } from './vi-desk.ts'
import { doctor } from './vi-doctor.ts'
import { form } from './vi-form.ts'
import { figure } from './vi-figure.ts'
import { kind } from './vi-kind.ts'
import { fileReason, rejectReason } from './vi-reading.ts'
import { unfillable } from './vi-report.ts'
import { column, decisionState, detail, detailValue } from './vi-list.ts'
import { keeping } from './vi-keeping.ts'
import { message, progress } from './vi-message.ts'
import { page } from './vi-page.ts'
import { making } from './vi-connector.ts'
import { terminal } from './vi-terminal.ts'
import { trouble } from './vi-trouble.ts'
import { city } from './vi-city.ts'
import { expected } from './vi-expected.ts'
import { settings } from './vi-settings.ts'
import { setup } from './vi-setup.ts'
import { plan } from './vi-plan.ts'
import { standing } from './vi-standing.ts'
import { verified } from './vi-verified.ts'
import { why } from './vi-why.ts'

export const vi = {
  command,
  flag,
  help,
  trouble,
  fileReason,
  rejectReason,
  kind,
  figure,
  statementLine: {
    portal: 'Danh sách của Cổng Dịch vụ công quốc gia',
    unreadable_portal: 'Có trên Cổng nhưng dòng không đọc được',
    routed_past_centre: 'Hồ sơ hộ kinh doanh không qua Trung tâm',
    missing_at_centre: 'Chưa có trong sổ của Trung tâm',
    missing_in_portal: 'Có trong sổ, chưa có trên Cổng',
    centre_book: 'Sổ theo dõi của Trung tâm',
    unexplained: 'Chưa giải thích được',
  },
  system: {
    dvcqg: 'Cổng DVCQG',
    'dvcqg-thanhtoan': 'Thanh toán trên Cổng DVCQG',
    trungtam: 'Sổ của Trung tâm',
    'botuphap-hotich': 'Hộ tịch (Bộ Tư pháp)',
    'botuphap-chungthuc': 'Chứng thực (Bộ Tư pháp)',
    'botaichinh-hkd': 'Hộ kinh doanh (Bộ Tài chính)',
    'boyte-btxh': 'Bảo trợ xã hội (Bộ Y tế)',
    'bonoivu-ncc': 'Người có công (Bộ Nội vụ)',
    'bonnmt-datdai': 'Đất đai (Bộ NN&MT)',
    'boxaydung-gpxd': 'Giấy phép xây dựng (Bộ Xây dựng)',
    bocongthuong: 'Bộ Công Thương',
    bogddt: 'Bộ Giáo dục và Đào tạo',
    'bocongan-cutru': 'Cư trú (Bộ Công an)',
    bovhttdl: 'Bộ Văn hóa, Thể thao và Du lịch',
  },
  /** States of a discrepancy. */
  state: {
    new: 'mới',
    open: 'chưa xử lý',
    acknowledged: 'đã ghi nhận',
    resolved: 'đã xử lý',
    reopened: 'phát sinh lại',
  },
  /** Where a dossier stands. */
  status: {
    submitted: 'Mới đăng ký',
    not_accepted: 'Không được tiếp nhận',
    received: 'Được tiếp nhận',
    processing: 'Đang xử lý',
    supplement: 'Yêu cầu bổ sung giấy tờ',
    financial: 'Yêu cầu thực hiện nghĩa vụ tài chính',
    completed: 'Đã xử lý xong',
    returned: 'Đã trả kết quả',
    refused: 'Từ chối giải quyết',
    stopped: 'Dừng xử lý',
    withdrawn: 'Công dân yêu cầu rút hồ sơ',
  },
  fileState: {
    loaded: 'đã nạp',
    seen_before: 'đã nạp từ trước',
    refused: 'không nhận',
    unclaimed: 'không rõ của hệ thống nào',
    not_ready: 'chưa ghi xong',
    retracted: 'đã rút lại',
    purged: 'đã xoá theo thời hạn lưu trữ',
  },
  basis: { centre: 'Theo sổ của Trung tâm', all: 'Toàn bộ hồ sơ của phường' },
  unverified: 'đêm nay chưa kiểm chứng được',
  column,
  detail,
  detailValue,
  decisionState,
  outcome: {
    none: 'chưa tiếp nhận',
    open: 'đang giải quyết',
    resolved: 'đã giải quyết',
    refused: 'từ chối',
    withdrawn: 'rút',
  },
  channel: { online: 'trực tuyến', counter: 'trực tiếp', post: 'bưu chính' },
  yes: 'có',
  no: 'không',
  identity: {
    received_by_time: 'Tổng tiếp nhận = từ kỳ trước + mới',
    received_by_channel: 'Tổng tiếp nhận = trực tuyến + trực tiếp và bưu chính',
    resolved_by_outcome: 'Tổng đã giải quyết = trước hạn + đúng hạn + quá hạn + từ chối + rút',
    received_is_resolved_or_pending: 'Tổng tiếp nhận = đã giải quyết + đang giải quyết',
    pending_by_due_day: 'Đang giải quyết = trong hạn + quá hạn',
    carried_in_is_pending_before: 'Từ kỳ trước chuyển sang = đang giải quyết cuối kỳ trước (từng hồ sơ)',
    fields_add_up: 'Cộng các lĩnh vực = toàn bộ',
    systems_add_up: 'Cộng các hệ thống = toàn bộ',
    months_add_up: 'Cộng các tháng = toàn bộ',
    days_add_up: 'Cộng các ngày = toàn bộ',
    lines_accounted_for: 'Dòng của các tệp = phần đầu + tiêu đề + trống + dữ liệu + phần cuối',
    rows_accounted_for: 'Dòng dữ liệu = đã nạp + lặp lại + không đọc được',
  },
  /** One line a stage, for the log. */
  log: {
    load: (d: { loaded: number; seen: number; turned: number }) =>
      `nạp: ${d.loaded} tệp mới, ${d.seen} tệp đã nạp từ trước, ${d.turned} tệp không nhận`,
    normalize: (d: { exports: number; changed: number; linked: number; unlinked: number }) =>
      `chuẩn hoá: ${d.exports} bản kết xuất đang dùng, ${d.changed} bản thay đổi; ghép được ${d.linked} dòng thiếu mã, không ghép được ${d.unlinked}`,
    reconcile: (d: { dossiers: number; open: number }) =>
      `đối soát: ${d.dossiers} hồ sơ, ${d.open} sai lệch chưa xử lý`,
    summarize: (d: { periods: readonly string[] }) => `lập số liệu: kỳ ${d.periods.join(', ')}`,
    publish: (d: { periods: number }) => `xuất kết quả: ${d.periods} kỳ`,
    backup: (d: { file: string | null }) =>
      d.file === null ? 'sao lưu: việc của người giữ máy chủ PostgreSQL' : `sao lưu: ${d.file}`,
  },
  /** How a night ends. */
  night: {
    heading: (id: string, from: string, to: string, asOf: string) =>
      `Kỳ ${id} (${from} – ${to}), tính đến hết ngày ${asOf}`,
    canary: (caught: number, tried: number) => `Thử lỗi: phát hiện ${caught} trên ${tried} lỗi gây ra trong bản sao.`,
    survivor: (mutation: string, where: string) =>
      `Lỗi không bị phát hiện: "${mutation}" tại ${where}. Báo người phát triển kèm câu này.`,
    dryRun: 'Đây là lần làm thử: không có gì được ghi lại.',
    written: (folder: string) => `Kết quả nằm trong ${folder}`,
    outranked: (path: string, by: string) =>
      `${path}: đã nạp nhưng không dùng, vì ${by} (nạp đêm trước) mang ngày mới hơn. Nếu ngày trong tên tệp sai, hãy đổi tên tệp rồi chạy lại.`,
    laterNight: (asOf: string, later: string) =>
      `Lưu ý: đêm ${asOf} được chạy sau đêm ${later}, với mọi tệp đã nạp đến nay. Chạy lại \`doisoat nightly\` để các tài liệu trở về đêm mới nhất; muốn xem số liệu của một đêm đã qua, dùng \`doisoat figures --as-of\`.`,
    broken: (identity: string) => `Đẳng thức không đúng: ${identity}. Xem \`doisoat figures\`.`,
  },
  terminal,
  why,
  check,
  desk,
  form,
  decided,
  expected,
  settings,
  verified,
  keeping,
  doctor,
  setup,
  making,
  plan,
  standing,
  city,
  undecidable,
  unfillable,
  page,
  message,
  progress,
}
