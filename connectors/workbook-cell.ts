/** What a style says of the numbers in its cells: moments, or so many digits with zeros in front. */
export type Style = 'plain' | 'moment' | 'time' | number

/** What is needed to read a cell: it holds numbers only, and says elsewhere what they stand for. */
export type Legend = {
  readonly strings: readonly string[]
  readonly styles: readonly Style[]
  readonly days1904: boolean // counted from 1904, as old Macs do
}

/** A cell's value as a person sees it, but for what a spreadsheet does to numbers. */
export function shownText(value: string, type: string | undefined, style: number, legend: Legend): string {
  if (value === '') return ''
  if (type === 's') return legend.strings[Number(value)] ?? ''
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  if (type === 'd') return dayOrInstant(value)
  if (type === 'str' || type === 'inlineStr') return unescaped(value)
  if (type === 'e') return value
  const shown = legend.styles[style] ?? 'plain'
  if (shown === 'plain') return numberText(value)
  if (typeof shown === 'number') return numberText(value).padStart(shown, '0')
  return momentText(value, shown, legend.days1904) ?? numberText(value)
}

const WHOLE = /^-?\d+$/
const SHOWN_DIGITS = 15

/**
 * Whole numbers digit by digit, never `3.1E+10`. Others as they were typed: 1.012978 is stored as
 * 1.0129779999999999, and a spreadsheet shows no more than fifteen digits.
 */
export function numberText(value: string): string {
  if (WHOLE.test(value)) return value
  const number = Number(Number(value).toPrecision(SHOWN_DIGITS))
  if (value.trim() === '' || !Number.isFinite(number)) return value
  if (Number.isInteger(number)) return BigInt(number).toString()
  const text = String(number)
  return text.includes('e') ? number.toFixed(20).replace(/0+$/, '') : text
}

const DAYS_TO_1904 = 1462
const LATEST_DAY = 2_958_466

/** Days since 30/12/1899 as an ISO day, with the time where there is one, or where the format shows one. */
function momentText(value: string, style: 'moment' | 'time', days1904: boolean): string | null {
  const serial = Number(value) + (days1904 ? DAYS_TO_1904 : 0)
  if (!(serial >= 0 && serial < LATEST_DAY)) return null
  const iso = new Date(Date.UTC(1899, 11, 30) + Math.round(serial * 86_400) * 1000).toISOString()
  if (serial < 1) return iso.slice(11, 19)
  return style === 'time' ? iso.slice(0, 19) : dayOrInstant(iso)
}

/** `2026-02-13T00:00:00.000` is a day. */
export function dayOrInstant(iso: string): string {
  const [day = '', time = ''] = iso.replace(/Z$/, '').split('T')
  return /^(?:00:00(?::00(?:\.0+)?)?)?$/.test(time) ? day : `${day}T${time.replace(/\.\d+$/, '')}`
}

/** What XML cannot hold stands in a workbook as `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replaceAll(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
