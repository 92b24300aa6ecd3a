/** Settings that are others than before, and what they alone moved. */
export const settings = {
  name: {
    configuration: 'tệp cấu hình',
    catalogue: 'danh mục thủ tục',
    calendar: 'lịch ngày nghỉ',
    program: 'phiên bản chương trình',
  },
  and: 'và',
  moved: (names: string, figures: number, discrepancies: number) =>
    `Khác với lần tính trước: ${names}. Riêng việc này, chưa kể các tệp mới, làm đổi ${figures} số liệu và ${discrepancies} sai lệch.`,
  movedNothing: (names: string) => `Khác với lần tính trước: ${names}; số liệu, sai lệch không đổi vì việc này.`,
  before: 'Trước',
  after: 'Nay',
  turned: ({ raised, over, retold }: { raised: number; over: number; retold: number }) =>
    `Sai lệch: ${raised} phát sinh, ${over} không còn, ${retold} đổi nội dung.`,
  move: (figure: string, before: string, after: string) => `${figure} ${before} → ${after}`,
  sinceNight: (night: string, names: string, moves: readonly string[]) =>
    `Từ đêm ${night}, do thay đổi ${names}, không phải do tệp mới: ${moves.join('; ')}.`,
  how: {
    raised: (names: string, night: string) => `phát sinh do thay đổi ${names}, đêm ${night}`,
    over: (names: string, night: string) => `không còn do thay đổi ${names}, đêm ${night}`,
    retold: (names: string, night: string) => `đổi nội dung do thay đổi ${names}, đêm ${night}`,
  },
}
