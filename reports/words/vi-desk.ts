import { quoted } from './pieces.ts'

/** The desk's list, and what is said when it comes back. */
export const desk = {
  title: 'Hồ sơ cần xử lý',
  part: { dossiers: 'Hồ sơ', files: 'Tệp và số liệu', resolved: 'Đã xử lý xong' },
  resolvedSince: (day: string | null) => (day === null ? 'Đã xử lý xong' : `Đã xử lý xong từ sau ngày ${day}`),
  group: {
    overdue: 'Đã quá hạn',
    reception_overdue: 'Quá giờ tiếp nhận',
    due_soon: 'Sắp đến hạn',
    routed: 'Không qua Trung tâm',
    conflict: 'Các hệ thống ghi khác nhau',
    rest: 'Việc khác',
    acknowledged: 'Đã ghi nhận',
  },
  mark: { new: 'Mới', worse: 'Nặng hơn', again: 'Phát sinh lại' },
  column: {
    number: 'STT',
    part: 'Phần',
    group: 'Nhóm việc',
    mark: 'So với đêm trước',
    code: 'Mã hồ sơ',
    ownNumber: 'Số của bộ, ngành',
    procedure: 'Thủ tục',
    person: 'Người nộp',
    submitted: 'Nộp lúc',
    received: 'Tiếp nhận lúc',
    due: 'Hẹn trả lúc',
    hoursLeft: 'Còn lại (giờ làm việc)',
    status: 'Trạng thái',
    systems: 'Hệ thống có hồ sơ',
    account: 'Tài khoản đang giữ',
    reasons: 'Lý do',
    actions: 'Việc cần làm',
    since: 'Thấy từ ngày',
    note: 'Ghi chú',
    until: 'Ghi nhận đến ngày',
    sources: 'Tệp và dòng',
    keys: 'Khoá',
    system: 'Hệ thống',
    matter: 'Việc gì',
  },
  asOf: (day: string) => `Tính đến hết ngày ${day}.`,
  counts: (d: { dossiers: number; fresh: number; worse: number; acknowledged: number; resolved: number }) =>
    `${d.dossiers} hồ sơ cần xử lý: ${d.fresh} mới, ${d.worse} nặng hơn${d.acknowledged > 0 ? `; ${d.acknowledged} hồ sơ đã ghi nhận` : ''}; ${d.resolved} hồ sơ đã xử lý xong từ đêm trước.`,
  noDossiers: 'Không có hồ sơ nào cần xử lý.',
  noFiles: 'Các tệp và số liệu không có gì phải xem lại.',
  noResolved: 'Không có hồ sơ nào vừa xử lý xong.',
  handBack:
    'Việc nào biết rồi mà chưa xong được thì điền Ghi chú (vì sao) và Ghi nhận đến ngày, rồi gửi lại tệp này; hết ngày ấy việc tự hiện lại.',
  acknowledgedUntil: (until: string, by: string, why: string) => `đã ghi nhận đến hết ngày ${until} (${by}): ${why}`,
  unverified: 'đêm nay chưa kiểm chứng được',
  hours: (hours: string) => `${hours} giờ`,
  late: (hours: string) => `quá ${hours} giờ`,
  page: (page: string, pages: string) => `Trang ${page}/${pages}`,
  search: 'Tìm',
  everything: 'Tất cả',
  onlyMarked: 'Chỉ việc mới, nặng hơn hoặc phát sinh lại',
  shown: (shown: string, all: string) => `Đang hiện ${shown} trong ${all} dòng.`,
  lines: (count: number) => `${count} dòng`,
  filters: 'Lọc danh sách',
  untilPrompt: 'Ngày, ví dụ 28/02/2026. Hết ngày ấy việc tự hiện lại trong danh sách.',
}

/** Of decisions that people make about discrepancies. */
export const decided = {
  acknowledged: (count: number, already: number, resolved: number) =>
    [
      `Đã ghi nhận ${count} sai lệch.`,
      already > 0 ? `${already} đã ghi nhận như thế từ trước.` : '',
      resolved > 0 ? `${resolved} đã xử lý xong, không phải ghi nhận.` : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  reopened: (key: string) => `${key}: đã bỏ ghi nhận.`,
  person: 'Người nộp',
  identity: 'Số định danh',
}

/** Why a row that was handed back, or a decision on the command line, cannot be taken. */
export const undecidable = {
  why_missing: () => 'có ngày mà chưa có ghi chú: cần lý do.',
  until_missing: () => 'có ghi chú mà chưa có ngày: cần ngày ghi nhận đến.',
  until_unreadable: (found: string) => `có ${quoted(found)}, cần một ngày có thật, viết như 28/02/2026.`,
  until_over: (found: string) => `ngày ${found} đã hết trong lần đối soát gần nhất, cần một ngày sau đó.`,
  until_far: (found: string) => `ngày ${found} xa quá một năm, cần một ngày gần hơn.`,
  why_long: () => 'ghi chú dài quá 1000 chữ, cần ngắn hơn.',
  keys_missing: () => 'có ghi chú hoặc ngày mà không có khoá: không rõ là việc nào.',
  since_differs: (found: string) =>
    `Thấy từ ngày: có ${quoted(found)}, chương trình đã ghi một ngày khác; bảng tính đã đổi cách viết ngày, nên không tin được ngày nào. Lưu thành .xlsx.`,
  key_unknown: (found: string) => `không có sai lệch nào mang khoá ${quoted(found)}.`,
  key_twice: (found: string) => `khoá ${quoted(found)} đã có ở một dòng trên với ghi chú hoặc ngày khác.`,
}
