/** Where the ward stands, on one screen. */
export const standing = {
  head: (unit: string, now: string) => `${unit}, lúc ${now}`,
  period: (period: string) => `Kỳ hiện tại: ${period}.`,
  next: (period: string) => `Kỳ sau:      ${period}.`,
  backup: (night: string, days: number) =>
    `Bản sao lưu gần nhất: đến hết đêm ${night}${days === 0 ? '' : `, sau đó đã có ${days} đêm chưa sao lưu`}.`,
  work: 'Việc cần làm, việc gấp trước',
  files: 'Tệp và số liệu phải xem lại',
  count: 'Số',
  fresh: (count: number) => `${count} mới`,
  nothing: 'Không có việc nào cần làm.',
  list: (folder: string) => `Danh sách: ${folder}`,
  systems: 'Các hệ thống, theo ngày mà tệp của chúng đến',
  without: (count: number) => `–           ${count} hệ thống chưa có tệp nào`,
  silent: 'Đêm gần nhất lẽ ra phải có tệp của:',
}
