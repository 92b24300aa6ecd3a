import { font, framed, solid } from '../sheet-look.ts'
import type { CellStyle } from '../workbook.ts'

/** How a cell of a printed sheet looks. */
export type Look = keyof typeof looks

type Font = NonNullable<CellStyle['font']>
type Side = 'left' | 'center' | 'right'
type Styled = CellStyle & { readonly font: Font }

const frame = framed('000000')
const shade = { fill: solid('F2F2F2') }
const bold = { bold: true }
const days = { numFmt: 'dd/mm/yyyy' }
const whole = { numFmt: '0' }
/** As in the report: two decimals, none where a rate is whole at its ends. */
const rates = { numFmt: '[=0]0%;[=1]0%;0.00%' }

export const looks = {
  plain: text('left'),
  strong: text('left', bold),
  strongCentred: text('center', bold),
  capitals: text('center', bold),
  title: text('center', { bold: true, size: 14 }),
  italic: text('left', { italic: true, size: 11 }),
  italicCentred: text('center', { italic: true }),
  italicRight: text('right', { italic: true }),
  notice: text('center', { bold: true, color: { rgb: 'C00000' } }),
  head: cell('center', bold),
  columnNumber: cell('center', { italic: true, size: 9 }),
  name: cell('left'),
  middle: cell('center'),
  faded: cell('center', {}, shade),
  day: cell('center', {}, days),
  fadedDay: cell('center', {}, { ...shade, ...days }),
  count: indented(cell('right', {}, whole)),
  percent: cell('center', {}, rates),
  groupMiddle: cell('center', bold, shade),
  groupName: cell('left', bold, shade),
  groupText: cell('left', {}, shade),
  groupCount: indented(cell('right', bold, { ...shade, ...whole })),
} as const satisfies Record<string, Styled>

/** Points that a line of this look takes. */
export function lineHeight(look: Look): number {
  return Math.ceil((fontOf(look).size ?? 11) * 1.35)
}

/** How wide its letters are, beside those of plain text: bold ones are wider, and heads are broken between words, or all capitals. */
export function wideness(look: Look): number {
  if (look === 'head' || look === 'capitals') return 1.3
  const { bold: isBold, size = 11 } = fontOf(look)
  return ((isBold === true ? 1.15 : 1) * size) / 11
}

function fontOf(look: Look): Font {
  return looks[look].font
}

function text(horizontal: Side, of: Font = {}): Styled {
  return { font: { name: font, size: 12, ...of }, alignment: { horizontal, vertical: 'center', wrapText: true } }
}

function cell(horizontal: Side, of: Font = {}, more: CellStyle = {}): Styled {
  return { ...text(horizontal, { size: 11, ...of }), border: frame, ...more }
}

/** A letter away from the frame; LibreOffice keeps that distance only where nothing may wrap. */
function indented(style: Styled): Styled {
  return { ...style, alignment: { horizontal: 'right', vertical: 'center', indent: 1 } }
}
