import { count, dayText } from '../format.ts'
import { across, knownFigures } from './form-head.ts'
import type { Look } from './paper-look.ts'
import type { PaperRow } from './paper-sheet.ts'
import type { FormCounts, PeriodReport } from '../period-report.ts'
import type { Words } from '../words.ts'

/** Columns (4) to (6), (8) to (10), (12) and (13). */
export const countedColumns: readonly (keyof FormCounts)[] = [
  'new_online',
  'new_direct',
  'carried_in',
  'early',
  'on_time',
  'overdue',
  'pending_in_time',
  'pending_overdue',
]

/** What stands below the form: what column (9) takes in, what is counted, and since when a closed period has moved. */
export function formNotes(report: PeriodReport, { form }: Pick<Words, 'form'>): string[] {
  const { note } = form
  return [
    note.heading,
    endedNote(report, note),
    note.channels,
    note.basis[report.basis],
    ...movedNotes(report, { form }),
  ]
}

/** Of a closed period: since when it stands, and what it would be now. */
export function movedNotes(report: PeriodReport, { form: { note } }: Pick<Words, 'form'>): string[] {
  const { closed } = report.stated[report.basis]
  return closed === undefined ? [] : [note.closed(dayText(closed.asOf)), ...movedNote(report, note)]
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
  const parts = [countedColumns.slice(0, 3), countedColumns.slice(3, 6), countedColumns.slice(6)]
  const now = parts.map((keys) => keys.reduce((sum, key) => sum + totalOf(report, key), 0))
  const stated = [figures.received_total, figures.resolved_total, figures.pending_total]
  return now.every((count, at) => count === stated[at]) ? [] : [note.moved(now, stated)]
}

function totalOf({ form }: PeriodReport, key: keyof FormCounts): number {
  return form.flatMap(({ fields }) => fields).reduce((sum, { counts }) => sum + counts[key], 0)
}

/** Who drew the form up at the left; place and day, and the head of the unit, at the right. */
export function signatureRows({ unit }: PeriodReport, { form }: Words): PaperRow[] {
  const row = (look: Look, left: string, right: string): PaperRow => ({
    cells: [across(look, left, 4), 3, across(look, right, 6)],
  })
  return [
    { cells: [] },
    row('italicCentred', '', form.signed(unit.name.replace(unitKind, ''))),
    row('strongCentred', form.preparer[0]!, form.head[0]!),
    row('italicCentred', form.preparer[1]!, form.head[1]!),
    { cells: [], height: 72 },
  ]
}

/** A place is called by its name alone, without what kind of unit it is. */
const unitKind = /^(?:phường|xã|thị trấn|đặc khu)\s+/iu
