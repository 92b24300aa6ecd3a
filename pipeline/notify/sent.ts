import type { Words } from '../../reports/words.ts'

/** Why something could not be sent: nothing that a server or a file says in words. */
export type Why =
  | { readonly is: 'variable'; readonly name: string } // of the environment: not there, or no address
  | { readonly is: 'status'; readonly status: number }
  | { readonly is: 'time' }
  | { readonly is: 'code'; readonly code: string }

/** null: it was sent. `again`: another attempt may come through. */
export type Sent = { readonly why: Why; readonly again: boolean } | null

export function whyText(why: Why, { why: words }: Words['message']): string {
  if (why.is === 'variable') return words.variable(why.name)
  if (why.is === 'status') return words.status(why.status)
  return why.is === 'time' ? words.time : words.code(why.code)
}
