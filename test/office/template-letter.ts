import { AlignmentType, type FileChild, LineRuleType, Paragraph } from 'docx'
import { centred, paragraph, repeated, rule, SIZE, sideBySide, text } from './template-pieces.ts'

const LINE = 160 // millimetres between the margins
const [LEFT, RIGHT] = [64, 96]

/** Agency and number at the left; the country, place and date at the right, wide enough for one line; title; addressees. */
export function head(): FileChild[] {
  const agency = [
    centred([text('{Cơ quan chủ quản}', { size: SIZE.head })]),
    centred([text('{Trung tâm viết hoa}', { size: SIZE.head, bold: true })]),
    rule(LEFT, 26),
  ]
  const country = [
    centred([text('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: SIZE.country, bold: true })]),
    centred([text('Độc lập - Tự do - Hạnh phúc', { size: SIZE.head, bold: true })]),
    rule(RIGHT, 56),
  ]
  const number = centred([text('Số: {Số, ký hiệu}', { size: SIZE.head })], { spacing: { before: 80 } })
  const day = centred([text('{Địa danh, ngày tháng}', { size: SIZE.head, italics: true })], { spacing: { before: 80 } })
  return [
    sideBySide(
      [LEFT, RIGHT],
      [
        [agency, country],
        [[number], [day]],
      ],
    ),
    centred([text('BÁO CÁO', { bold: true })], { spacing: { before: 360 } }),
    centred([text('{Trích yếu}', { bold: true })], { indent: { left: 1100, right: 1100 } }),
    centred([text('({Thời gian})', { italics: true })], { spacing: { after: 40 } }),
    rule(LINE, 60),
    new Paragraph({
      indent: { left: 1900 },
      spacing: { before: 240, after: 60 },
      children: [text('Kính gửi: {Kính gửi}')],
    }),
    ...repeated('Các nơi gửi', new Paragraph({ indent: { left: 2900 }, children: [text('- {Nơi gửi}')] })),
    new Paragraph({ spacing: { before: 0, after: 0, line: 160, lineRule: LineRuleType.EXACT } }),
  ]
}

/** The three sections, and the sentence that ends the report. */
export function body(): FileChild[] {
  return [
    paragraph([text('{Mở đầu}')]),
    heading('I. Kết quả thực hiện nhiệm vụ {Kỳ này}'),
    heading('1. Các nhiệm vụ đã triển khai'),
    ...paragraphs('Các đoạn I.1'),
    heading('2. Về kết quả tiếp nhận, trả kết quả giải quyết TTHC'),
    ...paragraphs('Các đoạn I.2'),
    heading('II. Khó khăn, tồn tại'),
    ...paragraphs('Các đoạn II'),
    heading('III. Phương hướng, nhiệm vụ {Kỳ tới}'),
    ...paragraphs('Các đoạn III'),
    paragraph([text('(Số liệu chi tiết tại Phụ lục kèm theo)', { italics: true })]),
    paragraph([text('{Lời kết}./.')], { keepNext: true, keepLines: true }),
  ]
}

function heading(words: string): Paragraph {
  return paragraph([text(words, { bold: true })], { keepNext: true })
}

function paragraphs(list: string): Paragraph[] {
  return repeated(list, paragraph([text('{Đoạn}')]))
}

/** Recipients at the left, who signs at the right, on one page. */
export function signature(): FileChild[] {
  const recipients = [
    new Paragraph({ children: [text('Nơi nhận:', { bold: true, italics: true, size: 24 })] }),
    ...repeated('Các nơi nhận', new Paragraph({ children: [text('- {Nơi nhận}', { size: SIZE.recipients })] })),
  ]
  const signer = [
    ...repeated('Các chức vụ', centred([text('{Chức vụ}', { bold: true })])),
    ...Array.from({ length: 4 }, () => new Paragraph({ alignment: AlignmentType.CENTER })),
    centred([text('{Người ký}', { bold: true })]),
  ]
  return [
    new Paragraph({ keepNext: true, spacing: { line: 160, lineRule: LineRuleType.EXACT } }),
    sideBySide([80, 80], [[recipients, signer]]),
  ]
}
