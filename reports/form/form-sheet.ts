import { across, footerOf, headCell, incompleteRows, knownFigures, noteRows, periodLines, rowOf } from './form-head.ts'
import { countedColumns, formNotes, signatureRows } from './form-notes.ts'
import { type Ledger, ledgerRows } from './ledger.ts'
import type { PaperCell, PaperRow, PaperSheet } from './paper-sheet.ts'
import type { FormGroup, PeriodReport } from '../period-report.ts'
import type { Words } from '../words.ts'

const COLUMNS = 13

/**
 * Form II.06a/VPCP/KSTT as it is printed and signed (Thông tư 01/2020/TT-VPCP): the fields of each ministry under its
 * own sum, a total, the note on what column (9) takes in, two signatures.
 */
export function formSheet(report: PeriodReport, words: Words): PaperSheet {
  const { form } = words
  const above = [...titleRows(report, words), ...incompleteRows(report, COLUMNS, words), measureRow(words)]
  const labels = [form.column.number, form.column.field].map((name) => headCell(name, { down: 3 }))
  const head = [...above, ...formHeads(labels, words)]
  return {
    name: form.sheet.form,
    orientation: 'landscape',
    widths: [6, 38, ...Array.from({ length: 11 }, () => 10)],
    head: [above.length + 1, head.length],
    frozen: 2,
    rows: [
      ...head,
      ...ledgerRows(ledgerOf(report, words), head.length + 1),
      ...noteRows(formNotes(report, words), COLUMNS),
      ...signatureRows(report, words),
    ],
    footer: footerOf(report, words),
  }
}

/** The form's number at the left, its title in the middle, who reports to whom at the right. */
function titleRows(report: PeriodReport, words: Words): PaperRow[] {
  const { number, issued, formTitle, reporter, recipient, committee } = words.form
  const [period, span] = periodLines(report, words)
  const left = across('strong', number, 2)
  return [
    rowOf(left, across('capitals', formTitle[0]!, 7), across('plain', reporter, 4)),
    rowOf(
      across('italic', issued[0]!, 2),
      across('capitals', formTitle[1]!, 7),
      across('strong', report.unit.centre, 4),
    ),
    rowOf(across('italic', issued[1]!, 2), across('italicCentred', period, 7), across('plain', recipient, 4)),
    rowOf(across('plain', '', 2), across('italicCentred', span, 7), across('strong', committee(report.unit.name), 4)),
  ]
}

function measureRow({ form }: Words): PaperRow {
  return rowOf(across('italicRight', form.measure, COLUMNS))
}

/** Three rows of heads, and the row of the columns' numbers; `labels` stand before the counts, the number first. */
export function formHeads(labels: readonly PaperCell[], { form: { column } }: Words): PaperRow[] {
  const two = { down: 2 }
  const more = Array.from({ length: labels.length - 2 }, (): PaperCell => ({ look: 'columnNumber', value: '' }))
  const [first, second, ...counted] = columnNumbers.map((value): PaperCell => ({ look: 'columnNumber', value }))
  return [
    rowOf(
      ...labels,
      headCell(column.received, { across: 4 }),
      headCell(column.resolved, { across: 4 }),
      headCell(column.pending, { across: 3 }),
    ),
    {
      cells: [
        labels.length,
        headCell(column.all, two),
        headCell(column.within, { across: 2 }),
        headCell(column.carriedIn, two),
        ...[column.all, column.early, column.onTime, column.overdue].map((name) => headCell(name, two)),
        ...[column.all, column.inTime, column.overdue].map((name) => headCell(name, two)),
      ],
    },
    { cells: [labels.length + 1, headCell(column.online), headCell(column.direct)], height: 48 },
    rowOf(first!, second!, ...more, ...counted),
  ]
}

const columnNumbers = [
  '(1)',
  '(2)',
  '(3)=(4)\n+(5)+(6)',
  '(4)',
  '(5)',
  '(6)',
  '(7)=(8)\n+(9)+(10)',
  '(8)',
  '(9)',
  '(10)',
  '(11)=(12)\n+(13)',
  '(12)',
  '(13)',
]

/** Columns (3), (7) and (11) add up those that follow them. */
export const formAdds = [3, 0, 0, 0, 3, 0, 0, 0, 2, 0, 0]

function ledgerOf(report: PeriodReport, words: Words): Ledger {
  const { form } = words
  const groups = report.form.map((group) => formGroup(group, words))
  return {
    labels: 2,
    adds: formAdds,
    groups: knownFigures(report) === null ? null : groups,
    total: form.total,
    none: form.none,
  }
}

/** The fields of a ministry, numbered, under its name in full. */
export function formGroup({ ministry, fields }: FormGroup, { form }: Words): NonNullable<Ledger['groups']>[number] {
  const inFull = new Map(Object.entries(form.ministry))
  return {
    title: ministry === '' ? form.noMinistry : (inFull.get(ministry) ?? ministry),
    lines: fields.map(({ name, counts }, at) => ({
      labels: [
        { look: 'middle', value: at + 1 },
        { look: 'name', value: name === '' ? form.noField : name },
      ],
      counts: countedColumns.map((key) => counts[key]),
    })),
  }
}
