import { type Survey, surveyTable } from '../../connectors/survey.ts'
import { tableCsv } from '../../reports/table-csv.ts'
import { cut } from '../../connectors/table.ts'
import type { Rows } from './measure.ts'

/** A file as `connector try --csv` prints it, read back; null where it is no table. */
export function tableRead(bytes: Uint8Array): Rows | null {
  const survey = surveyTable(() => [bytes])
  if ('reason' in survey) return null
  return rowsOfCsv(tableCsv(survey.header ? [survey.header, ...survey.rows] : survey.rows))
}

export function rowsOfCsv(csv: string): Rows {
  const text = csv
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .replace(/\n$/, '')
  return text === '' ? [] : cut(text, { delimiter: ',', quote: '"', escape: 'doubled' }).rows
}

/** What is found in a text that is a table. */
export function surveyed(text: string): Survey {
  const survey = surveyTable(() => [Buffer.from(text)])
  if ('reason' in survey) throw new Error(JSON.stringify(survey))
  return survey
}
