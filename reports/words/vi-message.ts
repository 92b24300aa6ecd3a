/** What a night tells those who do not look at its pages. */
export const message = {
  title: (unit: string, asOf: string) => `doisoat ${unit}, đêm ${asOf}`,
  unchanged: (dossiers: number) => `không có gì thay đổi; ${dossiers} hồ sơ cần xử lý.`,
  failed: 'KHÔNG CHẠY XONG.',
  part: {
    fresh: 'Mới phát sinh',
    again: 'Phát sinh lại',
    worse: 'Nặng hơn đêm trước',
    resolved: 'Đã xử lý xong',
    incomplete: 'Chưa gửi tệp, số liệu chưa đầy đủ',
    notTaken: 'Tệp không nhận',
    broken: 'Đẳng thức không đúng',
    missed: 'Chưa làm được',
  },
  some: (what: string, count: number) => `${what}: ${count}`,
  unknownSystem: 'không rõ của hệ thống nào',
  seeFiles: 'lý do: doisoat files',
  identity: (period: string, basis: string, name: string) => `kỳ ${period}, ${basis}: ${name}`,
  notBackedUp: 'sao lưu cơ sở dữ liệu',
  laterNight: (later: string) => `Đêm này được chạy sau đêm ${later}; chạy lại doisoat nightly để trở về đêm mới nhất.`,
  page: (path: string) => `Trang của đêm, trong thư mục kết quả: ${path}`,
  standing: (day: string) => `Tài liệu của đêm ${day} còn nguyên.`,
  noneStanding: 'Chưa có đêm nào chạy xong, nên chưa có tài liệu nào.',
  standingUnknown: 'Không đọc được cơ sở dữ liệu nên không rõ tài liệu đang có là của đêm nào.',
  way: {
    file: 'ghi tệp tin nhắn',
    smtp: 'gửi thư',
    webhook: 'gửi đến webhook',
    heartbeat: 'báo nhịp (heartbeat)',
  },
  untold: (way: string, to: string, why: string, attempts: number) =>
    `Chưa ${way} được (${to}): ${why}${attempts > 1 ? `, đã thử ${attempts} lần` : ''}.`,
  why: {
    variable: (name: string) => `biến môi trường ${name} chưa có, hoặc không phải là một địa chỉ`,
    status: (status: number) => `máy chủ trả lời ${status}`,
    time: 'quá thời gian chờ',
    code: (code: string) => `lỗi ${code}`,
  },
  notLogged: (why: string) => `Lần chạy này không có nhật ký: ${why}`,
}

/** How far a long work is, on one line of a terminal. */
export const progress = {
  stage: {
    load: 'Nạp',
    normalize: 'Chuẩn hoá',
    reconcile: 'Đối soát',
    summarize: 'Lập số liệu',
    publish: 'Xuất kết quả',
  },
  unit: {
    load: 'dòng',
    normalize: 'bản kết xuất',
    reconcile: 'hồ sơ',
    summarize: 'kỳ',
    publish: 'kỳ',
  },
  rate: (rows: string) => `${rows}/giây`,
  secondsLeft: (seconds: number) => `còn khoảng ${seconds} giây`,
  minutesLeft: (minutes: number) => `còn khoảng ${minutes} phút`,
}
