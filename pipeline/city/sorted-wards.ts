import { existsSync } from 'node:fs'
import type { Untaken } from '../../reports/city/city-night.ts'
import type { Config } from '../config/config.ts'
import { Trouble } from '../trouble.ts'
import { type Remembering, sortInbox } from '../whose/sort-inbox.ts'

/** Wards that know which files of their inbox are theirs, and the files of which nobody could say it. */
export type SortedWards = { readonly wards: readonly Config[]; readonly untaken: readonly Untaken[] }

/** Each common inbox is looked through once, for all of its wards. Throws Trouble `inbox_missing`. */
export function sortedWards(wards: readonly Config[], remembering: Remembering = 'kept'): SortedWards {
  const untaken: Untaken[] = []
  const done = new Map<Config, Config>()
  for (const [inbox, these] of Map.groupBy(wards, (ward) => ward.inbox)) {
    const common = these[0]!.ofCity?.common ?? null
    if (common === null) continue
    if (!existsSync(inbox)) throw new Trouble('inbox_missing', { folder: inbox })
    const found = sortInbox(inbox, common, remembering)
    untaken.push(...found.untaken)
    for (const ward of these) {
      const files = found.byUnit.get(ward.unit.agencyCode) ?? []
      done.set(ward, { ...ward, ofCity: { said: ward.ofCity!.said, common: { ...common, files } } })
    }
  }
  return { wards: wards.map((ward) => done.get(ward) ?? ward), untaken }
}
