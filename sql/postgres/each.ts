import type { Connection, Value } from './connection.ts'
import { rowsOf } from './rows.ts'

const AT_A_TIME = 2000

/** Answers row by row, by cursors; outside a transaction the first opens one to read in, and the last ends it. */
export function makeEach(connection: Connection, isInTransaction: () => boolean) {
  let open = 0
  let made = 0
  let isOurs = false
  return function* each<Row>(text: string, values: readonly Value[]): IterableIterator<Row> {
    if (open === 0 && !isInTransaction()) {
      connection.ask('begin')
      isOurs = true
    }
    open += 1
    const cursor = `each_${(made += 1)}`
    try {
      connection.ask(`declare ${cursor} no scroll cursor for ${text}`, values)
      for (;;) {
        const rows = rowsOf<Row>(connection.ask(`fetch ${AT_A_TIME} from ${cursor}`))
        yield* rows
        if (rows.length < AT_A_TIME) break
      }
    } finally {
      open -= 1
      if (open > 0 || !isOurs) closeCursor(connection, cursor)
      else {
        isOurs = false
        connection.ask('commit')
      }
    }
  }
}

/** A transaction that failed has closed it. */
function closeCursor(connection: Connection, cursor: string): void {
  try {
    connection.ask(`close ${cursor}`)
  } catch {}
}
