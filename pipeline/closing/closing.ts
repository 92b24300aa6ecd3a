import type { ClosingRow } from '../../sql/schema.ts'
import type { Store } from '../../sql/open.ts'
import type { Counted } from '../counted.ts'
import { type CountedReader, countedReader } from '../counted-reader.ts'
import type { Basis } from '../figures.ts'
import { bases } from '../figures.ts'
import { type Moved, movedDossiers, movedFigures } from './moved.ts'
import type { Office } from '../office.ts'
import type { Period } from '../period.ts'
import { figuresOfPeriod, type PeriodFigures } from '../period-figures.ts'

/** A period whose figures are frozen as they were published. */
export type Closed = Pick<ClosingRow, 'closing' | 'as_of' | 'closed_at' | 'closed_by' | 'why'> & {
  readonly period: Period
  readonly stated: Record<Basis, PeriodFigures>
}

/** Every period that is closed, the earliest first. */
export function closedPeriods({ store, unit }: Pick<Office, 'store' | 'unit'>): Closed[] {
  return store.ask<ClosingRow>('closings-in-force', { unit }).map(closedFrom)
}

/** What is stated of a month: as it was published where it is closed, else as it is counted now. */
export function statedMonth(office: Office, period: Period, reader?: CountedReader): Record<Basis, PeriodFigures> {
  const closed = closedPeriods(office).find((each) => each.period.id === period.id)
  return closed === undefined ? figuresOfPeriod(office, period, reader) : markedClosed(closed)
}

/** A closed period says so, and since when. */
export function markedClosed({ stated, closing, as_of: asOf }: Closed): Record<Basis, PeriodFigures> {
  const marked = (basis: Basis) => [basis, { ...stated[basis], closed: { asOf, closing } }]
  return Object.fromEntries(bases.map(marked)) as Record<Basis, PeriodFigures>
}

/** What would be stated otherwise now than was when the period was closed. */
export function movedSince(closed: Closed, office: Office, reader: CountedReader = countedReader(office)): Moved {
  const { period, closing, stated } = closed
  const now = figuresOfPeriod(office, period, reader)
  return {
    figures: movedFigures(stated, now),
    dossiers: movedDossiers(dossiersThen(office, period.id, closing), reader.of(period), period),
  }
}

function dossiersThen({ store, unit }: { store: Store; unit: number }, period: string, closing: number): Counted[] {
  const rows = store.ask<{ document: string }>('dossiers-of-a-closing', { unit, period, closing })
  return rows.map(({ document }) => JSON.parse(document) as Counted)
}

function closedFrom({ period: id, from_day: from, to_day: to, document, ...row }: ClosingRow): Closed {
  const { closing, as_of, closed_at, closed_by, why } = row
  const stated = JSON.parse(document) as Closed['stated']
  return { closing, as_of, closed_at, closed_by, why, period: { id, from, to }, stated }
}
