import { count, dayText } from './format.ts'
import { footerOf, headCell, incompleteRows, knownFigures, noteRows, periodLines, rowOf } from './form-head.ts'
import { type Ledger, ledgerRows } from './ledger.ts'
import type { Look } from './paper-look.ts'
import type { PaperCell, PaperRow, PaperSheet } from './paper-sheet.ts'
import type { FormCounts, FormGroup, PeriodReport } from './period-report.ts'
import type { Words } from './words.ts'

const COLUMNS = 13

/**
 * Form II.06a/VPCP/KSTT as it is printed and signed (Thông tư 01/2020/TT-VPCP): the fields of each ministry under its
 * own sum, a total, the note on what column (9) takes in, two signatures.
 */
export function formSheet(report: PeriodReport, words: Words): PaperSheet {
  const { form } = words
  const above = [...titleRows(report, words), ...incompleteRows(report, COLUMNS, words), measureRow(words)]
  const head = [...above, ...headRows(words)]
  return {
    name: form.sheet.form,
    orientation: 'landscape',
    widths: [6, 38, ...Array.from({ length: 11 }, () => 10)],
    head: [above.length + 1, head.length],
    frozen: 2,
    rows: [
      ...head,
      ...ledgerRows(ledgerOf(report, words), head.length + 1),
      ...noteRows(notesOf(report, words), COLUMNS),
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

/** Three rows of heads, and the row of the columns' numbers. */
function headRows({ form: { column } }: Words): PaperRow[] {
  const two = { down: 2 }
  return [
    rowOf(
      headCell(column.number, { down: 3 }),
      headCell(column.field, { down: 3 }),
      headCell(column.received, { across: 4 }),
      headCell(column.resolved, { across: 4 }),
      headCell(column.pending, { across: 3 }),
    ),
    {
      cells: [
        2,
        headCell(column.all, two),
        headCell(column.within, { across: 2 }),
        headCell(column.carriedIn, two),
        ...[column.all, column.early, column.onTime, column.overdue].map((name) => headCell(name, two)),
        ...[column.all, column.inTime, column.overdue].map((name) => headCell(name, two)),
      ],
    },
    { cells: [3, headCell(column.online), headCell(column.direct)], height: 48 },
    rowOf(...columnNumbers.map((value): PaperCell => ({ look: 'columnNumber', value }))),
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
const adds = [3, 0, 0, 0, 3, 0, 0, 0, 2, 0, 0]

function ledgerOf(report: PeriodReport, words: Words): Ledger {
  const { form } = words
  const groups = report.form.map((group) => groupOf(group, words))
  return { labels: 2, adds, groups: knownFigures(report) === null ? null : groups, total: form.total, none: form.none }
}

function groupOf({ ministry, fields }: FormGroup, { form }: Words): NonNullable<Ledger['groups']>[number] {
  const inFull: Readonly<Record<string, string>> = form.ministry
  return {
    title: ministry === '' ? form.noMinistry : (inFull[ministry] ?? ministry),
    lines: fields.map(({ name, counts }, at) => ({
      labels: [
        { look: 'middle', value: at + 1 },
        { look: 'name', value: name === '' ? form.noField : name },
      ],
      counts: counted.map((key) => counts[key]),
    })),
  }
}

/** Columns (4) to (6), (8) to (10), (12) and (13). */
const counted: readonly (keyof FormCounts)[] = [
  'new_online',
  'new_direct',
  'carried_in',
  'early',
  'on_time',
  'overdue',
  'pending_in_time',
  'pending_overdue',
]

function notesOf(report: PeriodReport, { form }: Words): string[] {
  const { note } = form
  const { closed } = report.stated[report.basis]
  return [
    note.heading,
    endedNote(report, note),
    note.channels,
    note.basis[report.basis],
    ...(closed === undefined ? [] : [note.closed(dayText(closed.asOf)), ...movedNote(report, note)]),
  ]
}

/** What became of those that the form has no column for. */
function endedNote(report: PeriodReport, note: Words['form']['note']): string {
  if (knownFigures(report) === null) return note.unknownEnded
  const [refused, withdrawn] = [totalOf(report, 'refused'), totalOf(report, 'withdrawn')]
  return refused + withdrawn === 0 ? note.noneEnded : note.ended(count(refused), count(withdrawn))
}

/** The rows are counted now: where a period was closed with other figures, the form says so. */
function movedNote(report: PeriodReport, note: Words['form']['note']): string[] {
  const figures = knownFigures(report)
  if (figures === null) return []
  const parts = [counted.slice(0, 3), counted.slice(3, 6), counted.slice(6)]
  const now = parts.map((keys) => keys.reduce((sum, key) => sum + totalOf(report, key), 0)).join(', ')
  const stated = [figures.received_total, figures.resolved_total, figures.pending_total].join(', ')
  return now === stated ? [] : [note.moved(now, stated)]
}

function totalOf({ form }: PeriodReport, key: keyof FormCounts): number {
  return form.flatMap(({ fields }) => fields).reduce((sum, { counts }) => sum + counts[key], 0)
}

/** Who drew the form up at the left; place and day, and the head of the unit, at the right. */
function signatureRows({ unit }: PeriodReport, { form }: Words): PaperRow[] {
  const row = (look: Look, left: string, right: string): PaperRow => ({
    cells: [across(look, left, 4), 3, across(look, right, 6)],
  })
  return [
    { cells: [COLUMNS] },
    row('italicCentred', '', form.signed(unit.name.replace(unitKind, ''))),
    row('strongCentred', form.preparer[0]!, form.head[0]!),
    row('italicCentred', form.preparer[1]!, form.head[1]!),
    { cells: [COLUMNS], height: 72 },
  ]
}

/** A place is called by its name alone, without what kind of unit it is. */
const unitKind = /^(?:phường|xã|thị trấn|đặc khu)\s+/iu

function across(look: Look, value: string, columns: number): PaperCell {
  return { look, value, across: columns }
}
