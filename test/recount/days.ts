import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Days as text, worked with by Date.UTC; the calendar and the catalogue straight from their files. */
const DAY = 86_400_000
const folder = join(import.meta.dirname, '../../pipeline/catalogue')

export function plus(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

export function dayIn(moment: string): string {
  return moment.slice(0, 10)
}

const special = new Map(
  readFileSync(join(folder, 'calendar.csv'), 'utf8')
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','))
    .map(([day, kind]) => [day!, kind!]),
)

export function isWorkingDay(day: string): boolean {
  const said = special.get(day)
  if (said !== undefined) return said === 'workday'
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday > 0 && weekday < 6
}

/** The n-th working day after a day. */
export function workingDayAfter(day: string, n: number): string {
  let at = day
  for (let left = n; left > 0;) {
    at = plus(at, 1)
    if (isWorkingDay(at)) left--
  }
  return at
}

/** Office hours between a moment and the end of a day, minute by minute of the office's two halves. */
export function workingHours(from: string, lastDay: string): number {
  const hour = Number(from.slice(11, 13)) + Number(from.slice(14, 16)) / 60 + Number(from.slice(17, 19)) / 3600
  const after = (begin: number, end: number, at: number): number => Math.max(0, end - Math.max(begin, at))
  let hours = 0
  for (let day = dayIn(from); day <= lastDay; day = plus(day, 1)) {
    const at = day === dayIn(from) ? hour : 0
    if (isWorkingDay(day)) hours += after(7.5, 11.5, at) + after(13.5, 17.5, at)
  }
  return hours
}

export type Procedure = {
  readonly code: string
  readonly name: string
  readonly field: string
  readonly system: string
  readonly days: number | null // working days
  readonly isUsual: boolean // of those in the sample exports
  readonly fee: number
}

export const procedures: readonly Procedure[] = readFileSync(join(folder, 'procedures.csv'), 'utf8')
  .split(/\r?\n/)
  .filter((line) => /^\d\.\d{6},/.test(line))
  .map((line) => line.match(/("[^"]*"|[^,]*)(?:,|$)/g)!.map((cell) => cell.replace(/,$/, '').replaceAll('"', '')))
  .map(([code, name, field, , system, days, unit, fee, note]) => ({
    code: code!,
    name: name!,
    field: field!,
    system: system!,
    days: days !== '' && unit === 'working_day' ? Number(days) : null,
    isUsual: note === 'used in the sample exports',
    fee: Number(fee),
  }))

/** The code as the catalogue has it, without suffixes, with the zeros that a spreadsheet took; null where it has none. */
export function procedureCalled(text: string): Procedure | null {
  const code = /^\d\.\d{1,6}/.exec(text)?.[0] ?? ''
  return procedures.find((each) => each.code === code.padEnd(8, '0')) ?? null
}

const listed = new Set(['1.001612', '2.000720', '1.001570', '1.001266', '2.000575', '1.014034', '1.014035'])

export function isHouseholdBusiness(procedure: Procedure | null, system: string | null): boolean {
  if (procedure === null) return system === 'botaichinh-hkd'
  return listed.has(procedure.code) || procedure.system === 'botaichinh-hkd'
}
