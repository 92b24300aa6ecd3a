/** A city's report: a row a ward. */
export const city = {
  heading: (city: string, period: string, basis: string) => `${city}, kỳ ${period}. ${basis}`,
  title: 'Tổng hợp kết quả tiếp nhận, giải quyết thủ tục hành chính của các phường, xã',
  sheet: { counts: 'Tổng hợp' },
  asOf: 'Đến hết ngày',
  spansDiffer: '- Kỳ báo cáo của các đơn vị không cùng ngày bắt đầu hoặc kết thúc.',
  ratesNote:
    '- Tỷ lệ của thành phố là tổng tử số trên tổng mẫu số của các đơn vị, không phải trung bình cộng. Dấu – là chưa có số liệu.',
  ward: 'Đơn vị',
  total: (known: number, all: number) => (known === all ? 'Toàn thành phố' : `Cộng ${known} trên ${all} đơn vị`),
  unknown: (name: string) => `${name}: chưa có số liệu.`,
  incomplete: (name: string, asOf: string, systems: string) =>
    `${name}: số liệu chưa đầy đủ, đêm ${asOf} còn thiếu ${systems}.`,
  national: {
    on_time: 'Đúng hạn (QĐ 766)',
    online_payment: 'Thanh toán trực tuyến (QĐ 766)',
    digitization: 'Số hoá (QĐ 766)',
    reuse: 'Tái sử dụng (QĐ 766)',
    online: 'Trực tuyến (QĐ 766)',
  },
}
