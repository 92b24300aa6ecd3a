import { headCell, noteRows } from '../form/form-head.ts'
import { countedColumns } from '../form/form-notes.ts'
import { formAdds, formGroup, formHeads } from '../form/form-sheet.ts'
import { ledgerRows } from '../form/ledger.ts'
import { type PaperSheet, paperSheet } from '../form/paper-sheet.ts'
import type { FormCounts, FormGroup } from '../period-report.ts'
import { workbookBytes } from '../workbook.ts'
import type { Words } from '../words.ts'
import type { CityReport } from './city-report.ts'
import { cityHead, cityNotes, cityPaper, lastNight, totalText, wardLabels } from './city-sheet.ts'

/** Form II.06a/VPCP/KSTT of a city: a row a ward, and on the second sheet a row a field, of all wards together. */
export function cityFormXlsx(report: CityReport, words: Words): Promise<Uint8Array> {
  const sheets = [byWard(report, words), byField(report, words)]
  return workbookBytes(sheets.map(paperSheet), `${words.form.number} – ${words.city.sheet.byField}`, lastNight(report))
}

/** What the form counts of some fields together, in the order of its columns; null where nothing is known. */
export function formCounts(groups: readonly FormGroup[]): number[] {
  const fields = groups.flatMap(({ fields: these }) => these)
  return countedColumns.map((key: keyof FormCounts) => fields.reduce((sum, { counts }) => sum + counts[key], 0))
}

function byWard(report: CityReport, words: Words): PaperSheet {
  const { city } = words
  const labels = [words.form.column.number, city.ward, city.asOf].map((name) => headCell(name, { down: 3 }))
  const lines = report.wards.map((ward, at) => {
    const { state } = ward
    const isKnown = state !== null && state.figures.received_total !== null
    return { labels: wardLabels(ward, at), counts: isKnown ? formCounts(state.form) : null }
  })
  return sheetOf(report, { name: city.sheet.byWard, labels, widths: [5, 34, 12], groups: [{ title: null, lines }] }, words) // prettier-ignore
}

function byField(report: CityReport, words: Words): PaperSheet {
  const { column } = words.form
  const labels = [column.number, column.field].map((name) => headCell(name, { down: 3 }))
  const groups = report.form.map((group) => formGroup(group, words))
  return sheetOf(report, { name: words.city.sheet.byField, labels, widths: [6, 46], groups }, words)
}

type Parts = {
  readonly name: string
  readonly labels: readonly ReturnType<typeof headCell>[]
  readonly widths: readonly number[]
  readonly groups: readonly ReturnType<typeof formGroup>[]
}

function sheetOf(report: CityReport, { name, labels, widths, groups }: Parts, words: Words): PaperSheet {
  const { city, form } = words
  const columns = labels.length + formAdds.length
  const above = cityHead(report, city.formTitle, columns, words)
  const head = [...above, ...formHeads(labels, words)]
  const isKnown = report.total.figures.received_total !== null
  const ledger = { labels: labels.length, adds: formAdds, groups: isKnown ? groups : null, total: totalText(report, words), none: form.none } // prettier-ignore
  return {
    ...cityPaper(report, words),
    name,
    widths: [...widths, ...formAdds.map(() => 10)],
    head: [above.length + 1, head.length],
    rows: [
      ...head,
      ...ledgerRows(ledger, head.length + 1),
      ...noteRows([form.note.channels, ...cityNotes(report, words)], columns),
    ],
  }
}
