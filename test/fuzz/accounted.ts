import { isDeepStrictEqual } from 'node:util'
import { surveyTable } from '../../connectors/survey.ts'
import { surveyed } from '../pollution/read-table.ts'
import { type Outcome, readAll } from '../../pipeline/kit/kit-reading.ts'

/**
 * What is wrong with how a file is read as an export: nothing, it is hoped. Where a size of chunks is given, it is read
 * in such pieces as well.
 */
export function wrongInReading(bytes: Uint8Array, chunkBytes: number | null): readonly string[] {
  const outcome = readAll(bytes)
  const isSame = chunkBytes === null || isDeepStrictEqual(readAll(bytes, chunkBytes), outcome)
  return [...wrongIn(outcome), ...(isSame ? [] : [`read otherwise in pieces of ${chunkBytes} bytes`])]
}

function wrongIn({ recognised, reads, end }: Outcome): readonly string[] {
  if (recognised.is !== 'export' || end === null || 'reason' in end) return []
  const lines = end.preamble + end.header + end.blank + end.data + end.footer
  const rejects = reads.filter((read) => read.is === 'reject')
  return named({
    'lines that are not accounted for': end.physical !== lines,
    'reads that are not counted': end.read !== reads.length || end.rejected !== rejects.length,
    'lines out of order': reads.some((read, i) => i > 0 && reads[i - 1]!.line >= read.line),
    'lines that are not there': reads.some(({ line }) => line < 1 || line > end.physical),
    'replacement characters': JSON.stringify(reads).includes('\ufffd'),
  })
}

/** The same, as any table. */
export function wrongInSurvey(bytes: Uint8Array): readonly string[] {
  if ('reason' in surveyTable(() => [bytes])) return []
  const survey = surveyed(bytes)
  const { physical, preamble, header, blank, data, footer } = survey.lines
  const marked = [...survey.ragged, ...survey.mended, ...survey.rejects].map(({ line }) => line)
  return named({
    'lines that are not accounted for': physical !== preamble + header + blank + data + footer,
    'more rows than lines': survey.rows.length > data || survey.headerRows > header,
    'lines that are not there': [...marked, ...survey.sections].some((line) => line < 1 || line > physical),
    'replacement characters': JSON.stringify([survey.header, survey.rows]).includes('\ufffd'),
  })
}

function named(checks: Readonly<Record<string, boolean>>): readonly string[] {
  return Object.entries(checks).flatMap(([name, isWrong]) => (isWrong ? [name] : []))
}
