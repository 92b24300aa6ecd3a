import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AlignmentType, Document, Header, Packer, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx'
import { annex } from './template-annex.ts'
import { body, head, signature } from './template-letter.ts'
import { millimetres, SIZE } from './template-pieces.ts'
import { settled } from './settled.ts'

/**
 * The template that comes with the program, by Nghị định 30/2020/NĐ-CP: what an office edits in its word processor.
 * Run as a program, this writes it to reports/templates.
 */
export async function makeTemplate(): Promise<Uint8Array> {
  const document = new Document({
    title: 'Báo cáo',
    creator: 'doisoat',
    lastModifiedBy: 'doisoat',
    styles: {
      default: { document: { run: { font: 'Times New Roman', size: SIZE.body, language: { value: 'vi-VN' } } } },
    },
    sections: [
      { properties: page(20, 20, 30, 20), headers, children: [...head(), ...body(), ...signature()] },
      { properties: { ...page(20, 20, 20, 20, true) }, headers, children: annex() },
    ],
  })
  return settled(await Packer.toBuffer(document))
}

/** The number of the page in the middle of the top margin, but for the first. */
const headers = {
  first: new Header({ children: [new Paragraph({})] }),
  default: new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: SIZE.head })],
      }),
    ],
  }),
}

/** A4; margins in millimetres. An annex counts its own pages. */
function page(top: number, bottom: number, left: number, right: number, lying = false) {
  const [width, height] = [millimetres(210), millimetres(297)]
  return {
    titlePage: true,
    page: {
      size: { width, height, orientation: lying ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
      margin: {
        top: millimetres(top),
        bottom: millimetres(bottom),
        left: millimetres(left),
        right: millimetres(right),
        header: millimetres(10),
        footer: millimetres(10),
      },
      pageNumbers: { start: 1 },
    },
  }
}

if (import.meta.main)
  writeFileSync(join(import.meta.dirname, '../../reports/templates/bao-cao.docx'), await makeTemplate())
