import { type Day, isDay } from '../day.ts'

/** What a run of digits is when it counts nothing. */
export type Noted = 'day' | 'period' | 'document' | 'time' | 'code' | 'heading'

/** A number as it was written: `digits` behind the decimal sign, null where there is none. */
export type Written = { readonly whole: number | null; readonly decimal: number; readonly decimals: number }

/**
 * The number that a text writes. `whole` is what it counts when it counts something: `1.024` and `5.966.000` have
 * groups, `06` a zero in front. `decimal` is what it is as a share: `95,47`, `95.47`. Which of them is meant the words
 * around it decide, never the digits. Null when it is no number at all, `whole` null when it can count nothing.
 */
export function numberIn(text: string): Written | null {
  const plain = text.replace(/[ \u00a0\u202f]/g, '')
  if (!/^\d+(?:[.,]\d+)*$/.test(plain)) return null
  const grouped = /^(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?:,\d{3})+)$/.test(plain)
  const whole = grouped ? Number(plain.replace(/[.,]/g, '')) : null
  const [, integer, fraction = ''] = /^((?:\d+)|(?:[1-9]\d{0,2}(?:\.\d{3})+)(?=,))(?:[.,](\d+))?$/.exec(plain) ?? []
  const decimal = integer === undefined ? NaN : Number(`${integer.replaceAll('.', '')}.${fraction || '0'}`)
  return { whole: whole !== null && Number.isSafeInteger(whole) ? whole : null, decimal, decimals: fraction.length }
}

/** What a run that has digits is, where its shape alone says that it counts nothing; null where it may count. */
export function notFigure(text: string): Noted | null {
  if (!/\d/.test(text)) return null
  if (dayIn(text) !== null || isDayAndMonth(text)) return 'day'
  if (/^(?:0?[1-9]|1[0-2]|[IVX]+)[/-](?:19|20)\d\d$/.test(text) || /^(?:19|20)\d\d[–-](?:19|20)\d\d$/.test(text))
    return 'period'
  if (/^\d{1,2}(?:h\d{0,2}|g\d{0,2}|:\d\d(?::\d\d)?)$/i.test(text)) return 'time'
  if (/\p{L}/u.test(text)) return /^\d+\/.*\p{Lu}/u.test(text) ? 'document' : 'code'
  return null
}

/** `17/01/2026`, `17-1-2026`, `17.01.2026`, `2026-01-17` as a day; null for anything else, and for a day that no month has. */
export function dayIn(text: string): Day | null {
  if (isDay(text)) return text
  const [, day, month, year] = /^(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d)$/.exec(text)?.toSpliced(2, 1) ?? []
  if (day === undefined) return null
  const iso = `${year}-${month!.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(iso) ? iso : null
}

/** `21/7`: a leap year has every day and month that there is. */
function isDayAndMonth(text: string): boolean {
  const [, day, month] = /^(\d{1,2})\/(\d{1,2})$/.exec(text) ?? []
  return day !== undefined && isDay(`2024-${month!.padStart(2, '0')}-${day.padStart(2, '0')}`)
}
