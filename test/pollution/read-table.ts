import { connectors } from '../../connectors/index.ts'
import { surveyTable } from '../../connectors/survey.ts'
import type { Survey, Surveying } from '../../connectors/survey-account.ts'
import type { Sizes } from '../../connectors/survey-sample.ts'
import { drain } from '../../pipeline/kit/connector-try.ts'
import { tableCsv } from '../../reports/table-csv.ts'
import { cut } from '../../connectors/table.ts'
import type { Rows } from './measure.ts'

/** A file as `connector try --csv` prints it, read back; null where it is no table. */
export function tableRead(bytes: Uint8Array): Rows | null {
  const survey = surveyTable(() => [bytes])
  return 'reason' in survey ? null : rowsOfCsv([...tableCsv(survey.header, survey.rows)].join(''))
}

/** What was found in a table, with all that stands in it. Throws where it is none. */
export function surveyed(file: string | Uint8Array | readonly Uint8Array[], sizes?: Sizes): Whole {
  const chunks = typeof file === 'string' ? [Buffer.from(file)] : file instanceof Uint8Array ? [file] : file
  const survey = surveyTable(() => chunks, connectors, sizes)
  if ('reason' in survey) throw new Error(JSON.stringify(survey))
  const rows: (readonly string[])[] = []
  const end = drain(survey.rows, (cells) => rows.push(cells))
  if ('reason' in end) throw new Error(JSON.stringify(end))
  return { ...end, header: survey.header, rows }
}

export type Whole = Omit<Survey, 'rows'> & Pick<Surveying, 'header'> & { readonly rows: Rows }

export function rowsOfCsv(csv: string): Rows {
  const text = csv
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .replace(/\n$/, '')
  return text === '' ? [] : cut(text, { delimiter: ',', quote: '"', escape: 'doubled' }).rows
}
