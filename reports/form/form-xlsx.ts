import { shown } from '../desk/desk.ts'
import { daysSheet } from './form-days.ts'
import { nationalSheet } from './form-national.ts'
import { proceduresSheet, systemsSheet } from './form-parts.ts'
import { formSheet } from './form-sheet.ts'
import { statementSheet } from './form-statement.ts'
import { paperSheet } from './paper-sheet.ts'
import type { PeriodReport } from '../period-report.ts'
import { workbookBytes } from '../workbook.ts'
import type { Words } from '../words.ts'

/**
 * Form II.06a/VPCP/KSTT of a period as a workbook (Thông tư 01/2020/TT-VPCP), the index of Quyết định 766/QĐ-TTg on its
 * second sheet, then what the form adds up from and how it agrees with the portal. The same value gives the same bytes.
 */
export function formXlsx(report: PeriodReport, words: Words): Promise<Uint8Array> {
  const sheets = [formSheet, nationalSheet, proceduresSheet, systemsSheet, daysSheet, statementSheet]
  const printed = sheets.map((sheet) => paperSheet(sheet(report, words)))
  const title = `${words.form.number} – ${shown(report.unit.name).slice(0, LONGEST_NAME)}`
  return workbookBytes(printed, title, report.asOf)
}

const LONGEST_NAME = 100 // in the properties of a file
