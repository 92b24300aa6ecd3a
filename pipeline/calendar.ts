import { once } from '../connectors/once.ts'
import { dayAt, numberOf, weekdayAt } from './day.ts'
import type { Day } from './day.ts'
import { namedRows, wrongCell } from './named-rows.ts'
import type { NamedRow } from './named-rows.ts'

/** Monday to Friday, less the holidays, plus the Saturdays that make up for a bridge day. */
export type Calendar = {
  readonly isWorkingDay: (day: Day) => boolean
  /** The n-th working day after `day` (so a due day, for a day of reception); with n below 0, before it. */
  readonly addWorkingDays: (day: Day, days: number) => Day
  /** Working days after `a`, up to `b` and with it; negative when `b` comes first. */
  readonly workingDaysBetween: (a: Day, b: Day) => number
  /** Office hours from one instant to another; negative when the second comes first. */
  readonly workingHoursBetween: (from: string, to: string) => number
  /** The government has not yet decided every holiday of that day's year, or the calendar does not have the year. */
  readonly isProvisional: (day: Day) => boolean
  /** Whether the calendar says anything of that day's year. */
  readonly hasYearOf: (day: Day) => boolean
}

/** `lines` are those of calendar.csv, its header first. */
export function makeCalendar(lines: readonly (readonly string[])[], file = 'calendar.csv'): Calendar {
  const rows = namedRows(lines, ['date', 'kind', 'name', 'status'], file)
  const exceptions = readExceptions(rows)
  const counted = once(() => countFor(exceptions))
  const years = new Set(rows.map((row) => row.cell('date').slice(0, 4)))
  const open = new Set(rows.filter(isProvisional).map((row) => row.cell('date').slice(0, 4)))
  const upTo = (day: Day) => counted().upTo(numberOf(day))
  const isWorkingDay = (day: Day) => upTo(day) > counted().upTo(numberOf(day) - 1)
  const secondsUpTo = (instant: string) =>
    counted().upTo(numberOf(instant) - 1) * 8 * 3600 +
    (isWorkingDay(instant) ? officeSeconds(instant.slice(11, 19)) : 0)
  return {
    isWorkingDay,
    addWorkingDays: (day, days) => shift(counted(), numberOf(day), days),
    workingDaysBetween: (a, b) => upTo(b) - upTo(a),
    workingHoursBetween: (from, to) => (secondsUpTo(to) - secondsUpTo(from)) / 3600,
    isProvisional: (day) => open.has(day.slice(0, 4)) || !years.has(day.slice(0, 4)),
    hasYearOf: (day) => years.has(day.slice(0, 4)),
  }
}

type Count = { readonly upTo: (number: number) => number; readonly nth: (index: number) => number }

const first = numberOf('1900-01-01')
const last = numberOf('2199-12-31')

function readExceptions(rows: readonly NamedRow[]): ReadonlyMap<number, boolean> {
  return new Map(
    rows.map((row) => {
      const number = numberOf(row.cell('date'))
      const kind = row.cell('kind')
      if (dayAt(number) !== row.cell('date')) throw wrongCell(row, 'date', 'day')
      if (kind !== 'off' && kind !== 'workday') throw wrongCell(row, 'kind', 'off_or_workday')
      return [number, kind === 'workday']
    }),
  )
}

let lastCount: { readonly exceptions: string; readonly count: Count } | null = null

/** Who opens many wards, or one ward many times, has one calendar. */
function countFor(exceptions: ReadonlyMap<number, boolean>): Count {
  const same = JSON.stringify([...exceptions])
  if (lastCount?.exceptions !== same) lastCount = { exceptions: same, count: countWorkingDays(exceptions) }
  return lastCount.count
}

// Three centuries fit into two small tables, so every question is a look-up; a mistyped year beyond them gets
// the edge's answer, and is a discrepancy elsewhere.
function countWorkingDays(exceptions: ReadonlyMap<number, boolean>): Count {
  const upTo = new Int32Array(last - first + 1)
  const nth: number[] = []
  for (let number = first; number <= last; number++) {
    if (exceptions.get(number) ?? weekdayAt(number) <= 5) nth.push(number)
    upTo[number - first] = nth.length
  }
  return {
    upTo: (number) => upTo[Math.min(Math.max(number - first, 0), last - first)]!,
    nth: (index) => nth[Math.min(Math.max(index, 0), nth.length - 1)]!,
  }
}

function shift(count: Count, number: number, days: number): Day {
  if (days === 0) return dayAt(number)
  const shifted = days > 0 ? count.nth(count.upTo(number) + days - 1) : count.nth(count.upTo(number - 1) + days)
  return (texts[shifted - first] ??= dayAt(shifted)) // asked of every dossier, and the same few days
}

const texts: Day[] = []

function isProvisional(row: NamedRow): boolean {
  const status = row.cell('status')
  if (status !== 'announced' && status !== 'provisional') throw wrongCell(row, 'status', 'announced_or_provisional')
  return status === 'provisional'
}

function officeSeconds(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number)
  const now = hours * 3600 + minutes * 60 + seconds
  return within(now, morning) + within(now, afternoon)
}

const morning = [7.5 * 3600, 11.5 * 3600] as const
const afternoon = [13.5 * 3600, 17.5 * 3600] as const

function within(now: number, [from, to]: readonly [number, number]): number {
  return Math.min(Math.max(now, from), to) - from
}
