import type { Reason } from '../connectors/reading.ts'
import { initials, lastThree } from '../reports/format.ts'

/**
 * A cell that stands where nobody's name belongs, for a screen or a list: a row that was shifted by one, or a list
 * without a header, has names and numbers under any heading. What reads as one is masked as it is everywhere else.
 */
export function masked(text: string): string {
  return text
    .normalize('NFC')
    .replace(SPACED, lastThree)
    .replace(NUMBER, lastThree)
    .replace(NAME, (name) => (NO_NAME.test(name) ? name : initials(name)))
}

/** The same of everything that the reason of a file says. */
export function maskedReason(reason: Reason): Reason {
  const value = (said: Reason[string]): Reason[string] =>
    typeof said === 'number' ? said : typeof said === 'string' ? masked(said) : said.map(masked)
  return Object.fromEntries(
    Object.entries(reason).map(([name, said]) => [name, name === 'id' ? said : value(said)]),
  ) as Reason
}

// citizens' numbers old and new, also without their zero; telephones; not days, times, sums or codes
const NUMBER = /(?<![\d.,-])(?:\d{9}|\d{11}|0\d{9}|0\d{11}|\d[.,]\d{8,}E\+?\d+)(?![\d.,-])/gi
const SPACED = /(?<![\d.,-])(?!\d\d?\.\d\d?\.\d{4})0\d(?:[ .]?\d){7,10}(?![\d.,-])/g

const families =
  'Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đào|Đinh|Lương|Tạ|Mai|Trịnh|Đoàn|Vương|Hà|Cao|Chu|Tô|Lâm|Phùng|Quách|Nguyen|Tran|Pham|Hoang|Huynh|Phan|Dang|Bui'
const NAME = new RegExp(
  `(?<![\\p{L}\\p{M}\\d])(?:${families}|${families.toUpperCase()})(?: (?:\\p{Lu}\\p{Ll}{1,6}|\\p{Lu}{1,7})(?![\\p{L}\\p{M}])){1,5}`,
  'gu',
)
const NO_NAME = /^(?:hồ sơ|lý do|dương lịch)(?![\p{L}\p{M}])/iu
