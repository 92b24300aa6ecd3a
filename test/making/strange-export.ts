/** An export of a ministry that does not exist, with people who do not exist either: what is private in it is listed. */
export const headings = ['TT', 'Mã hồ sơ DVC', 'Số tiếp nhận', 'MA_TTHC', 'Tên TTHC', 'Người làm đơn', 'Số định danh/Hộ chiếu', 'Ngày sinh', 'SĐT liên hệ', 'Địa chỉ', 'Hình thức nộp', 'Ngày nộp đơn', 'Thời gian tiếp nhận', 'Hạn trả', 'Ngày cấp bằng', 'Ngày trả KQ', 'Tình trạng xử lý', 'Lệ phí (đồng)', 'Cán bộ thụ lý', 'Tài khoản', 'Mức độ', 'Đại diện "A/B"', "Ghi chú của 'một cửa'"] // prettier-ignore

const families = ['Khuất', 'Doãn', 'Thân', 'Viên', 'Ninh', 'Sầm', 'Lường', 'Cà']
const given = ['Kiều Oanh', 'Bảo Trâm', 'Quang Vinh', 'Tường Vi', 'Gia Bách', 'Thục Quyên', 'Nhã Uyên']
const states = ['Đang xử lý', 'Đã trả kết quả', 'Đã phê duyệt', 'Chờ Hội đồng họp', 'Đang xử lý', 'Đã trả kết quả']
const streets = ['Lạch Tray', 'Tô Hiệu', 'Cát Cụt']

type Person = Readonly<Record<'name' | 'identity' | 'born' | 'phone' | 'address' | 'officer' | 'account' | 'agent' | 'note', string>> // prettier-ignore

/** Of twenty-four dossiers; every family twice, once with each of two names. */
const people: readonly Person[] = Array.from({ length: 24 }, (_, i) => ({
  name: `${families[i % 8]} ${given[i % 7]}`,
  identity: `0311${String(73_914_207 + i * 10_351)}`,
  born: `${String((i % 27) + 1).padStart(2, '0')}/07/19${61 + i}`,
  phone: `0987${String(612_345 + i * 991)}`,
  address: `Số ${i + 11} phố ${streets[i % 3]}, tổ dân phố ${i + 3}`,
  officer: `Đèo ${given[(i + 3) % 5]}`,
  account: `deo.${['oanh', 'tram', 'vinh'][i % 3]}.xyz`,
  agent: i % 4 === 0 ? `Luật sư Ngân Hạnh ${i}` : '',
  note: i % 5 === 0 ? `gọi lại cho bà ${families[i % 8]}` : '',
}))

export const secrets: readonly string[] = [...new Set(people.flatMap((one) => Object.values(one)))].filter(Boolean)
export const codes: readonly string[] = people.map((_, i) => codeOf(i))

function codeOf(i: number): string {
  return `H24.131-2601${String((i % 12) + 15)}-${String(7_113 + i * 13)}`
}

function cellsOf(one: Person, i: number): readonly string[] {
  const day = String((i % 12) + 15)
  const state = states[i % states.length]!
  const isOver = state.startsWith('Đã')
  const work = i % 3 === 0 ? `Cấp lại bằng cho ${one.name}` : ['Cấp bằng', 'Gia hạn bằng'][i % 2]!
  const when = [`${day}/01/2026 08:15:${i + 10}`, `${day}/01/2026 09:${i + 10}:11`, `${(i % 9) + 10}/02/2026`]
  const over = isOver ? [`0${(i % 9) + 1}/02/2026`, `0${(i % 9) + 1}/02/2026`] : ['', '']
  const fee = i % 3 === 0 ? '' : '150.000'
  return [String(i + 1), codeOf(i), `SC-2026/${3_217 + i}`, '2.001234', work, one.name, one.identity, one.born, one.phone, one.address, i % 2 === 0 ? 'Trực tuyến' : 'Trực tiếp', ...when, ...over, state, fee, one.officer, one.account, 'Toàn trình', one.agent, one.note] // prettier-ignore
}

/** Cells under the headings, then as a text with a title, semicolons and a total. */
export const rows: readonly (readonly string[])[] = people.map(cellsOf)
export const text = [
  'BỘ SÁNG CHẾ',
  'Từ ngày 17/01/2026 đến ngày 13/02/2026',
  ...[headings, ...rows].map((cells) => cells.map(inQuotes).join(';')),
  `Tổng cộng: ${rows.length} hồ sơ`,
  'Người lập: Khuất Kiều Oanh',
  '',
].join('\n')

function inQuotes(cell: string): string {
  return /["';]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
