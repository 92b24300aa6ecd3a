import type { Column, Value } from './column.ts'
import type { Connector } from './connector.ts'
import type { Line } from './table.ts'
import { foldKey } from './fold.ts'
import { dayIn } from './moment.ts'

/** How the headers of a file answer to what a connector seeks. */
export type Match = {
  readonly connector: Connector
  readonly places: ReadonlyMap<string, number> // field → index of its cell
  readonly sought: number // how many columns it cannot do without
  readonly missing: readonly Column<Value>[]
  readonly twice: readonly string[] // headers of such columns that are there again
  readonly drift: readonly string[]
}

export function matchHeaders(headers: readonly string[], connector: Connector): Match {
  const { fields, ignored } = namesOf(connector)
  const places = new Map<string, number>()
  const twice: string[] = []
  const drift: string[] = []
  for (const [i, header] of headers.entries()) {
    const key = keyOf(header)
    const field = fields.get(key)
    if (field === undefined && (key === '' || ignored.has(key))) continue
    if (field === undefined) drift.push(header)
    else if (!places.has(field.name)) places.set(field.name, i)
    else (field.column.mayBeMissing ? drift : twice).push(header)
  }
  const needed = Object.entries(connector.columns).filter(([, column]) => !column.mayBeMissing)
  const missing = needed.filter(([name]) => !places.has(name)).map(([, column]) => column)
  return { connector, places, sought: needed.length, missing, twice, drift }
}

type Names = {
  readonly fields: ReadonlyMap<string, { readonly name: string; readonly column: Column<Value> }>
  readonly ignored: ReadonlySet<string>
}

const CLEARLY = 0.6

/** Whether a connector is clearly meant: most of what it needs is there. */
export function isNearly(match: Match): boolean {
  return shareFound(match) >= CLEARLY
}

export function shareFound({ sought, missing }: Match): number {
  return (sought - missing.length) / sought
}

/** Whether any cell of a row is a name that some connector knows: rows of data have none, and need no closer look. */
export function hasKnownName(headers: readonly string[], known: readonly Connector[]): boolean {
  return headers.some((header) => known.some((one) => isNameIn(keyOf(header), namesOf(one))))
}

function isNameIn(key: string, { fields, ignored }: Names): boolean {
  return fields.has(key) || ignored.has(key)
}

const names = new WeakMap<Connector, Names>()

function namesOf(connector: Connector): Names {
  const known = names.get(connector)
  if (known) return known
  const fields = Object.entries(connector.columns).flatMap(([name, column]) =>
    column.headers.map((header) => [foldKey(header), { name, column }] as const),
  )
  const made = { fields: new Map(fields), ignored: new Set(connector.ignored.map(foldKey)) }
  names.set(connector, made)
  return made
}

const keys = new Map<string, string>()

/** The head of a file is held against every connector in turn. */
function keyOf(header: string): string {
  const known = keys.get(header)
  if (known !== undefined) return known
  if (keys.size > 10_000) keys.clear()
  const key = foldKey(header)
  keys.set(header, key)
  return key
}

/**
 * The names of the columns: a row of group names may stand above them, and then a cell that is merged over both
 * rows has its name only in the upper one.
 */
export function headersAt(records: readonly Line[], at: number): readonly string[] {
  const above = isGroupRow(records[at - 1]) ? records[at - 1]!.cells : []
  const named = records[at]!.cells.map((cell, i) => (cell.trim() === '' && above[i] ? above[i] : cell))
  return named.map((header) => header.replace(/\s+/g, ' ').trim())
}

const DATE = /\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/

/** Groups stand right above the header and have at least three names; a title or a window has fewer, or a date. */
export function isGroupRow(above: Line | undefined): boolean {
  if (!above) return false
  const names = above.cells.filter((cell) => cell.trim() !== '')
  return names.length >= 3 && !names.some((name) => DATE.test(name))
}

const WINDOW =
  /từ\s*(?:ngày)?:?\s*(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})\s*(?:đến|tới|-|–)\s*(?:hết)?\s*(?:ngày)?:?\s*(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})/i

/** `Từ ngày 17/01/2026 đến ngày 13/02/2026`, wherever it stands above the table. */
export function windowIn(preamble: readonly Line[]): { readonly from: string; readonly to: string } | null {
  for (const { cells } of preamble) {
    const match = WINDOW.exec(cells.join(' '))
    const from = match && dayIn(match[1]!)
    const to = match && dayIn(match[2]!)
    if (from && to && from <= to) return { from, to }
  }
  return null
}
