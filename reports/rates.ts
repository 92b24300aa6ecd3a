import type { FigureValues, NationalRate, PeriodReport, Share } from './period-report.ts'

/**
 * Whether a rate of the national index is known at all. Payments and components are told by one list each: where it was
 * never handed over, nothing is known of them, and 0 % would be a slander.
 */
export function isRateKnown(id: NationalRate['id'], { stated, basis }: PeriodReport): boolean {
  const { figures, rates } = stated[basis]
  if (figures.received_total === null) return false
  if (id === 'online_payment') return figures.online_payment_total !== null
  if (id === 'digitization' || id === 'reuse') return rates.digitized_rate.denominator > 0
  return true
}

/** Our own share of the same name, of figures that are stated; null where one of them is not known. */
export function ourShare(id: NationalRate['id'], { stated, basis }: PeriodReport): Share | null {
  const { figures, rates } = stated[basis]
  if (id === 'online_payment') return rates.online_payment_rate
  if (id === 'digitization') return rates.digitized_rate
  if (id === 'reuse') return rates.reuse_rate
  return id === 'online' ? shareOf(figures.received_online, figures.received_total) : onTime(figures)
}

/** Results before or on their due day, of all results; refusals and withdrawals are none. */
export function onTime({ resolved_early, resolved_on_time, resolved_overdue }: FigureValues): Share | null {
  if (resolved_early === null || resolved_on_time === null || resolved_overdue === null) return null
  const met = resolved_early + resolved_on_time
  return { numerator: met, denominator: met + resolved_overdue }
}

function shareOf(numerator: number | null, denominator: number | null): Share | null {
  return numerator === null || denominator === null ? null : { numerator, denominator }
}
