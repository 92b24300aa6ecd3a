import type { Day } from '../day.ts'
import type { Night } from '../night.ts'
import { normalizeBy } from '../normalize.ts'
import type { Office } from '../office.ts'
import { landingOf } from '../open-office.ts'
import { settleAll } from '../reconcile.ts'
import { tablesOf } from '../tables.ts'

/** The ward as it was known at the end of a night, worked out again beside what stands. */
export async function goBack(office: Office, asOf: Day): Promise<Office> {
  const night = await beside(office, asOf, asOf)
  await settleAll(night)
  return { ...office, asOf }
}

/** What files said that had come by a day, normalized beside what stands: nothing of the database is touched. */
export async function beside(office: Office, asOf: Day, knownBy: Day): Promise<Night> {
  const night = { ...office, asOf, run: 0, landing: landingOf(office.config), only: null, say: () => {} }
  office.store.shadow([...tablesOf.normalize, 'dossier'])
  await normalizeBy(night, knownBy)
  return night
}
