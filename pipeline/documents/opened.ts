import type { System } from '../../connectors/connector.ts'
import type { Opened, OpenedDossier } from '../../reports/period-report.ts'
import { compare } from '../compare.ts'
import type { Counted } from '../counted.ts'
import { basisOf, type Condition, counts, meeting, meetsAll, onBasis, rates, type Basis } from '../figures.ts'
import type { Office } from '../office.ts'
import type { Period } from '../period.ts'
import { isExplained, steps } from '../statement.ts'
import { nationalParts } from './national.ts'

/** What a page can hold: a ward's year, not a city's. */
const MOST_DOSSIERS = 20_000

/** A discrepancy of the period, as far as it says of which dossier. */
type Found = { readonly kind: string; readonly code: string | null }

/**
 * The dossiers that the period knows on any basis, with their lines, and which of them are behind each number: the
 * figures of `basis` (`received_total`) and of the other (`all/received_total`), the numerators of the national index
 * (`national/on_time`), the lines of the statement, and the discrepancies by kind (`kind/due_soon`). Null where they are
 * more than a page can hold.
 */
export function openedOf(
  office: Office,
  period: Period,
  basis: Basis,
  counted: readonly Counted[],
  found: readonly Found[],
): Opened | null {
  if (counted.length > MOST_DOSSIERS) return null
  const dossiers = counted.toSorted((a, b) => compare(a.code, b.code))
  const lines = linesOf(office, period, dossiers)
  const other = basis === 'centre' ? 'all' : 'centre'
  const placed = placesIn(dossiers)
  const behind = [
    ...figureDossiers(onBasis(dossiers, basis), period),
    ...prefixed(other, figureDossiers(onBasis(dossiers, other), period)),
    ...prefixed('national', nationalDossiers(onBasis(dossiers, basis), period)),
    ...statementDossiers(dossiers, period),
    ...prefixed('kind', kindDossiers(dossiers, found)),
  ]
  return {
    dossiers: dossiers.map((each) => opened(each, lines.get(each.dossier) ?? [])),
    behind: Object.fromEntries(behind.map(([key, these]) => [key, placed(these)])),
  }
}

type Dossiers = readonly (readonly [key: string, dossiers: readonly Counted[]])[]

function prefixed(prefix: string, some: Dossiers): Dossiers {
  return some.map(([key, these]) => [`${prefix}/${key}`, these])
}

function placesIn(dossiers: readonly Counted[]): (some: readonly Counted[]) => number[] {
  const places = new Map(dossiers.map((each, at) => [each.dossier, at]))
  return (some) => some.map(({ dossier }) => places.get(dossier)!).toSorted((a, b) => a - b)
}

function figureDossiers(counted: readonly Counted[], period: Period): Dossiers {
  const figures = Object.entries<readonly Condition[]>(counts)
  const shares = Object.entries(rates).map(([key, { base, share }]) => [key, [...base, ...share]] as const)
  const { base, share } = rates.online_payment_rate
  const all = [...figures, ...shares, ['online_payment_total', [...base, ...share]] as const]
  return all.map(([key, conditions]) => [key, meeting(counted, conditions, period)])
}

function nationalDossiers(counted: readonly Counted[], period: Period): Dossiers {
  return Object.entries(nationalParts(counted, period)).map(([id, { met }]) => [id, met])
}

function statementDossiers(counted: readonly Counted[], period: Period): Dossiers {
  const walk = Object.entries(steps).map(([line, { of }]) => [line, meeting(counted, of, period)] as const)
  return [
    ...walk,
    ['centre_book', meeting(counted, basisOf('centre'), period)],
    ['unexplained', counted.filter((each) => !isExplained(each))],
  ]
}

/** Of each kind as many dossiers as the period counts; a discrepancy of a file, or of another unit, is of none of them. */
function kindDossiers(counted: readonly Counted[], found: readonly Found[]): Dossiers {
  const byCode = new Map(counted.map((each) => [each.code, each]))
  const kinds = [...Map.groupBy(found, ({ kind }) => kind)]
  return kinds.map(([kind, these]) => {
    const codes = new Set(these.flatMap(({ code }) => code ?? []))
    return [kind, [...codes].flatMap((code) => byCode.get(code) ?? [])]
  })
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
