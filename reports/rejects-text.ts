import { placed, reasonSentence, type Words } from './words.ts'

/** The rows that could not be read, one sentence each: where, what was found, what was expected. */
export function rejectsText(
  rejects: readonly {
    readonly file: string
    readonly line: number
    readonly code: string | null
    readonly column: string | null
    readonly reason: string
    readonly value: string | null
  }[],
  words: Words,
): string {
  if (rejects.length === 0) return `${words.terminal.noRejects}\n`
  return rejects
    .map((reject) => {
      const text = reasonSentence(reject.reason, { ...reject }, words.rejectReason)
      return `${placed(reject, text)}${reject.code === null ? '' : ` (${reject.code})`}\n`
    })
    .join('')
}
