import type { Database } from 'better-sqlite3'

/** Work that takes itself back unless it says to keep it; inside a transaction. */
export function attemptOn<Result>(
  raw: Database,
  work: () => { readonly keep: boolean; readonly result: Result },
): Result {
  raw.exec('savepoint attempt')
  let keep = false
  try {
    const attempted = work()
    keep = attempted.keep
    return attempted.result
  } finally {
    endAttempt(raw, keep)
  }
}

/** The same of work that lets others have a turn. */
export async function attemptLongOn<Result>(
  raw: Database,
  work: () => Promise<{ readonly keep: boolean; readonly result: Result }>,
): Promise<Result> {
  raw.exec('savepoint attempt')
  let keep = false
  try {
    const attempted = await work()
    keep = attempted.keep
    return attempted.result
  } finally {
    endAttempt(raw, keep)
  }
}

/** A full disk may have ended the whole transaction, and the savepoint with it. */
function endAttempt(raw: Database, keep: boolean): void {
  if (!keep && raw.inTransaction) raw.exec('rollback to attempt')
  if (raw.inTransaction) raw.exec('release attempt')
}
