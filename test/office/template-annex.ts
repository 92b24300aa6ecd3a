import { AlignmentType, type FileChild, LineRuleType, Paragraph } from 'docx'
import { type Cell, centred, repeated, row, rule, SIZE, table, text } from './template-pieces.ts'

const LINE = 257 // millimetres between the margins of a page that lies

/** The form II.06a/VPCP/KSTT by field, and the discrepancies by kind, on a page of their own that lies. */
export function annex(): FileChild[] {
  return [
    centred([text('Phụ lục', { bold: true })]),
    centred([text('KẾT QUẢ TIẾP NHẬN, GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH {Kỳ này}', { bold: true, allCaps: true })]),
    centred([text('({Kèm theo})', { italics: true })], { spacing: { after: 40 } }),
    rule(LINE, 70),
    heading('1. Tình hình, kết quả giải quyết thủ tục hành chính (Biểu số II.06a/VPCP/KSTT)'),
    unit(),
    table(formWidths, [...formHead(), fieldRow(), totalRow()]),
    new Paragraph({ spacing: { line: 120, lineRule: LineRuleType.EXACT } }),
    ...repeated('Các ghi chú', note('{Ghi chú}')),
    heading('2. Sai lệch số liệu và việc cần xử lý'),
    new Paragraph({ spacing: { after: 80 }, children: [text('{Nhận xét sai lệch}', { size: SIZE.head })] }),
    table(kindWidths, [kindHead(), kindRow()]),
  ]
}

const numbers = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13] as const
/** Columns (4) and (5) wide enough for their words in two and three lines, so that the notes stay with the table. */
const formWidths = [10, 58, ...numbers.map((each) => (each === 4 ? 22 : each === 5 ? 23 : 16))]
const kindWidths = [12, 165, 40, 40]

function formHead() {
  const top: Cell[] = [
    { words: 'STT', rows: 2 },
    { words: 'Lĩnh vực giải quyết', rows: 2 },
    { words: 'Số lượng hồ sơ tiếp nhận', columns: 4 },
    { words: 'Số lượng hồ sơ đã giải quyết', columns: 4 },
    { words: 'Số lượng hồ sơ đang giải quyết', columns: 3 },
  ]
  const below = [
    'Tổng số',
    'Trong kỳ: trực tuyến',
    'Trong kỳ: trực tiếp, bưu chính',
    'Từ kỳ trước',
    'Tổng số',
    'Trước hạn',
    'Đúng hạn',
    'Quá hạn',
    'Tổng số',
    'Trong hạn',
    'Quá hạn',
  ]
  const numbered = [1, 2, ...numbers].map((each): Cell => ({ words: `(${each})`, italics: true, bold: false }))
  return [
    row(top, true),
    row(
      below.map((words) => ({ words })),
      true,
    ),
    row(numbered, true),
  ]
}

function fieldRow() {
  const [first, ...others] = numbers.map((each) => `{Cột ${each}}`)
  const last = others.pop()!
  return row([
    { words: '{#Các lĩnh vực}{STT}', at: 'center' },
    { words: '{Lĩnh vực}' },
    ...[first!, ...others].map((words): Cell => ({ words, at: 'right' })),
    { words: `${last}{/Các lĩnh vực}`, at: 'right' },
  ])
}

function totalRow() {
  return row([
    { words: 'Tổng số', columns: 2, bold: true, at: 'center' },
    ...numbers.map((each): Cell => ({ words: `{Tổng ${each}}`, bold: true, at: 'right' })),
  ])
}

function kindHead() {
  return row(
    [{ words: 'STT' }, { words: 'Nội dung' }, { words: 'Số lượng' }, { words: 'Trong đó mới phát sinh' }],
    true,
  )
}

function kindRow() {
  return row([
    { words: '{#Các loại sai lệch}{STT}', at: 'center' },
    { words: '{Loại sai lệch}' },
    { words: '{Số lượng}', at: 'right' },
    { words: '{Mới phát sinh}{/Các loại sai lệch}', at: 'right' },
  ])
}

function heading(words: string): Paragraph {
  return new Paragraph({ keepNext: true, spacing: { before: 200, after: 60 }, children: [text(words, { bold: true })] })
}

function unit(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    keepNext: true,
    children: [text('Đơn vị tính: hồ sơ', { italics: true, size: SIZE.note })],
  })
}

function note(words: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    children: [text(words, { italics: true, size: SIZE.note })],
  })
}
