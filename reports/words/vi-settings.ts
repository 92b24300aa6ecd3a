/** Settings that are others than before, and what they alone moved. */
export const settings = {
  name: {
    configuration: 'tệp cấu hình',
    catalogue: 'danh mục thủ tục',
    calendar: 'lịch ngày nghỉ',
    program: 'phiên bản chương trình',
  },
  and: 'và',
  changed: (names: string) => `Khác với lần tính trước: ${names}. Riêng việc này, chưa kể các tệp mới, làm thay đổi:`,
  moved: (period: string, figure: string, basis: string, before: string, after: string) =>
    `  Kỳ ${period}, ${figure} (${basis}): ${before} → ${after}.`,
  turned: ({ raised, over, retold }: { raised: number; over: number; retold: number }) =>
    `  Sai lệch: ${raised} phát sinh, ${over} không còn, ${retold} đổi nội dung.`,
  nothing: '  Không chỉ tiêu, sai lệch nào.',
  figure: (night: string, figure: string, before: string, after: string, names: string) =>
    `${figure}: ${before} → ${after} từ đêm ${night} do thay đổi ${names}, không phải do tệp mới.`,
  how: {
    raised: (names: string, night: string) => `phát sinh do thay đổi ${names}, đêm ${night}`,
    over: (names: string, night: string) => `không còn do thay đổi ${names}, đêm ${night}`,
    retold: (names: string, night: string) => `đổi nội dung do thay đổi ${names}, đêm ${night}`,
  },
}
