import type { Config } from '../config/config.ts'
import { bundledTemplate } from '../config/report-config.ts'
import { type Day, todayIn } from '../day.ts'
import { checkReport } from '../documents/report-document.ts'
import { calendarOf, catalogueOf } from '../open-office.ts'
import { type Finding, found, orTrouble } from './finding.ts'

/** What the office may have of its own beside the program: calendar, catalogue, template. */
export async function tableFindings(config: Config, now: Date): Promise<Finding[]> {
  return [
    ...(await orTrouble('calendar', () => calendarFindings(config, todayIn(now)))),
    ...(await orTrouble('catalogue', () => [catalogueFinding(config)])),
    ...(await orTrouble('report', async () => [await reportFinding(config)])),
  ]
}

/** This year's holidays make due days; next year's are needed before it begins. */
function calendarFindings(config: Config, today: Day): Finding[] {
  const calendar = calendarOf(config)
  const year = Number(today.slice(0, 4))
  return [year, year + 1].map((each) => {
    const [first, told] = [`${each}-01-01`, String(each)]
    if (!calendar.hasYearOf(first))
      return found('calendar', each === year ? 'no' : 'hint', 'calendar_lacks', { year: told, file: config.calendar })
    return calendar.isProvisional(first)
      ? found('calendar', 'hint', 'calendar_provisional', { year: told })
      : found('calendar', 'yes', 'calendar_good', { year: told })
  })
}

function catalogueFinding(config: Config): Finding {
  return found('catalogue', 'yes', 'catalogue_good', { count: catalogueOf(config).procedures.length })
}

async function reportFinding(config: Config): Promise<Finding> {
  await checkReport(config)
  const { template } = config.report
  return template === bundledTemplate
    ? found('report', 'yes', 'template_bundled', {})
    : found('report', 'yes', 'template_good', { file: template })
}
