import { dayText } from './format.ts'

/** A period and the one that follows it, as the title and the headings of a report name them. */
export type PeriodNames = {
  readonly now: string // tháng 02 năm 2026
  readonly next: string // tháng 03 năm 2026
  readonly title: string // Kết quả thực hiện nhiệm vụ tháng 02 và phương hướng, nhiệm vụ tháng 03 năm 2026
}

/** Names by the id of a period; days without an id of their own are named by themselves. */
export function periodNames({
  id,
  from,
  to,
}: {
  readonly id: string
  readonly from: string
  readonly to: string
}): PeriodNames {
  const [, year, part = ''] = /^(\d{4})(?:-(\d\d|Q\d|H1|9M))?$/.exec(id) ?? []
  if (year === undefined) {
    const now = `từ ngày ${dayText(from)} đến ngày ${dayText(to)}`
    const next = 'trong thời gian tới'
    return { now, next, title: `Kết quả thực hiện nhiệm vụ và phương hướng, nhiệm vụ ${next}` } // its days stand below it
  }
  const [now, next] = partsOf(part, Number(year))
  return { now: full(now), next: full(next), title: titleOf(now.year === next.year ? now.name : full(now), full(next)) }
}

type Named = { readonly name: string; readonly year: number }

function partsOf(part: string, year: number): readonly [Named, Named] {
  if (part === '') return [named('', year), named('', year + 1)]
  if (part === 'H1') return [named('6 tháng đầu năm', year), named('6 tháng cuối năm', year)]
  if (part === '9M') return [named('9 tháng đầu năm', year), named('3 tháng cuối năm', year)]
  const isQuarter = part.startsWith('Q')
  const [number, last] = isQuarter ? [Number(part.slice(1)), 4] : [Number(part), 12]
  const name = (of: number) => (isQuarter ? `quý ${quarters[of - 1]}` : `tháng ${String(of).padStart(2, '0')}`)
  return [named(name(number), year), number === last ? named(name(1), year + 1) : named(name(number + 1), year)]
}

function named(name: string, year: number): Named {
  return { name, year }
}

function full({ name, year }: Named): string {
  if (name === '') return `năm ${year}`
  return name.endsWith('năm') ? `${name} ${year}` : `${name} năm ${year}`
}

function titleOf(now: string, next: string): string {
  return `Kết quả thực hiện nhiệm vụ ${now} và phương hướng, nhiệm vụ ${next}`
}

/** How a period of each kind is written; a quarter by its Roman numeral. */
export type NamesOfPeriods = {
  readonly month: (month: string, year: string) => string
  readonly quarter: (quarter: string, year: string) => string
  readonly half: (year: string) => string
  readonly nineMonths: (year: string) => string
  readonly year: (year: string) => string
}

/** The name of a period by its id; null for days that are no period of the calendar. */
export function periodName(id: string, names: NamesOfPeriods): string | null {
  const [, year, part = ''] = /^(\d{4})(?:-(\d\d|Q[1-4]|H1|9M))?$/.exec(id) ?? []
  if (year === undefined) return null
  if (part === '') return names.year(year)
  if (part === 'H1') return names.half(year)
  if (part === '9M') return names.nineMonths(year)
  return part.startsWith('Q') ? names.quarter(quarters[Number(part.slice(1)) - 1]!, year) : names.month(part, year)
}

const quarters = ['I', 'II', 'III', 'IV'] as const
