import type { Answer } from './connection.ts'
import { given } from './text.ts'

/** The rows of an answer as SQLite gives them: objects by the names of their columns. */
export function rowsOf<Row>({ fields, rows }: Answer): Row[] {
  return rows.map((row) => {
    const made: Record<string, unknown> = {}
    for (let i = 0; i < fields.length; i++) made[fields[i]!] = given(row[i])
    return made as Row
  })
}
