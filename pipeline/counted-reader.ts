import { type System, systems } from '../connectors/connector.ts'
import type { Store } from '../sql/open.ts'
import { chunks, dossiersAtATime } from './chunks.ts'
import { countIn, type Counted } from './counted.ts'
import { settle } from './dossier.ts'
import { readFacts } from './fact-reader.ts'
import type { Export } from './facts.ts'
import type { Night } from './night.ts'
import type { Office } from './office.ts'
import { isHeard, isKnown, newestWindow } from './nights/heard.ts'
import type { Period, Span } from './period.ts'
import { makeSetting, type Setting } from './setting.ts'

export type CountedReader = {
  readonly of: (period: Period) => Counted[]
  readonly knows: (period: Period) => boolean // an export of the portal or the book covers its last day
  readonly silent: (counted: readonly Counted[], period: Period) => System[]
  readonly heardOf: (system: System, period: Period) => boolean // an export of it touches the period, on whatever night
}

const readers = new WeakMap<Night, CountedReader>()

/**
 * The reader of a night's last stages: what it counted for `summarize` is not counted again for `publish`, since
 * nothing that it reads is written between them.
 */
export function nightsReader(night: Night): CountedReader {
  const reader = readers.get(night) ?? countedReader(night)
  readers.set(night, reader)
  return reader
}

/** What is counted is the most that a night keeps in memory: it goes when nobody asks for it any more. */
export function forgetNightsReader(night: Night): void {
  readers.delete(night)
}

/** Reads the dossiers that a period counts, each with the exports that speak for it then. */
export function countedReader({ store, unit, config, catalogue, calendar, asOf }: Office): CountedReader {
  const facts = readFacts(store, unit, catalogue)
  const setting = makeSetting(config, { asOf, calendar, catalogue }, facts.exports)
  const count = (period: Period): Counted[] => {
    const counted = (chunk: readonly number[]): Counted[] =>
      facts.of(chunk).flatMap((each) => {
        const dossier = settle(each, setting)
        const one = dossier === null ? null : countIn(dossier, period, setting)
        return one === null ? [] : [one]
      })
    return [...chunks(dossiersOf(store, unit, period), dossiersAtATime(store))].flatMap(counted)
  }
  let last: { readonly period: Period; readonly counted: Counted[] } | null = null
  return {
    // Months are asked for in their order, each with the one before it: the last one is not counted twice.
    of: (period) => {
      if (last?.period.from === period.from && last.period.to === period.to) return last.counted
      const counted = count(period)
      last = { period, counted }
      return counted
    },
    knows: (period) => isKnown(period, facts.exports),
    heardOf: (system, period) => cutTo(period, setting.exports.get(system) ?? []).length > 0,
    silent: (counted, period) => silentSystems(counted, period, setting, config.expectedSystems),
  }
}

/** Systems that have dossiers in the period, or that the office expects, and were not heard on its last night. */
function silentSystems(
  counted: readonly Counted[],
  { from, to }: Period,
  { exports }: Setting,
  expected: readonly string[],
): System[] {
  const needed = new Set<string>(['dvcqg', 'trungtam', ...expected])
  if (counted.some((each) => (each.fee_dong ?? 0) > 0)) needed.add('dvcqg-thanhtoan')
  for (const { system } of counted) if (system !== null) needed.add(system)
  const within = ([system, all]: [System, readonly Export[]]): [System, Export[]] => [system, cutTo({ from, to }, all)]
  const touching = new Map([...exports].map(within))
  const last = newestWindow([...touching.values()].flat())
  const isSilent = (system: System) => last === null || !isHeard(touching.get(system) ?? [], last)
  return systems.filter((system) => needed.has(system) && isSilent(system))
}

/** The exports that touch a period; what they tell of later days is not asked. */
function cutTo({ from, to }: Span, exports: readonly Export[]): Export[] {
  const touching = exports.filter((each) => each.from <= to && from <= each.to)
  return touching.map((each) => (each.to > to ? { ...each, to } : each))
}

function dossiersOf(store: Store, unit: number, { from, to }: Period): number[] {
  return store.ask<{ dossier: number }>('dossiers-of-a-period', { unit, from, to }).map(({ dossier }) => dossier)
}
