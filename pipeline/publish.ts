import { join } from 'node:path'
import { deskCsv } from '../reports/desk-csv.ts'
import { deskHtml } from '../reports/desk-html.ts'
import { deskXlsx } from '../reports/desk-xlsx.ts'
import { discrepancyCsv } from '../reports/discrepancy-csv.ts'
import { nightHtml } from '../reports/night-html.ts'
import { overviewHtml } from '../reports/overview-html.ts'
import { reportText } from '../reports/report-text.ts'
import { wordsIn } from '../reports/words.ts'
import { statedOf } from './closing.ts'
import { countedReader, type CountedReader } from './counted-reader.ts'
import { readDesk, readFound } from './desk-reader.ts'
import { isOpen, listDiscrepancies } from './discrepancy-list.ts'
import { writeBeside } from './files-out.ts'
import type { Basis } from './figures.ts'
import type { Night, Stage } from './night.ts'
import type { Office } from './office.ts'
import { nightReport } from './documents/night-report.ts'
import { periodReport } from './documents/period-report.ts'
import { monthOf } from './period.ts'
import type { PeriodFigures } from './period-figures.ts'
import { statedPeriods } from './summaries.ts'

/** Writes what is published: for each month its figures, list and report text; for the night the desk's list. */
export const publish: Stage = {
  name: 'publish',
  run: async (night) => {
    const { store, unit, only } = night
    const all = await statedPeriods(store, unit)
    const stated = [...all].filter(([id]) => only === null || only.id === id)
    const reader = countedReader(night)
    for (const [id, each] of stated) await publishPeriod(night, id, each, 'centre', reader)
    await publishNight(night, all)
    night.say('publish', { periods: stated.length })
  },
}

/** The folder of a period in `out/`; gives its path. The documents are in Vietnamese whoever runs the program. */
export async function publishPeriod(
  office: Office,
  id: string,
  stated: Record<Basis, PeriodFigures>,
  basis: Basis = 'centre',
  reader?: CountedReader,
): Promise<string> {
  const folder = join(office.config.out, id)
  const words = wordsIn('vi')
  const list = listDiscrepancies(office, office.asOf, stated.all.period).filter(isOpen)
  writeBeside(folder, 'figures.json', `${JSON.stringify(stated, null, 2)}\n`)
  writeBeside(folder, 'bao-cao.txt', `${reportText(stated[basis], words)}\n`)
  writeBeside(folder, 'sai-lech.csv', discrepancyCsv(list, words))
  const report = await periodReport(office, stated.all.period, basis, stated, reader)
  writeBeside(folder, 'tong-hop.html', await overviewHtml(report, words))
  return folder
}

/** The desk's list: the same value as a workbook, a text and a page; and the night at a glance. */
async function publishNight(night: Night, all: ReadonlyMap<string, Record<Basis, PeriodFigures>>): Promise<void> {
  const folder = join(night.config.out, 'nightly', night.asOf)
  const words = wordsIn('vi')
  const tonight = readFound(night)
  const list = readDesk(night, tonight)
  writeBeside(folder, 'ho-so-can-xu-ly.xlsx', await deskXlsx(list, words))
  writeBeside(folder, 'ho-so-can-xu-ly.csv', deskCsv(list, words))
  writeBeside(folder, 'ho-so-can-xu-ly.html', await deskHtml(list, words))
  const month = monthOf(night.asOf, night.config.periods)
  const stated = all.get(month.id) ?? (await statedOf(night, month))
  writeBeside(folder, 'doi-soat.html', await nightHtml(nightReport(night, stated, tonight.found, list), words))
}
