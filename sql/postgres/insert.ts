import type { Schema } from '../schema.ts'
import type { Connection, Value } from './connection.ts'
import { kept } from './text.ts'

type Row = Readonly<Record<string, string | number | null>>
type Waiting = { readonly into: string; readonly columns: readonly string[]; readonly table: string; rows: Row[] }

const FEW = 20 // rows: one statement with its values; more are copied
const MOST = 2000 // rows that wait to be written together

/**
 * Writes many rows of one table, all with the same columns. In a transaction they wait for others and go together, at the
 * latest before the next question (`flush`): a journey for every forty rows would take longer than they do. `wrote` is told
 * how many went.
 */
export function makeInsert(
  connection: Connection,
  isInTransaction: () => boolean,
  wrote: (table: string, count: number) => void,
) {
  const waiting = new Map<string, Waiting>()
  const send = (batch: Waiting): void => {
    const { rows, table } = batch
    batch.rows = []
    if (rows.length === 0) return
    if (rows.length <= FEW) insertFew(connection, batch, rows)
    else copyMany(connection, batch, rows)
    wrote(table, rows.length)
  }
  const flush = (): void => {
    for (const batch of waiting.values()) send(batch)
  }
  const insert = <Table extends keyof Schema>(table: Table, rows: readonly Schema[Table][]): void => {
    if (rows.length === 0) return
    const columns = Object.keys(rows[0]!)
    const into = `"${table}" (${columns.map((column) => `"${column}"`).join(', ')})`
    const batch = waiting.get(into) ?? { into, columns, table, rows: [] }
    waiting.set(into, batch)
    for (const row of rows) batch.rows.push(row)
    if (batch.rows.length >= MOST || !isInTransaction()) send(batch)
  }
  /** What waits was taken back with everything else. */
  const drop = (): void => waiting.clear()
  return { insert, flush, drop }
}

function insertFew(connection: Connection, { into, columns }: Waiting, rows: readonly Row[]): void {
  const places = rows.map((_, row) => `(${columns.map((_c, i) => `$${row * columns.length + i + 1}`).join(', ')})`)
  const values = rows.flatMap((row) => columns.map((column): Value => kept(row[column]!)))
  const text = `insert into ${into} values ${places.join(', ')}`
  connection.ask(text, values, rows.length === 1)
}

function copyMany(connection: Connection, { into, columns }: Waiting, rows: readonly Row[]): void {
  let text = ''
  for (const row of rows) {
    for (let i = 0; i < columns.length; i++) text += (i === 0 ? '' : '\t') + cellOf(row[columns[i]!]!)
    text += '\n'
    if (text.length < LONG) continue
    connection.copy(`copy ${into} from stdin`, text)
    text = ''
  }
  if (text !== '') connection.copy(`copy ${into} from stdin`, text)
}

const LONG = 16 * 2 ** 20 // characters at a time
const signs: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function cellOf(value: string | number | null): string {
  if (value === null) return '\\N'
  return typeof value === 'number' ? String(value) : kept(value).replaceAll(/[\\\t\n\r]/g, (sign) => signs[sign]!)
}
