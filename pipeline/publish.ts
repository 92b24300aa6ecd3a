import { join } from 'node:path'
import type { PeriodReport } from '../reports/period-report.ts'
import { type CountedReader, forgetNightsReader, nightsReader } from './counted-reader.ts'
import { duePublished } from './documents/as-published.ts'
import { MANIFEST, manifestOf, manifestText } from './documents/manifest.ts'
import { type Document, nightDocuments, periodDocuments, type Stated, type Subject } from './documents/published.ts'
import { writeBeside } from './files-out.ts'
import type { Basis } from './figures.ts'
import type { Night, Stage } from './night.ts'
import type { Office } from './office.ts'
import { statedPeriods } from './summaries.ts'

/**
 * Writes what is published: a folder for the current month, one for each other month that something touched tonight, one
 * for the night. With a period of its own, that one, whatever touched it.
 */
export const publish: Stage = {
  name: 'publish',
  run: async (night) => {
    const { store, unit, only } = night
    const stated = statedPeriods(store, unit)
    const periods = only === null ? touchedTonight(night, [...stated.values()]) : [stated.get(only.id) ?? []].flat()
    for (const [done, each] of periods.entries()) {
      await night.at?.('publish', { rows: done, done, of: periods.length + 1 })
      await publishPeriod(night, each, 'centre', nightsReader(night))
    }
    await night.at?.('publish', { rows: periods.length, done: periods.length, of: periods.length + 1 })
    forgetNightsReader(night)
    publishFolder(night, join('nightly', night.asOf), { is: 'night', night: night.asOf }, await nightDocuments(night))
    night.say('publish', { periods: periods.length })
  },
}

/** Every month that does not stand as it was published, and the current one always. */
function touchedTonight(night: Night, stated: readonly Stated[]): Stated[] {
  const due = duePublished(night)
  return stated.filter((each) => due(each.centre.period, each) !== null)
}

/** Writes a period's folder in `out/`; gives its path, and the value that its documents were made from. */
export async function publishPeriod(
  office: Office,
  stated: Stated,
  basis: Basis = 'centre',
  reader?: CountedReader,
): Promise<{ readonly folder: string; readonly report: PeriodReport }> {
  const { period } = stated[basis]
  const { documents, report } = await periodDocuments(office, stated, basis, reader)
  return { folder: publishFolder(office, period.id, { is: 'period', period, basis }, documents), report }
}

/** The manifest comes last: where it fits, all of the folder is there. */
function publishFolder(office: Office, name: string, subject: Subject, documents: readonly Document[]): string {
  const folder = join(office.config.out, name)
  const manifest = manifestText(manifestOf(office, subject, documents))
  for (const { name: file, content } of documents) writeBeside(folder, file, content)
  writeBeside(folder, MANIFEST, manifest)
  return folder
}
