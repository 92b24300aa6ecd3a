import type { Schema } from '../schema.ts'
import type { Connection, Value } from './connection.ts'
import { kept } from './text.ts'

type Row = Readonly<Record<string, string | number | null>>

const FEW = 20 // rows: one statement with its values; more are copied
const MOST = 16 * 2 ** 20 // characters at a time

/** Writes many rows of one table, all with the same columns; `wrote` is told how many. */
export function makeInsert(connection: Connection, wrote: (table: string, count: number) => void) {
  return <Table extends keyof Schema>(table: Table, rows: readonly Schema[Table][]): void => {
    if (rows.length === 0) return
    const columns = Object.keys(rows[0]!)
    const into = `"${table}" (${columns.map((column) => `"${column}"`).join(', ')})`
    if (rows.length <= FEW) insertFew(connection, into, columns, rows)
    else copyMany(connection, into, columns, rows)
    wrote(table, rows.length)
  }
}

function insertFew(connection: Connection, into: string, columns: readonly string[], rows: readonly Row[]): void {
  const places = rows.map((_, row) => `(${columns.map((_c, i) => `$${row * columns.length + i + 1}`).join(', ')})`)
  const values = rows.flatMap((row) => columns.map((column): Value => kept(row[column]!)))
  const text = `insert into ${into} values ${places.join(', ')}`
  connection.ask(text, values, rows.length === 1)
}

function copyMany(connection: Connection, into: string, columns: readonly string[], rows: readonly Row[]): void {
  let text = ''
  for (const row of rows) {
    for (let i = 0; i < columns.length; i++) text += (i === 0 ? '' : '\t') + cellOf(row[columns[i]!]!)
    text += '\n'
    if (text.length < MOST) continue
    connection.copy(`copy ${into} from stdin`, text)
    text = ''
  }
  if (text !== '') connection.copy(`copy ${into} from stdin`, text)
}

const signs: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function cellOf(value: string | number | null): string {
  if (value === null) return '\\N'
  return typeof value === 'number' ? String(value) : kept(value).replaceAll(/[\\\t\n\r]/g, (sign) => signs[sign]!)
}
