import { withDetail } from './pieces.ts'
import type { Details, Sentences } from './pieces.ts'

/** Why a file is not read, or not yet; the details are those of the reader's reasons. */
export const fileReason = {
  retracted: (d: Details) => `đã rút lại${withDetail(' bởi', d['by'])}${withDetail(':', d['why'])}.`,
  link: () => 'đây là một liên kết, chương trình không đi theo. Đặt chính tệp ấy vào thư mục nhận tệp.',
  too_deep: () => 'thư mục nằm quá sâu. Đặt các tệp gần thư mục nhận tệp hơn.',
  unreadable: () => 'không mở được tệp này. Kiểm tra quyền đọc rồi chạy lại.',
  empty: () => 'tệp trống, cần một bảng có dòng tiêu đề. Kết xuất lại từ hệ thống nguồn.',
  pdf: () => 'đây là tệp PDF, cần một bảng. Kết xuất lại dưới dạng CSV UTF-8.',
  workbook: () =>
    'đây là tệp văn phòng thuộc loại chương trình không đọc (.xlsb, .ods, .docx), cần .xlsx hoặc CSV UTF-8. Mở bằng Excel rồi lưu thành .xlsx.',
  zip: () => 'đây là tệp nén, cần chính tệp kết xuất. Giải nén rồi đặt các tệp bên trong vào thư mục nhận tệp.',
  zip_in_zip: (d: Details) =>
    `trong tệp nén có tệp nén lồng quá hai lớp${withDetail(':', d['part'])}, chương trình không mở tiếp. Giải nén rồi đặt các tệp bên trong vào thư mục nhận tệp.`,
  empty_zip: () => 'tệp nén không có tệp nào bên trong, cần ít nhất một tệp kết xuất. Nén lại hoặc kết xuất lại.',
  locked_zip: (d: Details) =>
    `tệp nén có mật khẩu${withDetail(', ở tệp', d['part'])}, không mở được. Giải nén bằng mật khẩu rồi đặt các tệp bên trong vào thư mục nhận tệp.`,
  large_zip: (d: Details) =>
    `tệp nén chứa quá nhiều${withDetail(', ở phần', d['part'])}${withDetail('; nhiều nhất được', d['files'])}${d['files'] ? ' tệp' : ''}${withDetail('; nhiều nhất được', d['limit'])}${d['limit'] ? ' byte' : ''}; không mở để giữ an toàn cho máy. Giải nén rồi đặt các tệp bên trong vào thư mục nhận tệp.`,
  packing: (d: Details) =>
    `tệp nén theo cách chương trình không đọc được${withDetail(', ở tệp', d['part'])}, cần kiểu .zip thông thường (deflate). Giải nén rồi đặt các tệp bên trong vào thư mục nhận tệp.`,
  name_twice: (d: Details) =>
    `tệp nén có hai tệp cùng tên${withDetail(':', d['part'])}, không biết tệp nào đúng. Bỏ bớt một tệp rồi nén lại.`,
  several_files: (d: Details) =>
    `tệp nén có nhiều tệp${withDetail(':', d['files'])}, cần đúng một để in ra bảng. Giải nén rồi xem từng tệp.`,
  outside: (d: Details) =>
    `tệp nén có một đường dẫn chỉ ra ngoài nó${withDetail(':', d['part'])}, chương trình không mở. Xem lại tệp này từ đâu đến.`,
  damaged: (d: Details) =>
    `bảng tính hoặc tệp nén bị hỏng hay bị cắt cụt${withDetail(', ở phần', d['part'])}, không mở được. Chép hoặc kết xuất lại tệp.`,
  locked: () => 'tệp có mật khẩu, không mở được. Mở bằng Excel, bỏ mật khẩu rồi lưu lại thành .xlsx.',
  too_large: (d: Details) =>
    `tệp lớn quá mức${withDetail(' ở phần', d['part'])}${withDetail(', nhiều nhất là', d['limit'])}, không mở để giữ an toàn cho máy. Kết xuất lại dưới dạng CSV UTF-8.`,
  two_sheets: (d: Details) =>
    `nhiều hơn một trang tính có bảng của một hệ thống${withDetail(':', d['sheets'])}, cần đúng một. Lưu mỗi trang tính thành một tệp riêng.`,
  old_xls: () =>
    'đây là tệp .xls kiểu cũ (trước năm 2007), cần .xlsx hoặc CSV UTF-8. Mở bằng Excel rồi lưu thành .xlsx.',
  html: () =>
    'đây là một trang web (thường là trang đăng nhập) không có bảng nào của các hệ thống, cần một bảng. Đăng nhập lại hệ thống nguồn rồi kết xuất lại.',
  xml: () => 'đây là tệp XML không chứa bảng tính, cần một bảng. Kết xuất lại dưới dạng CSV UTF-8 hoặc .xlsx.',
  json: () => 'đây là tệp JSON, cần một bảng. Kết xuất lại dưới dạng CSV UTF-8.',
  binary: () => 'tệp không phải là văn bản, cần một bảng. Kết xuất lại dưới dạng CSV UTF-8.',
  endless_line: (d: Details) =>
    `có một dòng dài quá mức${withDetail(', dòng', d['line'])}, cần mỗi hồ sơ một dòng. Kết xuất lại dưới dạng CSV UTF-8.`,
  wrong_encoding: (d: Details) =>
    `có byte không đọc được theo bảng mã${withDetail('', d['encoding'])}${withDetail(', ở dòng', d['line'])}, cần UTF-8. Lưu lại dưới dạng CSV UTF-8.`,
  mojibake: (d: Details) =>
    `chữ đã bị mã hóa hai lần nhưng không phải ở mọi chỗ${withDetail(', không phải ở dòng', d['line'])}, cần UTF-8 từ đầu đến cuối. Kết xuất lại dưới dạng CSV UTF-8.`,
  unknown_header: (d: Details) =>
    `không hệ thống nào có dòng tiêu đề như tệp này${withDetail('; có', d['there'])}. Kiểm tra xem có đúng tệp kết xuất không; nếu mẫu mới thì báo người phát triển.`,
  no_ward: () =>
    'không rõ tệp của đơn vị nào: không mã hồ sơ, tên cơ quan hay tài khoản nào trong tệp là của một đơn vị trong cấu hình. Đặt tệp vào thư mục mang mã cơ quan của đơn vị, hoặc thêm đơn vị vào cấu hình.',
  several_wards: (d: Details) =>
    `tệp có hồ sơ của nhiều đơn vị${withDetail(':', d['units'])}. Kết xuất riêng từng đơn vị; nếu đúng là của một đơn vị thì đặt vào thư mục mang mã cơ quan của đơn vị ấy.`,
  two_claimants: (d: Details) =>
    `nhiều hơn một hệ thống nhận tệp này${withDetail(':', d['claimants'])}, cần đúng một. Báo người phát triển: các mẫu ấy cần được phân biệt.`,
  missing_column: (d: Details) =>
    `thiếu cột${withDetail('', d['sought'])}${withDetail('; dòng tiêu đề có', d['there'])}${withDetail('; gần nhất là', d['nearest'])}${withDetail('; còn thiếu cả', d['also'])}. Kết xuất lại đủ cột, hoặc báo người phát triển nếu cột đã đổi tên.`,
  column_twice: (d: Details) =>
    `có hai cột${withDetail('', d['column'])}, chỉ được một. Bỏ bớt một cột rồi kết xuất lại.`,
  torn: (d: Details) =>
    `dòng cuối${withDetail('', d['line'])} bị đứt giữa chừng, tệp chưa được chép hết. Chép hoặc kết xuất lại tệp.`,
  cut_short: (d: Details) =>
    `tệp thiếu quá nhiều dòng${withDetail(': có', d['read'])}${withDetail(', cần', d['stated'])}. Kết xuất lại trọn vẹn.`,
  cut_short_before: (d: Details) =>
    `danh sách ngắn hơn nhiều so với danh sách đã nhận trước đó của cùng kỳ${withDetail(': có', d['read'])}${withDetail(', trước đó', d['before'])}; danh sách trước vẫn được dùng. Kết xuất lại trọn vẹn; nếu đúng là ít như vậy thì kết xuất thêm một lần nữa, bản sau sẽ được nhận.`,
  too_many_rejects: (d: Details) =>
    `quá nhiều dòng không đọc được${withDetail(':', d['rejected'])}${withDetail(' trên', d['read'])}. Xem \`doisoat rejects\`, sửa ở hệ thống nguồn rồi kết xuất lại.`,
  not_ready: () => 'tệp còn đang được ghi. Sẽ đọc lại ở cuối lần chạy này, hoặc lần chạy sau.',
} satisfies Sentences

