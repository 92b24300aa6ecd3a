import { join } from 'node:path'
import { MANIFEST, manifestText } from './documents/manifest.ts'
import { type Document, nightDocuments, periodDocuments, type Stated, type Subject } from './documents/published.ts'
import { writeBeside } from './files-out.ts'
import type { Basis } from './figures.ts'
import type { Stage } from './night.ts'
import type { Office } from './office.ts'
import { statedPeriods } from './summaries.ts'

/** Writes what is published: a folder for each month that is stated, one for the night. */
export const publish: Stage = {
  name: 'publish',
  run: async (night) => {
    const { store, unit, only } = night
    const stated = [...(await statedPeriods(store, unit))].filter(([id]) => only === null || only.id === id)
    for (const [, each] of stated) await publishPeriod(night, each)
    await publishFolder(
      night,
      join('nightly', night.asOf),
      { is: 'night', night: night.asOf },
      await nightDocuments(night),
    )
    night.say('publish', { periods: stated.length })
  },
}

/** Writes a period's folder in `out/`, and gives its path. */
export async function publishPeriod(office: Office, stated: Stated, basis: Basis = 'centre'): Promise<string> {
  const { period } = stated[basis]
  const documents = await periodDocuments(office, stated, basis)
  return publishFolder(office, period.id, { is: 'period', period, basis }, documents)
}

/** The manifest comes last: where it fits, all of the folder is there. */
async function publishFolder(
  office: Office,
  name: string,
  subject: Subject,
  documents: readonly Document[],
): Promise<string> {
  const folder = join(office.config.out, name)
  const manifest = await manifestText(office, subject, documents)
  for (const { name: file, content } of documents) writeBeside(folder, file, content)
  writeBeside(folder, MANIFEST, manifest)
  return folder
}
