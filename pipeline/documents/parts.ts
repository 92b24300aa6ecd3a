import type { DayPart, DaysLeft, Part, ProcedurePart, SystemPart } from '../../reports/period-report.ts'
import type { System } from '../../connectors/connector.ts'
import type { Calendar } from '../calendar.ts'
import type { Catalogue } from '../catalogue.ts'
import { compare, inVietnamese } from '../compare.ts'
import type { Counted } from '../counted.ts'
import { addDays, type Day } from '../day.ts'
import { counts, figuresOf, meeting } from '../figures.ts'
import type { Period } from '../period.ts'

/** The figures by field, in the order of their names as Vietnamese sorts them. */
export function fieldsOf(counted: readonly Counted[], period: Period): Part[] {
  const groups = [...Map.groupBy(counted, ({ field }) => field)]
  return groups.map(([name, these]) => ({ name, figures: figuresOf(these, period).figures })).toSorted(byName)
}

export function proceduresOf(counted: readonly Counted[], period: Period, catalogue: Catalogue): ProcedurePart[] {
  const groups = [...Map.groupBy(counted, ({ procedure, field }) => `${procedure ?? ''}\u001f${field}`).values()]
  const parts = groups.map((these) => {
    const { procedure: code, field } = these[0]!
    const name = code === null ? '' : (catalogue.find(code)?.name ?? '')
    return { code, name, field, figures: figuresOf(these, period).figures }
  })
  return parts.toSorted((a, b) => inVietnamese(a.field, b.field) || compare(a.code ?? '', b.code ?? ''))
}

export type Freshness = ReadonlyMap<System, { readonly reaches: Day | null; readonly came: Day | null }>

export function systemsOf(counted: readonly Counted[], period: Period, freshness: Freshness): SystemPart[] {
  const groups = Map.groupBy(counted, ({ system }) => system)
  const all = [...new Set([...freshness.keys(), ...groups.keys()])]
  const parts = all.map((system): SystemPart => {
    const { reaches = null, came = null } = (system === null ? undefined : freshness.get(system)) ?? {}
    return { system, figures: figuresOf(groups.get(system) ?? [], period).figures, reaches, came }
  })
  return parts.toSorted((a, b) => compare(a.system ?? '~', b.system ?? '~'))
}

/** What came in and what ended on each day: by the day of the result, not of the handing over. */
export function daysOf(counted: readonly Counted[], { from, to }: Period, calendar: Calendar): DayPart[] {
  const received = Map.groupBy(counted, ({ receivedDay }) => receivedDay)
  const ended = Map.groupBy(counted, ({ endedDay }) => endedDay)
  const days: DayPart[] = []
  for (let day: Day = from; day <= to; day = addDays(day, 1)) {
    const [came, went] = [received.get(day) ?? [], ended.get(day) ?? []]
    days.push({ day, received: came.length, resolved: went.length, working: calendar.isWorkingDay(day) })
  }
  return days
}

/** What is pending, by the working days that are left at the end of `on`; those without a due day last. */
export function daysLeft(counted: readonly Counted[], period: Period, on: Day, calendar: Calendar): DaysLeft[] {
  const left = ({ dueDay }: Counted) => (dueDay === null ? null : leftUntil(dueDay, on, calendar))
  const groups = [...Map.groupBy(meeting(counted, counts.pending_total, period), left)]
  const parts = groups.map(([days, these]) => ({ left: days, count: these.length }))
  return parts.toSorted((a, b) => (a.left ?? Infinity) - (b.left ?? Infinity))
}

/** A due day that is this day is over when the day is. */
function leftUntil(due: Day, on: Day, calendar: Calendar): number {
  const days = calendar.workingDaysBetween(on, due)
  return due <= on ? days : Math.max(days, 1)
}

function byName(a: Part, b: Part): number {
  return inVietnamese(a.name, b.name)
}
