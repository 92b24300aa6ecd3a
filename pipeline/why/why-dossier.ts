import type { System } from '../../connectors/connector.ts'
import type { DiscrepancyState } from '../../sql/schema.ts'
import { type ChangeOfNight, changesOfDossier } from '../nights/changes.ts'
import { type Belief, beliefsOf } from './beliefs.ts'
import { type Counted, countIn } from '../counted.ts'
import type { Day } from '../day.ts'
import { listDiscrepancies, type Listed } from '../discrepancy-list.ts'
import { type Dossier, settle } from '../dossier.ts'
import { readFacts } from '../fact-reader.ts'
import type { Facts, Paid } from '../facts.ts'
import { type Basis, bases, type CountKey, counts, meeting, onBasis } from '../figures.ts'
import { masked } from '../mask.ts'
import type { Office } from '../office.ts'
import type { Period } from '../period.ts'
import { makeSetting } from '../setting.ts'
import { type Spelt, speltRows } from './spelt.ts'
import { statedMonths } from '../closing/stated-months.ts'

/** Everything that is known of a dossier, and where it comes from. */
export type WhyDossier = {
  readonly is: 'dossier'
  readonly code: string
  readonly standing: 'own' | 'foreign' | 'not_received' | 'unknown' // unknown: no list of dossiers has a readable row
  readonly believed: readonly Belief[]
  readonly sides: readonly Spelt[] // what each system says in the exports in force, cell by cell
  readonly lines: readonly OnLine[] // every line of every file that tells of it, by night
  readonly changes: readonly ChangeOfNight[]
  readonly unreadable: readonly Unreadable[]
  readonly payments: readonly Omit<Paid, 'from' | 'row'>[]
  readonly counted: readonly CountedIn[]
  readonly discrepancies: readonly Lived[]
}

export type OnLine = {
  readonly night: Day // on which its file came
  readonly system: System
  readonly file: string
  readonly line: number
  readonly inForce: boolean
}

type Unreadable = {
  readonly file: string
  readonly line: number
  readonly column: string | null
  readonly reason: string
  readonly value: string | null
}

/** In which figures of a period it is counted. */
type CountedIn = { readonly period: string; readonly basis: Basis; readonly figures: readonly CountKey[] }

/** A discrepancy and the nights on which its state turned. */
export type Lived = Listed & { readonly history: readonly { readonly asOf: Day; readonly state: DiscrepancyState }[] }

/** Null where no file has ever named the code, which is given in its one spelling. */
export function whyDossier(office: Office, code: string): WhyDossier | null {
  const { store, unit, config, catalogue, asOf } = office
  const [named] = store.ask<{ id: number }>('number-of-a-code', { unit, code })
  if (named === undefined) return null
  const reader = readFacts(store, unit, catalogue)
  const setting = makeSetting(config, office, reader.exports)
  const [facts] = reader.of([named.id])
  const dossier = facts === undefined ? null : settle(facts, setting)
  const countedOf = (month: Period) => (dossier === null ? null : countIn(dossier, month, setting))
  return {
    is: 'dossier',
    code,
    standing: standingOf(dossier),
    believed: dossier === null ? [] : beliefsOf(dossier),
    sides: speltRows(office, facts?.rows ?? []),
    lines: linesOf(office, named.id),
    changes: changesOfDossier(office, named.id),
    unreadable: unreadableIn(office, facts),
    payments: (facts?.payments ?? []).map(({ from: _from, row: _row, ...paid }) => paid),
    counted: statedMonths(reader.exports, config.periods, asOf).flatMap((each) => countedIn(countedOf(each), each)),
    discrepancies: livesOf(office, (each) => each.code === code),
  }
}

/** Discrepancies with their histories, as they are known on the last night. */
export function livesOf(office: Office, wanted: (each: Listed) => boolean): Lived[] {
  const { store, unit, asOf } = office
  return listDiscrepancies(office, asOf, null)
    .filter(wanted)
    .map((each) => ({
      ...each,
      history: store.ask<Lived['history'][number]>('turns-of-a-key', { unit, key: each.key }),
    }))
}

function standingOf(dossier: Dossier | null): WhyDossier['standing'] {
  if (dossier === null || dossier.rows.length === 0) return 'unknown'
  if (!dossier.own) return 'foreign'
  return dossier.receivedDay === null ? 'not_received' : 'own'
}

function linesOf({ store, unit }: Office, dossier: number): OnLine[] {
  const lines = store.ask<Omit<OnLine, 'inForce'> & { inForce: number }>('lines-of-a-dossier', { unit, dossier })
  return lines.map((each) => ({ ...each, inForce: each.inForce === 1 }))
}

function unreadableIn({ store, unit }: Office, facts: Facts | undefined): Unreadable[] {
  const paths = new Map(
    store.ask<{ file: number; path: string }>('paths-of-files', { unit }).map(({ file, path }) => [file, path]),
  )
  return (facts?.unreadable ?? []).map(({ file, line, column, reason, value }) => ({
    file: paths.get(file)!,
    line,
    column,
    reason,
    value: value === null ? null : masked(value),
  }))
}

function countedIn(counted: Counted | null, period: Period): CountedIn[] {
  if (counted === null) return []
  const onBases = bases.filter((basis) => onBasis([counted], basis).length > 0)
  const figures = (Object.keys(counts) as CountKey[]).filter(
    (key) => meeting([counted], counts[key], period).length > 0,
  )
  return onBases.map((basis) => ({ period: period.id, basis, figures }))
}
