import type { Connector, DossierRow, PaymentRow } from './connector.ts'
import type { Read, RejectReason } from './reading.ts'
import { codeIn, onlyCodeIn } from './code.ts'
import { type Column, isFault, type Value } from './column.ts'
import { foldKey } from './fold.ts'
import type { Match } from './header.ts'
import type { Line, Marks } from './table.ts'
import { noDossier, noPayment } from './empty.ts'

type Reject = Extract<Read, { is: 'reject' }>
type Field = { readonly name: string; readonly index: number; readonly parse: Column<Value>['parse'] }

/** What a file's header says about its rows, worked out once. */
export type Plan = {
  readonly lists: Connector['lists']
  readonly fields: readonly Field[]
  readonly headers: readonly string[]
  readonly width: number
  readonly code: number // the index of the cell with the dossier's code
  readonly received: number // … with the day of reception, -1 in a list of payments
  readonly runningNumber: number // … -1 without one
  readonly marks: Marks
}

export function planOf(match: Match, headers: readonly string[], marks: Marks): Plan {
  const columns = Object.entries(match.connector.columns)
  const fields = columns.flatMap(([name, { parse }]) => {
    const index = match.places.get(name)
    return index === undefined ? [] : [{ name, index, parse }]
  })
  return {
    lists: match.connector.lists,
    fields,
    headers,
    width: headers.findLastIndex((header) => header !== '') + 1,
    code: placeOf(match, 'code'),
    received: placeOf(match, 'received'),
    runningNumber: headers.findIndex((header) => foldKey(header) === 'stt'),
    marks,
  }
}

function placeOf(match: Match, field: string): number {
  return match.places.get(field) ?? -1
}

/** A record as a row, or the first reason why it is none. */
export function rowOf(line: Line, plan: Plan): Read {
  const { cells } = line
  if (line.isOpen) return rejected(line, plan, 'swallowed_lines', null)
  if (cells.length < plan.width) return rejected(line, plan, 'missing_columns', null)
  if (cells.length > plan.width && !isEmptyFrom(cells, plan.width)) return rejected(line, plan, 'extra_columns', null)
  return plan.lists === 'dossiers' ? dossierOf(line, plan) : paymentOf(line, plan)
}

type Mutable<Row> = { -readonly [field in keyof Row]: Row[field] }

function dossierOf(line: Line, plan: Plan): Read {
  const row: Mutable<DossierRow> = { ...noDossier }
  const reject = fill(row, line, plan)
  if (reject) return reject
  if (row.received === null && !isNotReceivedYet(row)) return rejected(line, plan, 'invalid_date', plan.received)
  if (row.code === null && row.ownNumber === null) row.ownNumber = line.cells[plan.code]!.trim() || null
  return accepted(row, line, plan)
}

/** The portal also lists what nobody has received, or ever will: those have no day of reception. */
function isNotReceivedYet({ status }: DossierRow): boolean {
  return status === 'submitted' || status === 'not_accepted'
}

function paymentOf(line: Line, plan: Plan): Read {
  const row: Mutable<PaymentRow> = { ...noPayment }
  return fill(row, line, plan) ?? accepted(row, line, plan)
}

function accepted(row: DossierRow | PaymentRow, { line, cells }: Line, plan: Plan): Read {
  const read = { is: 'row', line, row, sameness: samenessOf(cells, plan, row.code) } as const
  const writtenCode = cells[plan.code]!.trim()
  return writtenCode === '' || writtenCode === row.code ? read : { ...read, writtenCode }
}

function fill(row: Record<string, Value>, line: Line, plan: Plan): Reject | null {
  for (const { name, index, parse } of plan.fields) {
    const value = parse(line.cells[index]!, plan.headers[index])
    if (typeof value !== 'object' || value === null) row[name] = value
    else if (isFault(value)) return rejected(line, plan, value.reason, index)
    else {
      row['identity'] = value.identity
      row['identityIsValid'] = value.isValid
    }
  }
  return null
}

function rejected(line: Line, plan: Plan, reason: RejectReason, index: number | null): Reject {
  return {
    is: 'reject',
    line: line.line,
    code: readableCode(line, plan),
    column: index === null ? null : plan.headers[index]!,
    reason,
    value: index === null ? null : line.cells[index]!,
    raw: line.raw,
  }
}

/** The dossier's code where a row that is no row still shows it: in its place, or nowhere else but once. */
export function readableCode({ cells, raw, isOpen }: Line, plan: Plan): string | null {
  const cell = cells[plan.code]
  const code = isOpen || cell === undefined ? null : codeIn(cell)
  const { quote, delimiter } = plan.marks
  return code ?? onlyCodeIn(raw.split('\n').flatMap((one) => one.replaceAll(quote ?? '"', '').split(delimiter)))
}

function isEmptyFrom(cells: readonly string[], from: number): boolean {
  for (let i = from; i < cells.length; i++) if (cells[i]!.trim() !== '') return false
  return true
}

/** Rows that differ by nothing but their running number, or how their code is spelled, are the same row listed twice. */
function samenessOf(cells: readonly string[], { runningNumber, width, code: at }: Plan, code: string | null): string {
  const all = cells.length > width ? cells.slice(0, width) : cells
  const own = code === null || all[at] === code ? all : all.with(at, code)
  if (runningNumber < 0) return own.join('\u001f')
  return runningNumber === 0 ? own.slice(1).join('\u001f') : own.toSpliced(runningNumber, 1).join('\u001f')
}
