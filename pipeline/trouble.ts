import type { TroubleCode, TroubleDetails } from '../reports/words.ts'

/**
 * 1 a gate failed · 2 usage or configuration · 3 input, output or an inner error · 75 another run holds the lock ·
 * 130, 143 somebody stopped it
 */
export type Exit = 1 | 2 | 3 | 75 | 130 | 143

/**
 * What the operator can do something about. It carries a stable id and what was found; the sentence and the
 * hint are words, so they live with the words: a code without both, in both languages, does not compile.
 */
export class Trouble<Code extends TroubleCode = TroubleCode> extends Error {
  override readonly name = 'Trouble'
  readonly code: Code
  readonly details: TroubleDetails[Code]
  readonly exit: Exit

  constructor(code: Code, details: TroubleDetails[Code], exit: Exit = 2, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(details)}`, options)
    this.code = code
    this.details = details
    this.exit = exit
  }
}

/** `ENOENT`, `ENOSPC` … of what the system threw; empty for any other error. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
