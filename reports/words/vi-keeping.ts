/** What is said of backups, of putting one back, and of taking personal data away. */
export const keeping = {
  notBackedUp: (why: string) => `Đêm đã xong và kết quả đã công bố, nhưng chưa sao lưu được cơ sở dữ liệu: ${why}`,
  backedUp: (file: string, mebibytes: string) => `Đã sao lưu cơ sở dữ liệu vào ${file} (${mebibytes} MB), đã kiểm tra.`,
  reaches: (asOf: string | null) =>
    asOf === null ? 'Bản sao lưu chưa có đêm nào.' : `Bản sao lưu tính đến hết đêm ${asOf}.`,
  alsoKeep: 'Bản sao lưu chỉ có cơ sở dữ liệu. Hãy chép thêm, bằng cách sao lưu tệp thông thường:',
  place: {
    landing: (path: string, files: number) => `${path}: ${files} tệp đã nạp; không bao giờ thay đổi, chỉ thêm`,
    configuration: (path: string) => `${path}: tệp cấu hình`,
    inbox: (path: string) => `${path}: thư mục nhận tệp`,
    office: (path: string) => `${path}: tệp của cơ quan`,
  },
  copies: 'Các bản sao đang có:',
  noCopies: 'Chưa có bản sao nào.',
  copyState: {
    good: 'tốt',
    damaged: 'hỏng',
    newer: 'của bản chương trình mới hơn',
    other_unit: 'của đơn vị khác',
  },
  copyOf: {
    night: 'sau một đêm',
    migration: 'trước khi chuyển bản',
    replaced: 'bị thay khi khôi phục',
  },
  head: { file: 'Tệp', of: 'Là bản', asOf: 'Đến hết đêm', state: 'Kiểm tra' },
  restored: (file: string, asOf: string) => `Đã đặt ${file} vào chỗ cơ sở dữ liệu: tính đến hết đêm ${asOf}.`,
  wouldRestore: (file: string, asOf: string) =>
    `Sẽ đặt ${file} vào chỗ cơ sở dữ liệu (tính đến hết đêm ${asOf}); chưa có gì được thay đổi.`,
  already: (file: string) => `Cơ sở dữ liệu đang đúng là ${file}; không có gì phải làm.`,
  aside: (file: string) =>
    `Cơ sở dữ liệu cũ được giữ ở ${file}; doisoat restore chạy với tệp ấy thì trở lại như trước.`,
  damagedBefore:
    'Cơ sở dữ liệu cũ không đọc được, nên không rõ những gì đã ghi sau bản sao lưu. Ghi nhận, xác nhận, chốt kỳ và rút tệp đã làm sau đêm ấy phải làm lại.',
  lostNights: (nights: readonly string[]) =>
    `Các đêm sau bản sao lưu: ${nights.join(', ')}. Lần chạy doisoat nightly tới làm lại từ các tệp trong thư mục nhận tệp.`,
  lostDecisions: 'Những quyết định sau bản sao lưu phải làm lại:',
  lostAcknowledgements: (count: number) => `${count} lần ghi nhận sai lệch`,
  lostLinks: (count: number) => `${count} lần xác nhận hồ sơ`,
  lostPurges: 'Bản sao lưu có trước một lần xoá dữ liệu cá nhân: dữ liệu ấy trở lại, hãy chạy lại doisoat purge.',
  gone: (count: number) => `${count} tệp đã nạp sau bản sao lưu không còn trong thư mục nhận tệp; hãy đặt lại vào đó:`,
  missing: (count: number) =>
    `${count} tệp mà cơ sở dữ liệu ghi là đã nạp không còn trong thư mục lưu tệp; hãy chép lại thư mục ấy từ bản sao lưu tệp:`,
  next: 'Việc tiếp theo: chạy doisoat nightly.',
  purge: {
    wouldGo: (before: string) =>
      `Dữ liệu cá nhân của hồ sơ kết thúc trước ngày ${before} sẽ bị xoá, theo cả khoảng ngày:`,
    gone: (before: string) => `Đã xoá dữ liệu cá nhân của hồ sơ kết thúc trước ngày ${before}, theo cả khoảng ngày:`,
    nothing: '  Không có khoảng ngày nào.',
    count: {
      files: (count: number) => `${count} tệp kết xuất`,
      rows: (count: number) => `${count} dòng hồ sơ`,
      payments: (count: number) => `${count} giao dịch thanh toán`,
      rejects: (count: number) => `${count} dòng không đọc được`,
      dossiers: (count: number) => `${count} hồ sơ, không còn gì`,
      parts: (count: number) => `${count} hồ sơ đã kết thúc, còn một phần ở khoảng ngày được giữ lại`,
      discrepancies: (count: number) => `${count} sai lệch cùng lịch sử của chúng`,
      closedDossiers: (count: number) => `${count} dòng hồ sơ đứng sau số liệu các kỳ đã chốt; số liệu thì giữ nguyên`,
    },
    files: (kept: number, nights: number, copies: number) =>
      `${kept} tệp lưu, ${nights} tài liệu hằng đêm, ${copies} bản sao cơ sở dữ liệu`,
    held: (days: string, codes: string, count: number) =>
      `Giữ lại khoảng ngày ${days}: ${count} hồ sơ còn mở hoặc kết thúc sau đó: ${codes}.`,
    backup: (file: string) => `Bản sao lưu mới, không còn dữ liệu ấy: ${file}`,
    sayYes: 'Chưa có gì bị xoá. Muốn xoá thật, chạy lại với --yes; không lấy lại được.',
    elsewhere: 'Tệp trong thư mục nhận tệp và các bản sao lưu ở nơi khác vẫn còn dữ liệu ấy: cơ quan tự xoá.',
    notCleared: (why: string) =>
      `Các dòng đã xoá, nhưng tệp và bản sao bên cạnh cơ sở dữ liệu chưa dọn hết: ${why} Chạy lại đúng lệnh ấy.`,
  },
  noBackup: 'Chưa có bản sao lưu nào.',
  serverBacksUp: 'Sao lưu: việc của người giữ máy chủ PostgreSQL.',
}
