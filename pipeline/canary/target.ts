import { isFault } from '../../connectors/column.ts'
import type { Status } from '../../connectors/connector.ts'
import type { Catalogue, Procedure } from '../catalogue.ts'
import type { Calendar } from '../calendar.ts'
import type { Config } from '../config/config.ts'
import { type Day, dayOf, numberOf } from '../day.ts'
import { cellsAt, type Edit, linesFor, type Place, type Sheet } from './sheet.ts'

/** One row of one sheet. */
export type Told = Place & { readonly sheet: Sheet }

/** A dossier with which nothing is wrong, and the one row that each list has of it. */
export type Target = {
  readonly code: string
  readonly portal: Told
  readonly book: Told | null
  readonly ministry: Told
  readonly payments: readonly Told[]
  readonly procedure: Procedure
}

/** What mutations may ask besides. */
export type Around = {
  readonly asOf: Day
  readonly config: Config
  readonly calendar: Calendar
  readonly catalogue: Catalogue
  readonly random: (below: number) => number
  readonly fresh: () => number // another number at every call
}

/** The rows of a dossier in lists of dossiers. */
export function rowsOf({ portal, ministry, book }: Target): Told[] {
  return book === null ? [portal, ministry] : [portal, ministry, book]
}

/** Fields of a row with other cells; null where the sheet has no such column. */
export function set(told: Told, cells: Readonly<Record<string, string>>): Edit | null {
  const line = withCells(told, cells)
  return line && { path: told.sheet.path, at: told.at, lines: told.lines, put: line }
}

/** The row, and another one below it with other cells. */
export function doubled(told: Told, cells: Readonly<Record<string, string>>): Edit | null {
  const line = withCells(told, cells)
  return line && { path: told.sheet.path, at: told.at + told.lines, lines: 0, put: line }
}

export function dropped({ sheet: { path }, at, lines }: Told): Edit {
  return { path, at, lines, put: [] }
}

/** A day, as the sheet's column reads it; null where it would be read as another one. */
export function spelled(told: Told, field: DayField, day: Day): string | null {
  const spellings = [day.split('-').toReversed().join('/'), String(numberOf(day) - numberOf('1899-12-30')), day]
  return spellings.find((text) => dayRead(told, field, text) === day) ?? null
}

/** The day that the sheet's column reads in a text; null where it reads none. */
export function dayRead({ sheet: { connector } }: Told, field: DayField, text: string): Day | null {
  const value = connector.columns[field]?.parse(text)
  return typeof value === 'string' ? dayOf(value) : null
}

export type DayField = 'received' | 'due' | 'ended' | 'handed' | 'submitted' | 'paid'

/** A row with other days; of a book, which has no end, nothing is asked of it. */
export function dated(told: Told, days: Readonly<Partial<Record<DayField, Day>>>): Edit | null {
  const cells = Object.entries(days).map(([field, day]) => [field, spelled(told, field as DayField, day)] as const)
  if (cells.some(([, text]) => text === null)) return null
  return set(told, Object.fromEntries(cells) as Record<string, string>)
}

/** A word of the sheet for where a dossier stands. */
export function word({ sheet: { connector } }: Told, status: Status): string | null {
  const column = connector.columns.status
  const of = (text: string): boolean => {
    const value = column?.parse(text) ?? null
    return !(typeof value === 'object' && value !== null && isFault(value)) && value === status
  }
  return words[status]?.find(of) ?? null
}

const words: Partial<Record<Status, readonly string[]>> = {
  processing: ['Đang xử lý', '4'],
  refused: ['Từ chối giải quyết'],
  withdrawn: ['Công dân yêu cầu rút hồ sơ', '7'],
  submitted: ['Mới đăng ký', '1'],
}

/** All of some edits, or null where one of them cannot be made. */
export function all(...edits: readonly (Edit | null)[]): Edit[] | null {
  return edits.some((edit) => edit === null) ? null : (edits as Edit[])
}

function withCells(told: Told, changes: Readonly<Record<string, string>>): string[] | null {
  const { sheet } = told
  const cells = cellsAt(sheet, told)
  for (const [field, text] of Object.entries(changes)) {
    const place = sheet.places.get(field)
    if (place === undefined) return null
    cells[place] = text
  }
  return linesFor(sheet, cells)
}
