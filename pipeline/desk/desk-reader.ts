import type { DeskList } from '../../reports/desk/desk.ts'
import type { DiscrepancyState } from '../../sql/schema.ts'
import { chunks } from '../chunks.ts'
import type { Day } from '../day.ts'
import { type About, aboutOf } from './desk-about.ts'
import { deskList, type Found } from './desk-list.ts'
import { listDiscrepancies } from '../discrepancy-list.ts'
import { settle } from '../dossier.ts'
import { readFacts } from '../fact-reader.ts'
import type { Office } from '../office.ts'
import { makeSetting } from '../setting.ts'

/** What is known of discrepancies on a night, and how they stood before it. */
export type FoundTonight = {
  readonly before: Day | null // the night before; null: there was none
  readonly found: readonly Found[]
  readonly dossiers: readonly number[] // that those which are open, or have just been resolved, are about
}

export function readFound(office: Office): FoundTonight {
  const { store, unit, asOf } = office
  const before = store.ask<{ as_of: Day | null }>('night-before', { unit, as_of: asOf })[0]!.as_of
  const stood = store.ask<Stood>('discrepancies-before-a-night', { unit, as_of: asOf })
  const byKey = new Map(stood.map((each) => [each.key, each]))
  const found = listDiscrepancies(office, asOf, null).map((each): Found => {
    const { state_before, changed } = byKey.get(each.key)!
    return { ...each, before: state_before, changed }
  })
  const wanted = found.filter(({ state, changed }) => state !== 'resolved' || changed === asOf)
  return { before, found, dossiers: [...new Set(wanted.flatMap(({ key }) => byKey.get(key)!.dossier ?? []))] }
}

/** The desk's list of the office's night, out of the database. */
export function readDesk(office: Office, { before, found, dossiers }: FoundTonight = readFound(office)): DeskList {
  return deskList({ unit: office.config.unit.name, asOf: office.asOf, before }, found, readAbout(office, dossiers))
}

type Stood = {
  readonly key: string
  readonly dossier: number | null
  readonly changed: Day
  readonly state_before: DiscrepancyState | null
}

/** Dossiers by the thousand, as reconciling does: what is kept of each is small. */
function readAbout(office: Office, dossiers: readonly number[]): Map<string, About> {
  const { store, unit, catalogue, config } = office
  const facts = readFacts(store, unit, catalogue)
  const setting = makeSetting(config, office, facts.exports)
  const about = new Map<string, About>()
  for (const numbers of chunks(dossiers, 4000))
    for (const each of facts.of(numbers)) {
      const dossier = settle(each, setting)
      if (dossier !== null) about.set(each.code, aboutOf(dossier, setting))
    }
  return about
}
