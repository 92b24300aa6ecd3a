import type { System } from '../../connectors/connector.ts'
import type { EarlierPeriod, MonthOf, PeriodReport } from '../../reports/period-report.ts'
import { closedPeriods, statedMonth } from '../closing/closing.ts'
import { type CountedReader, countedReader } from '../counted-reader.ts'
import type { Day } from '../day.ts'
import { countKinds, type Listed, openIn } from '../discrepancy-list.ts'
import { type Basis, onBasis } from '../figures.ts'
import type { Office } from '../office.ts'
import { isPeriodId, monthsIn, type Period, periodBefore, yearBefore } from '../period.ts'
import type { PeriodFigures } from '../period-figures.ts'
import { purgedBefore } from '../keeping/purge.ts'
import { figuresBySettings } from '../settings/settings-change.ts'
import { statedPeriod } from '../summaries.ts'
import { formOf } from './form.ts'
import { nationalRates } from './national.ts'
import { openedOf } from './opened.ts'
import { daysLeft, daysOf, fieldsOf, type Freshness, proceduresOf, systemsOf } from './parts.ts'
import { routingOf } from './routing.ts'

/**
 * Everything that the documents of a period show, on one basis, as the database has it now; the figures of a closed
 * period as they were published.
 */
export async function periodReport(
  office: Office,
  period: Period,
  basis: Basis,
  stated: Readonly<Record<Basis, PeriodFigures>>,
  reader: CountedReader = countedReader(office),
  open: readonly Listed[] = openIn(office, period),
): Promise<PeriodReport> {
  const { config, calendar, catalogue, asOf } = office
  const all = reader.of(period)
  const counted = onBasis(all, basis)
  const { name, city, centre, agencyCode, householdBusinessAccounts } = config.unit
  const on = asOf < period.to ? asOf : period.to
  return {
    unit: { name, city, centre, agencyCode },
    period,
    asOf,
    basis,
    stated,
    ...(await earlierOf(office, period, basis, reader)),
    months: monthsOf(office, period, basis, reader),
    form: formOf(counted, period, catalogue),
    fields: fieldsOf(counted, period),
    procedures: proceduresOf(counted, period, catalogue),
    systems: systemsOf(counted, period, freshnessOf(office)),
    days: daysOf(counted, period, calendar),
    national: nationalRates(counted, period),
    pending: daysLeft(counted, period, on, calendar),
    routing: routingOf(all, period, catalogue, householdBusinessAccounts),
    kinds: countKinds(open),
    bySettings: figuresBySettings(office, period),
    opened: openedOf(office, period, basis, all, open),
  }
}

/** The period of the same kind before, and that of the year before; any other days have neither. */
async function earlierOf(
  office: Office,
  { id }: Period,
  basis: Basis,
  reader: CountedReader,
): Promise<Pick<PeriodReport, 'before' | 'yearAgo'>> {
  if (!isPeriodId(id)) return { before: null, yearAgo: null }
  const { periods } = office.config
  const known = async (period: Period): Promise<EarlierPeriod | null> => {
    if (!isStatable(office, period, reader)) return null
    return { period, figures: statedNow(office, period, reader)[basis].figures }
  }
  return { before: await known(periodBefore(id, periods)), yearAgo: await known(yearBefore(id, periods)) }
}

/** Closed, it is as it was published, whatever is left of its dossiers; else something has to be known of it. */
function isStatable(office: Office, period: Period, reader: CountedReader): boolean {
  if (closedPeriods(office).some((closed) => closed.period.id === period.id)) return true
  const before = purgedBefore(office)
  return reader.knows(period) && (before === null || period.from >= before)
}

/** What a longer period adds up from: its months as they are stated. */
function monthsOf(office: Office, period: Period, basis: Basis, reader: CountedReader): MonthOf[] {
  const months: MonthOf[] = []
  for (const month of monthsIn(period.id, office.config.periods)) {
    if (!reader.knows(month)) continue
    const { figures, closed = null } = statedNow(office, month, reader)[basis]
    months.push({ period: month, figures, closed })
  }
  return months
}

/** As the last night stated it; a period that is no month, or that it did not state, is counted. */
function statedNow(office: Office, period: Period, reader: CountedReader): Readonly<Record<Basis, PeriodFigures>> {
  const kept = statedPeriod(office.store, office.unit, period.id)
  return kept ?? statedMonth(office, period, reader)
}

function freshnessOf({ store, unit }: Office): Freshness {
  const rows = store.ask<{ system: System; reaches: Day; came: Day | null }>('freshness-of-systems', { unit })
  return new Map(rows.map(({ system, reaches, came }) => [system, { reaches, came }]))
}
