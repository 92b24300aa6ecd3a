import { listed, quoted } from './pieces.ts'
import type { List } from './pieces.ts'

/** What is wrong with a configuration of several wards, or with which of them is meant. */
export const unitsTrouble = {
  same_out: {
    sentence: (d: { folder: string; files: List }) =>
      `${d.folder}: ${listed(d.files)} cùng ghi kết quả vào thư mục này, tệp của đơn vị nọ sẽ đè lên của đơn vị kia.`,
    hint: 'Đặt cho mỗi đơn vị một thư mục out riêng.',
  },
  unit_needed: {
    sentence: (d: { units: List }) =>
      `Cấu hình có ${d.units.length} đơn vị, lệnh này làm việc với một đơn vị: ${listed(d.units.slice(0, 6))}${d.units.length > 6 ? ' …' : ''}.`,
    hint: 'Thêm --unit và mã cơ quan của đơn vị.',
  },
  unit_unknown: {
    sentence: (d: { found: string; known: List; nearest: string | null }) =>
      `Cấu hình không có đơn vị ${quoted(d.found)}${d.nearest === null ? `; có ${d.known.length} đơn vị: ${listed(d.known.slice(0, 6))}${d.known.length > 6 ? ' …' : ''}` : `; gần nhất là ${quoted(d.nearest)}`}.`,
    hint: 'Viết mã cơ quan (agencyCode) như trong cấu hình.',
  },
  unit_twice: {
    sentence: (d: { code: string; names: List }) => `Mã cơ quan ${d.code} được khai cho ${listed(d.names)}.`,
    hint: 'Mỗi đơn vị một mã cơ quan; bỏ bớt hoặc sửa lại trong units.',
  },
  units_missing: {
    sentence: (d: { folder: string }) => `${d.folder}: không có thư mục này, hoặc trong đó không có tệp .yaml nào.`,
    hint: 'units là một danh sách, hoặc một thư mục mà mỗi tệp .yaml trong đó là một đơn vị.',
  },
  wards_renamed: {
    sentence: (d: { file: string }) => `${d.file}: khoá wards nay tên là units.`,
    hint: 'Đổi tên khoá, nội dung giữ nguyên; tệp của phường nào không nói điều gì thì lấy theo tệp này.',
  },
  no_units: {
    sentence: (d: { file: string }) => `${d.file}: cấu hình này của một đơn vị, không phải của nhiều đơn vị.`,
    hint: 'Khai các đơn vị dưới khoá units, hoặc chỉ tệp cấu hình của thành phố bằng --config.',
  },
  shard_unknown: {
    sentence: (d: { found: string }) => `--shard: có ${quoted(d.found)}, cần hai số như 3/16, từ 1/16 đến 16/16.`,
    hint: 'Mỗi máy hoặc mỗi tác vụ một phần; đủ các phần là đủ các đơn vị.',
  },
}
