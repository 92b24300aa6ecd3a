import type { Connection } from './connection.ts'

/** Work that takes itself back unless it says to keep it: a savepoint in a transaction, else a transaction. */
export function makeAttempt(connection: Connection, takeBack: (sql: string) => void, isInTransaction: () => boolean) {
  const begin = (): ((keep: boolean) => void) => {
    const within = isInTransaction()
    connection.ask(within ? 'savepoint attempt' : 'begin')
    const [kept, not] = within ? ['release attempt', 'rollback to attempt; release attempt'] : ['commit', 'rollback']
    return (keep) => (keep ? void connection.ask(kept) : takeBack(not))
  }
  return {
    attempt: <Result>(work: () => Attempted<Result>): Result => {
      const end = begin()
      let keep = false
      try {
        const attempted = work()
        keep = attempted.keep
        return attempted.result
      } finally {
        end(keep)
      }
    },
    attemptLong: async <Result>(work: () => Promise<Attempted<Result>>): Promise<Result> => {
      const end = begin()
      let keep = false
      try {
        const attempted = await work()
        keep = attempted.keep
        return attempted.result
      } finally {
        end(keep)
      }
    },
  }
}

type Attempted<Result> = { readonly keep: boolean; readonly result: Result }
