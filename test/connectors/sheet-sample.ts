/** The smallest table that some connector reads: one row of the education ministry's list. */
export const headers = ['STT', 'Mã hồ sơ', 'Mã TTHC', 'Tên TTHC', 'Người nộp', 'Số định danh', 'Hình thức']
export const others = ['Ngày nhận', 'Ngày hẹn', 'Ngày kết quả', 'Mã trạng thái', 'Tài khoản tiếp nhận']
export const header = [...headers, ...others]
export const code = 'H24.131-260126-0007'
const rest = ['1.005144', 'Miễn học phí', 'Vũ Hà', '031084199313', 'TT', '2026-01-26', '2026-02-05', '', '4', 'ttpvhcc']
export const row: readonly string[] = ['1', code, ...rest]
