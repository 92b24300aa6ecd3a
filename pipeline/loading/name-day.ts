import { type Day, isDay } from '../day.ts'

/**
 * The day in a file's name (`HKD_20260213.csv`, `so 2026-02-13.csv`, `13.02.2026`), else in that of the zip in which it
 * came; null when there is none. It breaks ties, no more.
 */
export function nameDay(path: string): Day | null {
  const parts = path.split('/')
  const zips = parts.slice(0, -1).filter((part) => /\.zip$/i.test(part))
  return [parts.at(-1)!, ...zips.toReversed()].map(dayIn).find((day) => day !== null) ?? null
}

function dayIn(name: string): Day | null {
  for (const [, year, month, day] of name.matchAll(/(?<!\d)(20\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)/g))
    if (isDay(`${year}-${month}-${day}`)) return `${year}-${month}-${day}`
  for (const [, day, month, year] of name.matchAll(/(?<!\d)(\d\d)[-_.]?(\d\d)[-_.]?(20\d\d)(?!\d)/g))
    if (isDay(`${year}-${month}-${day}`)) return `${year}-${month}-${day}`
  return null
}
