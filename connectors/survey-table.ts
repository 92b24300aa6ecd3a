import type { Survey } from './survey.ts'
import type { Layout } from './survey-layout.ts'
import { filledIn } from './survey-lines.ts'
import type { Row } from './survey-rows.ts'

type Signs = 'encoding' | 'sheet' | 'otherSheets' | 'delimiter' | 'quote' | 'escape' | 'lineEnd'

/** What a survey says of a table whatever it was written with: its parts, its cells, what is odd about its rows. */
export function tableOf(layout: Layout, width: number, physical: number): Omit<Survey, Signs> {
  const { body } = layout
  const count = (rows: readonly Row[]) => rows.reduce((sum, row) => sum + row.lines, 0)
  return {
    header: layout.names,
    headerRows: layout.header.length,
    rows: body.map(({ cells }) => cells),
    width,
    lines: {
      physical,
      preamble: count(layout.preamble),
      header: count(layout.header),
      blank: count(layout.blank),
      data: count(body),
      footer: count(layout.footer),
    },
    ragged: body.flatMap(({ line, cells }) => (cells.length === width ? [] : [{ line, cells: cells.length }])),
    mended: body.flatMap(({ line, mended }) => (mended === null ? [] : [{ line, how: mended }])),
    sections: width < 3 ? [] : body.filter(({ cells }) => filledIn(cells).length === 1).map(({ line }) => line),
    rejects: body.flatMap(({ line, isOpen }) => (isOpen ? [{ line, reason: 'swallowed_lines' as const }] : [])),
    nextTable: layout.nextTable?.line ?? null,
  }
}
