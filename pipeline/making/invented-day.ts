import type { Field } from './fields.ts'

/** Days after the first one of the row: what comes before what is as in life. */
const after: { readonly [field in Field]?: number } = { submitted: 0, received: 0, ended: 3, handed: 4, due: 7 }

const FIRST = Date.UTC(2026, 1, 2)
const DAY_MS = 86_400_000

const styles: readonly (readonly [RegExp, (day: Parts, as: RegExpExecArray) => string])[] = [
  [/^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})/, ({ y, m, d }, [, , sign, month]) => [y, like(m, month!), like(d, month!)].join(sign)],
  [/^(\d{1,2})([/.-])(\d{1,2})\2(\d{2,4})/, ({ y, m, d }, [, day, sign, , year]) => [like(d, day!), like(m, day!), year!.length === 2 ? y.slice(2) : y].join(sign)],
  [/(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/, ({ y, m, d }, [, day, sign]) => [like(d, day!), like(m, day!), y].join(sign)],
  [/^(ngày\s+)\d{1,2}(\s+tháng\s+)\d{1,2}(\s+năm\s+)\d{4}/i, ({ y, m, d }, [, one, two, three]) => one! + d + two + m + three + y],
  [/^\d{8}/, ({ y, m, d }) => y + m + d],
] // prettier-ignore

type Parts = { readonly y: string; readonly m: string; readonly d: string }

/**
 * Another day in the style of a cell (`13/02/2026`, `2026-02-13T…`, `20260213…`, a spreadsheet's number), by the row's
 * number in the excerpt and by what the day is of; its minutes and seconds are nobody's. Empty where the style is none
 * of these.
 */
export function inventedDay(cell: string, row: number, field: Field): string {
  const text = cell.trim()
  const at = new Date(FIRST + (row + (after[field] ?? 0)) * DAY_MS)
  if (/^\d{5}(?:[.,]\d+)?$/.test(text)) return String(Math.round((at.getTime() - Date.UTC(1899, 11, 30)) / DAY_MS))
  const [y, m, d] = at.toISOString().slice(0, 10).split('-') as [string, string, string]
  for (const [pattern, write] of styles) {
    const found = pattern.exec(text)
    if (found === null) continue
    const [before, behind] = [text.slice(0, found.index), text.slice(found.index + found[0].length)]
    return withoutMinutes(before) + write({ y, m, d }, found) + withoutMinutes(behind)
  }
  return ''
}

/** Without its leading zero where the other has none. */
function like(part: string, other: string): string {
  return other.length === 1 ? String(Number(part)) : part
}

/** `T08:05:09.123+07:00` becomes `T08:00:00.000+07:00`, `080509` becomes `080000`. */
function withoutMinutes(text: string): string {
  if (/^\d{6}$/.test(text)) return `${text.slice(0, 2)}0000`
  const [time = '', zone = ''] = text.split(/(?=[+]|Z$)/)
  let isHour = true
  const bare = time.replace(/\d+/g, (digits) => {
    const kept = isHour ? digits : digits.replace(/\d/g, '0')
    isHour = false
    return kept
  })
  return bare + zone
}
