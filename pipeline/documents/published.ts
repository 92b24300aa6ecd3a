import { deskCsv } from '../../reports/desk/desk-csv.ts'
import { deskHtml } from '../../reports/desk/desk-html.ts'
import { deskXlsx } from '../../reports/desk/desk-xlsx.ts'
import { discrepancyCsv } from '../../reports/discrepancy-csv.ts'
import { nightHtml } from '../../reports/night-html.ts'
import type { NightReport } from '../../reports/night-report.ts'
import { overviewHtml } from '../../reports/overview/overview-html.ts'
import { formXlsx } from '../../reports/form/form-xlsx.ts'
import type { PeriodReport } from '../../reports/period-report.ts'
import { reportText } from '../../reports/letter/report-text.ts'
import { inJson } from '../../reports/screen.ts'
import { wordsIn } from '../../reports/words.ts'
import { statedMonth } from '../closing/closing.ts'
import type { Day } from '../day.ts'
import { type CountedReader, countedReader } from '../counted-reader.ts'
import { readDesk, readFound } from '../desk/desk-reader.ts'
import { openIn } from '../discrepancy-list.ts'
import type { Basis } from '../figures.ts'
import type { Office } from '../office.ts'
import { monthOf, type Period } from '../period.ts'
import type { PeriodFigures } from '../period-figures.ts'
import { nightReport } from './night-report.ts'
import { periodReport } from './period-report.ts'
import { statedPeriod } from '../summaries.ts'
import { reportDocument } from './report-document.ts'

/** A file of a published folder. The documents are in Vietnamese, whoever runs the program. */
export type Document = { readonly name: string; readonly content: string | Uint8Array }

/** What a folder is about: a period on one basis, or a night. */
export type Subject =
  | { readonly is: 'period'; readonly period: Period; readonly basis: Basis }
  | { readonly is: 'night'; readonly night: Day }

export const FIGURES = 'figures.json'
export const DISCREPANCIES = 'sai-lech.csv'

/** What a folder's `figures.json` says. */
export function figuresText(stated: Stated): string {
  return inJson(`${JSON.stringify(stated, null, 2)}\n`)
}

export type Stated = Readonly<Record<Basis, PeriodFigures>>

/**
 * A period's documents, as the database has them as of the office's night, its figures as they are stated; and the value
 * that they are made from.
 */
export async function periodDocuments(
  office: Office,
  stated: Stated,
  basis: Basis,
  reader: CountedReader = countedReader(office),
): Promise<{ readonly documents: Document[]; readonly report: PeriodReport }> {
  const words = wordsIn('vi')
  const { period } = stated[basis]
  const open = openIn(office, period)
  const report = await periodReport(office, period, basis, stated, reader, open)
  const documents = [
    { name: FIGURES, content: figuresText(stated) },
    { name: 'bao-cao.txt', content: `${reportText(stated[basis], words)}\n` },
    { name: 'bao-cao.docx', content: await reportDocument(report, office.config) },
    { name: 'bieu-II.06a.xlsx', content: await formXlsx(report, words) },
    { name: 'tong-hop.html', content: await overviewHtml(report, words) },
    { name: DISCREPANCIES, content: discrepancyCsv(open, words) },
  ]
  return { documents, report }
}

/** The night's: the desk's list as a workbook, a text and a page, and the night at a glance. */
export async function nightDocuments(office: Office): Promise<Document[]> {
  const words = wordsIn('vi')
  const tonight = readFound(office)
  const list = readDesk(office, tonight)
  const stated = monthStated(office)
  return [
    { name: 'ho-so-can-xu-ly.xlsx', content: await deskXlsx(list, words) },
    { name: 'ho-so-can-xu-ly.csv', content: deskCsv(list, words) },
    { name: 'ho-so-can-xu-ly.html', content: await deskHtml(list, words) },
    { name: 'doi-soat.html', content: await nightHtml(nightReport(office, stated, tonight.found, list), words) },
  ]
}

/** The night at a glance, as a value. */
export function readNightReport(office: Office): NightReport {
  const tonight = readFound(office)
  return nightReport(office, monthStated(office), tonight.found, readDesk(office, tonight))
}

function monthStated(office: Office): Stated {
  const month = monthOf(office.asOf, office.config.periods)
  return statedPeriod(office.store, office.unit, month.id) ?? statedMonth(office, month)
}
