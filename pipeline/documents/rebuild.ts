import { rewriteSources } from '../nights/evidence-lines.ts'
import type { Config } from '../config/config.ts'
import { readAgain } from '../load.ts'
import { statedOf } from '../long-period.ts'
import type { Night } from '../night.ts'
import { normalize } from '../normalize.ts'
import { landingOf, openOfficeToWrite } from '../open-office.ts'
import { nightBy } from '../nights/past-night.ts'
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
        const isLast = await forgetLater(night, manifest)
        await undecide(night, manifest)
        await forgetWhatFollows(night)
        await readAgain(night, null)
        await workOut(night, isLast)
      })
      documents = await documentsOf(night, manifest)
    } finally {
      await office.store.close()
    }
  })
  return documents
}

/**
 * What came with runs after the last one of the folder's night, whatever night they were for: they, what they met and
 * what they turned. Gives whether there was none. Throws Trouble `night_unknown` where that night has no run.
 */
async function forgetLater({ store, unit }: Night, { asOf, laterNight }: Manifest): Promise<boolean> {
  nightBy({ store, unit }, asOf)
  const nights = store.db.selectFrom('run').select('run').where('unit', '=', unit)
  const done = nights.where('state', 'in', ['done', 'incomplete']).orderBy('run', 'desc').limit(1)
  const last = (await done.where('as_of', '=', asOf).executeTakeFirst())?.run ?? 0
  const isLast = (await done.executeTakeFirst())?.run === last
  const knownBy = laterNight ?? asOf
  for (const table of ['run', 'sighting', 'discrepancy_event'] as const) {
    const rows = store.db.deleteFrom(table).where('unit', '=', unit)
    await rows.where((row) => row.or([row('run', '>', last), row('as_of', '>', knownBy)])).execute()
  }
  const met = store.db.updateTable('sighting').set({ met: knownBy }).where('unit', '=', unit)
  await met.where('met', '>', knownBy).execute()
  return isLast
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
  ...(['reconciled', 'moved', 'summarized'] as const),
] as const

async function forgetWhatFollows({ store, unit }: Night): Promise<void> {
  for (const table of following) await store.db.deleteFrom(table).where('unit', '=', unit).execute()
}

/** The last night is worked out as it was. Of a past one, what stood when is known; its evidence is sought again. */
async function workOut(night: Night, isLast: boolean): Promise<void> {
  const { store, unit } = night
  const changes = await store.db.selectFrom('change').selectAll().where('unit', '=', unit).execute()
  await normalize.run(night)
  await store.db.deleteFrom('change').where('unit', '=', unit).execute()
  store.insert('change', changes) // against the files before: there are none now
  if (isLast) await reconcile.run(night)
  else {
    const { raised } = await raiseAll(night)
    const known = await store.db.selectFrom('discrepancy').selectAll().where('unit', '=', unit).execute()
    rewriteSources(night, known, new Map(raised.map((each) => [each.key, each])))
  }
  await summarize.run(night)
}

async function documentsOf(night: Night, { subject }: Manifest): Promise<Document[]> {
  if (subject.is === 'night') return nightDocuments(night)
  return (await periodDocuments(night, statedOf(night, subject.period), subject.basis)).documents
}
