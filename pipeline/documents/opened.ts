import type { System } from '../../connectors/connector.ts'
import type { Opened, OpenedDossier } from '../../reports/period-report.ts'
import { compare } from '../compare.ts'
import type { Counted } from '../counted.ts'
import { basisOf, type Condition, counts, meetsAll, onBasis, rates, type Basis } from '../figures.ts'
import type { Office } from '../office.ts'
import type { Period } from '../period.ts'
import { isExplained, steps } from '../statement.ts'

/** What a page can hold: a ward's year, not a city's. */
const MOST_DOSSIERS = 20_000

/**
 * The dossiers that the period knows on any basis, with their lines, and which of them are behind each figure of
 * `basis` and each line of the statement. Null where they are more than a page can hold.
 */
export function openedOf(office: Office, period: Period, basis: Basis, counted: readonly Counted[]): Opened | null {
  if (counted.length > MOST_DOSSIERS) return null
  const dossiers = counted.toSorted((a, b) => compare(a.code, b.code))
  const lines = linesOf(office, period, dossiers)
  const onThis = new Set(onBasis(dossiers, basis))
  const placesOf = (holds: (each: Counted) => boolean) => dossiers.flatMap((each, at) => (holds(each) ? [at] : []))
  const meets = (conditions: readonly Condition[]) => (each: Counted) => meetsAll(each, conditions, period)
  const figures = Object.entries<readonly Condition[]>(counts).map(([key, conditions]) => [key, conditions] as const)
  const shares = Object.entries(rates).map(([key, { base, share }]) => [key, [...base, ...share]] as const)
  const paid = [
    'online_payment_total',
    [...rates.online_payment_rate.base, ...rates.online_payment_rate.share],
  ] as const
  const ofBasis = [...figures, ...shares, paid].map(([key, conditions]) => {
    return [key, placesOf((each) => onThis.has(each) && meets(conditions)(each))] as const
  })
  const walk = Object.entries(steps).map(([line, { of }]) => [line, placesOf(meets(of))] as const)
  const ends = [
    ['centre_book', placesOf(meets(basisOf('centre')))],
    ['unexplained', placesOf((each) => !isExplained(each))],
  ] as const
  return {
    dossiers: dossiers.map((each) => opened(each, lines.get(each.dossier) ?? [])),
    behind: Object.fromEntries([...ofBasis, ...walk, ...ends]),
  }
}

type Line = { readonly dossier: number; readonly system: System; readonly file: string; readonly line: number }

function linesOf({ store, unit }: Office, { from, to }: Period, counted: readonly Counted[]): Map<number, Line[]> {
  const dossiers = JSON.stringify(counted.map(({ dossier }) => dossier))
  return Map.groupBy(store.ask<Line>('lines-of-dossiers', { unit, dossiers, from, to }), ({ dossier }) => dossier)
}

function opened(each: Counted, lines: readonly Line[]): OpenedDossier {
  const { code, procedure, field, system, receivedDay, dueDay, endedDay, outcome, channel } = each
  return {
    code,
    procedure,
    field,
    system,
    received: receivedDay,
    due: dueDay,
    ended: endedDay,
    outcome,
    channel,
    inBook: meetsAll(each, basisOf('centre'), { from: '', to: '' }),
    lines: lines.map(({ system: by, file, line }) => ({ system: by, file, line })),
  }
}
