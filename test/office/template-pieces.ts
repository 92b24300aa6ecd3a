import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'

/** Sizes of letters in half points. */
export const SIZE = { body: 28, head: 26, country: 24, recipients: 22, note: 24, table: 24 } as const

export function millimetres(length: number): number {
  return Math.round((length * 1440) / 25.4)
}

export function text(words: string, options: IRunOptions = {}): TextRun {
  return new TextRun({ text: words, ...options })
}

export function centred(children: readonly ParagraphChild[], options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [...children], ...options })
}

/** A paragraph of the body: justified, its first line indented. */
export function paragraph(children: readonly ParagraphChild[], options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: millimetres(12.7) },
    spacing: { before: 80, after: 80, line: 264, lineRule: LineRuleType.AUTO },
    children: [...children],
    ...options,
  })
}

/** A rule of some length below what is above it; lengths in millimetres. */
export function rule(within: number, length: number): Paragraph {
  const side = millimetres((within - length) / 2)
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 40, after: 0, line: 40, lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    children: [text('', { size: 2 })],
  })
}

/** The rows of a list: the paragraphs that open and close it vanish. */
export function repeated(list: string, row: Paragraph): Paragraph[] {
  return [mark(`{#${list}}`), row, mark(`{/${list}}`)]
}

function mark(tag: string): Paragraph {
  return new Paragraph({ children: [text(tag, { color: '7F7F7F' })] })
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }

/** Columns side by side, without borders, in one row or more; widths in millimetres. */
export function sideBySide(widths: readonly number[], rows: readonly (readonly (readonly Paragraph[])[])[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: millimetres(sum(widths)), type: WidthType.DXA },
    columnWidths: widths.map(millimetres),
    borders: noBorders,
    rows: rows.map(
      (cells) => new TableRow({ cantSplit: true, children: cells.map((children, at) => bare(children, widths[at]!)) }),
    ),
  })
}

function bare(children: readonly Paragraph[], width: number): TableCell {
  return new TableCell({ width: { size: millimetres(width), type: WidthType.DXA }, margins, children: [...children] })
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0)
}

const margins = { left: 0, right: 0, top: 0, bottom: 0 }

export type Cell = {
  readonly words: string
  readonly bold?: boolean
  readonly italics?: boolean
  readonly at?: 'left' | 'center' | 'right'
  readonly columns?: number
  readonly rows?: number
}

/** A row of a table with borders; `header`: said again on each page. */
export function row(cells: readonly Cell[], header = false): TableRow {
  return new TableRow({
    tableHeader: header,
    cantSplit: true,
    children: cells.map(
      ({ words, bold = header, italics = false, at = header ? 'center' : 'left', columns = 1, rows = 1 }) => {
        return new TableCell({
          columnSpan: columns,
          rowSpan: rows,
          verticalAlign: VerticalAlignTable.CENTER,
          margins: { left: 85, right: 85, top: 30, bottom: 30 },
          children: [new Paragraph({ alignment: at, children: [text(words, { bold, italics, size: SIZE.table })] })],
        })
      },
    ),
  })
}

/** A table with borders; widths of its columns in millimetres. */
export function table(widths: readonly number[], rows: readonly TableRow[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: millimetres(sum(widths)), type: WidthType.DXA },
    columnWidths: widths.map(millimetres),
    alignment: AlignmentType.CENTER,
    rows: [...rows],
  })
}
