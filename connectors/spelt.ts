import type { Connector, DossierRow, PaymentRow } from './connector.ts'
import { type Column, isFault, type Value } from './column.ts'
import { openExport } from './read.ts'
import type { Bytes } from './reading.ts'

/** A cell as an export has it, and what was made of it. */
export type SpeltCell = {
  readonly field: keyof DossierRow | keyof PaymentRow
  readonly header: string // what the column is usually called
  readonly cell: string
  readonly value: string | number | boolean | null
}

/**
 * The rows that begin on some lines of an export, cell by cell, by their lines. Whatever turns cells into values is
 * listened to while it reads: what is shown is what was done. Lines on which no row begins are left out.
 */
export function speltCells(
  bytes: Bytes,
  known: readonly Connector[],
  lines: ReadonlySet<number>,
): ReadonlyMap<number, readonly SpeltCell[]> {
  const heard: SpeltCell[] = []
  const opened = openExport(
    bytes,
    known.map((connector) => listenedTo(connector, heard)),
  )
  const found = new Map<number, readonly SpeltCell[]>()
  if (!('reads' in opened)) return found
  for (const read of opened.reads) {
    const cells = heard.splice(0)
    if (read.is === 'row' && lines.has(read.line)) found.set(read.line, cells)
    if (found.size === lines.size) break
  }
  return found
}

function listenedTo(connector: Connector, heard: SpeltCell[]): Connector {
  const columns = Object.entries(connector.columns).map(([field, column]) => [
    field,
    noted(field as SpeltCell['field'], column, heard),
  ])
  return { ...connector, columns: Object.fromEntries(columns) as Connector['columns'] }
}

function noted(field: SpeltCell['field'], column: Column<Value>, heard: SpeltCell[]): Column<Value> {
  const parse: typeof column.parse = (cell) => {
    const value = column.parse(cell)
    if (!isFault(value)) heard.push({ field, header: column.headers[0]!, cell, value: plain(value) })
    return value
  }
  return { ...column, parse }
}

function plain(value: Value): SpeltCell['value'] {
  return typeof value === 'object' && value !== null ? value.identity : value
}
