/** What work came to, and whether it is to be kept. */
export type Attempted<Result> = { readonly keep: boolean; readonly result: Result }

/** Work that takes itself back unless it says to keep it. `begin` begins what can be taken back, and gives how it ends. */
export function makeAttempt(begin: () => (keep: boolean) => void) {
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
