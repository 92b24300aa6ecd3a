import { rewriteSources } from '../carry-on.ts'
import type { Config } from '../config.ts'
import { readAgain } from '../load.ts'
import { statedOf } from '../long-period.ts'
import type { Night } from '../night.ts'
import { normalize, normalizeBy } from '../normalize.ts'
import { landingOf, openOfficeToWrite } from '../open-office.ts'
import { nightBy } from '../past-night.ts'
import { raiseAll, reconcile } from '../reconcile.ts'
import { summarize } from '../summarize.ts'
import { tablesOf } from '../tables.ts'
import { onThrowAway } from '../throw-away.ts'
import type { Manifest } from './manifest.ts'
import { type Document, nightDocuments, periodDocuments } from './published.ts'

/**
 * The documents of a folder, made again: every kept file is read anew, and all that follows from the files is worked
 * out anew, as of the folder's night and with what people had decided by then. Of the database is taken only what no
 * file says: when each file was met, what people decided, and since when a discrepancy stands.
 */
export async function rebuilt(config: Config, manifest: Manifest): Promise<Document[]> {
  let documents: Document[] = []
  await onThrowAway(config, true, async (there) => {
    const office = await openOfficeToWrite(there, manifest.asOf)
    const night: Night = { ...office, run: 0, landing: landingOf(config), only: null, say: () => {} }
    try {
      await office.store.transaction(async () => {
        const { latest } = nightBy(office, manifest.asOf)
        await forgetLaterNights(night, manifest)
        await undecide(night, manifest)
        await forgetWhatFollows(night)
        await readAgain(night, null)
        await workOut(night, manifest.asOf === latest)
      })
      documents = await documentsOf(night, manifest)
    } finally {
      await office.store.close()
    }
  })
  return documents
}

/** Nights that had not been run when the folder was published. */
async function forgetLaterNights({ store, unit }: Night, { asOf, laterNight }: Manifest): Promise<void> {
  const later = store.db.deleteFrom('run').where('unit', '=', unit)
  await later.where('as_of', '>', laterNight ?? asOf).execute()
}

/** What people decided after the folder was published. */
async function undecide({ store, unit }: Night, { decided }: Manifest): Promise<void> {
  const { acknowledgements, links, closed } = decided
  const later = store.db.deleteFrom('acknowledgement').where('unit', '=', unit)
  await later.where('acknowledgement', '>', acknowledgements).execute()
  await store.db.deleteFrom('link_decision').where('unit', '=', unit).where('decision', '>', links).execute()
  const closings = () => store.db.updateTable('closing').where('unit', '=', unit)
  await closings().set({ state: 'reopened' }).execute()
  for (const [period, closing] of Object.entries(closed))
    await closings().where('period', '=', period).where('closing', '=', closing).set({ state: 'closed' }).execute()
}

/** Numbers of files, dossiers and exports stay: people's decisions and the nights' changes name them. */
const following = [
  ...(['source_row', 'payment_row', 'listing', 'reject', 'word'] as const),
  ...tablesOf.normalize.filter((table) => table !== 'export' && table !== 'change'),
  'dossier',
  'summary',
] as const

async function forgetWhatFollows({ store, unit }: Night): Promise<void> {
  for (const table of following) await store.db.deleteFrom(table).where('unit', '=', unit).execute()
}

/** The last night is worked out as it was. Of a past one, what stood when is known; its evidence is sought again. */
async function workOut(night: Night, isLast: boolean): Promise<void> {
  const { store, unit, asOf } = night
  const changes = await store.db.selectFrom('change').selectAll().where('unit', '=', unit).execute()
  await (isLast ? normalize.run(night) : normalizeBy(night, asOf))
  await store.db.deleteFrom('change').where('unit', '=', unit).execute()
  store.insert('change', changes) // against the files before: there are none now
  if (isLast) await reconcile.run(night)
  else {
    const { raised } = await raiseAll(night)
    const known = await store.db.selectFrom('discrepancy').selectAll().where('unit', '=', unit).execute()
    await rewriteSources(night, known, new Map(raised.map((each) => [each.key, each])))
  }
  await summarize.run(night)
}

async function documentsOf(night: Night, { subject }: Manifest): Promise<Document[]> {
  if (subject.is === 'night') return nightDocuments(night)
  return periodDocuments(night, await statedOf(night, subject.period), subject.basis)
}
