import type { PostgresPool } from 'kysely'
import type { Connection, Value } from './connection.ts'
import { rowsOf } from './rows.ts'
import { kept } from './text.ts'

/** The one connection, as what Kysely takes for a pool of them. */
export function poolOf(connection: Connection, beforeAsking: () => void): PostgresPool {
  const client = {
    query: async (text: string, values: readonly Value[]) => {
      beforeAsking()
      const answer = connection.ask(
        emptyLists(text),
        values.map((each) => kept(each)),
      )
      const command = /^\w+/.exec(text)![0].toUpperCase()
      return { command, rowCount: answer.count, rows: rowsOf(answer) }
    },
    release: () => {},
    processID: 1, // nobody cancels anything by it
  }
  return { connect: async () => client, end: () => connection.end() } as unknown as PostgresPool
}

/** A list of none, which SQLite takes for one. */
function emptyLists(text: string): string {
  return text.replaceAll(' not in ()', " <> all ('{}')").replaceAll(' in ()', " = any ('{}')")
}
