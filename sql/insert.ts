import type { Kysely } from 'kysely'
import type { Guarded } from './guard.ts'
import type { Schema } from './schema.ts'

export type Insert = <Table extends keyof Schema>(table: Table, rows: readonly Schema[Table][]) => void

type Row = Readonly<Record<string, unknown>>
type Statements = Map<number, Guarded> // by the columns that a row fills, a bit each

/**
 * Writes many rows of one table, all with the same columns. Kysely writes the statement, once; the prepared statement
 * runs: a query object for each row costs several inserts. What is null is left out, since to hand it over costs the
 * driver as much as a text; no column that may be null has a default.
 */
export function makeInsert(db: () => Kysely<Schema>, prepare: (sql: string) => Guarded): Insert {
  const known = new Map<string, Statements>()
  return (table, rows) => {
    if (rows.length === 0) return
    const columns = Object.keys(rows[0]!)
    const key = `${table} ${columns.join()}`
    const statements = known.get(key) ?? new Map<number, Guarded>()
    known.set(key, statements)
    const values: unknown[] = [] // one list for all rows: SQLite has copied it by the next
    for (const row of rows as readonly Row[]) {
      values.length = 0
      let filled = 0
      for (let i = 0; i < columns.length; i++) {
        const value = row[columns[i]!]
        if (value === null) continue
        filled += 2 ** i
        values.push(value)
      }
      const insert = statements.get(filled) ?? prepare(insertOf(db(), table, columns, row))
      statements.set(filled, insert)
      insert.run(...values)
    }
  }
}

function insertOf(db: Kysely<Schema>, table: keyof Schema, columns: readonly string[], row: Row): string {
  const filled = Object.fromEntries(columns.flatMap((column) => (row[column] === null ? [] : [[column, row[column]]])))
  return db
    .insertInto(table)
    .values(filled as never)
    .compile().sql
}