/** Why a row could not be read: `value` is the cell as it came, null where no cell is to blame. */
export const rejectReason = {
  missing_columns: (d: Details) =>
    `dòng này có ít ô hơn dòng tiêu đề${withDetail(': có', d['value'])}. Tìm chỗ ngắt dòng hoặc dấu phân cách bị mất, sửa ở hệ thống nguồn.`,
  extra_columns: (d: Details) =>
    `dòng này có nhiều ô hơn dòng tiêu đề${withDetail(': có', d['value'])}. Tìm dấu phân cách thừa trong một ô, sửa ở hệ thống nguồn.`,
  missing_value: () => 'ô trống, cần một giá trị. Điền ở hệ thống nguồn.',
  missing_code: () => 'không có mã hồ sơ. Điền mã ở hệ thống nguồn.',
  invalid_code: (d: Details) =>
    `có${withDetail('', d['value'])}, cần một mã hồ sơ như "H24.131-260126-0007". Sửa ở hệ thống nguồn.`,
  invalid_date: (d: Details) =>
    `có${withDetail('', d['value'])}, cần một ngày có thật, viết theo kiểu của hệ thống này. Sửa ở hệ thống nguồn.`,
  invalid_number: (d: Details) => `có${withDetail('', d['value'])}, cần một số nguyên. Sửa ở hệ thống nguồn.`,
  invalid_word: (d: Details) =>
    `có${withDetail('', d['value'])}, cần một trong các từ đã biết của cột này. Sửa ở hệ thống nguồn, hoặc báo người phát triển nếu là từ mới.`,
  unknown_status: (d: Details) =>
    `có${withDetail('', d['value'])}, cần một trạng thái đã biết của hệ thống này. Sửa ở hệ thống nguồn, hoặc báo người phát triển nếu là trạng thái mới.`,
  spreadsheet_damage: (d: Details) =>
    `có${withDetail('', d['value'])}: bảng tính đã làm mất chữ số, không khôi phục được. Kết xuất lại và không mở tệp bằng Excel.`,
  swallowed_lines: () =>
    'một dấu nháy kép mở ra mà không đóng đúng chỗ đã nuốt các dòng sau nó. Bỏ dấu nháy ấy ở hệ thống nguồn; các dòng khác đã được đọc riêng.',
} satisfies Sentences
