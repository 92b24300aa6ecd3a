import { fileReason } from './vi-reading.ts'
import type { Details } from './pieces.ts'
import { quoted } from './pieces.ts'

/** What `connector new` says of what it made. */
export const making = {
  written: 'Đã ghi:',
  changed: 'Đã thêm vào:',
  sampleOf: (rows: number) => `${rows} dòng, không có ai có thật`,
  head: ['Cột của tệp', 'Trường', 'Vì sao'],
  unsure: '?',
  undecided: 'chưa quyết định',
  unneeded: { row_number: 'số thứ tự', private: 'về một người, không cần', ignored: 'đã biết, không cần' },
  heading: {
    known: (systems: string) => `tên cột như ${systems}`,
    word: () => 'theo tên cột',
    none: () => 'theo các ô',
  },
  share: (such: number, filled: number) => (filled === 0 ? 'không ô nào có chữ' : `${such}/${filled} ô đúng kiểu`),
  or: (others: string) => `hay là ${others}?`,
  notThere: (fields: string) => `Không thấy cột nào cho: ${fields}.`,
  unknownWords: (heading: string, words: string) => `${quoted(heading)}: words.ts chưa có ${words}.`,
  read: (rows: number, rejected: number) =>
    `Cả tệp, đọc theo định dạng này: ${rows} dòng, ${rejected} dòng không đọc được.`,
  notRead:
    'Định dạng này chưa đọc được chính tệp ấy: tiêu đề chiếm nhiều hàng. Sửa các tên cột theo hàng cuối của tiêu đề.',
  decide: (count: number, file: string) => `Còn ${count} chỗ phải quyết định: tìm DECIDE trong ${file}.`,
  nextHeading: 'Tiếp theo:',
  next: {
    test: 'đọc tệp mẫu, ghi kết quả bên cạnh; xem rồi mới giữ',
    words: 'ghi tên mới vào bộ câu chữ',
    kit: 'thử hơn 200 cách viết khác của tệp mẫu',
  },
}

/** Why none was made. */
export const makingTrouble = {
  connector_name: {
    sentence: (d: { found: string }) =>
      `ID: có ${quoted(d.found)}, cần chữ thường không dấu, chữ số và gạch nối, ví dụ bokhcn-sangche.`,
    hint: 'Đặt mã khác rồi chạy lại.',
  },
  connector_taken: {
    sentence: (d: { id: string; label: string }) => `ID: ${quoted(d.id)} đã là mã của ${quoted(d.label)}.`,
    hint: '`doisoat connector list` liệt kê các mã đã có.',
  },
  connector_there: {
    sentence: (d: { file: string }) => `${d.file}: đã có tệp này, không ghi đè.`,
    hint: 'Dời tệp ấy đi hoặc đặt mã khác; chưa ghi gì cả.',
  },
  connector_unreadable: {
    sentence: (d: { file: string; reason: Details & { readonly id: string } }) =>
      `${d.file}: ${fileReason[d.reason.id as keyof typeof fileReason](d.reason)}`,
    hint: 'Chưa ghi gì cả.',
  },
  connector_headless: {
    sentence: (d: { file: string }) =>
      `${d.file}: không thấy một bảng có dòng tiêu đề từ ba cột trở lên và ít nhất một dòng dữ liệu ở dưới.`,
    hint: 'Kết xuất lại kèm dòng tiêu đề. `doisoat connector try` cho xem tệp được đọc thế nào.',
  },
  connector_known: {
    sentence: (d: { file: string; system: string }) =>
      `${d.file}: đây là tệp của ${quoted(d.system)}, hoặc giống đến mức không phân biệt được.`,
    hint: 'Nếu mẫu của hệ thống ấy đã đổi thì sửa định dạng đang có; nếu không, kết xuất đủ các cột.',
  },
  connector_sources: {
    sentence: (d: { file: string }) => `${d.file}: không có mã nguồn ở đây, hoặc danh sách trong đó đã viết khác đi.`,
    hint: 'Lập định dạng mới trong bản mã nguồn (git clone), không phải trong bản cài từ gói.',
  },
}
