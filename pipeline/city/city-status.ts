import type { CityStatus, WardStatus } from '../../reports/city/city-status-text.ts'
import type { City } from '../config/city-config.ts'
import type { Config } from '../config/config.ts'
import { instantOf } from '../day.ts'
import { errorText } from '../help-text.ts'
import { openOfficeOf } from '../open-office.ts'
import { statusOf } from '../status.ts'
import { Trouble } from '../trouble.ts'
import type { Desk } from '../world.ts'

/** Where all wards stand, one after the other: of each what a line says. A ward that cannot be asked says why. */
export async function cityStatus(desk: Desk, { city, wards }: City): Promise<CityStatus> {
  const rows: WardStatus[] = []
  for (const ward of wards) rows.push(await wardStatus(desk, ward))
  return { city, now: instantOf(desk.world.now()), wards: rows }
}

async function wardStatus({ world, words }: Desk, ward: Config): Promise<WardStatus> {
  const { agencyCode: unit, name } = ward.unit
  try {
    const office = await openOfficeOf(world, ward)
    try {
      const { asOf, lastNight, missedDays, lastRun, open, urgent, silent } = statusOf(office, world.now())
      const count = (of: readonly { readonly count: number }[]): number => of.reduce((sum, each) => sum + each.count, 0)
      const state = { asOf, lastNight: lastNight?.asOf ?? null, missedDays, lastRun: lastRun?.state ?? null, open: count(open), urgent: count(urgent), silent } // prettier-ignore
      return { unit, name, state, problem: null }
    } finally {
      await office.store.close()
    }
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    return { unit, name, state: null, problem: errorText(error, words) }
  }
}
