import { fewOf, quoted } from './pieces.ts'
import type { ConfigProblem, List } from './pieces.ts'

export function config(d: ConfigProblem): string {
  const more = d.others.length === 0 ? '' : ` Còn ${d.others.length} chỗ khác: ${fewOf(d.others)}.`
  return `${d.file}:${d.line}:${d.column}: ${problems[d.problem](d)}${more}`
}

const problems: Readonly<Record<ConfigProblem['problem'], (d: ConfigProblem) => string>> = {
  not_yaml: (d) => `có ${quoted(d.found)}, cần ${expected.key}.`,
  key_twice: (d) => `khoá ${quoted(d.found)} có hai lần, chỉ được một.`,
  unknown_key: (d) =>
    `khoá ${quoted(d.found)} không có; ở đây có thể viết: ${d.choices.join(', ')}.${meant(d.nearest)}`,
  missing_key: (d) => `${d.path}: chưa có khoá này, cần ${need(d.expected)}.`,
  wrong_value: (d) =>
    `${at(d.path)}có ${quoted(d.found)}, cần ${need(d.expected)}${among(d.choices)}.${meant(d.nearest)}`,
  secret: (d) =>
    `${d.path}: mật khẩu, khoá bí mật không được viết trong tệp cấu hình, vì ai đọc được tệp cũng dùng được. Đặt vào biến môi trường: DOISOAT_SMTP_USER, DOISOAT_SMTP_PASSWORD cho thư; với địa chỉ thì cả địa chỉ vào một biến, ví dụ DOISOAT_WEBHOOK, và ở đây chỉ viết tên biến.`,
}

export function need(id: string): string {
  return new Map(Object.entries(expected)).get(id) ?? id
}

// the whole file has no path
function at(path: string): string {
  return path === '' ? '' : `${path}: `
}

function among(choices: List): string {
  return choices.length === 0 ? '' : `: ${choices.join(', ')}`
}

export function meant(nearest: string | null | undefined): string {
  return nearest ? ` Có phải ý là ${quoted(nearest)}?` : ''
}

/** What may stand somewhere, by the id under which a reader asks for it. */
export const expected = {
  text: 'một đoạn chữ',
  list: 'một danh sách, ví dụ [a, b]',
  group: 'một nhóm khoá, mỗi khoá một dòng thụt vào',
  day: 'một ngày có thật, viết như 2026-02-13',
  period_id: 'một kỳ, viết như 2026-02, 2026-Q1, 2026-H1, 2026-9M hoặc 2026',
  from_up_to_to: 'ngày from không sau ngày to',
  whole_number: 'một số nguyên từ 0 trở lên',
  years: 'một số năm từ 1 trở lên, hoặc bỏ khoá này: giữ mãi',
  share: 'một số từ 0 đến 1, ví dụ 0.05',
  accounts: 'các tài khoản, cách nhau bằng dấu phẩy',
  regime: 'nd09 hoặc calendar',
  agency_code: 'một mã cơ quan, viết như H24.131',
  choice: 'một trong các từ cho sẵn',
  mailbox: 'một địa chỉ thư, viết như truc@phuong.gov.vn',
  port: 'một số cổng từ 1 đến 65535',
  address: 'một địa chỉ như https://… hoặc tên một biến môi trường như DOISOAT_WEBHOOK',
  key: 'một khoá và giá trị của nó, viết như inbox: ./inbox',
  procedure_code: 'một mã thủ tục, viết như 1.004873',
  number_of_days: 'một số ngày, hoặc để trống',
  off_or_workday: 'off hoặc workday',
  announced_or_provisional: 'announced hoặc provisional',
  working_day_or_day: 'working_day, day, hoặc để trống',
}
