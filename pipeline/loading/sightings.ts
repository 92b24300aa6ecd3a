import type { Reason } from '../../connectors/reading.ts'
import type { SightingRow } from '../../sql/schema-files.ts'
import { reasonText } from './file-row.ts'
import type { Landed } from './landing.ts'
import { nameDay } from './name-day.ts'
import type { Night } from '../night.ts'

type Place = Pick<Landed, 'path' | 'folder'>
export type Said = { readonly state: SightingRow['state']; readonly why: Reason | null }

/** Writes that a content (`file`; null: nothing was read) was met at a place tonight. */
export function sight(
  { store, unit, asOf, run }: Night,
  number: number,
  { path, folder }: Place,
  file: number | null,
  { state, why }: Said,
): void {
  const met = { as_of: asOf, met: asOf, run }
  const reason = textOf(why)
  const row = { unit, sighting: number, file, path, folder, name_day: nameDay(path), ...met, state, reason }
  store.insert('sighting', [row])
}

/** What was not taken and lies where it lay is one sighting a night: that night's page goes on saying so. */
export async function seeAgain({ store, unit, run }: Night, sighting: number, { state, why }: Said): Promise<void> {
  const same = store.db.updateTable('sighting').where('unit', '=', unit).where('sighting', '=', sighting)
  await same.set({ state, reason: textOf(why), run }).execute()
}

/** Whoever asks later whether its system was heard tonight is told that the file lay there. */
export async function stay({ store, unit, asOf: met }: Night, sighting: number): Promise<void> {
  const same = store.db.updateTable('sighting').where('unit', '=', unit).where('sighting', '=', sighting)
  await same.where('met', '<', met).set({ met }).execute()
}

function textOf(why: Reason | null): string | null {
  return why === null ? null : reasonText(why)
}
