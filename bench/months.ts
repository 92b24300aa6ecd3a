import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { smallTable } from '../connectors/table.ts'
import { makeCalendar } from '../pipeline/calendar.ts'
import { addDays } from '../pipeline/day.ts'
import { monthNext, type Period, periodOf } from '../pipeline/period.ts'
import { mix } from './lists.ts'
import { lists, written } from './month-lists.ts'
import { home } from './ward.ts'

/** Months of a ward, as they are configured where nothing is: from the 15th to the 14th. */
const regime = { regime: 'nd09', override: {} } as const
const calendar = makeCalendar(smallTable(readFileSync(join(home, 'pipeline/catalogue/calendar.csv'), 'utf8')))

/**
 * How a month's lists are made: with dossiers received up to a day, as they are on the day when they are exported.
 * `night` counts the nights since the first: one dossier in a hundred changes in each.
 */
export type Month = {
  readonly id: string
  readonly dossiers: number
  readonly upTo: string
  readonly asOf: string
  readonly night: number
  readonly ward?: ListedWard
}

/** Whose lists they are; `number` makes its dossiers others than another ward's, and so many in a hundred late. */
export type ListedWard = {
  readonly agencyCode: string
  readonly name: string // as it stands in the lists, with its city
  readonly accounts: string // before the number of each
  readonly number: number
}

export const hungDao: ListedWard = {
  agencyCode: 'H24.131',
  name: 'phường Hưng Đạo, thành phố Hải Phòng',
  accounts: 'ttpvhcc.hd0',
  number: 0,
}

/** So many months, the last of them the given one. */
export function monthsUntil(last: string, count: number): Period[] {
  const [year, month] = last.split('-').map(Number)
  const first = new Date(Date.UTC(year!, month! - count, 1)).toISOString().slice(0, 7)
  const months = [periodOf(first, regime)]
  while (months.length < count) months.push(monthNext(months.at(-1)!.id, regime))
  return months
}

const MENDED = '2026-01-01'

export type Dossier = {
  readonly number: number
  readonly odd: 'portal' | 'ministry' | 'book' | 'day' | null // where it is missing, or another day is said
  readonly own: string // the ministry's number
  readonly code: string
  readonly isCivil: boolean
  readonly person: string
  readonly identity: string
  readonly received: string
  readonly due: string
  readonly ended: string
  readonly at: string
  readonly account: string
  readonly place: string // the ward, as the lists name it
}

/**
 * Writes the lists of a month into a folder: the portal's, the Centre's book, civil status and certifications. Some
 * two in a hundred dossiers end in the month after, in whose lists they are as well. Of a thousand dossiers five are
 * missing on the portal, five at the ministry, five in the book, and some have another day at the ministry; of what is
 * older than a month, nine in ten have been mended, as a desk does.
 */
export function makeMonth(folder: string, { id, dossiers, upTo, asOf, night, ward = hungDao }: Month): void {
  mkdirSync(folder, { recursive: true })
  const [before, period] = monthsUntil(id, 2) as [Period, Period]
  const carried = dossiersOf(before, dossiers, before.to, ward).filter(({ ended }) => ended > before.to)
  const listed = [...carried, ...dossiersOf(period, dossiers, upTo, ward)].map((each) => onNight(each, night))
  for (const [name, list] of Object.entries(lists)) {
    const rows = listed.filter(list.has).map((each, index) => list.line(each, index + 1, asOf))
    const window = `Từ ngày ${written(period.from)} đến ngày ${written(asOf)}`
    writeFileSync(join(folder, name), `\u{FEFF}${window}\n${list.header}\n${rows.join('')}`)
  }
}

/** The code of a dossier of which every list of a month tells the same. */
export function someDossier(period: Period, dossiers: number, upTo: string): string {
  return dossiersOf(period, dossiers, upTo, hungDao).find(({ odd, ended }) => odd === null && ended <= upTo)!.code
}

function dossiersOf(period: Period, count: number, upTo: string, ward: ListedWard): Dossier[] {
  const days = workingDays(period.from, upTo)
  const salt = Number(period.id.replace('-', ''))
  return Array.from({ length: count }, (_, number) => {
    const mixed = (of: number): number => mix(number + salt * 1000 + ward.number * 7_000_003, of)
    const received = Math.floor((number * days.inside) / count)
    const day = days.all[received]!
    return {
      number,
      odd: oddity(mixed(20) % (period.to < MENDED ? 10_000 : 1000)),
      own: `${period.id.slice(5)}${String(number).padStart(6, '0')}/${period.id.slice(0, 4)}`,
      code: `${ward.agencyCode}-${day.slice(2).replaceAll('-', '')}-${String(number).padStart(7, '0')}`,
      isCivil: number % 2 === 0,
      person: `${families[mixed(1) % families.length]!} ${names[mixed(2) % names.length]!} ${names[mixed(3) % names.length]!}`,
      identity: `0311${String(60 + (mixed(4) % 40))}${String(mixed(5) % 1_000_000).padStart(6, '0')}`,
      received: day,
      due: days.all[received + 1]!,
      ended: days.all[received + (mixed(6) % 2) + (mixed(10) % 100 < ward.number % 12 ? 2 : 0)]!,
      at: `${String(13 + (mixed(7) % 3))}:${String(mixed(8) % 60).padStart(2, '0')}`,
      account: `${ward.accounts}${1 + (mixed(9) % 3)}`,
      place: ward.name,
    }
  })
}

/** From a day to another, and those after it on which the last dossiers end. */
function workingDays(from: string, to: string): { readonly all: readonly string[]; readonly inside: number } {
  const all: string[] = []
  for (let day = from; day <= addDays(to, 14); day = addDays(day, 1)) if (calendar.isWorkingDay(day)) all.push(day)
  return { all, inside: all.filter((day) => day <= to).length }
}

/** As the last night that changed it has it. */
function onNight(each: Dossier, night: number): Dossier {
  if (night === 0) return each
  if (mix(each.number, 900 + night) % 100 !== 0) return onNight(each, night - 1)
  return { ...each, at: `16:${String(night).padStart(2, '0')}` }
}

function oddity(at: number): Dossier['odd'] {
  if (at < 5) return 'portal'
  if (at < 10) return 'ministry'
  if (at < 15) return 'book'
  return at < 20 ? 'day' : null
}

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô', 'Dương', 'Lý']
const names = ['Văn', 'Thị', 'Minh', 'Thanh', 'Hồng', 'Quang', 'Tiến', 'Hải', 'Yến', 'Sơn', 'Thảo', 'Nhung', 'Trang', 'Tâm'] // prettier-ignore
