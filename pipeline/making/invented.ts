import { clean } from '../../connectors/fault.ts'
import { masked } from '../mask.ts'
import { inventedDay } from './invented-day.ts'
import { type Kind, kinds } from './kinds.ts'
import type { Proposed } from './propose.ts'

type Row = readonly string[]

/** How the cells of one column are invented: of the row's number in the excerpt and of the cell that stands there. */
type Inventor = (cell: string, row: number) => string

const MOST_ROWS = 8

/**
 * An excerpt of a table in which nobody can be found. Nothing is taken over but words that mean a status, a way of
 * handing in or yes and no, procedures by their code, and names of procedures, fields and offices that two different
 * people share; all else is invented in the style of what stood there, and empty cells stay empty. Only rows whose
 * decided cells can be read are taken, of different statuses first.
 */
export function inventedRows(columns: readonly Proposed[], width: number, rows: readonly Row[]): readonly Row[] {
  const inventors = new Map(columns.map((column) => [column.at, inventorFor(column, columns, rows)]))
  const invented = (cells: Row, row: number): Row =>
    Array.from({ length: width }, (_, at) => {
      const cell = cells[at] ?? ''
      return cell.trim() === '' ? '' : (inventors.get(at) ?? plainText)(cell, row)
    })
  return chosen(columns, rows).map(invented)
}

/** One row of each status and each set of filled cells, then those that come first. */
function chosen(columns: readonly Proposed[], rows: readonly Row[]): readonly Row[] {
  const status = columns.find(({ field }) => field === 'status')?.at
  const usable = rows.filter((cells) => columns.every((column) => isReadable(column, cells[column.at] ?? '')))
  const sorts = new Map<string, Row>()
  for (const cells of usable) {
    const filled = columns.map(({ at }) => ((cells[at] ?? '').trim() === '' ? '-' : '+')).join('')
    const sort = `${status === undefined ? '' : cells[status]} ${filled}`
    if (!sorts.has(sort)) sorts.set(sort, cells)
  }
  const first = [...sorts.values()].slice(0, MOST_ROWS)
  return [...first, ...usable.filter((cells) => !first.includes(cells))].slice(0, MOST_ROWS)
}

function isReadable({ why, field }: Proposed, cell: string): boolean {
  if (why === null || cell.trim() === '' || field === 'status' || field === 'channel') return true
  return why.kind === 'name' || why.kind === 'number' || why.kind === 'account' || kinds[why.kind](cell)
}

function inventorFor(column: Proposed, columns: readonly Proposed[], rows: readonly Row[]): Inventor {
  const { field, why, at, unneeded } = column
  if (unneeded === 'row_number') return (_, row) => String(row + 1)
  if (field === null || why === null) return plainText
  if (field === 'status' && why.kind !== 'status_number') return knownOr('status', 'Đang xử lý')
  const day: Inventor = (cell, row) => inventedDay(cell, row, field)
  const inventors: Readonly<Record<Kind, Inventor>> = {
    code: inventedCode,
    number: (cell, row) => otherDigits(clean(cell).replace(/\p{L}/gu, 'X'), row),
    procedure: knownOr('procedure', ''),
    identity: (cell, row) => inventedIdentity(clean(cell), row),
    day,
    serial: day,
    money: (cell) => clean(cell).replace(/\d/g, (_, i: number) => (i === 0 ? '2' : '0')),
    count: knownOr('count', ''),
    status: knownOr('status', ''),
    status_number: knownOr('status_number', ''),
    channel: knownOr('channel', ''),
    yes: knownOr('yes', ''),
    name: (_, row) => people[(row + (field === 'officer' ? 5 : 0)) % people.length]!,
    account: byValue(rows, at, (number) => `taikhoan.${String(number).padStart(2, '0')}`),
    text: shared(column, columns, rows),
  }
  return inventors[why.kind]
}

/** A cell that means what it must is nobody's; another is left out. */
function knownOr(kind: Kind, otherwise: string): Inventor {
  return (cell) => (kinds[kind](cell) ? cell.trim() : otherwise)
}

/** What two different people share is nobody's; anything else is left out, and so is what looks like a name or a number. */
function shared({ at, field }: Proposed, columns: readonly Proposed[], rows: readonly Row[]): Inventor {
  const person = columns.find((one) => one.field === 'identity') ?? columns.find((one) => one.field === 'person')
  if (person === undefined || !['procedureName', 'field', 'agency', 'handledBy'].includes(field ?? '')) return plainText
  const people = new Map<string, Set<string>>()
  for (const cells of rows) {
    const whose = (cells[person.at] ?? '').trim()
    const value = (cells[at] ?? '').trim()
    if (whose !== '') people.set(value, (people.get(value) ?? new Set()).add(whose))
  }
  return (cell, row) => {
    const text = cell.trim()
    const isNobodys = (people.get(text)?.size ?? 0) > 1 && masked(text) === text && !/\d/.test(text)
    return isNobodys ? text : plainText(cell, row)
  }
}

/** The organisation of a code is an office; its day and its number are a dossier's. */
function inventedCode(cell: string, row: number): string {
  const parts = clean(cell).split(/([-–—‐‑‒−])/)
  const [serial, day] = [parts.at(-1)!, parts.at(-3)!]
  const invented = String(row + 1).padStart(serial.length, '0')
  return [...parts.slice(0, -3), day.length === 8 ? '20260202' : '260202', parts.at(-2)!, invented].join('')
}

/** Of as many digits: a citizen's number, one that lost its zero, an old one; a passport keeps its letter. */
function inventedIdentity(cell: string, row: number): string {
  const number = cell.replace(/\s/g, '')
  const own = String(row + 1)
  if (/^\p{L}/u.test(number)) return `X${own.padStart(number.length - 1, '0')}`
  const from = number.length === 12 ? '031' : number.length === 11 ? '31' : '0'
  return from + own.padStart(number.length - from.length, '0')
}

/** The same texts get the same invented ones. */
function byValue(rows: readonly Row[], at: number, invent: (number: number) => string): Inventor {
  const numbers = new Map<string, string>()
  for (const cells of rows) {
    const cell = (cells[at] ?? '').trim()
    if (!numbers.has(cell)) numbers.set(cell, invent(numbers.size + 1))
  }
  return (cell) => numbers.get(cell.trim())!
}

function otherDigits(text: string, row: number): string {
  const digits = text.replace(/\D/g, '').length
  const invented = String(row + 1).padStart(digits, '0')
  let at = 0
  return text.replace(/\d/g, () => invented[at++] ?? '0')
}

function plainText(_: string, row: number): string {
  return `mẫu ${row + 1}`
}

const people = [
  'Nguyễn Thị Mẫu',
  'Trần Văn Ví',
  'Lê Thị Dụ',
  'Phạm Văn Giả',
  'Hoàng Thị Định',
  'Vũ Văn Thử',
  'Đặng Thị Nghiệm',
  'Bùi Văn Minh Họa',
]
