import { annexOf } from './annex.ts'
import { dayText } from '../format.ts'
import type { Letter } from './letter.ts'
import type { PeriodReport } from '../period-report.ts'
import { type PeriodNames, periodNames } from '../period-names.ts'
import type { Filling } from './places.ts'
import { plainLine, plainParagraphs } from '../plain-text.ts'
import { reportText } from './report-text.ts'
import { routingText } from './section-two.ts'
import { filled } from './template.ts'
import type { Words } from '../words.ts'

/**
 * The report as the office signs it, by Nghị định 30/2020/NĐ-CP: bytes of a .docx, the same for the same values.
 * `template`: a .docx with the places of `places.ts`; throws TemplateError where it cannot be filled in.
 */
export function reportDocx(report: PeriodReport, letter: Letter, template: Uint8Array, words: Words): Uint8Array {
  return filled(template, fillingOf(report, letter, words))
}

/** What stands in each place of the template, all of it text. */
function fillingOf(report: PeriodReport, letter: Letter, words: Words): Filling {
  const names = periodNames(report.period)
  const centre = centreOf(report.unit)
  return {
    ...headOf(report, letter, names, centre),
    'Các nơi gửi': letter.addressees.length > 1 ? punctuated(letter.addressees).map((to) => ({ 'Nơi gửi': to })) : [],
    'Mở đầu': introOf(letter, names, centre),
    'Kỳ này': names.now,
    'Kỳ tới': names.next,
    'Các đoạn I.1': paragraphsOr(letter.tasks, dots),
    'Các đoạn I.2': paragraphsOr(reportText({ ...report.stated[report.basis], period: report.period }, words), []),
    'Các đoạn II': paragraphsOr(
      `${routingText(report, plainLine(letter.businessOffice), words)}\n${letter.difficulties}`,
      [],
    ),
    'Các đoạn III': paragraphsOr(letter.plans, dots),
    'Lời kết': `Trên đây là báo cáo ${names.title.replace(/^K/, 'k')} của ${centre}`,
    'Các nơi nhận': punctuated(letter.recipients).map((to) => ({ 'Nơi nhận': to })),
    'Các chức vụ': letter.signature.map((line) => ({ 'Chức vụ': plainLine(line) })),
    'Người ký': plainLine(letter.signer),
    ...annexOf(report, words),
  }
}

type Head =
  | 'Cơ quan chủ quản'
  | 'Trung tâm viết hoa'
  | 'Số, ký hiệu'
  | 'Địa danh, ngày tháng'
  | 'Trích yếu'
  | 'Thời gian'

function headOf(
  { unit, period }: PeriodReport,
  letter: Letter,
  { title }: PeriodNames,
  centre: string,
): Pick<Filling, Head | 'Kính gửi' | 'Kèm theo'> {
  const number = `${blank}/${plainLine(letter.symbol)}`
  const day = letter.day === null ? blankDay(period.to) : writtenDay(letter.day)
  return {
    'Cơ quan chủ quản': `UBND ${inCapitals(unit.name)}`,
    'Trung tâm viết hoa': inCapitals(centre),
    'Số, ký hiệu': number,
    'Địa danh, ngày tháng': `${plainLine(letter.place)}, ${day}`,
    'Trích yếu': title,
    'Thời gian': `Tính từ ngày ${dayText(period.from)} đến ngày ${dayText(period.to)}`,
    'Kính gửi': letter.addressees.length === 1 ? plainLine(letter.addressees[0]!) : '',
    'Kèm theo': `Kèm theo Báo cáo số ${number} ${day} của ${centre}`,
  }
}

const blank = '\u00A0'.repeat(6)

/** As the decree has it: days below ten, and the months 1 and 2, with a zero. */
function writtenDay(day: string): string {
  const month = Number(day.slice(5, 7))
  return `ngày ${day.slice(8, 10)} tháng ${month < 3 ? `0${month}` : month} năm ${day.slice(0, 4)}`
}

/** For who signs to fill in. A report is signed after its period: one that ends with a year, in the next. */
function blankDay(to: string): string {
  const year = Number(to.slice(0, 4)) + (to.endsWith('-12-31') ? 1 : 0)
  return `ngày ${blank} tháng ${blank} năm ${year}`
}

/** In running text the Centre goes without the ward that it belongs to. */
function centreOf({ centre, name }: PeriodReport['unit']): string {
  const [whole, ward] = [plainLine(centre), plainLine(name)]
  return whole.endsWith(` ${ward}`) ? whole.slice(0, -ward.length).trim() : whole
}

function introOf({ intro }: Letter, { now }: PeriodNames, centre: string): string {
  const basis = plainLine(intro)
  if (basis === '')
    return `Thực hiện chế độ báo cáo định kỳ, ${centre} báo cáo kết quả thực hiện nhiệm vụ ${now} cụ thể như sau:`
  return `${basis} ${centre} báo cáo kết quả thực hiện cụ thể như sau:`
}

/** A line of dots where somebody has yet to write. */
const dots = ['…'.repeat(28)]

function paragraphsOr(text: string, otherwise: readonly string[]): { readonly Đoạn: string }[] {
  const there = plainParagraphs(text)
  return (there.length === 0 ? otherwise : there).map((each) => ({ Đoạn: each }))
}

/** Each ends with a semicolon, the last with a full stop. */
function punctuated(lines: readonly string[]): string[] {
  return lines.map(
    (line, at) => `${plainLine(line).replace(/(?<![;.,])[;.,]+$/, '')}${at === lines.length - 1 ? '.' : ';'}`,
  )
}

function inCapitals(text: string): string {
  return plainLine(text).toLocaleUpperCase('vi')
}
