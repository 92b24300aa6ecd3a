import type { Day } from '../day.ts'
import type { Office } from '../office.ts'
import { openOffice } from '../open-office.ts'
import { Trouble } from '../trouble.ts'
import type { Common, World } from '../world.ts'

/**
 * A ward as the night of a day knew it: worked out again from the files that had come by then, beside what is known
 * now. A day without a night has the knowledge of the last one before it. Without a day: as it is known now. Throws
 * Trouble `night_unknown` where nothing had come yet.
 */
export async function openOfficeOn(world: World, flags: Common, day: Day | null): Promise<Office> {
  const office = await openOffice(world, flags)
  if (day === null) return office
  const { night, latest } = nightBy(office, day)
  if (night === latest) return { ...office, asOf: night }
  const { goBack } = await import('./beside.ts') // the stages are loaded where one is asked for
  return goBack(office, night)
}

/** The last night by a day, and the latest of all. Throws Trouble `night_unknown` where none had ended by then. */
export function nightBy({ store, unit }: Pick<Office, 'store' | 'unit'>, day: Day): { night: Day; latest: Day | null } {
  const { first, night, latest } = store.ask<Nights>('nights-by-a-day', { unit, day })[0]!
  if (night === null) throw new Trouble('night_unknown', { day, first })
  return { night, latest }
}

type Nights = { readonly first: Day | null; readonly night: Day | null; readonly latest: Day | null }
