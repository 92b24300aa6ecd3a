import { join } from 'node:path'
import { deskCsv } from '../reports/desk-csv.ts'
import { deskHtml } from '../reports/desk-html.ts'
import { deskXlsx } from '../reports/desk-xlsx.ts'
import { discrepancyCsv } from '../reports/discrepancy-csv.ts'
import { reportText } from '../reports/report-text.ts'
import { wordsIn } from '../reports/words.ts'
import { readDesk } from './desk-reader.ts'
import { isOpen, listDiscrepancies } from './discrepancy-list.ts'
import { writeBeside } from './files-out.ts'
import { periodReport } from './documents/period-report.ts'
import { reportDocument } from './documents/report-document.ts'
import type { Basis } from './figures.ts'
import type { Night, Stage } from './night.ts'
import type { Office } from './office.ts'
import type { PeriodFigures } from './period-figures.ts'
import { statedPeriods } from './summaries.ts'

/** Writes what is published: for each month its figures, list and report text; for the night the desk's list. */
export const publish: Stage = {
  name: 'publish',
  run: async (night) => {
    const { store, unit, only } = night
    const stated = [...(await statedPeriods(store, unit))].filter(([id]) => only === null || only.id === id)
    for (const [id, each] of stated) await publishPeriod(night, id, each)
    await publishNight(night)
    night.say('publish', { periods: stated.length })
  },
}

/** The folder of a period in `out/`; gives its path. The documents are in Vietnamese whoever runs the program. */
export async function publishPeriod(
  office: Office,
  id: string,
  stated: Record<Basis, PeriodFigures>,
  basis: Basis = 'centre',
): Promise<string> {
  const folder = join(office.config.out, id)
  const words = wordsIn('vi')
  const list = listDiscrepancies(office, office.asOf, stated.all.period).filter(isOpen)
  writeBeside(folder, 'figures.json', `${JSON.stringify(stated, null, 2)}\n`)
  writeBeside(folder, 'bao-cao.txt', `${reportText(stated[basis], words)}\n`)
  const report = await periodReport(office, stated.all.period, basis, stated)
  writeBeside(folder, 'bao-cao.docx', await reportDocument(report, office.config))
  writeBeside(folder, 'sai-lech.csv', discrepancyCsv(list, words))
  return folder
}

/** The desk's list: the same value as a workbook, a text and a page. */
async function publishNight(night: Night): Promise<void> {
  const folder = join(night.config.out, 'nightly', night.asOf)
  const words = wordsIn('vi')
  const list = readDesk(night)
  writeBeside(folder, 'ho-so-can-xu-ly.xlsx', await deskXlsx(list, words))
  writeBeside(folder, 'ho-so-can-xu-ly.csv', deskCsv(list, words))
  writeBeside(folder, 'ho-so-can-xu-ly.html', await deskHtml(list, words))
}
