import type { City } from '../config/city-config.ts'
import { findingsOf, machineFindings } from '../doctor/doctor.ts'
import { type Finding, found, orTrouble } from '../doctor/finding.ts'
import type { World } from '../world.ts'
import { type SortedWards, sortedWards } from './sorted-wards.ts'

export type CityFindings = {
  readonly city: readonly Finding[]
  readonly wards: readonly { readonly unit: string; readonly name: string; readonly findings: readonly Finding[] }[]
}

/** What the nights of all wards need, ward by ward; the machine and common inboxes once. Writes nothing. */
export async function cityFindings(world: World, city: City): Promise<CityFindings> {
  let sorted: SortedWards = { wards: city.wards, untaken: [] }
  const inbox = await orTrouble('inbox', () => {
    sorted = sortedWards(city.wards, 'only read')
    const paths = sorted.untaken.map(({ path }) => path)
    return paths.length === 0 ? [] : [found('inbox', 'no', 'nobodys', { paths })]
  })
  const wards: CityFindings['wards'][number][] = []
  for (const ward of sorted.wards)
    wards.push({ unit: ward.unit.agencyCode, name: ward.unit.name, findings: await findingsOf(ward, world) })
  const configured = found('configuration', 'yes', 'configuration_good', { file: city.file, unit: city.city })
  return { city: [...machineFindings(world), configured, ...inbox], wards }
}
