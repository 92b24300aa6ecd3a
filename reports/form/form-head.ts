import { dayText } from '../format.ts'
import type { Look } from './paper-look.ts'
import type { PaperCell, PaperRow, PaperSheet } from './paper-sheet.ts'
import { periodName } from '../period-names.ts'
import type { FigureValues, PeriodReport } from '../period-report.ts'
import type { Words } from '../words.ts'

type SheetId = Exclude<keyof Words['form']['sheet'], 'form'>

/** What stands above the table of a sheet: who reports, of what, of when, what is missing; all rows as wide as the table. */
export function sheetHead(id: SheetId, report: PeriodReport, columns: number, words: Words): PaperRow[] {
  const { form } = words
  return [
    rowOf(across('strong', report.unit.centre, columns)),
    rowOf(across('title', form.title[id], columns)),
    rowOf(across('italicCentred', periodLines(report, words).join(' ').trim(), columns)),
    ...incompleteRows(report, columns, words),
    rowOf(across('italicRight', form.measure, columns)),
  ]
}

/** `Kỳ báo cáo: tháng 02 năm 2026` and `(từ ngày 17/01/2026 đến ngày 13/02/2026)`; days of no such period in one. */
export function periodLines({ period: { id, from, to } }: PeriodReport, { form }: Words): readonly [string, string] {
  const name = periodName(id, form.periodName)
  const span = form.span(dayText(from), dayText(to))
  return name === null ? [form.period(span), ''] : [form.period(name), `(${span})`]
}

/** That a system sent nothing stands on the face of every sheet. */
export function incompleteRows(report: PeriodReport, columns: number, words: Words): PaperRow[] {
  const missing = report.stated[report.basis].incomplete.map((system) => words.system[system])
  if (missing.length === 0) return []
  return [rowOf(across('notice', words.form.incomplete(missing), columns))]
}

/** The figures as stated; null where the list that they are counted from was never handed over. */
export function knownFigures({ stated, basis }: PeriodReport): FigureValues | null {
  const { figures } = stated[basis]
  return figures.received_total === null ? null : figures
}

/** Notes below a table, after a blank row. */
export function noteRows(notes: readonly string[], columns: number): PaperRow[] {
  return [{ cells: [columns] }, ...notes.map((note) => rowOf(across('italic', note, columns)))]
}

export function footerOf({ unit, asOf }: PeriodReport, { form }: Words): PaperSheet['footer'] {
  return { left: form.footer(unit.centre, dayText(asOf)), right: form.page }
}

export function rowOf(...cells: readonly PaperCell[]): PaperRow {
  return { cells }
}

/** One cell over several columns. */
export function across(look: Look, value: string, columns: number): PaperCell {
  return { look, value, across: columns }
}

/** A cell of the head; `rest` says how many columns or rows it takes. */
export function headCell(value: string, rest: Pick<PaperCell, 'across' | 'down'> = {}): PaperCell {
  return { look: 'head', value, ...rest }
}
