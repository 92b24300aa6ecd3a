import { readFileSync } from 'node:fs'
import { nearestTo } from '../../connectors/nearest.ts'
import type { PeriodReport } from '../../reports/period-report.ts'
import { TemplateError } from '../../reports/letter/template-problem.ts'
import { wordsIn } from '../../reports/words.ts'
import type { Config } from '../config/config.ts'
import { bundledTemplate } from '../config/report-config.ts'
import { systemCode, Trouble } from '../trouble.ts'
import { checkTexts, letterOf } from './letter.ts'

/** `bao-cao.docx` of a period: the report in the office's own template. Throws Trouble. */
export async function reportDocument(
  report: PeriodReport,
  config: Pick<Config, 'unit' | 'report'>,
): Promise<Uint8Array> {
  const letter = letterOf(config, report.period.id)
  // the library takes as long to load as a document to write: not for a command that writes none
  const { reportDocx } = await import('../../reports/letter/report-docx.ts')
  return onTemplate(config, (template) => reportDocx(report, letter, template, wordsIn('vi')))
}

/** Whether the office's own template and texts can be used, before a night begins. Throws Trouble. */
export async function checkReport(config: Pick<Config, 'report'>): Promise<void> {
  checkTexts(config)
  if (config.report.template === bundledTemplate) return
  const { openTemplate } = await import('../../reports/letter/template.ts')
  onTemplate(config, openTemplate)
}

function onTemplate<Made>({ report }: Pick<Config, 'report'>, make: (template: Uint8Array) => Made): Made {
  const file = report.template
  try {
    return make(read(file))
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error
    const faults = error.problems.map(({ id, found, choices }) => ({ id, found, nearest: nearestTo([found], choices) }))
    throw new Trouble('template_unfillable', { file, faults }, 2, { cause: error })
  }
}

function read(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    const cause = systemCode(error)
    if (cause === 'ENOENT') throw new Trouble('report_file_missing', { key: 'report.template', file })
    throw new Trouble('not_readable', { path: file, cause: cause || String(error) }, 2, { cause: error })
  }
}
