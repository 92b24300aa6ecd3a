import { DateTime } from 'luxon'

/** A day in Asia/Ho_Chi_Minh, as `2026-02-13`: it sorts, compares and joins as it stands. */
export type Day = string

export function addDays(day: Day, days: number): Day {
  return dayAt(numberOf(day) + days)
}

/** From `a` to `b`; negative when `b` comes first. */
export function daysBetween(a: Day, b: Day): number {
  return numberOf(b) - numberOf(a)
}

/** Also false for a day that no month has: `2026-02-30`. */
export function isDay(text: string): boolean {
  return dayAt(numberOf(text)) === text
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(day: Day): number {
  return weekdayAt(numberOf(day))
}

/** The day of an instant such as `2026-02-13T08:05:00`. */
export function dayOf(instant: string): Day {
  return instant.slice(0, 10)
}

export function todayIn(now: Date): Day {
  return dayOf(instantOf(now))
}

/** The clock on the office's wall, whatever the machine's zone. */
export function instantOf(now: Date): string {
  return DateTime.fromJSDate(now, { zone: 'Asia/Ho_Chi_Minh' }).toFormat("yyyy-MM-dd'T'HH:mm:ss")
}

/** What a clock in another zone says at a time of the day in Vietnam; `now` is about when: zones have their summers. */
export function timeIn(zone: string, time: string, now: Date): string {
  const then = DateTime.fromISO(`${todayIn(now)}T${time}`, { zone: 'Asia/Ho_Chi_Minh' }).setZone(zone)
  return then.isValid ? then.toFormat('HH:mm') : time
}

/** A run in the night reports on the day that has just ended, one in the afternoon on its own day. */
export function defaultAsOf(now: Date): Day {
  const instant = instantOf(now)
  return instant.slice(11) < '12:00' ? addDays(dayOf(instant), -1) : dayOf(instant)
}

/** Days since 01/01/1970: for tables that are indexed by day. */
export function numberOf(day: Day): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / 86_400_000
}

export function dayAt(number: number): Day {
  const date = new Date(number * 86_400_000)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
}

// 01/01/1970 was a Thursday
export function weekdayAt(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1
}
