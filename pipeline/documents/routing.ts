import type { Routing, RoutingCount } from '../../reports/period-report.ts'
import type { Catalogue } from '../catalogue.ts'
import { compare } from '../compare.ts'
import type { Counted } from '../counted.ts'
import { addDays, type Day, weekday } from '../day.ts'
import { basisOf, counts, meeting } from '../figures.ts'
import type { Period, Span } from '../period.ts'
import { steps } from '../statement.ts'

/**
 * What came in of household businesses, by week and by procedure, and what of it the Centre saw: on the portal these
 * procedures lead past it (Nghị định 168/2025/NĐ-CP). `counted` is on the basis of all lists.
 */
export function routingOf(
  counted: readonly Counted[],
  period: Period,
  catalogue: Catalogue,
  accounts: readonly string[],
): Routing {
  const received = meeting(counted, counts.received_new, period)
  const [group, others] = [received.filter(isOfGroup), received.filter((each) => !isOfGroup(each))]
  const routed = meeting(counted, steps.routed_past_centre.of, period)
  const share = (of: readonly Counted[]) => ({ numerator: seenOf(of).length, denominator: of.length })
  const within = ({ from, to }: Span) => group.filter(({ receivedDay }) => receivedDay >= from && receivedDay <= to)
  const procedures = [...Map.groupBy(group, ({ procedure }) => procedure)].toSorted(([a], [b]) =>
    compare(a ?? '', b ?? ''),
  )
  return {
    ...count(group),
    routed: { all: routed.length, carried: routed.filter(({ receivedDay }) => receivedDay < period.from).length },
    weeks: weeksOf(period).map((week) => ({ ...week, ...count(within(week)) })),
    procedures: procedures.map(([code, these]) => {
      return { code, name: code === null ? '' : (catalogue.find(code)?.name ?? ''), ...count(these) }
    }),
    accounts,
    all: share(received),
    others: share(others),
  }
}

function isOfGroup({ householdBusiness }: Counted): boolean {
  return householdBusiness
}

function count(of: readonly Counted[]): RoutingCount {
  return { received: of.length, seen: seenOf(of).length }
}

function seenOf(of: readonly Counted[]): Counted[] {
  return meeting(of, basisOf('centre'), { from: '', to: '' })
}

/** Monday to Sunday; the first and the last are cut to the period. */
export function weeksOf({ from, to }: Span): Span[] {
  const weeks: Span[] = []
  for (let monday: Day = addDays(from, 1 - weekday(from)); monday <= to; monday = addDays(monday, 7)) {
    const sunday = addDays(monday, 6)
    weeks.push({ from: monday < from ? from : monday, to: sunday > to ? to : sunday })
  }
  return weeks
}
