import { expect, test } from 'vitest'
import { messageLines, type NightMessage } from '../../reports/night-message.ts'
import { wordsIn } from '../../reports/words.ts'

const none = { open: 0, acknowledged: 0, fresh: 0, again: 0, worse: 0, resolved: 0 }
const all: NightMessage = {
  state: 'incomplete',
  unit: 'phường Hưng Đạo',
  asOf: '2026-02-12',
  counts: { dossiers: 9, fresh: 2, worse: 1, acknowledged: 1, resolved: 3 },
  kinds: [
    { ...none, kind: 'missing_at_centre', open: 4, fresh: 2, again: 1 },
    { ...none, kind: 'overdue_pending', open: 5, fresh: 1, worse: 1, resolved: 3 },
  ],
  incomplete: ['trungtam', 'bocongthuong'],
  notTaken: [
    { system: 'botuphap-hotich', files: 1 },
    { system: null, files: 2 },
  ],
  broken: [{ period: '2026-02', basis: 'centre', identity: 'pending_by_due_day' }],
  settingsChanges: [
    {
      settings: ['catalogue'],
      figures: [{ period: '2026-02', basis: 'centre', figure: 'received_new', before: 3, after: 4 }],
      discrepancies: { raised: 1, over: 0, retold: 2 },
    },
  ],
  laterNight: '2026-02-13',
  missed: ['backup'],
}

test('a night on which everything happened tells all of it, and first what matters', () => {
  expect(messageLines(all, wordsIn('vi')).join('\n')).toBe(
    `doisoat phường Hưng Đạo, đêm 12/02/2026: 9 hồ sơ cần xử lý: 2 mới, 1 nặng hơn; 1 hồ sơ đã ghi nhận; 3 hồ sơ đã xử lý xong từ đêm trước.
Mới phát sinh:
- Chưa có trong sổ của Trung tâm: 2
- Đang giải quyết, đã quá hạn: 1
Phát sinh lại: Chưa có trong sổ của Trung tâm: 1
Nặng hơn đêm trước: Đang giải quyết, đã quá hạn: 1
Đã xử lý xong: Đang giải quyết, đã quá hạn: 3
Chưa gửi tệp, số liệu chưa đầy đủ:
- Sổ của Trung tâm
- Bộ Công Thương
Tệp không nhận (lý do: doisoat files):
- Hộ tịch (Bộ Tư pháp): 1
- không rõ của hệ thống nào: 2
Đẳng thức không đúng: kỳ 2026-02, Theo sổ của Trung tâm: Đang giải quyết = trong hạn + quá hạn
Khác với lần tính trước: danh mục thủ tục. Riêng việc này, chưa kể các tệp mới, làm đổi 1 số liệu và 3 sai lệch.
Sai lệch: 1 phát sinh, 0 không còn, 2 đổi nội dung.
Chưa làm được: sao lưu cơ sở dữ liệu
Đêm này được chạy sau đêm 13/02/2026; chạy lại doisoat nightly để trở về đêm mới nhất.
Trang của đêm, trong thư mục kết quả: nightly/2026-02-12/doi-soat.html`,
  )
  expect(messageLines(all, wordsIn('en')).length).toBe(messageLines(all, wordsIn('vi')).length)
})

test('a name with line ends or signs of a terminal stays within its line', () => {
  const [head] = messageLines({ ...all, unit: 'phường\r\nBcc: x@y.vn\u001b[2J' }, wordsIn('vi'))
  expect(head).toMatch(/^doisoat phường Bcc: x@y\.vn\[2J, đêm/)
})
