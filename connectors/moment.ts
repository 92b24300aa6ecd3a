/**
 * Days and instants as the systems write them. Every style is tried on every cell, because none of them can be
 * mistaken for another; only a spreadsheet's serial numbers are left to the connector that has them. The result is
 * `2026-02-13` or `2026-02-13T08:05:00` in Asia/Ho_Chi_Minh; null is nothing; undefined is no moment.
 */
export type Moment = string | null | undefined

const MEMO_ENTRIES = 100_000
const LONGEST_DAY = 10
const days = new Map<string, Moment>()
const times = new Map<string, string | undefined>()

export function momentIn(text: string): Moment {
  const space = text.indexOf(' ')
  if (space < 0) return text.length > LONGEST_DAY ? unbrokenOr(text) : remember(days, text, dayIn)
  const day = remember(days, text.slice(0, space), dayIn)
  const time = remember(times, text.slice(space + 1), timeIn)
  return day === undefined || time === undefined ? otherwiseIn(text) : withTime(day, time)
}

/** Spreadsheets count days since 30/12/1899: 46039 is 17/01/2026, and the fraction is the time of day. */
export function momentOfSerial(text: string): Moment {
  const match = /^(\d{1,5})(?:[.,](\d+))?$/.exec(text)
  if (!match) return momentIn(text)
  const serial = Number(`${match[1]}.${match[2] ?? 0}`)
  if (serial <= 1) return null
  if (serial < 20_000 || serial > 80_000) return undefined
  const iso = new Date(Date.UTC(1899, 11, 30) + Math.round(serial * 86_400) * 1000).toISOString()
  return match[2] === undefined ? iso.slice(0, 10) : iso.slice(0, 19)
}

const YEAR_LAST = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/
const YEAR_FIRST = /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})$/
const DIGITS = /^(\d{4})(\d{2})(\d{2})$/

export function dayIn(text: string): Moment {
  const last = YEAR_LAST.exec(text)
  if (last) return dayOf(last[4]!, last[3]!, last[1]!)
  const first = YEAR_FIRST.exec(text)
  if (first) return dayOf(first[1]!, first[3]!, first[4]!)
  const digits = DIGITS.exec(text)
  return digits ? dayOf(digits[1]!, digits[2]!, digits[3]!) : undefined
}

const TIME = /^(\d{1,2})[:h](\d{1,2})(?:[:m](\d{1,2}))?s?(?:[.,]\d+)?(?:\s*(SA|CH|AM|PM))?$/i

function timeIn(text: string): string | undefined {
  const match = TIME.exec(text.trim())
  if (!match) return undefined
  const [, hour, minute, second = 0, half] = match
  return timeOf(hourOfDay(Number(hour), half), Number(minute), Number(second))
}

/** `SA` is sáng, before noon; `CH` is chiều, after it. Twelve o'clock is 0 in the one and 12 in the other. */
function hourOfDay(hour: number, half: string | undefined): number {
  if (half === undefined) return hour
  const isMorning = /sa|am/i.test(half)
  if (isMorning) return hour > 12 ? -1 : hour % 12
  return hour < 12 ? hour + 12 : hour
}

const UNBROKEN = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/
const ISO = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s?(Z|[+-]\d{2}:?\d{2})?$/i

function unbrokenOr(text: string): Moment {
  const match = UNBROKEN.exec(text)
  if (!match) return otherwiseIn(text)
  const day = dayOf(match[1]!, match[2]!, match[3]!)
  return withTime(day, timeOf(Number(match[4]), Number(match[5]), Number(match[6])))
}

const IN_WORDS = /^(?:(\d{1,2}) giờ (\d{1,2})(?: phút)?,? )?ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})$/
const TIME_FIRST = /^(\d{1,2}[:h]\d{2}(?::\d{2})?),? (\S+)$/i

/** ISO with an offset, dates in words, and the time before the day (`08h30 17/01/2026`). */
function otherwiseIn(text: string): Moment {
  const iso = ISO.exec(text)
  if (iso) return isoIn(iso[1]!, iso[2]!, iso[3])
  const spaced = text.replace(/\s+/g, ' ').trim()
  const words = IN_WORDS.exec(spaced.toLowerCase())
  if (words) return inWords(words)
  const turned = TIME_FIRST.exec(spaced)
  if (turned) return withTime(dayIn(turned[2]!), timeIn(turned[1]!))
  return spaced === text ? undefined : momentIn(spaced)
}

function isoIn(date: string, clock: string, offset: string | undefined): Moment {
  const day = dayIn(date)
  const local = withTime(day, timeIn(clock))
  if (!local || offset === undefined || /^\+07:?00$/.test(offset)) return local
  const minutes = /z/i.test(offset) ? 0 : minutesOf(offset)
  return new Date(Date.parse(`${local}Z`) + (7 * 60 - minutes) * 60_000).toISOString().slice(0, 19)
}

function minutesOf(offset: string): number {
  const sign = offset.startsWith('-') ? -1 : 1
  return sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2)))
}

function inWords([, hour, minute, day, month, year]: RegExpExecArray): Moment {
  const found = dayOf(year!, month!, day!)
  return hour === undefined ? found : withTime(found, timeOf(Number(hour), Number(minute), 0))
}

function withTime(day: Moment, time: string | undefined): Moment {
  if (!day) return day
  return time === undefined ? undefined : `${day}T${time}`
}

/** 1 January of the years 1 and 1900 is what programs write for no date at all. */
function dayOf(year: string, month: string, day: string): Moment {
  const [y, m, d] = [Number(year.length === 2 ? `20${year}` : year), Number(month), Number(day)]
  if ((y === 1 || y === 1900) && m === 1 && d === 1) return null
  if (y < 1950 || y > 2100 || m < 1 || m > 12 || d < 1 || d > daysOf(y, m)) return undefined
  return `${y}-${two(m)}-${two(d)}`
}

function daysOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function timeOf(hour: number, minute: number, second: number): string | undefined {
  if (hour < 0 || hour > 23 || minute > 59 || second > 59) return undefined
  return `${two(hour)}:${two(minute)}:${two(second)}`
}

function two(n: number): string {
  return n < 10 ? `0${n}` : `${n}`
}

/** Days repeat by the thousand, and so do times: looking them up is ten times cheaper than reading them. */
function remember<V>(memo: Map<string, V>, text: string, read: (text: string) => V): V {
  const known = memo.get(text)
  if (known !== undefined) return known
  const value = read(text)
  if (memo.size >= MEMO_ENTRIES) memo.clear()
  memo.set(text, value)
  return value
}
