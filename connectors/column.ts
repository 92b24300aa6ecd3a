import type { RejectReason } from './reading.ts'
import { codeIn } from './code.ts'
import { clean, fault, type Fault, nothing, saysNothing } from './fault.ts'
import { foldKey } from './fold.ts'
import { type Identity, identityIn } from './identity.ts'
import { type Moment, momentIn, momentOfSerial } from './moment.ts'

export type Value = string | number | boolean | Identity | null

/** What a column is called (the first name is the usual one) and what its cells mean, under the name that it has. */
export type Column<V extends Value> = {
  readonly headers: readonly string[]
  readonly mayBeMissing: boolean
  readonly parse: (cell: string, header?: string) => V | Fault // under its usual name where none is given
}

/** Words of an export and what they mean; any other word is a reject. */
export type Words<V> = { readonly meanings: ReadonlyMap<string, V>; readonly otherwise: RejectReason }

export function isFault(value: Value | Fault): value is Fault {
  return typeof value === 'object' && value !== null && 'reason' in value
}

/** A cell that may be empty: null then. */
export function optional<V extends Value>(column: Column<V>): Column<V | null> {
  const parse = (cell: string, header?: string): V | Fault | null => {
    const value = column.parse(cell, header)
    return isFault(value) && value.isNothing ? null : value
  }
  return { ...column, parse }
}

/** A column that may be missing altogether, because no figure and no rule needs it. */
export function ifThere<V extends Value>(column: Column<V>): Column<V | null> {
  return { ...optional(column), mayBeMissing: true }
}

const noValue = nothing('missing_value')

export function text(...headers: readonly string[]): Column<string> {
  return column(headers, (cell) => clean(cell) || noValue)
}

const noCode = nothing('missing_code')
const oddCode = fault('invalid_code')

/** A dossier's code, which must be there and must be one. */
export function dossierCode(...headers: readonly string[]): Column<string> {
  return column(headers, (cell) => codeIn(clean(cell)) ?? (clean(cell) === '' ? noCode : oddCode))
}

/** A dossier's code in a ministry's list, which knows some dossiers by its own number only: null then. */
export function codeIfKnown(...headers: readonly string[]): Column<string | null> {
  return column(headers, (cell) => codeIn(clean(cell)))
}

/** Days, and instants where the cell has a time. */
export function moment(...headers: readonly string[]): Column<string> {
  return column(headers, (cell) => momentOrFault(momentIn, cell))
}

/** The same, where the system writes a spreadsheet's serial numbers. */
export function serialMoment(...headers: readonly string[]): Column<string> {
  return column(headers, (cell) => momentOrFault(momentOfSerial, cell))
}

const noMoment = nothing('invalid_date')
const oddMoment = fault('invalid_date')

function momentOrFault(read: (text: string) => Moment, cell: string): string | Fault {
  const text = clean(cell)
  if (saysNothing(text)) return noMoment
  const found = read(text)
  return found === undefined ? oddMoment : (found ?? noMoment)
}

const DONG = /^(?:(\d{1,3}(?:[.,\s]\d{3})+)|(\d+))(?:[.,]0{1,2})?\s?(?:đ|đồng|vnđ|vnd|₫)?$/i
const COUNT = /^(?:(\d{1,3}(?:[.,\s]\d{3})+)|(\d+))$/

/** Whole dong, as `100,000`, `10.000 đ` or plain. */
export function dong(...headers: readonly string[]): Column<number> {
  return column(headers, (cell) => numberOrFault(DONG, cell))
}

export function count(...headers: readonly string[]): Column<number> {
  return column(headers, (cell) => numberOrFault(COUNT, cell))
}

const oddNumber = fault('invalid_number')

function numberOrFault(pattern: RegExp, cell: string): number | Fault {
  const text = clean(cell)
  if (saysNothing(text)) return noValue
  const match = pattern.exec(text)
  if (!match) return oddNumber
  const number = Number(match[2] ?? match[1]!.replace(/\D/g, ''))
  return Number.isSafeInteger(number) ? number : oddNumber
}

const KNOWN_SPELLINGS = 10_000

export function choice<V extends Value>(words: Words<V>, ...headers: readonly string[]): Column<V> {
  const [empty, unknown] = [nothing(words.otherwise), fault(words.otherwise)]
  const met = new Map<string, V | Fault>()
  return column(headers, (cell) => {
    const known = met.get(cell)
    if (known !== undefined) return known
    const key = foldKey(clean(cell))
    const value = words.meanings.get(key) ?? (key === '' ? empty : unknown)
    if (met.size < KNOWN_SPELLINGS) met.set(cell, value)
    return value
  })
}

/** Citizens' numbers; passports only under a name that says that they are there, whatever else the column is called. */
export function identity(...headers: readonly string[]): Column<Identity> {
  const met = new Map<string, boolean>()
  const takesPassports = (header: string): boolean => {
    const known = met.get(header) ?? foldKey(header).includes(foldKey('hộ chiếu'))
    if (met.size < KNOWN_SPELLINGS) met.set(header, known)
    return known
  }
  return column(headers, (cell, header = headers[0]!) => identityIn(clean(cell), takesPassports(header)))
}

function column<V extends Value>(headers: readonly string[], parse: Column<V>['parse']): Column<V> {
  return { headers, mayBeMissing: false, parse }
}
