import type { Connection } from './connection.ts'

/** Work that takes itself back unless it says to keep it; inside a transaction. */
export function attemptOn<Result>(
  connection: Connection,
  work: () => { readonly keep: boolean; readonly result: Result },
): Result {
  connection.ask('savepoint attempt')
  let keep = false
  try {
    const attempted = work()
    keep = attempted.keep
    return attempted.result
  } finally {
    endAttempt(connection, keep)
  }
}

/** The same of work that lets others have a turn. */
export async function attemptLongOn<Result>(
  connection: Connection,
  work: () => Promise<{ readonly keep: boolean; readonly result: Result }>,
): Promise<Result> {
  connection.ask('savepoint attempt')
  let keep = false
  try {
    const attempted = await work()
    keep = attempted.keep
    return attempted.result
  } finally {
    endAttempt(connection, keep)
  }
}

function endAttempt(connection: Connection, keep: boolean): void {
  connection.ask(keep ? 'release attempt' : 'rollback to attempt; release attempt')
}
